//! Public API of `store`.

use invoscope::output::encoding::Encoding;
use invoscope::status::{Agreement, InvocationStatus, Outcome};
use invoscope::store::{IngestContext, InstanceQuery, InstanceSort, ListQuery, RunSort, Store};
use invoscope::{ErrorKind, json};

mod crowded;
mod fleet;
mod merge;
mod queue;
mod refreshed;
mod search;

/// What a request for outputs tells.
const WITH_OUTPUT: IngestContext =
    IngestContext { encoding: Some(Encoding::Base64), include_output: Some(true) };

fn store_of(body: &str) -> Store {
    let mut store = Store::new();
    store.ingest(body.as_bytes(), WITH_OUTPUT).expect(body);
    store
}

/// Ids of the rows of a list.
fn ids(store: &Store, query: &ListQuery) -> Vec<String> {
    store.list(query).rows.into_iter().map(|row| row.id).collect()
}

/// Instance ids of the rows of a run.
fn instance_ids(store: &Store, id: &str, query: &InstanceQuery) -> Vec<String> {
    let rows = store.instances(id, query).expect(id).rows;
    rows.into_iter().map(|row| row.fields[0].1.clone()).collect()
}

#[test]
fn every_listed_run_opens_whatever_its_id() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":" "},{"InvokeId":" t-1"},{"InvokeId":"t-1 "},{"InvokeId":","},
            {"InvokeId":"t-1"},{"InvokeId":"t-1,x"},{"InvokeId":"t-1,t-2"},{"InvokeId":"t-2"}]}"#,
    );
    let alone = ListQuery { ungrouped: true, ..ListQuery::default() };

    let listed = ids(&store, &alone);

    assert_eq!(listed.len(), 8);
    for id in listed.iter().filter(|id| *id != "t-1,t-2") {
        let raw = store.raw(id).expect(id);
        assert!(raw.contains(&format!(r#""InvokeId":"{id}""#)), "{id:?}: {raw}");
    }
    // Two ids that were read are a set, whatever else has that name.
    let set = store.summary("t-1,t-2").expect("a set").row;
    assert_eq!(set.invoke_ids, ["t-1", "t-2"]);
    assert!(store.raw(" t-2 , t-1").is_ok());
}

#[test]
fn an_unknown_id_is_not_found() {
    let store = store_of(r#"{"Invocations":[{"InvokeId":"t-1"}]}"#);

    for id in ["t-2", "", "t-1,t-2", ","] {
        assert_eq!(store.summary(id).expect_err(id).kind(), ErrorKind::NotFound, "{id}");
    }
    let error = store.output("t-1", "i-9").expect_err("no such instance");
    assert_eq!((error.kind(), error.path()), (ErrorKind::NotFound, Some("instanceId")));
}

#[test]
fn runs_are_listed_newest_first_and_filtered() {
    let store = store_of(
        r#"{"Invocations":[
        {"InvokeId":"t-b","CommandName":"Deploy Web","CommandType":"RunShellScript","InvocationStatus":"Failed",
         "RepeatMode":"Once","CreationTime":"2026-01-02T00:00:00Z",
         "InvokeInstances":[{"InstanceId":"i-bp1","InvocationStatus":"Failed"}]},
        {"InvokeId":"t-a","CommandName":"巡检","CommandType":"RunBatScript","InvocationStatus":"Success",
         "RepeatMode":"Period","CreationTime":"2026-01-01T00:00:00Z",
         "InvokeInstances":[{"InstanceId":"i-bp2","InvocationStatus":"Success"},{"InstanceId":"i-bp3","InvocationStatus":"Success"}]},
        {"InvokeId":"t-c","CommandName":"audit","CreationTime":"2026-01-03T00:00:00Z"}]}"#,
    );
    let query = ListQuery::default;

    assert_eq!(ids(&store, &query()), ["t-c", "t-b", "t-a"]);
    assert_eq!(ids(&store, &ListQuery { reverse: true, ..query() }), ["t-a", "t-b", "t-c"]);
    assert_eq!(ids(&store, &ListQuery { text: "deploy w".into(), ..query() }), ["t-b"]);
    assert_eq!(ids(&store, &ListQuery { text: "巡".into(), ..query() }), ["t-a"]);
    assert_eq!(ids(&store, &ListQuery { text: "BP3".into(), ..query() }), ["t-a"]);
    assert_eq!(ids(&store, &ListQuery { statuses: vec!["Failed".into()], ..query() }), ["t-b"]);
    let types = vec!["RunBatScript".into()];
    assert_eq!(ids(&store, &ListQuery { command_types: types, ..query() }), ["t-a"]);
    let modes = vec!["Once".into(), "Period".into()];
    assert_eq!(ids(&store, &ListQuery { repeat_modes: modes, ..query() }), ["t-b", "t-a"]);
    assert_eq!(
        ids(&store, &ListQuery { sort: RunSort::Instances, ..query() }),
        ["t-a", "t-b", "t-c"]
    );
    assert_eq!(ids(&store, &ListQuery { sort: RunSort::Failed, ..query() })[0], "t-b");
    assert_eq!(ids(&store, &ListQuery { sort: RunSort::Name, ..query() }), ["t-c", "t-b", "t-a"]);
    assert_eq!(ids(&store, &ListQuery { offset: 1, limit: Some(1), ..query() }), ["t-b"]);
    assert_eq!(store.list(&ListQuery { limit: Some(1), ..query() }).total, 3);
}

#[test]
fn names_are_ordered_whatever_their_case_and_equal_ones_newest_first() {
    let names = [
        r#""b""#,
        r#""B""#,
        "7",
        r#""Ärger""#,
        r#""ärger""#,
        "null",
        r#""a""#,
        r#""""#,
        "7",
        r#""7""#,
        r#""b""#,
        r#""2026-01-01T00:00:00Z""#,
        r#""A b""#,
    ];
    let run = |(at, name): (usize, &&str)| {
        format!(
            r#"{{"InvokeId":"t-{at}","CommandName":{name},"CreationTime":"2026-01-01T00:00:{at:02}Z"}}"#
        )
    };
    let runs: Vec<String> = names.iter().enumerate().map(run).collect();
    let store = store_of(&format!(r#"{{"Invocations":[{}]}}"#, runs.join(",")));
    let by_name = ListQuery { sort: RunSort::Name, ..ListQuery::default() };

    let expected = [7, 5, 11, 9, 8, 2, 6, 12, 10, 1, 0, 4, 3].map(|at| format!("t-{at}"));
    assert_eq!(ids(&store, &by_name), expected);
    let reversed = ListQuery { reverse: true, ..by_name };
    assert!(ids(&store, &reversed).iter().eq(expected.iter().rev()));
}

#[test]
fn instances_are_filtered_and_sorted() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","InvokeInstances":[
        {"InstanceId":"i-1","InvocationStatus":"Success","ExitCode":0,"StartTime":"2026-01-01T00:00:05Z","FinishTime":"2026-01-01T00:00:06Z","Output":"YWJj"},
        {"InstanceId":"i-2","InvocationStatus":"Timeout","ErrorCode":"ExecutionTimeout","StartTime":"2026-01-01T00:00:00Z","FinishTime":"2026-01-01T00:01:00Z","Dropped":7},
        {"InstanceId":"i-3","InvocationStatus":"Failed","ExitCode":2,"ErrorInfo":"The command execution exit code is not zero"},
        {"InstanceId":"i-4","InvocationStatus":"Quarantined"}]}]}"#,
    );
    let query = InstanceQuery::default;

    assert_eq!(instance_ids(&store, "t-1", &query()), ["i-2", "i-3", "i-4", "i-1"]);
    let failed = InstanceQuery { outcomes: vec![Outcome::Failed], ..query() };
    assert_eq!(instance_ids(&store, "t-1", &failed), ["i-2", "i-3"]);
    let unlisted = InstanceQuery { statuses: vec!["Quarantined".into()], ..query() };
    assert_eq!(instance_ids(&store, "t-1", &unlisted), ["i-4"]);
    let text = |text: &str| InstanceQuery { text: text.into(), ..query() };
    assert_eq!(instance_ids(&store, "t-1", &text("executiontimeout")), ["i-2"]);
    assert_eq!(instance_ids(&store, "t-1", &text("not zero")), ["i-3"]);
    let truncated = InstanceQuery { truncated: true, ..query() };
    assert_eq!(instance_ids(&store, "t-1", &truncated), ["i-2"]);
    let chosen = InstanceQuery { instance_ids: vec!["i-4".into(), "i-9".into()], ..query() };
    assert_eq!(instance_ids(&store, "t-1", &chosen), ["i-4"]);
    let sorted = |sort| instance_ids(&store, "t-1", &InstanceQuery { sort, ..query() });
    assert_eq!(sorted(InstanceSort::InstanceId), ["i-1", "i-2", "i-3", "i-4"]);
    assert_eq!(sorted(InstanceSort::ExitCode), ["i-1", "i-3", "i-2", "i-4"]);
    assert_eq!(sorted(InstanceSort::Duration)[..2], ["i-2", "i-1"]);
    assert_eq!(sorted(InstanceSort::Started)[..2], ["i-2", "i-1"]);
    assert_eq!(sorted(InstanceSort::Output)[0], "i-1");
    assert_eq!(sorted(InstanceSort::Status), ["i-3", "i-4", "i-1", "i-2"]);
    let page = InstanceQuery { offset: 1, limit: Some(2), ..query() };
    assert_eq!(instance_ids(&store, "t-1", &page), ["i-3", "i-4"]);
}

