//! Answers that come again and again, each with other values.

use super::{Store, WITH_OUTPUT};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Members of a record, by the numbers that say what stands in them; zero for
/// one that is absent.
fn record(names: &[&str], values: &[u8]) -> Map<String, Value> {
    let of = |value: u8| match value {
        1 => json!(""),
        2 => json!(null),
        3 => json!("2026-11-29T10:00:00Z"),
        4 => json!(60),
        5 => json!({ "a": [1, 2] }),
        6 => json!("YQ=="),
        7 => json!(true),
        _ => json!(format!("text {value}")),
    };
    let members = names.iter().zip(values).filter(|(_, value)| **value > 0);
    members.map(|(name, value)| ((*name).to_owned(), of(*value))).collect()
}

const OF_RUN: [&str; 11] = [
    "CreationTime",
    "Frequency",
    "InvocationStatus",
    "CommandId",
    "CommandContent",
    "CommandName",
    "Username",
    "WorkingDir",
    "Timeout",
    "NewMember",
    "Other",
];
const OF_INSTANCE: [&str; 11] = [
    "FinishTime",
    "InvocationStatus",
    "Repeats",
    "Output",
    "Dropped",
    "ExitCode",
    "StartTime",
    "ErrorInfo",
    "ErrorCode",
    "OssOutputUri",
    "NewMember",
];

/// Values that mostly are as in other records.
fn values() -> impl Strategy<Value = Vec<u8>> {
    let alike = prop::collection::vec(prop_oneof![9 => Just(8_u8), 1 => 0..12_u8], 11);
    prop_oneof![2 => alike, 1 => prop::collection::vec(0..12_u8, 11)]
}

/// A run with its tag and two instances.
fn run() -> impl Strategy<Value = (Vec<u8>, u8, [Vec<u8>; 2])> {
    (values(), 0..4_u8, [values(), values()])
}

fn json_of(index: usize, (run, tag, instances): &(Vec<u8>, u8, [Vec<u8>; 2])) -> Value {
    let instances = instances.iter().enumerate().map(|(at, values)| {
        let mut members = record(&OF_INSTANCE, values);
        members.insert("InstanceId".into(), json!(format!("i-{index}-{at}")));
        Value::Object(members)
    });
    let mut members = record(&OF_RUN, run);
    members.insert("InvokeId".into(), json!(format!("t-{index}")));
    members.insert(
        "InvokeInstances".into(),
        json!({ "InvokeInstance": instances.collect::<Vec<_>>() }),
    );
    let tags = (*tag > 0).then(|| json!({ "TagKey": "k", "TagValue": format!("v{tag}") }));
    members.insert("Tags".into(), json!({ "Tag": tags.into_iter().collect::<Vec<_>>() }));
    Value::Object(members)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn prop_what_is_stored_of_a_run_is_the_last_answer(
        pages in prop::collection::vec(prop::collection::vec(run(), 5), 1..12),
    ) {
        let mut store = Store::new();
        for page in &pages {
            let runs: Vec<Value> = (0..).zip(page).map(|(index, run)| json_of(index, run)).collect();
            let body = json!({ "Invocations": { "Invocation": runs } }).to_string();
            store.ingest(body.as_bytes(), WITH_OUTPUT).expect("a page");

            for (index, run) in (0..).zip(&runs) {
                let raw = store.raw(&format!("t-{index}")).expect("a run");
                let raw: Value = serde_json::from_str(&raw).expect("JSON");
                prop_assert_eq!(&raw["Invocations"]["Invocation"][0], run);
            }
            let again = store.ingest(body.as_bytes(), WITH_OUTPUT).expect("the same page");
            prop_assert_eq!((again.runs_changed, again.instances_changed, again.instances_added), (0, 0, 0));
        }
    }
}

#[test]
fn members_that_are_new_each_time_keep_the_store_flat() {
    let mut store = Store::new();
    let mut bytes = Vec::new();
    for round in 0..4_000 {
        let long = format!("{round}").repeat(400);
        let body = format!(
            r#"{{"Invocations":[{{"InvokeId":"t-1","New{round}":1,"Tags":[{{"TagKey":"k","TagValue":"{long}"}}],
            "InvokeInstances":[{{"InstanceId":"i-1","New{round}":"{long}"}}]}}]}}"#
        );
        store.ingest(body.as_bytes(), WITH_OUTPUT).expect("a page");
        bytes.push(store.bytes());
    }

    let peak = |range: &[usize]| range.iter().copied().max();
    assert!(
        peak(&bytes[2_000..]) <= peak(&bytes[..2_000]),
        "{:?} {:?}",
        peak(&bytes[2_000..]),
        peak(&bytes[..2_000])
    );
}
