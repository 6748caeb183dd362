//! `Watch`, `parseTaskEvent`, `readAnswer`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_run_is_asked_until_it_is_finished() {
    let api = api().await;
    let steps = r#"(() => {
        const watch = new api.Watch({ outputs: false });
        watch.add("t-1");
        const call = watch.nextStep(0);
        const accepted = watch.accept(
            [{ invokeId: "t-1", status: "Success", instances: [{ instanceId: "i-1", status: "Success", hasOutput: true }] }], 0);
        return [call, accepted, watch.nextStep(1000)];
    })()"#;
    api.shows(
        steps,
        r#"[{"type":"call","invokeId":"t-1","includeOutput":false},{"changed":["i-1"],"isFinished":true},{"type":"finished"}]"#,
    );
}

#[wasm_bindgen_test]
async fn an_answer_is_read_for_its_facts() {
    let api = api().await;
    api.shows(
        r#"api.readAnswer('{"NextToken":"b","Invocations":[{"InvokeId":"t-1"}]}')"#,
        r#"{"type":"page","nextToken":"b","keys":["t-1"],"runs":[{"invokeId":"t-1","instances":[]}]}"#,
    );
    api.shows(
        r#"api.readAnswer('{"Code":"Throttling","Message":"m"}')"#,
        r#"{"type":"error","code":"Throttling","message":"m"}"#,
    );
    api.refuses("api.readAnswer('[')", r#"{"code":"json-syntax","offset":1}"#);
}

#[wasm_bindgen_test]
async fn events_are_taken_over() {
    let api = api().await;
    let event = include_str!("../../fixtures/events/task_completed.json");
    api.shows_of("typeof api.parseTaskEvent(input).instanceId", &event.into(), r#""string""#);
    api.shows_of("new api.Watch().event(input, 0)", &event.into(), r#"{"outcome":"not-watched"}"#);
    api.refuses("new api.Watch().fail({}, 0, 0)", r#"{"code":"invalid-state"}"#);
    api.refuses("new api.Watch().accept([], 0)", r#"{"code":"invalid-state"}"#);
}
