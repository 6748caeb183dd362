//! `validateRequest`, `encodeRequest`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn findings_name_rule_parameter_and_severity() {
    let api = api().await;
    api.shows(r#"api.validateRequest({ RegionId: "cn-hangzhou", MaxResults: 50 })"#, "[]");
    api.shows(
        r#"api.validateRequest({ RegionId: "r", MaxResults: 51 }).map(({ code, parameter, severity, message }) => [code, parameter, severity, Object.keys(message)])"#,
        r#"[["max-results-out-of-range","MaxResults","error",["zh","en"]]]"#,
    );
}

#[wasm_bindgen_test]
async fn requests_are_encoded_as_pairs_in_the_order_of_the_signature() {
    api().await.shows(
        r#"api.encodeRequest({ RegionId: "cn-hangzhou", Timed: true, MaxResults: 50, Tag: [{ Key: "a b", Value: "" }] }, "DescribeInvocations")"#,
        r#"[["MaxResults","50"],["RegionId","cn-hangzhou"],["Tag.1.Key","a b"],["Tag.1.Value",""],["Timed","true"]]"#,
    );
}

#[wasm_bindgen_test]
async fn a_wrong_action_or_request_is_refused() {
    let api = api().await;
    api.refuses(
        r#"api.encodeRequest({}, "RunCommand")"#,
        r#"{"code":"invalid-value","path":"action"}"#,
    );
    api.refuses("api.validateRequest(5)", r#"{"code":"invalid-type"}"#);
    api.refuses("api.validateRequest(10n)", r#"{"code":"invalid-type"}"#);
    api.refuses(
        "(() => { const o = {}; o.o = o; return api.validateRequest(o); })()",
        r#"{"code":"invalid-type"}"#,
    );
}
