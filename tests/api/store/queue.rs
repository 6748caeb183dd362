//! Time in the queue. The API page: a timed run "will run again by itself", so
//! its creation is no beginning of the execution that is shown.

use super::{InstanceQuery, Store, store_of};

/// A run that was created an hour before its instance started.
fn run(id: &str, how: &str) -> String {
    format!(
        r#"{{"InvokeId":"{id}",{how}"InvokeInstances":[{{"InstanceId":"i-{id}","InvocationStatus":"Success",
        "CreationTime":"2026-01-01T10:00:00Z","StartTime":"2026-01-01T11:00:00Z",
        "FinishTime":"2026-01-01T11:00:05Z"}}]}}"#
    )
}

fn store_with(runs: &[String]) -> Store {
    store_of(&format!(r#"{{"Invocations":[{}]}}"#, runs.join(",")))
}

/// Seconds in the queue and the median of them, then the seconds of running.
fn figures(how: &str) -> (Option<i64>, Option<f64>, Option<i64>) {
    let store = store_with(&[run("t-1", how)]);
    let row = store.instances("t-1", &InstanceQuery::default()).expect(how).rows.remove(0);
    let queue = store.summary("t-1").expect(how).queue;
    (row.queue_seconds, queue.map(|queue| queue.p50), row.run_seconds)
}

#[test]
fn runs_that_start_by_themselves_wait_in_no_queue() {
    for how in [
        r#""RepeatMode":"Period","#,
        r#""RepeatMode":"EveryReboot","#,
        r#""RepeatMode":"NextRebootOnly","#,
        // One that was stopped is timed no more.
        r#""RepeatMode":"Period","Timed":false,"#,
        r#""Timed":true,"#,
        r#""RepeatMode":"","Timed":"true","#,
    ] {
        assert_eq!(figures(how), (None, None, Some(5)), "{how}");
    }
}

#[test]
fn runs_of_once_wait_from_their_creation() {
    for how in ["", r#""RepeatMode":"Once","Timed":false,"#, r#""RepeatMode":"DryRun","#] {
        assert_eq!(figures(how), (Some(3600), Some(3600.0), Some(5)), "{how}");
    }
}

#[test]
fn a_set_counts_the_queue_of_its_runs_of_once_alone() {
    let store = store_with(&[run("t-1", r#""RepeatMode":"Period","#), run("t-2", "")]);

    let summary = store.summary("t-1,t-2").expect("a set");

    assert_eq!(summary.queue.map(|queue| queue.count), Some(1));
    assert_eq!(summary.run.map(|run| run.count), Some(2));
}
