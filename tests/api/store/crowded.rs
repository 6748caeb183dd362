//! Answers that come back to one run fifty thousand times. Where each record
//! looked at those before it, these would take minutes.

use super::{InstanceQuery, WITH_OUTPUT, store_of};
use invoscope::response::InstanceField;
use invoscope::store::{InstanceRow, Store};

const MANY: usize = 50_000;

fn answer(list: &str, records: impl Iterator<Item = String>) -> String {
    format!(r#"{{"{list}":[{}]}}"#, records.collect::<Vec<_>>().join(","))
}

/// The `index`th execution on an instance, a second each.
fn execution(index: usize) -> String {
    let time = |index: usize| {
        let (hour, minute, second) = (index / 3600 % 24, index / 60 % 60, index % 60);
        format!("2026-11-{:02}T{hour:02}:{minute:02}:{second:02}Z", 1 + index / 86_400)
    };
    format!(
        r#"{{"InvokeId":"t-1","InstanceId":"i-1","Repeats":{index},"StartTime":"{}","FinishedTime":"{}"}}"#,
        time(index),
        time(index + 1)
    )
}

fn repeats(row: &InstanceRow) -> Option<&str> {
    let value = row.fields.iter().find(|(field, _)| *field == InstanceField::Repeats);
    value.map(|(_, text)| text.as_str())
}

fn history_length(store: &Store) -> usize {
    store.history("t-1").expect("a run").total
}

#[test]
fn executions_of_one_instance() {
    // The API answers the newest first.
    let body = answer("InvocationResults", (0..MANY).rev().map(execution));
    let mut store = store_of(&body);

    let again = store.ingest(body.as_bytes(), WITH_OUTPUT).expect("the same again");

    assert_eq!((again.instances_added, again.instances_changed), (0, 0));
    assert_eq!(history_length(&store), MANY);
    let instances = store.instances("t-1", &InstanceQuery::default()).expect("a run").rows;
    assert_eq!(instances.iter().map(repeats).collect::<Vec<_>>(), [Some("49999")]);
}

#[test]
fn instances_of_two_runs_that_take_turns() {
    let result =
        |index| format!(r#"{{"InvokeId":"t-{}","InstanceId":"i-{index}"}}"#, 1 + index % 2);

    let store = store_of(&answer("InvocationResults", (0..MANY).map(result)));

    assert_eq!((store.run_count(), store.instance_count()), (2, MANY));
    assert_eq!(history_length(&store), MANY / 2);
}

#[test]
fn a_run_that_comes_once_for_each_instance() {
    let run =
        |index| format!(r#"{{"InvokeId":"t-1","InvokeInstances":[{{"InstanceId":"i-{index}"}}]}}"#);

    let store = store_of(&answer("Invocations", (0..MANY).map(run)));

    assert_eq!((store.run_count(), store.instance_count()), (1, MANY));
}

#[test]
fn executions_are_known_again_after_the_store_has_made_its_texts_anew() {
    let with_outputs = |round: usize| {
        let result = |index: usize| {
            let output = format!("{round:04}{index:04}").repeat(2_000);
            execution(index).replace("\"Repeats\"", &format!(r#""Output":"{output}","Repeats""#))
        };
        answer("InvocationResults", (0..100).map(result))
    };
    // A name that is gone, so that the texts behind it move.
    let mut store = store_of(r#"{"Invocations":[{"InvokeId":"t-0","CommandName":"before"}]}"#);
    let renamed = r#"{"Invocations":[{"InvokeId":"t-0","CommandName":"after"}]}"#;
    store.ingest(renamed.as_bytes(), WITH_OUTPUT).expect("a page");

    for round in 0..4 {
        store
            .ingest(with_outputs(round).as_bytes(), WITH_OUTPUT)
            .expect("the same with new outputs");
    }

    assert_eq!(history_length(&store), 100);
}
