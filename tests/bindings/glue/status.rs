//! `aggregate`, `instanceStatusFacts`, `invocationStatusFacts`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn statuses_are_aggregated_with_rule_and_counts() {
    let api = api().await;
    api.shows(
        r#"api.aggregate(["Success", "Failed", "Timeout"])"#,
        r#"{"status":"PartialFailed","rule":"success-and-failed","counts":{"total":3,"pending":0,"running":0,"stopping":0,"scheduled":0,"success":1,"failed":2,"stopped":0,"unknown":0}}"#,
    );
    api.shows("api.aggregate([]).status", "null");
    api.shows(r#"api.aggregate(["Paused"]).rule"#, r#""unknown-status""#);
}

#[wasm_bindgen_test]
async fn facts_of_a_status_are_told() {
    let api = api().await;
    api.shows(
        r#"api.instanceStatusFacts("Success")"#,
        r#"{"outcome":"success","isTerminal":true,"isSuccess":true,"legacy":"Finished"}"#,
    );
    api.shows(
        r#"api.invocationStatusFacts("未知")"#,
        r#"{"outcome":"unknown","isTerminal":false,"isSuccess":false,"legacy":null}"#,
    );
}

#[wasm_bindgen_test]
async fn what_is_no_list_of_texts_is_refused() {
    let api = api().await;
    for wrong in ["5", "null", "undefined", "{}", "'Success'", "[1]", "[null]", "[undefined]"] {
        api.refuses(&format!("api.aggregate({wrong})"), r#"{"code":"invalid-type"}"#);
    }
}
