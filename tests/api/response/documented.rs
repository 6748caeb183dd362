//! The answer of the API page, byte for byte, and the documented answers of
//! 2018 to 2025.

use super::{
    Action, Field, InstanceField, InvocationField, Paging, ResultField, parse, status, text,
};

/// The answer of the API page.
pub(super) const API_PAGE: &str = include_str!("../../fixtures/answers/invocations_api_page.json");

/// A documented answer; `tests/fixtures/README.md` has their sources.
pub(super) fn sample(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/answers");
    std::fs::read_to_string(format!("{folder}/{name}.json")).expect(name)
}

#[test]
fn every_field_of_the_page_is_read() {
    let page = parse(API_PAGE.as_bytes()).expect("the page's answer");

    assert_eq!(page.action(), Action::DescribeInvocations);
    let paging = |member| page.paging(member).text().map(String::from);
    assert_eq!(paging(Paging::RequestId).as_deref(), Some("473469C7-AA6F-4DC5-B3DB-A3DC0DE3****"));
    assert_eq!(page.paging(Paging::PageSize).integer(), Some(10));
    assert_eq!(page.paging(Paging::PageNumber).integer(), Some(1));
    assert_eq!(page.paging(Paging::TotalCount).integer(), Some(1));
    assert_eq!(page.next_token().as_deref(), Some("AAAAAdDWBF2"));

    let invocation = page.invocations().next().expect("one run");
    let documented = [
        (InvocationField::CreationTime, Some("2020-01-19T09:15:46Z")),
        (InvocationField::Frequency, Some("0 */20 * * * *")),
        (InvocationField::InvocationStatus, Some("Running")),
        (InvocationField::RepeatMode, Some("Once")),
        (InvocationField::CommandId, Some("c-hz0jdfwcsr****")),
        (InvocationField::CommandType, Some("RunShellScript")),
        (InvocationField::InvokeStatus, Some("Finished")),
        (InvocationField::Parameters, Some("{}")),
        (InvocationField::Timed, Some("false")),
        (InvocationField::CommandContent, Some("cnBtIC1xYSB8IGdyZXAgdnNm****")),
        (InvocationField::CommandName, Some("CommandTestName")),
        (InvocationField::CommandDescription, Some("testDescription")),
        (InvocationField::InvokeId, Some("t-hz0jdfwd9f****")),
        (InvocationField::Username, Some("test")),
        (InvocationField::WorkingDir, Some("/home/")),
        (InvocationField::Timeout, Some("60")),
        (
            InvocationField::ContainerId,
            Some("ab141ddfbacfe02d9dbc25966ed971536124527097398d419a6746873fea****"),
        ),
        (InvocationField::ContainerName, Some("test-container")),
        (InvocationField::TerminationMode, Some("ProcessTree")),
        (InvocationField::Launcher, Some(r#"python3 -u {{ACS::ScriptFileName|Ext(".py")}}"#)),
        (InvocationField::OssOutputDelivery, None),
    ];
    for (field, expected) in documented {
        assert_eq!(text(invocation, field).as_deref(), expected, "{}", field.name());
    }
    assert_eq!(documented.len(), InvocationField::ALL.len());
    assert_eq!(invocation.field(InvocationField::Timeout).integer(), Some(60));
    assert_eq!(invocation.field(InvocationField::Timed).boolean(), Some(false));
    assert_eq!(invocation.status(), Some(status::InvocationStatus::Running));
    assert_eq!(invocation.legacy_status(), Some(status::LegacyStatus::Finished));

    let instance = invocation.instances().next().expect("one instance");
    let documented = [
        (InstanceField::CreationTime, Some("2019-12-20T06:15:54Z")),
        (InstanceField::UpdateTime, Some("2020-01-19T09:15:47Z")),
        (InstanceField::FinishTime, Some("2019-12-20T06:15:56Z")),
        (InstanceField::InvocationStatus, Some("Success")),
        (InstanceField::Repeats, Some("0")),
        (InstanceField::InstanceId, Some("i-bp1i7gg30r52z2em****")),
        (InstanceField::Output, Some("OutPutTestmsg")),
        (InstanceField::Dropped, Some("0")),
        (InstanceField::StopTime, Some("2020-01-19T09:15:47Z")),
        (InstanceField::ExitCode, Some("0")),
        (InstanceField::StartTime, Some("2019-12-20T06:15:55Z")),
        (InstanceField::ErrorInfo, Some("the specified instance does not exists")),
        (InstanceField::Timed, Some("false")),
        (InstanceField::ErrorCode, Some("InstanceNotExists")),
        (InstanceField::InstanceInvokeStatus, Some("Finished")),
        (InstanceField::OssOutputStatus, None),
        (InstanceField::OssOutputUri, None),
        (InstanceField::OssOutputErrorCode, None),
        (InstanceField::OssOutputErrorInfo, None),
    ];
    for (field, expected) in documented {
        assert_eq!(instance.field(field).text().as_deref(), expected, "{}", field.name());
    }
    assert_eq!(documented.len(), InstanceField::ALL.len());
    assert_eq!(instance.field(InstanceField::ExitCode).integer(), Some(0));
    assert_eq!(
        instance
            .field(InstanceField::FinishTime)
            .time()
            .map(invoscope::response::Timestamp::unix_seconds),
        Some(1_576_822_556)
    );

    let tag = invocation.tags().next().expect("one tag");
    assert_eq!(tag.key.text().as_deref(), Some("owner"));
    assert_eq!(tag.value.text().as_deref(), Some("zhangsan"));
    assert!(page.notices().is_empty());
}

/// Success beside `InstanceNotExists`, Running beside Finished: the page's own
/// answer contradicts itself, and nothing of it may be mended.
#[test]
fn contradictions_of_the_page_are_kept() {
    let page = parse(API_PAGE.as_bytes()).expect("the page's answer");
    let invocation = page.invocations().next().expect("one run");
    let instance = invocation.instances().next().expect("one instance");

    assert_eq!(instance.status(), Some(status::InstanceStatus::Success));
    assert_eq!(
        instance.field(InstanceField::ErrorCode).text().as_deref(),
        Some("InstanceNotExists")
    );
    assert_eq!(invocation.status(), Some(status::InvocationStatus::Running));
}

/// One documented answer: name, runs, instances, results.
const SAMPLES: [(&str, usize, usize, usize); 12] = [
    ("invocations_api_page", 1, 1, 0),
    ("invocations_2018-08_legacy_two_invocations", 2, 4, 0),
    ("invocations_2019-02_legacy_compact", 2, 4, 0),
    ("invocations_2019-06_legacy_with_content_params", 2, 4, 0),
    ("invocations_2020-12_failed_exit1", 1, 1, 0),
    ("invocations_2021-04_username_repeatmode", 1, 1, 0),
    ("invocations_oss_parameters_object", 1, 1, 0),
    ("synthetic_full_shape_once_success", 1, 1, 0),
    ("results_2018-06_legacy_periodic_history", 0, 0, 5),
    ("results_2019-06_en_legacy", 0, 0, 5),
    ("results_2020-12_failed_exit1", 0, 0, 1),
    ("results_oss", 0, 0, 1),
];

#[test]
fn every_documented_answer_is_read_without_a_notice() {
    for (name, invocations, instances, results) in SAMPLES {
        let body = sample(name);
        let page = parse(body.as_bytes()).expect(name);

        assert_eq!(page.invocations().len(), invocations, "{name}");
        assert_eq!(page.instance_count(), instances, "{name}");
        assert_eq!(page.results().len(), results, "{name}");
        assert_eq!(page.notices(), [], "{name}");
    }
}

#[test]
fn lower_case_statuses_and_times_without_zone_of_2018_are_read() {
    let body = sample("results_2018-06_legacy_periodic_history");
    let page = parse(body.as_bytes()).expect("a page");
    let result = page.results().next().expect("a result");

    assert_eq!(page.action(), Action::DescribeInvocationResults);
    assert_eq!(page.paging(Paging::TotalCount).integer(), Some(5));
    assert_eq!(result.legacy_status(), Some(status::LegacyStatus::Finished));
    assert_eq!(result.status(), None);
    let finished = result.field(ResultField::FinishedTime).time().expect("a time");
    assert!(!finished.has_zone());
}

#[test]
fn oss_fields_and_parameters_as_an_object_are_read() {
    let body = sample("invocations_oss_parameters_object");
    let page = parse(body.as_bytes()).expect("a page");
    let invocation = page.invocations().next().expect("a run");
    let instance = invocation.instances().next().expect("an instance");

    assert!(matches!(invocation.field(InvocationField::Parameters), Field::Object(_)));
    assert_eq!(text(invocation, InvocationField::Parameters).as_deref(), Some("{}"));
    assert_eq!(
        text(invocation, InvocationField::OssOutputDelivery).as_deref(),
        Some("oss://invoscope-logs/runs")
    );
    assert_eq!(
        instance.field(InstanceField::OssOutputUri).text().as_deref(),
        Some("oss://invoscope-logs/runs/full.log")
    );
    assert_eq!(instance.field(InstanceField::OssOutputStatus).text().as_deref(), Some("Finished"));
}

#[test]
fn every_field_of_a_result_is_read() {
    let body = sample("results_oss");
    let page = parse(body.as_bytes()).expect("a page");
    let result = page.results().next().expect("a result");
    let documented = [
        (ResultField::CommandId, Some("c-hz0fixture001")),
        (
            ResultField::ContainerId,
            Some("5f1d6a0c2b7e49c38a90d4e1b6f7a2c35f1d6a0c2b7e49c38a90d4e1b6f7a2c3"),
        ),
        (ResultField::ContainerName, Some("web")),
        (ResultField::Dropped, Some("0")),
        (ResultField::ErrorCode, Some("InstanceNotExists")),
        (ResultField::ErrorInfo, Some("the specified instance does not exists")),
        (ResultField::ExitCode, Some("0")),
        (ResultField::FinishedTime, Some("2025-03-04T05:06:56Z")),
        (ResultField::InstanceId, Some("i-bp1fixture0000000001")),
        (ResultField::InvocationStatus, Some("Success")),
        (ResultField::InvokeId, Some("t-hz0fixture001")),
        (ResultField::InvokeRecordStatus, Some("Running")),
        (ResultField::Launcher, Some(r#"python3 -u {{ACS::ScriptFileName|Ext(".py")}}"#)),
        (ResultField::OssOutputDelivery, Some("oss://invoscope-logs/runs")),
        (ResultField::OssOutputErrorCode, None),
        (ResultField::OssOutputErrorInfo, None),
        (ResultField::OssOutputStatus, Some("Finished")),
        (ResultField::OssOutputUri, Some("oss://invoscope-logs/runs/full.log")),
        (ResultField::Output, Some("ZG9uZQo=")),
        (ResultField::Repeats, Some("0")),
        (ResultField::StartTime, Some("2025-03-04T05:06:55Z")),
        (ResultField::StopTime, Some("2025-03-04T05:07:47Z")),
        (ResultField::TerminationMode, Some("ProcessTree")),
        (ResultField::Username, Some("deploy")),
    ];
    for (field, expected) in documented {
        assert_eq!(result.field(field).text().as_deref(), expected, "{}", field.name());
    }
    assert_eq!(documented.len(), ResultField::ALL.len());
    assert_eq!(result.tags().next().and_then(|tag| tag.key.text()).as_deref(), Some("owner"));
}

#[test]
fn answers_that_are_no_json_are_rejected_with_an_offset() {
    for name in ["results_2018-07_INVALID_extra_brace", "results_2018-08_INVALID_fullwidth_quotes"]
    {
        let body = sample(name);
        let oracle = serde_json::from_str::<serde_json::Value>(&body).expect_err("not JSON");
        let error = parse(body.as_bytes()).expect_err("not JSON");

        let line_start: usize =
            body.split_inclusive('\n').take(oracle.line() - 1).map(str::len).sum();
        assert_eq!(error.offset(), Some(line_start + oracle.column() - 1), "{name}");
    }
}
