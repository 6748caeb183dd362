//! `InvocationStore`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

const ONE: &str = r#"'{"Invocations":[{"InvokeId":"t-1","InvokeInstances":[{"InstanceId":"i-1","InvocationStatus":"Success","ExitCode":0,"Output":"b2s="},{"InstanceId":"i-2","InvocationStatus":"Failed","ExitCode":1,"ErrorCode":"ExitCodeNonzero","Output":"bm8="}]}]}'"#;

fn with_store(expression: &str) -> String {
    format!(
        "(() => {{ const store = new api.InvocationStore(); store.ingest({ONE}, {{ encoding: 'Base64', includeOutput: true }}); return {expression}; }})()"
    )
}

#[wasm_bindgen_test]
async fn an_ingest_reports_what_it_changed() {
    api().await.shows(
        &format!("new api.InvocationStore().ingest({ONE})"),
        r#"{"action":"DescribeInvocations","invokeIds":["t-1"],"runsAdded":1,"runsChanged":0,"instancesAdded":2,"instancesChanged":0,"instancesStale":0,"notices":[]}"#,
    );
}

#[wasm_bindgen_test]
async fn rows_families_groups_and_outputs_are_plain_objects() {
    let api = api().await;
    api.shows(
        &with_store("[store.runCount, store.instanceCount, store.contains('t-1')]"),
        "[1,2,true]",
    );
    api.shows(&with_store("store.list({ text: 'nothing' })"), r#"{"total":0,"rows":[]}"#);
    api.shows(&with_store("store.list().rows[0].status"), r#""PartialFailed""#);
    api.shows(
        &with_store("store.instances('t-1', { sort: 'attention', limit: 1 })"),
        r#"{"total":2,"rows":[{"invokeId":"t-1","status":"Failed","outcome":"failed","instanceId":"i-2","errorCode":"ExitCodeNonzero","exitCode":1,"dropped":0,"outputBytes":2}]}"#,
    );
    api.shows(
        &with_store("store.families('t-1').map(({ errorCode, exitCode, count, instanceIds }) => [errorCode, exitCode, count, instanceIds])"),
        r#"[["ExitCodeNonzero",1,1,["i-2"]]]"#,
    );
    api.shows(&with_store("store.groups('t-1').map(({ count, firstLine, isReference }) => [count, firstLine, isReference])"), r#"[[1,"ok",true]]"#);
    api.shows(&with_store("store.referenceInstance('t-1')"), r#""i-1""#);
    api.shows(&with_store("[...store.outputBytes('t-1', 'i-1')]"), "[111,107]");
    api.shows(&with_store("store.output('t-1', 'i-2').text"), r#""no""#);
    api.shows(
        &with_store("store.summary('t-1').headline.en"),
        r#""2 instances: 1 succeeded, 1 failed in 1 way""#,
    );
    api.shows(&with_store("[store.search('t-1', { pattern: 'o' }).count, store.history('t-1').total, store.proposeRunSets()]"), "[2,0,[]]");
    api.shows(&with_store("store.run('t-1').invokeId"), r#""t-1""#);
    api.shows(&with_store("store.runFacts('t-2')"), "undefined");
    api.shows(&with_store("JSON.parse(store.raw('t-1')).Invocations.Invocation[0].InvokeInstances.InvokeInstance[1].Output"), r#""bm8=""#);
    api.shows(&with_store("(store.clear(), store.runCount)"), "0");
}

#[wasm_bindgen_test]
async fn a_refused_answer_leaves_the_store_as_it_was() {
    let api = api().await;
    api.shows(
        &with_store(
            r#"['{"Invocations":[{"InvokeId":"t-2"}', "<html>", '{"Code":"x","Message":"y"}', new Uint8Array([255]), 5, null].map((bad) => {
                const before = store.raw("t-1") + store.bytes;
                try { store.ingest(bad); return "read"; } catch (error) { return [error.code, store.raw("t-1") + store.bytes === before, store.runCount]; }
            })"#,
        ),
        r#"[["json-syntax",true,1],["html-answer",true,1],["api-error",true,1],["invalid-utf8",true,1],["invalid-type",true,1],["invalid-type",true,1]]"#,
    );
    api.refuses(&with_store("store.summary('t-9')"), r#"{"code":"not-found","path":"invokeId"}"#);
    api.refuses(
        &with_store("store.output('t-1', 'i-9')"),
        r#"{"code":"not-found","path":"instanceId"}"#,
    );
}

#[wasm_bindgen_test]
async fn a_thousand_answers_do_not_grow_the_memory_without_bound() {
    let memory = wasm_bindgen::memory();
    let bytes = || {
        let buffer = js_sys::Reflect::get(&memory, &"buffer".into()).expect("a memory");
        wasm_bindgen::JsCast::unchecked_into::<js_sys::ArrayBuffer>(buffer).byte_length()
    };
    let api = api().await;
    let ingest = |times: usize| {
        api.holds(&format!(
            r#"globalThis.kept ??= new api.InvocationStore();
            for (let n = 0; n < {times}; n++) {{
                const output = btoa(`line ${{n}} `.repeat(400));
                kept.ingest(JSON.stringify({{ Invocations: [{{ InvokeId: "t-1", InvokeInstances: [{{ InstanceId: "i-1", UpdateTime: new Date(n * 1000).toISOString(), Output: output }}] }}] }}), {{ includeOutput: true }});
            }}
            return kept.runCount === 1 && kept.instanceCount === 1;"#
        ));
    };

    ingest(500);
    let warm = bytes();
    ingest(500);
    ingest(500);

    // What an output replaces is given back in the end: one page of slack.
    assert!(bytes() <= warm + (2 << 20), "{warm} became {}", bytes());
}
