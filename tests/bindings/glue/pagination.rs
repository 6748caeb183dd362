//! `Pagination`, `failureKind`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn pages_are_asked_accepted_and_ended() {
    let api = api().await;
    let steps = r#"(() => {
        const paging = new api.Pagination({ maxResults: 20 });
        return [
            paging.nextRequest(0),
            paging.accept({ nextToken: "b", keys: ["t-1", "t-1"] }),
            paging.nextRequest(0).nextToken,
            paging.accept({ nextToken: null, keys: ["t-1", "t-2"] }),
            paging.progress(),
        ];
    })()"#;
    api.shows(
        steps,
        r#"[{"type":"ask","maxResults":20,"attempt":1},{"new":[0]},"b",{"new":[1],"ending":{"reason":"no-token","isComplete":true,"isResumable":false}},{"pages":2,"records":2,"duplicates":2,"calls":2,"failures":0}]"#,
    );
}

#[wasm_bindgen_test]
async fn failures_wait_for_a_number_of_milliseconds() {
    let api = api().await;
    api.shows(
        r#"(() => { const p = new api.Pagination(); p.nextRequest(15000); return p.fail({ code: "Throttling", status: 400 }, 15000, 0); })()"#,
        r#"{"type":"wait","untilMs":60000,"waitMs":45000}"#,
    );
    api.shows("api.failureKind({ status: 503 })", r#""temporary""#);
    api.shows(
        r#"api.failureKind({ code: "InvalidParameter.NextToken", status: 400 })"#,
        r#""token-rejected""#,
    );
}

#[wasm_bindgen_test]
async fn what_is_out_of_order_or_range_is_refused() {
    let api = api().await;
    api.refuses("new api.Pagination().accept({ keys: [] })", r#"{"code":"invalid-state"}"#);
    api.refuses("new api.Pagination().resume()", r#"{"code":"invalid-state"}"#);
    api.refuses(
        "new api.Pagination({ maxResults: 51 })",
        r#"{"code":"invalid-value","path":"maxResults"}"#,
    );
}
