//! The text filter of the list.

use super::{ListQuery, Store, WITH_OUTPUT, ids, store_of};

fn found(store: &Store, text: &str) -> Vec<String> {
    ids(store, &ListQuery { text: text.into(), ungrouped: true, ..ListQuery::default() })
}

const RUNS: &str = r#"{"Invocations":[
    {"InvokeId":"t-1","CommandName":"Deploy 部署","CommandId":"c-aa","CommandDescription":"by Night",
     "CommandContent":"bm90IGZvdW5k","Username":"not found",
     "InvokeInstances":[{"InstanceId":"i-1","Output":"bm90IGZvdW5k","ErrorInfo":"not found"},{"InstanceId":"i-Web2"}]},
    {"InvokeId":"t-2","CommandName":31415,"CommandId":"2026-11-29T10:00:00Z","CommandDescription":null,
     "InvokeInstances":[{"InstanceId":"i-1"},{"InstanceId":"i-web3"}]},
    {"InvokeId":"T-3","CommandName":"","CommandDescription":"c-a","InvokeInstances":[]}]}"#;

#[test]
fn every_searched_field_is_looked_into_and_no_other() {
    let store = store_of(RUNS);

    for (text, expected) in [
        ("t-1", vec!["t-1"]),
        ("t-", vec!["t-1", "t-2", "T-3"]),
        (" DEPLOY ", vec!["t-1"]),
        ("部署", vec!["t-1"]),
        ("c-a", vec!["t-1", "T-3"]),
        ("c-aa", vec!["t-1"]),
        ("night", vec!["t-1"]),
        ("i-1", vec!["t-1", "t-2"]),
        ("WEB", vec!["t-1", "t-2"]),
        ("314", vec!["t-2"]),
        ("11-29t10", vec!["t-2"]),
        ("not found", vec![]),
        ("null", vec![]),
        // The end of one text and the beginning of the next.
        ("署c", vec![]),
        ("", vec!["t-1", "t-2", "T-3"]),
    ] {
        let mut found = found(&store, text);
        found.sort_by_key(|id| id.to_lowercase());
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn a_search_follows_what_a_later_answer_changes() {
    let mut store = store_of(r#"{"Invocations":[{"InvokeId":"t-1","CommandName":"before"}]}"#);
    assert_eq!(found(&store, "fore"), ["t-1"]);

    for body in [
        r#"{"Invocations":[{"InvokeId":"t-1","CommandName":"after"}]}"#,
        r#"{"Invocations":[{"InvokeId":"t-2","CommandName":"before"}]}"#,
    ] {
        store.ingest(body.as_bytes(), WITH_OUTPUT).expect("a page");
    }

    assert_eq!(found(&store, "fore"), ["t-2"]);
    assert_eq!(found(&store, "after"), ["t-1"]);
}

/// Two fleets, each of which is one row: of four runs and of two.
fn fleets() -> Store {
    let run = |at: usize| {
        let instances: Vec<_> =
            (0..10).map(|one| format!(r#"{{"InstanceId":"i-{at}-{one}"}}"#)).collect();
        format!(
            r#"{{"InvokeId":"t-{at}","CommandName":"n","CreationTime":"2026-01-01T00:00:{at:02}Z","InvokeInstances":[{}]}}"#,
            instances.join(",")
        )
    };
    let runs: Vec<_> = [3, 9, 1, 2, 50, 58].map(run).to_vec();
    store_of(&format!(r#"{{"Invocations":[{}]}}"#, runs.join(",")))
}

#[test]
fn a_run_set_is_found_by_any_of_its_runs_and_singly_only_those_are() {
    let store = fleets();
    let (first, second) = ("t-1,t-2,t-3,t-9", "t-50,t-58");

    for (text, grouped, single) in [
        ("i-2-", vec![first], vec!["t-2"]),
        ("i-9-9", vec![first], vec!["t-9"]),
        ("t-5", vec![second], vec!["t-58", "t-50"]),
        ("t-50", vec![second], vec!["t-50"]),
        ("-3", vec![second, first], vec!["t-58", "t-50", "t-9", "t-3", "t-2", "t-1"]),
        ("8-1", vec![second], vec!["t-58"]),
        ("none", vec![], vec![]),
    ] {
        let query = ListQuery { text: text.into(), ..ListQuery::default() };
        assert_eq!(ids(&store, &query), grouped, "{text}");
        assert_eq!(ids(&store, &ListQuery { ungrouped: true, ..query }), single, "{text}");
    }
}

#[test]
fn a_slice_of_the_list_is_what_a_filter_that_all_pass_gives() {
    let store = fleets();

    for ungrouped in [false, true] {
        for (offset, limit) in [(0, None), (0, Some(0)), (1, Some(1)), (1, Some(9)), (9, None)] {
            let query = ListQuery { ungrouped, offset, limit, ..ListQuery::default() };
            let filtered = ListQuery { text: "t-".into(), ..query.clone() };
            assert_eq!(store.list(&query), store.list(&filtered), "{query:?}");
        }
    }
    let all = ListQuery { ungrouped: true, ..ListQuery::default() };
    assert_eq!(ids(&store, &all), ["t-58", "t-50", "t-9", "t-3", "t-2", "t-1"]);
    assert_eq!(ids(&store, &ListQuery::default()), ["t-50,t-58", "t-1,t-2,t-3,t-9"]);
}
