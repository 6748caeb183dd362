//! Public API of `watch`.

mod properties;

use invoscope::ErrorKind;
use invoscope::json::{Value, to_json};
use invoscope::pagination::Failure;
use invoscope::status::{InstanceStatus, InvocationStatus};
use invoscope::watch::{
    Call, EventOutcome, InstanceFacts, Phase, Reason, RunFacts, Step, Watch, WatchOptions,
    parse_event,
};

/// 2026-11-24T12:00:15Z: 45 seconds before a whole minute.
const NOW: u64 = 1_795_608_015_000;

fn watch() -> Watch {
    Watch::new(WatchOptions::default())
}

fn instance(id: &str, status: &str, update_time: &str) -> InstanceFacts {
    InstanceFacts {
        instance_id: id.into(),
        status: InstanceStatus::from_text(status),
        update_time: Some(update_time.into()),
        has_output: false,
    }
}

fn run(id: &str, status: &str, instances: &[InstanceFacts]) -> RunFacts {
    RunFacts {
        invoke_id: id.into(),
        command_id: None,
        status: Some(InvocationStatus::from_text(status)),
        instances: instances.to_vec(),
    }
}

fn status_call(id: &str) -> Step {
    Step::Call(Call { invoke_id: id.into(), instance_id: None, include_output: false })
}

fn output_call(id: &str, instance_id: Option<&str>) -> Step {
    Step::Call(Call {
        invoke_id: id.into(),
        instance_id: instance_id.map(str::to_owned),
        include_output: true,
    })
}

/// A run of one instance that is watched, running, its output read.
fn running(watch: &mut Watch, id: &str, now_ms: u64) {
    let mut only = instance("i-1", "Running", "12:00");
    only.has_output = true;
    watch.observe(&run(id, "Running", &[only]), now_ms);
}

fn waits(watch: &mut Watch, now_ms: u64) -> (u64, Option<Reason>) {
    match watch.next_step(now_ms) {
        Step::Wait { wait_ms, reason, .. } => (wait_ms, Some(reason)),
        _ => (0, None),
    }
}

#[test]
fn a_watch_without_runs_is_finished() {
    assert_eq!(watch().next_step(NOW), Step::Finished);
}

#[test]
fn status_comes_first_and_then_the_output_of_what_moved() {
    let mut watch = watch();
    watch.add("t-1");

    assert_eq!(watch.next_step(NOW), status_call("t-1"));
    let first =
        run("t-1", "Running", &[instance("i-1", "Running", "1"), instance("i-2", "Pending", "1")]);
    let accepted = watch.accept(&[first], NOW).unwrap();
    assert_eq!((accepted.changed, accepted.is_finished), (vec!["i-1".into(), "i-2".into()], false));
    assert_eq!(watch.next_step(NOW + 200), output_call("t-1", Some("i-1")));
    let answer = run("t-1", "Running", &[instance("i-1", "Running", "1")]);
    watch.accept(&[answer], NOW + 200).unwrap();
    assert_eq!(waits(&mut watch, NOW + 400), (1_600, Some(Reason::Interval)));

    assert_eq!(watch.next_step(NOW + 2_000), status_call("t-1"));
    let second =
        run("t-1", "Success", &[instance("i-1", "Running", "1"), instance("i-2", "Success", "2")]);
    assert_eq!(watch.accept(&[second], NOW + 2_000).unwrap().changed, ["i-2"]);
    assert_eq!(watch.next_step(NOW + 2_200), output_call("t-1", Some("i-2")));
}

#[test]
fn an_update_time_that_moves_asks_for_the_output_again() {
    let mut watch = watch();
    running(&mut watch, "t-1", NOW);
    assert_eq!(watch.next_step(NOW + 2_000), status_call("t-1"));

    watch.accept(&[run("t-1", "Running", &[instance("i-1", "Running", "12:01")])], NOW).unwrap();

    assert_eq!(watch.next_step(NOW + 2_200), output_call("t-1", Some("i-1")));
}

