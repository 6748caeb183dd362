//! Values and fields of the page that no other module's test reads one by one.

use invoscope::response::{InstanceField, Invocation, InvocationField, Paging, parse};

fn answer(invocation: &str, instance: &str) -> String {
    format!(
        r#"{{"RequestId":"r","Invocations":{{"Invocation":[{{"InvokeId":"t-1",{invocation},
            "InvokeInstances":{{"InvokeInstance":[{{"InstanceId":"i-1",{instance}}}]}}}}]}}}}"#
    )
}

#[test]
fn every_value_of_an_answer_survives_unchanged() {
    for (field, values) in [
        (
            InvocationField::RepeatMode,
            &["Once", "Period", "NextRebootOnly", "EveryReboot", "DryRun"][..],
        ),
        (
            InvocationField::CommandType,
            &["RunBatScript", "RunPowerShellScript", "RunShellScript"][..],
        ),
        (InvocationField::TerminationMode, &["Process", "ProcessTree"][..]),
    ] {
        for value in values {
            let body = answer(&format!(r#""{}":"{value}""#, field.name()), r#""Repeats":1"#);
            let page = parse(body.as_bytes()).expect("a page");
            let invocation = page.invocations().next().expect("a run");

            assert_eq!(invocation.field(field).text().as_deref(), Some(*value));
        }
    }
    for value in ["InProgress", "Finished", "Failed"] {
        let body = answer(r#""Timed":true"#, &format!(r#""OssOutputStatus":"{value}""#));
        let page = parse(body.as_bytes()).expect("a page");
        let instance = page.invocations().flat_map(Invocation::instances).next().expect("one");

        assert_eq!(instance.field(InstanceField::OssOutputStatus).text().as_deref(), Some(value));
    }
    for value in [true, false] {
        let body = answer(&format!(r#""Timed":{value}"#), r#""Repeats":1"#);
        let page = parse(body.as_bytes()).expect("a page");
        let invocation = page.invocations().next().expect("a run");

        assert_eq!(invocation.field(InvocationField::Timed).boolean(), Some(value));
    }
}

#[test]
fn every_instance_field_of_the_sdk_is_read() {
    let body = answer(
        r#""Timed":false"#,
        r#""OssOutputErrorCode":"AccessDenied","OssOutputErrorInfo":"no right to put""#,
    );
    let page = parse(body.as_bytes()).expect("a page");
    let instance = page.invocations().flat_map(Invocation::instances).next().expect("one");

    let text = |field| instance.field(field).text().map(String::from);
    assert_eq!(text(InstanceField::OssOutputErrorCode).as_deref(), Some("AccessDenied"));
    assert_eq!(text(InstanceField::OssOutputErrorInfo).as_deref(), Some("no right to put"));
}

#[test]
fn the_request_id_of_results_is_read() {
    let body = r#"{"RequestId":"473469C7","Invocation":{"TotalCount":0,"InvocationResults":{"InvocationResult":[]}}}"#;
    let page = parse(body.as_bytes()).expect("a page");

    assert_eq!(page.paging(Paging::RequestId).text().as_deref(), Some("473469C7"));
}
