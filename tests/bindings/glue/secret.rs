//! `maskSecrets`, `maskSecretsInJson`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn secrets_are_masked_and_told() {
    let api = api().await;
    api.shows(
        r#"api.maskSecrets("云 password=hunter2 LTAI4FabcdEFGH12")"#,
        r#"{"text":"云 password=[masked-password] [masked-access-key-id]","found":["password","access-key-id"]}"#,
    );
    api.shows(r#"api.maskSecrets("plain")"#, r#"{"text":"plain","found":[]}"#);
}

#[wasm_bindgen_test]
async fn json_is_masked_by_name() {
    let api = api().await;
    api.shows(
        r#"api.maskSecretsInJson('{"password":"x1"}').text"#,
        r#""{\"password\":\"[masked-password]\"}""#,
    );
    api.shows(r#"api.maskSecretsInJson("{ }")"#, r#"{"text":"{ }","found":[]}"#);
}