#[test]
fn a_contradiction_is_shown_beside_the_derived_status() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","InvocationStatus":"Running",
        "InvokeInstances":[{"InstanceId":"i-1","InvocationStatus":"Success"}]}]}"#,
    );

    let row = store.list(&ListQuery::default()).rows.remove(0);

    assert_eq!(row.reported, [InvocationStatus::Running]);
    assert_eq!(row.aggregate.status(), Some(&InvocationStatus::Success));
    assert_eq!(row.agreement, Agreement::Differs);
}

#[test]
fn outputs_are_decoded_and_their_base64_survives() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","CommandContent":"ZWNobyDkupE=","InvokeInstances":[
        {"InstanceId":"i-1","Output":"5LqR5Yqp5omLCg=="},
        {"InstanceId":"i-2","Output":"not **** Base64"},
        {"InstanceId":"i-3","Output":"YQ"}]}]}"#,
    );

    let output = store.output("t-1", "i-1").expect("an instance").expect("an output");
    assert_eq!((output.text(), output.encoding().certain), ("云助手\n", true));
    assert_eq!(store.command_content("t-1").expect("a run").as_deref(), Some("echo 云"));
    let raw = store.raw("t-1").expect("a run");
    for text in ["\"5LqR5Yqp5omLCg==\"", "\"not **** Base64\"", "\"YQ\"", "\"ZWNobyDkupE=\""] {
        assert!(raw.contains(text), "{text} in {raw}");
    }
}

