//! What a later answer does to what is stored.

use super::{IngestContext, InstanceQuery, Store, WITH_OUTPUT, instance_ids, store_of};
use invoscope::output::encoding::Encoding;
use invoscope::response::InstanceField;
use invoscope::store::ListQuery;
use std::fmt::Write as _;

const STATUS_ONLY: IngestContext = IngestContext { encoding: None, include_output: Some(false) };

fn page(instances: &str) -> String {
    format!(r#"{{"Invocations":[{{"InvokeId":"t-1","InvokeInstances":[{instances}]}}]}}"#)
}

#[test]
fn the_same_answer_twice_changes_nothing() {
    let body = page(r#"{"InstanceId":"i-1","Output":"YQ=="},{"InstanceId":"i-2"}"#);
    let mut store = store_of(&body);

    let report = store.ingest(body.as_bytes(), WITH_OUTPUT).expect("a page");

    assert_eq!((report.runs_added, report.runs_changed), (0, 0));
    assert_eq!((report.instances_added, report.instances_changed), (0, 0));
    assert_eq!((store.run_count(), store.instance_count()), (1, 2));
}

#[test]
fn instances_without_id_are_all_kept_and_added_once() {
    for body in [
        page(r#"{"InstanceId":"i-1"},{"InstanceId":"i-1"},{"ExitCode":1},{"ExitCode":1}"#),
        page(r#"{"InstanceId":"","ExitCode":1},{"InstanceId":"i-1"},{"InstanceId":null}"#),
    ] {
        let mut store = store_of(&body);

        let report = store.ingest(body.as_bytes(), WITH_OUTPUT).expect("a page");

        assert_eq!((report.instances_added, store.instance_count()), (0, 3), "{body}");
    }
}

/// Every third instance has no id. More than the store searches one by one.
fn many(instances: impl Iterator<Item = usize>, exit_code: usize) -> String {
    let records = instances.map(|index| match index % 3 {
        0 => format!(r#"{{"ExitCode":{exit_code}}}"#),
        _ => format!(r#"{{"InstanceId":"i-{index}","ExitCode":{exit_code}}}"#),
    });
    page(&records.collect::<Vec<_>>().join(","))
}

#[test]
fn many_instances_in_any_order_are_each_merged_into_themselves() {
    let mut store = store_of(&many(0..900, 0));

    let backwards = many((0..900).rev(), 1);
    let again = store.ingest(backwards.as_bytes(), WITH_OUTPUT).expect("a page");
    let wider = many((300..1200).rev(), 1);
    let more = store.ingest(wider.as_bytes(), WITH_OUTPUT).expect("a page");

    assert_eq!((again.instances_added, again.instances_changed), (0, 900));
    // The two hundred ids that are new; instances without id are told by their number alone.
    assert_eq!((more.instances_added, more.instances_changed), (200, 0));
    assert_eq!(store.instance_count(), 1100);
}

#[test]
fn a_result_without_instance_id_is_added_once() {
    let body = r#"{"InvocationResults":[{"InvokeId":"t-1","FinishedTime":"2018-01-05 15:20:02"}]}"#;
    let mut store = store_of(body);

    let report = store.ingest(body.as_bytes(), WITH_OUTPUT).expect("a page");

    assert_eq!((report.instances_added, store.instance_count()), (0, 1));
}

#[test]
fn a_bad_answer_leaves_the_store_as_it_was() {
    let mut store = store_of(&page(r#"{"InstanceId":"i-1"}"#));
    let before = store.raw("t-1").expect("a run");

    for bad in [r#"{"Invocations":[{"InvokeId":"t-2"}]"#, "<html>", "", r#"{"Code":"Throttling"}"#]
    {
        assert!(store.ingest(bad.as_bytes(), WITH_OUTPUT).is_err(), "{bad}");
    }

    assert_eq!(store.raw("t-1").expect("a run"), before);
    assert_eq!(store.run_count(), 1);
}

#[test]
fn a_status_answer_keeps_the_output() {
    let mut store = store_of(&page(r#"{"InstanceId":"i-1","Output":"YQ=="}"#));

    for empty in [r#","Output":"""#, ""] {
        let body = page(&format!(r#"{{"InstanceId":"i-1","InvocationStatus":"Success"{empty}}}"#));
        store.ingest(body.as_bytes(), STATUS_ONLY).expect("a page");

        assert_eq!(store.output_bytes("t-1", "i-1").expect("an output"), b"a");
    }
}

#[test]
fn an_output_that_became_empty_is_empty() {
    let mut store = store_of(&page(r#"{"InstanceId":"i-1","Output":"YQ=="}"#));

    store
        .ingest(page(r#"{"InstanceId":"i-1","Output":""}"#).as_bytes(), WITH_OUTPUT)
        .expect("a page");

    assert_eq!(store.output_bytes("t-1", "i-1").expect("an output"), b"");
}

#[test]
fn an_exit_code_that_is_gone_is_gone() {
    let mut store = store_of(&page(r#"{"InstanceId":"i-1","ExitCode":1}"#));

    store
        .ingest(
            page(r#"{"InstanceId":"i-1","InvocationStatus":"Running"}"#).as_bytes(),
            STATUS_ONLY,
        )
        .expect("a page");

    let rows = store.instances("t-1", &InstanceQuery::default()).expect("a run").rows;
    assert_eq!(rows[0].exit_code, None);
}

#[test]
fn an_older_answer_that_comes_later_is_left_out() {
    let at = |time: &str, status: &str| {
        page(&format!(
            r#"{{"InstanceId":"i-1","InvocationStatus":"{status}","UpdateTime":"2026-01-01T00:00:{time}Z"}}"#
        ))
    };
    let mut store = store_of(&at("09", "Success"));

    let report = store.ingest(at("08", "Running").as_bytes(), STATUS_ONLY).expect("a page");

    assert_eq!(report.instances_stale, 1);
    let rows = store.instances("t-1", &InstanceQuery::default()).expect("a run").rows;
    assert_eq!(rows[0].status.as_str(), "Success");
}

#[test]
fn an_answer_about_one_instance_keeps_the_others() {
    let mut store = store_of(&page(r#"{"InstanceId":"i-1"},{"InstanceId":"i-2"}"#));

    store
        .ingest(page(r#"{"InstanceId":"i-2","InvocationStatus":"Failed"}"#).as_bytes(), STATUS_ONLY)
        .expect("a page");

    assert_eq!(instance_ids(&store, "t-1", &InstanceQuery::default()), ["i-2", "i-1"]);
}

#[test]
fn results_fill_the_run_and_leave_what_they_do_not_have() {
    let mut store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","CommandName":"n","InvokeInstances":[
        {"InstanceId":"i-1","InvocationStatus":"Running","CreationTime":"2026-01-01T00:00:00Z"}]}]}"#,
    );
    let results = r#"{"Invocation":{"InvocationResults":{"InvocationResult":[{"InvokeId":"t-1","InstanceId":"i-1",
        "InvocationStatus":"Success","ExitCode":0,"FinishedTime":"2026-01-01T00:00:09Z","Output":"YQ==","Username":"root"}]}}}"#;

    store.ingest(results.as_bytes(), WITH_OUTPUT).expect("results");

    let row = store.instances("t-1", &InstanceQuery::default()).expect("a run").rows.remove(0);
    assert_eq!((row.status.as_str(), row.exit_code, row.output_bytes), ("Success", Some(0), 1));
    let field =
        |field| row.fields.iter().find(|(one, _)| *one == field).map(|(_, text)| text.as_str());
    assert_eq!(field(InstanceField::CreationTime), Some("2026-01-01T00:00:00Z"));
    assert_eq!(field(InstanceField::FinishTime), Some("2026-01-01T00:00:09Z"));
    assert!(store.run("t-1").expect("a run").contains(r#""username":"root""#));
}

#[test]
fn history_keeps_every_execution_and_the_latest_is_shown() {
    let result = |repeat: u32| {
        format!(
            r#"{{"InvokeId":"t-1","InstanceId":"i-1","InvocationStatus":"Success","Repeats":{repeat},
            "StartTime":"2026-01-01T00:0{repeat}:00Z","FinishedTime":"2026-01-01T00:0{repeat}:05Z","Output":"YQ=="}}"#
        )
    };
    let body = |results: &str| {
        format!(r#"{{"Invocation":{{"InvocationResults":{{"InvocationResult":[{results}]}}}}}}"#)
    };
    let mut store = store_of(&body(&[result(3), result(1), result(2)].join(",")));
    store.ingest(body(&result(2)).as_bytes(), WITH_OUTPUT).expect("results");

    let repeats = |rows: invoscope::store::InstanceRows| -> Vec<String> {
        let of = |row: &invoscope::store::InstanceRow| {
            row.fields.iter().find(|(field, _)| *field == InstanceField::Repeats).unwrap().1.clone()
        };
        rows.rows.iter().map(of).collect()
    };
    assert_eq!(repeats(store.history("t-1").expect("a run")), ["3", "2", "1"]);
    assert_eq!(repeats(store.instances("t-1", &InstanceQuery::default()).expect("a run")), ["3"]);
}

#[test]
fn an_execution_that_has_ended_is_the_one_that_ran() {
    let body = |status: &str, end: &str| {
        format!(
            r#"{{"InvocationResults":[{{"InvokeId":"t-1","InstanceId":"i-1","Repeats":1,"InvocationStatus":"{status}",
            "StartTime":"2026-01-01T00:00:00Z","FinishedTime":"{end}"}}]}}"#
        )
    };
    let mut store = store_of(&body("Running", ""));

    let ended = body("Success", "2026-01-01T00:00:09Z");
    store.ingest(ended.as_bytes(), WITH_OUTPUT).expect("results");
    store.ingest(body("Running", "").as_bytes(), WITH_OUTPUT).expect("an older answer, late");

    let history = store.history("t-1").expect("a run").rows;
    assert_eq!(history.iter().map(|row| row.status.as_str()).collect::<Vec<_>>(), ["Success"]);
}

#[test]
fn records_without_an_id_are_kept_once() {
    let body = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/answers/invocations_2019-02_legacy_compact.json"
    ))
    .expect("a fixture");
    let without = body.replace("InvokeId", "OtherId");
    let mut store = store_of(&without);
    let count = store.run_count();

    store.ingest(without.as_bytes(), WITH_OUTPUT).expect("the same again");

    assert_eq!((count, store.run_count()), (2, 2));
    let id = store.list(&ListQuery::default()).rows[0].id.clone();
    assert!(id.starts_with("no-id-"), "{id}");
}

#[test]
fn ten_thousand_refreshes_keep_the_store_flat() {
    let mut store = Store::new();
    let mut bytes = Vec::new();
    for round in 0..10_000 {
        let mut instances = String::new();
        for index in 0..5 {
            // Outputs that never repeat: each round leaves garbage behind.
            let output = format!("{round:08}{index:04}").repeat(8);
            let comma = if index > 0 { "," } else { "" };
            write!(instances, r#"{comma}{{"InstanceId":"i-{index}","Output":"{output}"}}"#)
                .unwrap();
        }
        store.ingest(page(&instances).as_bytes(), WITH_OUTPUT).expect("a page");
        bytes.push(store.bytes());
    }

    let peak = |range: &[usize]| range.iter().copied().max();
    assert_eq!(store.instance_count(), 5);
    assert!(peak(&bytes[9_000..]) <= peak(&bytes[..5_000]), "{:?}", &bytes[9_990..]);
}

#[test]
fn what_was_worked_out_once_follows_a_changed_answer_and_its_encoding() {
    let body = |first: &str, second: &str| {
        let instance = |id: &str, output: &str| {
            format!(r#"{{"InstanceId":"{id}","InvocationStatus":"Success","Output":"{output}"}}"#)
        };
        let instances = [instance("i-1", first), instance("i-2", second)].join(",");
        format!(r#"{{"Invocations":[{{"InvokeId":"t-1","InvokeInstances":[{instances}]}}]}}"#)
    };
    let first_lines = |store: &Store| -> Vec<String> {
        store.groups("t-1").expect("known").into_iter().map(|group| group.first_line).collect()
    };
    // `printf ok | base64` and `printf no | base64`.
    let mut store = store_of(&body("b2s=", "b2s="));
    assert_eq!(first_lines(&store), ["ok"]);
    assert_eq!(first_lines(&store), ["ok"]);

    store.ingest(body("b2s=", "bm8=").as_bytes(), WITH_OUTPUT).expect("valid");
    assert_eq!(first_lines(&store), ["ok", "no"]);

    let plain = IngestContext { encoding: Some(Encoding::PlainText), ..WITH_OUTPUT };
    store.ingest(body("b2s=", "b2s=").as_bytes(), plain).expect("valid");
    assert_eq!(first_lines(&store), ["b2s="]);
}
