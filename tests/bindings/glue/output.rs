//! `styledLines`, `truncation`, `guessEncoding`, `readOutput`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn control_sequences_become_styles_and_links() {
    let api = api().await;
    api.shows(
        r#"api.styledLines("\x1b[1;31mno\x1b[0m y\n\x1b]8;;https://a.b\x07go\x1b]8;;\x07")"#,
        r#"[{"spans":[{"text":"no","style":{"foreground":1,"bold":true}},{"text":" y"}]},{"spans":[{"text":"go","link":"https://a.b"}]}]"#,
    );
    api.shows(
        r#"api.styledLines("\x1b[1mno\x1b[0m \u202ey")[0].invisible"#,
        r#"[{"offset":3,"codePoint":8238,"kind":"bidi"}]"#,
    );
    api.shows(r#"api.styledLines("")"#, "[]");
    api.shows(
        r#"api.styledLines("\x1b]8;;javascript:alert(1)\x07x\x1b]8;;\x07")"#,
        r#"[{"spans":[{"text":"x"}]}]"#,
    );
}

#[wasm_bindgen_test]
async fn an_output_is_read_whole() {
    let api = api().await;
    api.shows(
        r#"api.readOutput("5LqR", "Base64")"#,
        r#"{"text":"云","byteLength":3,"encoding":{"encoding":"Base64","certain":true,"reason":"requested"},"base64":{"readBytes":4,"decodedBytes":3,"canonical":true,"tolerated":[]}}"#,
    );
    api.shows(
        r#"api.readOutput("ok", "PlainText", { dropped: 0 })"#,
        r#"{"text":"ok","byteLength":2,"encoding":{"encoding":"PlainText","certain":true,"reason":"requested"}}"#,
    );
    api.shows(r#"api.guessEncoding("").reason"#, r#""empty""#);
}

#[wasm_bindgen_test]
async fn losses_are_placed_or_null() {
    let api = api().await;
    api.shows("api.truncation(24576, { dropped: 0 })", "null");
    api.shows("api.truncation(24576, null)", "null");
    api.shows("api.truncation(24576, { dropped: 7 }).droppedBytes", "7");
    api.refuses(
        "api.truncation(1, { dropped: 'x' })",
        r#"{"code":"invalid-type","path":"dropped"}"#,
    );
}
