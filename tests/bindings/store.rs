//! `parse` and `InvocationStore`.

use super::{API_PAGE, at, json, text, value};
use invoscope::wasm::response::{parse_page, summarize};
use invoscope::wasm::store::InvocationStore;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

fn store_of(body: &str) -> InvocationStore {
    let mut store = InvocationStore::new();
    let context = value(r#"{"encoding":"Base64","includeOutput":true}"#);
    store.ingest(&body.into(), &context).expect("an answer");
    store
}

#[test]
fn the_api_pages_answer_becomes_plain_objects() {
    let page = parse_page(&API_PAGE.into()).expect("an answer");

    assert_eq!(text(&page, "action"), "DescribeInvocations");
    assert_eq!(at(&page, "pageSize").as_f64(), Some(10.0));
    assert_eq!(text(&page, "invocations.0.invokeId"), "t-hz0jdfwd9f****");
    assert_eq!(at(&page, "invocations.0.timed"), JsValue::FALSE);
    assert_eq!(at(&page, "invocations.0.instances.0.exitCode").as_f64(), Some(0.0));
    assert_eq!(json(&at(&page, "invocations.0.tags")), r#"[{"key":"owner","value":"zhangsan"}]"#);
    assert!(at(&page, "invocations.0.extra").is_undefined());
}

#[test]
fn bytes_buffers_and_text_are_the_same_answer() {
    let bytes = js_sys::Uint8Array::from(API_PAGE.as_bytes());
    let from_text = json(&parse_page(&API_PAGE.into()).expect("text"));

    assert_eq!(json(&parse_page(&bytes).expect("bytes")), from_text);
    assert_eq!(json(&parse_page(&bytes.buffer()).expect("a buffer")), from_text);
}

#[test]
fn a_missing_exit_code_is_absent_not_null() {
    let page =
        parse_page(&r#"{"Invocations":[{"InvokeInstances":[{"ExitCode":null},{}]}]}"#.into())
            .expect("an answer");

    assert_eq!(json(&at(&page, "invocations.0.instances")), r#"[{"exitCode":null},{}]"#);
}

/// Ids cross as the lines of one string.
#[test]
fn an_id_of_two_lines_is_one_id() {
    let body = r#"{"Invocations":[{"InvokeId":"t-1"},{"InvokeId":"t\n-\n2"},{"InvokeId":"t-3"}]}"#;
    let expected = r#"["t-1","t\n-\n2","t-3"]"#;
    let report =
        InvocationStore::new().ingest(&body.into(), &JsValue::UNDEFINED).expect("an answer");

    assert_eq!(json(&at(&report, "invokeIds")), expected);
    assert_eq!(json(&at(&summarize(&body.into()).expect("an answer"), "invokeIds")), expected);
}

#[test]
fn a_store_lists_sums_up_and_shows_outputs() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","CommandName":"n","InvokeInstances":[
        {"InstanceId":"i-1","InvocationStatus":"Success","ExitCode":0,"Output":"5LqRCg=="},
        {"InstanceId":"i-2","InvocationStatus":"Failed","ExitCode":1,"ErrorCode":"ExitCodeNonzero","Output":"bm8K"}]}]}"#,
    );
    let none = JsValue::UNDEFINED;

    assert_eq!(text(&store.list(&none).unwrap(), "rows.0.status"), "PartialFailed");
    assert_eq!(
        text(&store.summary("t-1").unwrap(), "headline.en"),
        "2 instances: 1 succeeded, 1 failed in 1 way"
    );
    assert_eq!(text(&store.instances("t-1", &none).unwrap(), "rows.0.instanceId"), "i-2");
    assert_eq!(text(&store.output("t-1", "i-1").unwrap(), "text"), "云\n");
    assert_eq!(store.output_bytes("t-1", "i-2").unwrap(), b"no\n");
    assert_eq!(text(&store.families("t-1").unwrap(), "0.errorCode"), "ExitCodeNonzero");
    assert_eq!(at(&store.groups("t-1").unwrap(), "length").as_f64(), Some(1.0));
    assert_eq!(store.reference_instance("t-1").unwrap().as_deref(), Some("i-1"));
    let hits = store.search("t-1", &value(r#"{"pattern":"NO"}"#)).unwrap();
    assert_eq!(text(&hits, "outputs.0.instanceId"), "i-2");
    assert!(store.run_facts("t-9").unwrap().is_undefined());
}

#[test]
fn an_answer_is_taken_whole_or_not_at_all() {
    let mut store = store_of(r#"{"Invocations":[{"InvokeId":"t-1"}]}"#);

    let result =
        store.ingest(&r#"{"Invocations":[{"InvokeId":"t-2"},"#.into(), &JsValue::UNDEFINED);

    assert!(result.is_err());
    assert_eq!((store.run_count(), store.contains("t-2")), (1, false));
}

#[test]
fn a_thousand_refreshes_take_no_more_memory() {
    let mut store = InvocationStore::new();
    let mut sizes = Vec::new();
    for round in 0..1000 {
        let output = format!("{round:08}").repeat(512);
        let body = format!(
            r#"{{"Invocations":[{{"InvokeId":"t-1","InvokeInstances":[{{"InstanceId":"i-1","Output":"{output}"}}]}}]}}"#
        );
        store.ingest(&body.into(), &value(r#"{"includeOutput":true}"#)).expect("an answer");
        sizes.push(store.bytes());
    }

    assert!(sizes[900..].iter().max() <= sizes[..600].iter().max());
}
