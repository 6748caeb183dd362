//! `explain` and its kin, `retryClass`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

const KEYS: &str = r#"["subject","kind","known","entry","locale","commands","who","whoLabels","retry","retryLabel","sources","values"]"#;

#[wasm_bindgen_test]
async fn an_entry_has_the_declared_members_in_both_languages() {
    let api = api().await;
    api.shows(r#"Object.keys(api.explain("ClientNotRunning", "zh-CN"))"#, KEYS);
    api.shows(r#"api.explain("ClientNotRunning", "zh-CN").retryLabel"#, r#""先修复，再重试""#);
    api.shows(r#"api.explain("ClientNotRunning", "fr").locale"#, r#""en""#);
    api.shows(
        r#"(({ known, entry, subject }) => [known, entry, subject])(api.explain("云\u0000?", "en"))"#,
        r#"[false,null,"云\u0000?"]"#,
    );
}

#[wasm_bindgen_test]
async fn what_is_not_known_is_null() {
    let api = api().await;
    for call in [
        r#"explainErrorCode("NoSuchCode", "en")"#,
        r#"explainErrorInfo("no such sentence", "en")"#,
        r#"explainStatus("Paused", "en")"#,
        r#"explainLine("all is well", "en")"#,
        r#"explainApiError("x", undefined, "en")"#,
        r#"explainApiError("x", null, "en")"#,
    ] {
        api.shows(&format!("api.{call}"), "null");
    }
}

#[wasm_bindgen_test]
async fn exit_codes_need_a_safe_integer() {
    let api = api().await;
    api.shows(r#"api.explainExitCode(137, "en", "RunShellScript").values.signal"#, r#""9""#);
    api.shows(
        r#"api.explainExitCode(-1073741819, "en", "RunBatScript").values.hex"#,
        r#""0xC0000005""#,
    );
    for wrong in ["1.5", "NaN", "Infinity", "2**53"] {
        api.refuses(
            &format!(r#"api.explainExitCode({wrong}, "en")"#),
            r#"{"code":"invalid-value","path":"code"}"#,
        );
    }
}

#[wasm_bindgen_test]
async fn retry_classes_are_words() {
    let api = api().await;
    api.shows(r#"api.retryClass("Throttling.User", 400)"#, r#""safe""#);
    api.shows("api.retryClass()", r#""safe""#);
    api.refuses("api.retryClass('x', 70000)", r#"{"code":"invalid-value","path":"httpStatus"}"#);
    api.refuses(
        "api.explainStatus('x', 'en', 'here')",
        r#"{"code":"invalid-value","path":"scope"}"#,
    );
}
