//! A run of 500 instances over five `InvokeId`s, of which 7 fail in 3 ways.

use super::{ErrorKind, InstanceQuery, ListQuery, Outcome, Store, ids, json, store_of};
use std::fmt::Write as _;

/// The five answers of the fleet's run, oldest first.
fn fleet() -> Vec<String> {
    (0..5).map(part).collect()
}

fn part(part: usize) -> String {
    let mut instances = String::new();
    for index in part * 100..part * 100 + 100 {
        let comma = if index % 100 > 0 { "," } else { "" };
        write!(instances, "{comma}{}", instance(index)).unwrap();
    }
    format!(
        r#"{{"Invocations":{{"Invocation":[{{"InvokeId":"t-{part}","CommandName":"deploy","CommandContent":"ZGVwbG95",
        "RepeatMode":"Once","CreationTime":"2026-01-01T00:00:0{part}Z","InvocationStatus":"{}",
        "InvokeInstances":{{"InvokeInstance":[{instances}]}}}}]}}}}"#,
        if part == 0 { "PartialFailed" } else { "Success" },
    )
}

fn instance(index: usize) -> String {
    let id = format!("i-bp{index:018}");
    let facts = match index {
        0..4 => {
            let text = format!("copying\ncp: /data/{index}/app.log: No space left on device\n");
            let output = invoscope::output::base64::encode(text.as_bytes());
            format!(r#""InvocationStatus":"Failed","ExitCode":1,"ErrorCode":"ExitCodeNonzero","Output":"{output}""#)
        }
        4..6 => r#""InvocationStatus":"Aborted","ErrorCode":"ClientNotResponse","ErrorInfo":"The aliyun service in the instance does not response","Output":"""#.to_owned(),
        6 => r#""InvocationStatus":"Timeout","ErrorCode":"ExecutionTimeout","ErrorInfo":"The command execution has been timeout","Output":"Y29weWluZwo=""#.to_owned(),
        7..9 => r#""InvocationStatus":"Success","ExitCode":0,"Output":"b2sK","Dropped":100"#.to_owned(),
        _ => r#""InvocationStatus":"Success","ExitCode":0,"Output":"b2sK""#.to_owned(),
    };
    format!(r#"{{"InstanceId":"{id}",{facts}}}"#)
}

fn fleet_store() -> Store {
    let mut store = Store::new();
    for body in fleet() {
        store.ingest(body.as_bytes(), super::WITH_OUTPUT).expect("a page");
    }
    store
}

#[test]
fn five_runs_of_one_action_are_one_row() {
    let store = fleet_store();

    assert_eq!(ids(&store, &ListQuery::default()), ["t-0,t-1,t-2,t-3,t-4"]);
    let ungrouped = ListQuery { ungrouped: true, ..ListQuery::default() };
    assert_eq!(ids(&store, &ungrouped), ["t-4", "t-3", "t-2", "t-1", "t-0"]);
    assert_eq!(store.propose_run_sets().len(), 1);
}

#[test]
fn the_headline_says_how_many_failed_in_how_many_ways() {
    let summary = fleet_store().summary("t-0,t-1,t-2,t-3,t-4").expect("the set");

    assert_eq!(
        summary.headline.en,
        "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated"
    );
    assert_eq!(summary.count(Outcome::Failed), 7);
    assert_eq!(
        summary.row.aggregate.status().map(ToString::to_string).as_deref(),
        Some("PartialFailed")
    );
    assert_eq!((summary.truncated, summary.dropped_bytes), (2, 200));
}

#[test]
fn families_name_their_instances_and_the_line_that_decides() {
    let families = fleet_store().families("t-0,t-1,t-2,t-3,t-4").expect("the set");

    let facts: Vec<_> = families
        .iter()
        .map(|row| (row.family.error_code.as_str(), row.family.exit_code, row.instance_ids.len()))
        .collect();
    assert_eq!(
        facts,
        [
            ("ExitCodeNonzero", Some(1), 4),
            ("ClientNotResponse", None, 2),
            ("ExecutionTimeout", None, 1)
        ]
    );
    assert_eq!(
        families[0].family.decisive_text(),
        Some("cp: /data/0/app.log: No space left on device")
    );
    assert_eq!(families[0].instance_ids[3], "i-bp000000000000000003");
}

#[test]
fn equal_outputs_of_successes_are_one_group() {
    let groups = fleet_store().groups("t-0,t-1,t-2,t-3,t-4").expect("the set");

    assert_eq!(groups.len(), 1);
    assert_eq!((groups[0].instance_ids.len(), groups[0].first_line.as_str()), (493, "ok"));
    assert!(groups[0].is_reference);
}

#[test]
fn a_set_is_one_run_for_its_instances_too() {
    let store = fleet_store();
    let failed = InstanceQuery { outcomes: vec![Outcome::Failed], ..InstanceQuery::default() };

    let rows = store.instances("t-0,t-1,t-2,t-3,t-4", &failed).expect("the set");

    assert_eq!((rows.total, rows.rows.len()), (7, 7));
    assert_eq!(store.instances("t-4", &failed).expect("a part").total, 0);
}

#[test]
fn runs_that_share_an_instance_or_come_late_are_not_one() {
    let body = |id: &str, time: &str, first: usize| {
        let instances: Vec<_> =
            (first..first + 10).map(|index| format!(r#"{{"InstanceId":"i-{index}"}}"#)).collect();
        format!(
            r#"{{"InvokeId":"{id}","CommandName":"n","CreationTime":"2026-01-01T00:{time}Z","InvokeInstances":[{}]}}"#,
            instances.join(",")
        )
    };
    let list = |runs: [String; 2]| {
        let store = store_of(&format!(r#"{{"Invocations":[{}]}}"#, runs.join(",")));
        ids(&store, &ListQuery::default()).len()
    };

    assert_eq!(list([body("t-2", "00:30", 10), body("t-1", "00:00", 0)]), 1);
    assert_eq!(list([body("t-2", "00:31", 10), body("t-1", "00:00", 0)]), 2);
    assert_eq!(list([body("t-2", "00:30", 9), body("t-1", "00:00", 0)]), 2);
}

#[test]
fn a_row_is_written_for_javascript() {
    let store = store_of(
        r#"{"Invocations":[{"InvokeId":"t-1","CommandName":"n","InvocationStatus":"Success","Tags":[{"TagKey":"k","TagValue":"v"}],
        "InvokeInstances":[{"InstanceId":"i-1","InvocationStatus":"Success"}]}]}"#,
    );

    assert_eq!(
        json::to_json(&store.list(&ListQuery::default())),
        concat!(
            r#"{"total":1,"rows":[{"id":"t-1","invokeIds":["t-1"],"commandName":"n","#,
            r#""tags":[{"key":"k","value":"v"}],"status":"Success","rule":"success-or-stopped","#,
            r#""counts":{"total":1,"pending":0,"running":0,"stopping":0,"scheduled":0,"success":1,"#,
            r#""failed":0,"stopped":0,"unknown":0},"reported":["Success"],"agreement":"agrees"}]}"#
        )
    );
}

#[test]
fn a_search_names_the_instances_and_the_places() {
    let store = fleet_store();

    let hits = store
        .search_json("t-0,t-1,t-2,t-3,t-4", r#"{"pattern":"no space LEFT"}"#)
        .expect("a literal");

    assert_eq!((hits.result.searched, hits.result.count), (500, 4));
    assert_eq!(hits.instance_ids[1], "i-bp000000000000000001");
    let place = &hits.result.outputs[1].matches[0];
    assert_eq!((place.line, place.start_utf16), (2, "cp: /data/1/app.log: ".len()));
}

#[test]
fn a_wrong_search_is_named() {
    let store = fleet_store();
    let kind = |query: &str| store.search_json("t-0", query).expect_err(query).kind();

    assert_eq!(kind(r#"{"pattern":"(","regex":true}"#), ErrorKind::InvalidPattern);
    assert_eq!(kind(r#"{"pattern":1}"#), ErrorKind::InvalidType);
}

#[test]
fn the_watch_is_told_what_is_stored() {
    let facts = fleet_store().run_facts("t-0").expect("a run");

    assert_eq!(facts.status, Some("PartialFailed".into()));
    assert_eq!(facts.instances.len(), 100);
    assert!(facts.instances[0].has_output && !facts.instances[4].has_output);
    assert_eq!(fleet_store().run_facts("t-9"), None);
}
