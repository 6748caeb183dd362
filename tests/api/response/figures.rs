//! The figures of an invocation.

use invoscope::response::parse;
use invoscope::status::{InvocationStatus, Outcome};

#[test]
fn figures_come_from_the_instances() {
    let body = br#"{"Invocations":{"Invocation":[{"InvokeId":"t-1","InvokeInstances":{"InvokeInstance":[
        {"InvocationStatus":"Success","Dropped":3,"StartTime":"2026-11-24T10:00:00Z","FinishTime":"2026-11-24T10:00:07Z"},
        {"InvocationStatus":"Timeout","Dropped":"4","StartTime":"2026-11-24T10:00:00Z","FinishTime":"2026-11-24T10:01:00Z"},
        {"InvokeRecordStatus":"x","InstanceInvokeStatus":"Finished","ExitCode":0}]}}]}}"#;

    let page = parse(body).expect("an answer");
    let figures = page.invocations().next().expect("one").figures();

    assert_eq!(figures.aggregate.status(), Some(&InvocationStatus::PartialFailed));
    assert_eq!(figures.aggregate.counts().get(Outcome::Success), 2);
    assert_eq!(figures.aggregate.counts().get(Outcome::Failed), 1);
    assert_eq!((figures.dropped, figures.longest_seconds), (7, Some(60)));
}

#[test]
fn an_invocation_without_times_has_no_longest_run() {
    let body = br#"{"Invocations":{"Invocation":[{"InvokeId":"t-1","InvokeInstances":{"InvokeInstance":[
        {"InvocationStatus":"Running","StartTime":"2026-11-24T10:00:00Z","FinishTime":""},
        {"InvocationStatus":"Success","StartTime":"2026-11-24T10:00:09Z","FinishTime":"2026-11-24T10:00:08Z"}]}}]}}"#;

    let page = parse(body).expect("an answer");

    assert_eq!(page.invocations().next().expect("one").figures().longest_seconds, None);
}

#[test]
fn outputs_stand_one_behind_the_other() {
    // `printf 云助手 | base64` and so on.
    let body =
        br#"{"Invocations":{"Invocation":[{"InvokeId":"t-1","InvokeInstances":{"InvokeInstance":[
        {"Output":"5LqR5Yqp5omL"},{},{"Output":"b2s\u003d"},{"Output":"\u4e91"}]}}]}}"#;

    let (bytes, ends) = parse(body).expect("an answer").outputs();

    assert_eq!(String::from_utf8(bytes).as_deref(), Ok("云助手ok云"));
    assert_eq!(ends, [9, 9, 11, 14]);
}
