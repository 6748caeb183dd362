//! `parse`.

use super::support::api;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn an_answer_becomes_plain_objects_with_the_documented_keys() {
    api().await.shows(
        r#"api.parse('{"RequestId":"r","TotalCount":1,"NextToken":null,"Invocations":{"Invocation":[{"InvokeId":"t-1","Timed":false,"Timeout":"60","Tags":{"Tag":[{"Key":"k","Value":""}]},"New":[1.50],"InvokeInstances":{"InvokeInstance":[{"InstanceId":"i-1","ExitCode":0,"Output":"","Dropped":2}]}}]}}')"#,
        r#"{"action":"DescribeInvocations","requestId":"r","totalCount":1,"nextToken":null,"invocations":[{"timed":false,"invokeId":"t-1","timeout":60,"instances":[{"instanceId":"i-1","output":"","dropped":2,"exitCode":0}],"tags":[{"key":"k","value":""}],"extra":{"New":[1.5]}}],"results":[],"notices":[]}"#,
    );
}

#[wasm_bindgen_test]
async fn an_absent_member_is_absent() {
    api().await.holds(
        r#"const page = api.parse('{"Invocations":[{}]}');
        const [run] = page.invocations;
        return !("nextToken" in page) && !("timeout" in run) && Object.getPrototypeOf(run) === Object.prototype;"#,
    );
}

#[wasm_bindgen_test]
async fn text_bytes_views_and_buffers_are_read_alike() {
    let text = include_str!("../../fixtures/answers/invocations_api_page.json");

    let same = api().await.run(
        "const bytes = new TextEncoder().encode(input);
        const padded = new Uint8Array(bytes.length + 7);
        padded.set(bytes, 3);
        const view = padded.subarray(3, 3 + bytes.length);
        const pages = [input, bytes, bytes.buffer, view].map((body) => JSON.stringify(api.parse(body)));
        return new Set(pages).size === 1 && pages[0].includes('i-bp1i7gg30r52z2em****');",
        &text.into(),
    );

    assert_eq!(same, Ok(JsValue::TRUE));
}

#[wasm_bindgen_test]
async fn errors_carry_code_offset_and_envelope() {
    let api = api().await;
    api.refuses(r#"api.parse('{"Invocations":[')"#, r#"{"code":"json-syntax","offset":16}"#);
    api.refuses("api.parse('')", r#"{"code":"empty-answer"}"#);
    api.refuses("api.parse('<html>')", r#"{"code":"html-answer","offset":0}"#);
    api.refuses("api.parse('{}')", r#"{"code":"not-an-answer"}"#);
    api.refuses(
        "api.parse(new Uint8Array([34, 255, 34]))",
        r#"{"code":"invalid-utf8","offset":1}"#,
    );
    api.refuses(
        r#"api.parse('{"Code":"Throttling","Message":"slow down","RequestId":"r"}')"#,
        r#"{"code":"api-error","api":{"code":"Throttling","message":"slow down","requestId":"r"}}"#,
    );
}

#[wasm_bindgen_test]
async fn a_member_named_proto_is_data() {
    api().await.holds(
        r#"const [run] = api.parse('{"Invocations":[{"__proto__":{"polluted":1},"InvokeId":"t"}]}').invocations;
        return Object.hasOwn(run.extra, "__proto__") && ({}).polluted === undefined && run.extra.polluted === undefined;"#,
    );
}