#[test]
fn more_than_three_outputs_of_a_run_are_asked_for_in_one_call() {
    let mut watch = watch();
    let moved: Vec<_> = (1..=4).map(|n| instance(&format!("i-{n}"), "Failed", "1")).collect();
    watch.observe(&run("t-1", "Failed", &moved), NOW);

    assert_eq!(watch.next_step(NOW), output_call("t-1", None));
    watch.accept(&[run("t-1", "Failed", &moved)], NOW).unwrap();
    assert_eq!(watch.next_step(NOW + 200), Step::Finished);
}

#[test]
fn finished_runs_with_their_outputs_cost_no_call() {
    let mut watch = watch();
    let mut done = instance("i-1", "Terminated", "1");
    done.has_output = true;
    watch.observe(&run("t-1", "Stopped", &[done]), NOW);

    assert_eq!(watch.next_step(NOW), Step::Finished);
}

#[test]
fn outputs_can_be_left_out() {
    let mut watch = Watch::new(WatchOptions::default().outputs(false));
    watch.observe(&run("t-1", "Success", &[instance("i-1", "Success", "1")]), NOW);

    assert_eq!(watch.next_step(NOW), Step::Finished);
    assert_eq!(watch.status(NOW).outputs_wanted, 0);
}

#[test]
fn the_interval_grows_to_thirty_seconds_while_nothing_changes_and_starts_anew() {
    let mut watch = watch();
    running(&mut watch, "t-1", NOW);
    let mut now_ms = NOW;
    let mut intervals = Vec::new();
    for _ in 0..10 {
        let (wait_ms, _) = waits(&mut watch, now_ms);
        intervals.push(wait_ms);
        now_ms += wait_ms;
        assert_eq!(watch.next_step(now_ms), status_call("t-1"));
        watch
            .accept(&[run("t-1", "Running", &[instance("i-1", "Running", "12:00")])], now_ms)
            .unwrap();
    }

    assert_eq!(
        intervals,
        [2_000, 3_000, 4_500, 6_750, 10_125, 15_187, 22_780, 30_000, 30_000, 30_000]
    );
    now_ms += waits(&mut watch, now_ms).0;
    assert_eq!(watch.next_step(now_ms), status_call("t-1"));
    watch
        .accept(&[run("t-1", "Stopping", &[instance("i-1", "Running", "12:00")])], now_ms)
        .unwrap();
    assert_eq!(waits(&mut watch, now_ms).0, 2_000);
}

#[test]
fn unknown_statuses_are_never_finished_and_asked_at_the_slowest_pace() {
    let mut watch = watch();
    let mut odd = instance("i-1", "Hibernated", "1");
    odd.has_output = true;
    watch.observe(&run("t-1", "Success", &[odd.clone()]), NOW);

    assert_eq!(waits(&mut watch, NOW), (30_000, Some(Reason::Interval)));
    assert_eq!(watch.status(NOW).finished_runs, 0);
    let known = InstanceFacts { status: InstanceStatus::Success, ..odd };
    watch.observe(&run("t-1", "Mixed", &[known]), NOW);
    assert_eq!(waits(&mut watch, NOW), (30_000, Some(Reason::Interval)));
}

#[test]
fn a_run_that_contradicts_its_instances_is_watched_on() {
    let mut watch = watch();
    let mut done = instance("i-1", "Success", "1");
    done.has_output = true;
    watch.observe(&run("t-1", "Running", &[done]), NOW);

    assert_eq!(waits(&mut watch, NOW), (2_000, Some(Reason::Interval)));
}

#[test]
fn nothing_is_asked_while_paused_and_due_runs_are_asked_after() {
    let mut watch = watch();
    running(&mut watch, "t-1", NOW);
    watch.pause();

    assert_eq!(watch.next_step(NOW + 600_000), Step::Paused);
    let status = watch.status(NOW + 600_000);
    assert_eq!(
        (status.reason, status.next_call_at_ms, status.is_paused),
        (Reason::Paused, None, true)
    );
    watch.resume(NOW + 600_000);
    assert_eq!(watch.next_step(NOW + 600_000), status_call("t-1"));
}

