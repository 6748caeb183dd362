//! `maskText`, `fingerprint`, `diffLines`, `searchText`, `durationStats`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn noise_is_masked_with_its_places() {
    let api = api().await;
    api.shows(
        r#"api.maskText("云 web-1 at 10.0.0.1", ["web-1"])"#,
        r#"{"text":"云 <self> at <ip>","spans":[{"kind":"self","start":2,"end":7},{"kind":"ip","start":11,"end":19}]}"#,
    );
    api.shows(r#"api.maskText("a").spans"#, "[]");
    api.refuses(r#"api.maskText("a", "web-1")"#, r#"{"code":"invalid-type","path":"ownNames"}"#);
}

#[wasm_bindgen_test]
async fn fingerprints_are_equal_for_equal_texts() {
    api().await.holds(
        r#"const masked = { masked: true };
        return /^[0-9a-f]{32}$/.test(api.fingerprint("a"))
            && api.fingerprint("at 10.0.0.1") !== api.fingerprint("at 10.0.0.2")
            && api.fingerprint("at 10.0.0.1", masked) === api.fingerprint("at 10.0.0.2", masked);"#,
    );
}

#[wasm_bindgen_test]
async fn a_diff_tells_lines_and_words_in_utf16() {
    let api = api().await;
    api.shows(
        r#"api.diffLines("a\n😀 one\n", "a\n😀 two\n", { context: 0 })"#,
        r#"{"hunks":[{"referenceStart":2,"referenceCount":1,"otherStart":2,"otherCount":1,"lines":[{"kind":"removed","referenceLine":2,"text":"😀 one","emphasis":[{"start":3,"end":6}]},{"kind":"added","otherLine":2,"text":"😀 two","emphasis":[{"start":3,"end":6}]}]}],"added":1,"removed":1,"firstDifference":{"referenceLine":2,"otherLine":2},"finalNewlineDiffers":false,"coarse":false}"#,
    );
    api.refuses(
        r#"api.diffLines("", "", { context: -1 })"#,
        r#"{"code":"invalid-type","path":"context"}"#,
    );
}

#[wasm_bindgen_test]
async fn matches_are_sliced_as_javascript_slices() {
    let api = api().await;
    api.shows(
        r#"api.searchText("x\n😀 Ab", "ab")"#,
        r#"{"count":1,"matches":[{"line":2,"start":3,"end":5,"startByte":5,"endByte":7}],"truncated":false}"#,
    );
    api.shows(r#"api.searchText("aaa", { pattern: "a", limit: 1 }).count"#, "3");
    api.refuses(
        r#"api.searchText("a", { pattern: "(", regex: true })"#,
        r#"{"code":"invalid-pattern"}"#,
    );
    api.refuses(r#"api.searchText("a", {})"#, r#"{"code":"invalid-type","path":"pattern"}"#);
}

#[wasm_bindgen_test]
async fn durations_have_percentiles_or_are_null() {
    let api = api().await;
    api.shows(
        "api.durationStats([3, 1, 2, NaN])",
        r#"{"count":3,"ignored":1,"min":1,"p50":2,"p95":3,"p99":3,"max":3,"mad":1}"#,
    );
    api.shows("api.durationStats([])", "null");
}