#[test]
fn plain_text_that_looks_like_base64_stays_text() {
    let mut store = Store::new();
    let context = IngestContext { encoding: Some(Encoding::PlainText), include_output: Some(true) };
    let body = r#"{"Invocations":[{"InvokeId":"t-1","InvokeInstances":[{"InstanceId":"i-1","Output":"done"}]}]}"#;

    store.ingest(body.as_bytes(), context).expect("a page");

    assert_eq!(store.output_bytes("t-1", "i-1").expect("an output"), b"done");
}

/// Reading what was written gives the same again, for every documented answer.
#[test]
fn the_raw_record_reads_back_to_the_same() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/answers");
    for name in [
        "invocations_api_page",
        "invocations_2018-08_legacy_two_invocations",
        "invocations_oss_parameters_object",
        "synthetic_full_shape_once_success",
    ] {
        let body = std::fs::read_to_string(format!("{folder}/{name}.json")).expect(name);
        let source: serde_json::Value = serde_json::from_str(&body).expect(name);
        let store = store_of(&body);
        for run in source["Invocations"]["Invocation"].as_array().expect(name) {
            let id = run["InvokeId"].as_str().expect(name);
            let raw: serde_json::Value =
                serde_json::from_str(&store.raw(id).expect(name)).expect(name);
            let mut written = raw["Invocations"]["Invocation"][0].clone();
            // The API leaves out what a run does not have; here it is empty.
            if run.get("Tags").is_none() {
                written.as_object_mut().expect(name).remove("Tags");
            }

            assert_eq!(&written, run, "{name}");
        }
    }
}

#[test]
fn a_run_is_written_as_a_plain_object() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","Timeout":60,"Parameters":{"a":1},"New":[1],
        "CommandContent":"ZWNobw==","Tags":[{"TagKey":"k","TagValue":"v"}]}]}"#,
    );

    assert_eq!(
        store.run("t-1").expect("a run"),
        concat!(
            r#"{"parameters":{"a":1},"invokeId":"t-1","timeout":60,"tags":[{"key":"k","value":"v"}],"#,
            r#""extra":{"New":[1]},"hasHistory":false,"commandContent":"echo"}"#
        )
    );
}

#[test]
fn an_output_that_was_not_asked_for_is_none() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","InvokeInstances":[{"InstanceId":"i-1"}]}]}"#,
    );

    assert_eq!(store.output("t-1", "i-1").expect("an instance"), None);
}

#[test]
fn colours_do_not_split_a_group() {
    let output = |text: &str| invoscope::output::base64::encode(text.as_bytes());
    let store = store_of(&format!(
        r#"{{"Invocations":[{{"InvokeId":"t-1","InvokeInstances":[
        {{"InstanceId":"i-1","InvocationStatus":"Success","Output":"{}"}},
        {{"InstanceId":"i-2","InvocationStatus":"Success","Output":"{}"}}]}}]}}"#,
        output("\u{1b}[32mok\u{1b}[0m\n"),
        output("ok\n"),
    ));

    assert_eq!(store.groups("t-1").expect("a run").len(), 1);
}