#[test]
fn the_budget_delays_calls_until_the_oldest_is_a_minute_old() {
    let mut watch = Watch::new(WatchOptions::default().calls_per_minute(2).unwrap());
    watch.add("t-1");
    watch.add("t-2");
    watch.spend(NOW);

    assert_eq!(watch.next_step(NOW + 1_000), status_call("t-1"));
    watch.accept(&[], NOW + 1_000).unwrap();
    assert_eq!(waits(&mut watch, NOW + 2_000), (58_000, Some(Reason::Budget)));
    let status = watch.status(NOW + 2_000);
    assert_eq!((status.calls_left, status.calls_per_minute), (0, 2));
    assert_eq!(status.next_call_at_ms, Some(NOW + 60_000));
    assert_eq!(watch.status(NOW + 60_000).calls_left, 1);
}

#[test]
fn throttling_stops_calls_until_the_next_minute_and_then_allows_one_a_second() {
    let mut watch = watch();
    watch.add("t-1");
    watch.add("t-2");
    assert_eq!(watch.next_step(NOW), status_call("t-1"));

    watch.fail(Failure::answer(400, Some("Throttling.User")), NOW, 0.0).unwrap();

    assert_eq!(waits(&mut watch, NOW + 1), (44_999, Some(Reason::Throttled)));
    assert_eq!(watch.next_step(NOW + 45_000), status_call("t-1"));
    watch.accept(&[], NOW + 45_000).unwrap();
    assert_eq!(waits(&mut watch, NOW + 45_100), (900, Some(Reason::Spacing)));
    assert_eq!(watch.next_step(NOW + 46_000), status_call("t-2"));
}

#[test]
fn a_failed_call_is_repeated_and_after_four_failures_put_off() {
    let mut watch = watch();
    watch.add("t-1");
    let mut now_ms = NOW;
    for wait in [100, 200, 400] {
        assert_eq!(watch.next_step(now_ms), status_call("t-1"));
        watch.fail(Failure::answer(503, None), now_ms, 0.0).unwrap();
        // Calls keep 200 ms apart whatever the back-off.
        now_ms += wait.max(200);
    }
    assert_eq!(watch.next_step(now_ms), status_call("t-1"));

    watch.fail(Failure::network(), now_ms, 0.0).unwrap();

    assert_eq!(waits(&mut watch, now_ms), (30_000, Some(Reason::Interval)));
    assert_eq!(watch.status(now_ms).failure, Some(Failure::network()));
    assert_eq!(watch.next_step(now_ms + 30_000), status_call("t-1"));
}

#[test]
fn a_permanent_failure_stops_the_watch_until_it_is_resumed() {
    let forbidden = Failure::answer(403, Some("Operation.Forbidden"));
    let mut watch = watch();
    watch.add("t-1");
    assert_eq!(watch.next_step(NOW), status_call("t-1"));

    watch.fail(forbidden.clone(), NOW, 0.0).unwrap();

    assert_eq!(watch.next_step(NOW + 600_000), Step::Failed(forbidden));
    watch.resume(NOW + 600_000);
    assert_eq!(watch.next_step(NOW + 600_000), status_call("t-1"));
}

#[test]
fn a_run_is_missing_after_three_answers_without_it() {
    let mut watch = watch();
    watch.add("t-1");
    let mut now_ms = NOW;
    for _ in 0..3 {
        assert_eq!(watch.next_step(now_ms), status_call("t-1"));
        watch.accept(&[], now_ms).unwrap();
        now_ms += 60_000;
    }

    assert_eq!(watch.next_step(now_ms), Step::Finished);
    assert_eq!(watch.status(now_ms).missing_runs, 1);
}

#[test]
fn an_output_that_does_not_come_is_not_asked_for_at_once_again() {
    let mut watch = watch();
    watch.observe(&run("t-1", "Success", &[instance("i-1", "Success", "1")]), NOW);
    assert_eq!(watch.next_step(NOW), output_call("t-1", Some("i-1")));

    watch.accept(&[run("t-1", "Success", &[])], NOW).unwrap();

    assert_eq!(waits(&mut watch, NOW), (30_000, Some(Reason::Interval)));
}

#[test]
fn reports_without_a_call_are_refused() {
    let mut watch = watch();

    assert_eq!(watch.accept(&[], NOW).unwrap_err().kind(), ErrorKind::InvalidState);
    let error = watch.fail(Failure::network(), NOW, 0.0).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidState);
}

#[test]
fn a_call_that_was_broken_off_is_asked_again_and_counted_again() {
    let mut watch = watch();
    watch.add("t-1");

    assert_eq!(watch.next_step(NOW), status_call("t-1"));
    assert_eq!(watch.next_step(NOW + 200), status_call("t-1"));
    assert_eq!(watch.status(NOW + 200).calls_left, 18);
}

#[test]
fn the_documented_event_is_read() {
    let event = parse_event(include_bytes!("../fixtures/events/task_completed.json")).unwrap();

    assert_eq!(event.instance_id, "i-bp114***************");
    assert_eq!(event.status, InstanceStatus::Success);
    assert_eq!(event.exit_code, Some(0));
    assert_eq!(event.command_id.as_deref(), Some("c-hz045**********"));
    assert_eq!(event.command_name.as_deref(), Some("hello-linux.sh"));
    assert_eq!(event.finish_time.as_deref(), Some("2023-12-14T07:39:48Z"));
    assert_eq!(event.invoke_id, None);
    assert_eq!(
        to_json(&event),
        concat!(
            r#"{"instanceId":"i-bp114***************","status":"Success","#,
            r#""commandId":"c-hz045**********","commandName":"hello-linux.sh","exitCode":0,"#,
            r#""finishTime":"2023-12-14T07:39:48Z","data":{"commandId":"c-hz045**********","#,
            r#""commandName":"hello-linux.sh","exitCode":"0","finishTime":"2023-12-14T07:39:48Z","#,
            r#""instanceId":"i-bp114***************","invocationStatus":"Success"}}"#
        )
    );
}

#[test]
fn an_event_finishes_an_instance_without_a_call_and_asks_for_its_output() {
    let mut watch = watch();
    let mut both = vec![instance("i-1", "Running", "1"), instance("i-2", "Running", "1")];
    for one in &mut both {
        one.has_output = true;
    }
    watch.observe(&run("t-1", "Running", &both), NOW);
    let event = parse_event(br#"{"instanceId":"i-1","invocationStatus":"Failed"}"#).unwrap();

    let updated = EventOutcome::Updated { invoke_id: "t-1".into(), instance_id: "i-1".into() };
    assert_eq!(watch.event(&event, NOW), updated);
    assert_eq!(watch.event(&event, NOW), EventOutcome::Unchanged);

    assert_eq!(watch.next_step(NOW), output_call("t-1", Some("i-1")));
}

#[test]
fn the_last_event_of_a_run_makes_one_call_due_that_confirms_it() {
    let mut watch = watch();
    running(&mut watch, "t-1", NOW);
    let event = parse_event(br#"{"instanceId":"i-1","invocationStatus":"Success"}"#).unwrap();
    watch.event(&event, NOW);

    assert_eq!(watch.next_step(NOW), status_call("t-1"));
    watch.accept(&[run("t-1", "Success", &[instance("i-1", "Success", "2")])], NOW).unwrap();
    assert_eq!(watch.next_step(NOW + 200), output_call("t-1", Some("i-1")));
    watch.accept(&[run("t-1", "Success", &[instance("i-1", "Success", "2")])], NOW).unwrap();
    assert_eq!(watch.next_step(NOW + 400), Step::Finished);
}

#[test]
fn an_event_that_may_be_of_several_runs_changes_none_and_asks_them() {
    let mut watch = watch();
    running(&mut watch, "t-1", NOW);
    running(&mut watch, "t-2", NOW);
    let event = parse_event(br#"{"instanceId":"i-1","invocationStatus":"Success"}"#).unwrap();

    assert_eq!(watch.event(&event, NOW), EventOutcome::Ambiguous);
    assert_eq!(watch.next_step(NOW), status_call("t-1"));
}

#[test]
fn events_are_told_apart_by_run_and_command() {
    let mut watch = watch();
    for (id, command) in [("t-1", "c-1"), ("t-2", "c-2")] {
        let facts = run(id, "Running", &[instance("i-1", "Running", "1")]);
        watch.observe(&RunFacts { command_id: Some(command.into()), ..facts }, NOW);
    }
    let mut tell = |event: &str| watch.event(&parse_event(event.as_bytes()).unwrap(), NOW);

    let of = |id: &str| EventOutcome::Updated { invoke_id: id.into(), instance_id: "i-1".into() };
    let status = r#""instanceId":"i-1","invocationStatus":"Success""#;
    assert_eq!(tell(&format!(r#"{{{status},"commandId":"c-2"}}"#)), of("t-2"));
    assert_eq!(tell(&format!(r#"{{{status},"invokeId":"t-1"}}"#)), of("t-1"));
    assert_eq!(tell(&format!(r#"{{{status},"commandId":"c-9"}}"#)), EventOutcome::NotWatched);
}

#[test]
fn options_are_checked_with_their_path() {
    for (json, kind, path) in [
        (r#"{"callsPerMinute":0}"#, ErrorKind::InvalidValue, "callsPerMinute"),
        (r#"{"callsPerMinute":601}"#, ErrorKind::InvalidValue, "callsPerMinute"),
        (r#"{"shortestIntervalMs":999}"#, ErrorKind::InvalidValue, "shortestIntervalMs"),
        (r#"{"longestIntervalMs":1999}"#, ErrorKind::InvalidValue, "longestIntervalMs"),
        (r#"{"outputs":1}"#, ErrorKind::InvalidType, "outputs"),
    ] {
        let error = WatchOptions::from_json(&Value::parse(json).unwrap()).unwrap_err();

        assert_eq!((error.kind(), error.path()), (kind, Some(path)), "{json}");
    }
}

#[test]
fn facts_are_read_from_json() {
    let json = r#"[{"invokeId":"t-1","commandId":"c-1","status":"Running","instances":[
        {"instanceId":"i-1","status":"Success","updateTime":"1","hasOutput":true},
        {"instanceId":"i-2","status":null}]}]"#;

    let runs = RunFacts::list_from_json(&Value::parse(json).unwrap()).unwrap();

    assert_eq!(runs[0].command_id.as_deref(), Some("c-1"));
    assert_eq!(runs[0].status, Some(InvocationStatus::Running));
    assert!(runs[0].instances[0].has_output);
    assert_eq!(runs[0].instances[1].status.as_str(), "");
    let error = RunFacts::list_from_json(&Value::parse(r#"[{"instances":[]}]"#).unwrap());
    assert_eq!(error.unwrap_err().path(), Some("invokeId"));
}

#[test]
fn steps_and_status_have_the_declared_json_form() {
    let mut watch = watch();
    watch.add("t-1");

    assert_eq!(
        to_json(&watch.next_step(1_000)),
        r#"{"type":"call","invokeId":"t-1","includeOutput":false}"#
    );
    watch.accept(&[], 1_000).unwrap();
    assert_eq!(
        to_json(&watch.next_step(1_500)),
        r#"{"type":"wait","untilMs":4000,"waitMs":2500,"reason":"interval"}"#
    );
    assert_eq!(watch.status(1_500).phase, Phase::Idle);
    assert_eq!(
        to_json(&watch.status(1_500)),
        concat!(
            r#"{"phase":"idle","reason":"interval","nextCallAtMs":4000,"callsLeft":19,"#,
            r#""callsPerMinute":20,"isPaused":false,"runs":1,"finishedRuns":0,"missingRuns":0,"#,
            r#""outputsWanted":0}"#
        )
    );
}
