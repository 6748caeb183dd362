//! The shapes in which the same answer comes.

use super::documented::API_PAGE;
use super::{Action, Field, InstanceField, InvocationField, NoticeKind, ResultField, parse, text};
use invoscope::json::to_json;
use invoscope::response::Paging;

const RECORD: &str =
    r#"{"InvokeId":"t-1","InvokeInstances":{"InvokeInstance":[{"InstanceId":"i-1"}]}}"#;

/// Asserts that `body` holds run `t-1` with instance `i-1`.
fn assert_holds_the_run(body: &str) {
    let page = parse(body.as_bytes()).expect(body);
    let invocation = page.invocations().next().expect(body);
    let instance = invocation.instances().next().expect(body);

    assert_eq!(page.action(), Action::DescribeInvocations, "{body}");
    assert_eq!(page.invocations().len(), 1, "{body}");
    assert_eq!(text(invocation, InvocationField::InvokeId).as_deref(), Some("t-1"), "{body}");
    assert_eq!(instance.field(InstanceField::InstanceId).text().as_deref(), Some("i-1"), "{body}");
}

#[test]
fn wrapped_bare_single_and_sdk_shapes_hold_the_same_run() {
    let camel = r#"{"invokeId":"t-1","invokeInstances":[{"instanceId":"i-1"}]}"#;
    for body in [
        format!(r#"{{"Invocations":{{"Invocation":[{RECORD}]}}}}"#),
        format!(r#"{{"Invocations":[{RECORD}]}}"#),
        format!(r#"{{"Invocations":{{"Invocation":{RECORD}}}}}"#),
        format!(r#"{{"Invocation":[{RECORD}]}}"#),
        format!(r#"{{"Invocation":{RECORD}}}"#),
        format!(r#"{{"invocations":[{camel}],"requestId":"R"}}"#),
        format!(
            r#"{{"headers":{{}},"statusCode":200,"body":{{"invocations":{{"invocation":[{camel}]}}}}}}"#
        ),
        format!("[{RECORD}]"),
        format!(r#"[{{"Invocations":{{"Invocation":[{RECORD}]}}}}]"#),
        RECORD.to_owned(),
        format!("\u{feff}{RECORD}"),
    ] {
        assert_holds_the_run(&body);
    }
}

#[test]
fn results_are_told_from_runs_by_their_shape() {
    let result = r#"{"InvokeId":"t-1","InstanceId":"i-1","Output":"","ExitCode":0}"#;
    for body in [
        format!(
            r#"{{"Invocation":{{"InvocationResults":{{"InvocationResult":[{result}]}},"NextToken":"N"}}}}"#
        ),
        format!(r#"{{"invocation":{{"invocationResults":[{result}]}}}}"#),
        format!(r#"{{"InvocationResults":{{"InvocationResult":[{result}]}}}}"#),
        format!("[{result}]"),
        result.to_owned(),
    ] {
        let page = parse(body.as_bytes()).expect(&body);

        assert_eq!(page.action(), Action::DescribeInvocationResults, "{body}");
        assert_eq!(page.results().len(), 1, "{body}");
        let instance = page.results().next().expect("a result").field(ResultField::InstanceId);
        assert_eq!(instance.text().as_deref(), Some("i-1"), "{body}");
    }
}

#[test]
fn paging_members_of_results_stand_inside() {
    let page =
        r#"{"RequestId":"R","Invocation":{"PageSize":1,"NextToken":"N","InvocationResults":{}}}"#;

    assert_eq!(parse(page.as_bytes()).expect("a page").next_token().as_deref(), Some("N"));
}

#[test]
fn an_answer_without_records_is_empty() {
    for body in [
        r#"{"Invocations":{}}"#,
        r#"{"Invocations":{"Invocation":[]}}"#,
        r#"{"Invocations":{"Invocation":null}}"#,
        r#"{"Invocations":null}"#,
        r#"{"Invocations":""}"#,
        r#"{"RequestId":"R","TotalCount":0}"#,
    ] {
        let page = parse(body.as_bytes()).expect(body);

        assert_eq!((page.invocations().len(), page.notices().len()), (0, 0), "{body}");
    }
}

#[test]
fn a_missing_null_or_empty_token_is_the_last_page() {
    for token in [r#","NextToken":null"#, r#","NextToken":"""#, ""] {
        let body = format!(r#"{{"Invocations":{{}}{token}}}"#);

        assert_eq!(parse(body.as_bytes()).expect(&body).next_token(), None, "{body}");
    }
}

#[test]
fn tags_come_wrapped_bare_empty_and_beside_the_instances() {
    let tag = r#"{"TagKey":"owner","TagValue":"云"}"#;
    for (members, count) in [
        (format!(r#""Tags":{{"Tag":[{tag}]}}"#), 1),
        (format!(r#""Tags":[{tag}]"#), 1),
        (r#""tags":[{"tagKey":"owner","tagValue":"云"}]"#.to_owned(), 1),
        (r#""Tags":{}"#.to_owned(), 0),
        (r#""Tags":[]"#.to_owned(), 0),
        (format!(r#""InvokeInstances":{{"InvokeInstance":[],"Tags":[{tag}]}}"#), 1),
    ] {
        let body = format!(r#"{{"Invocations":[{{"InvokeId":"t-1",{members}}}]}}"#);
        let page = parse(body.as_bytes()).expect(&body);
        let invocation = page.invocations().next().expect("a run");

        assert_eq!(invocation.tags().len(), count, "{body}");
        assert!(invocation.tags().all(|tag| tag.value.text().as_deref() == Some("云")), "{body}");
    }
}

#[test]
fn unknown_members_are_kept_as_they_came() {
    let body = r#"{"Invocations":[{"InvokeId":"t-1","New" : {"a":[1, 2]},"InvokeInstances":[
        {"InstanceId":"i-1","Fresh":1.50}]}],"Envelope":true}"#;
    let page = parse(body.as_bytes()).expect("a page");
    let invocation = page.invocations().next().expect("a run");
    let instance = invocation.instances().next().expect("an instance");

    let extra = invocation.extra().next().expect("an unknown member");
    assert_eq!(
        (&*extra.name.decode(), extra.value.text().as_deref()),
        ("New", Some(r#"{"a":[1, 2]}"#))
    );
    let extra = instance.extra().next().expect("an unknown member");
    assert_eq!((&*extra.name.decode(), extra.value), ("Fresh", Field::Number("1.50")));
    let extra = page.extra().next().expect("an unknown member");
    assert_eq!((&*extra.name.decode(), extra.value), ("Envelope", Field::Bool(true)));
}

#[test]
fn a_missing_exit_code_is_no_zero() {
    let body = r#"{"Invocations":[{"InvokeId":"t-1","InvokeInstances":[{"InstanceId":"i-1"},
        {"InstanceId":"i-2","ExitCode":""},{"InstanceId":"i-3","ExitCode":"0"},
        {"InstanceId":"i-4","ExitCode":null}]}]}"#;
    let page = parse(body.as_bytes()).expect("a page");
    let codes: Vec<_> = page
        .invocations()
        .flat_map(|run| run.instances().collect::<Vec<_>>())
        .map(|instance| instance.field(InstanceField::ExitCode).integer())
        .collect();

    assert_eq!(codes, [None, None, Some(0), None]);
}

#[test]
fn base64_with_escapes_is_read() {
    let body = r#"{"Invocations":[{"InvokeInstances":[{"Output":"T3V0\/UHU\u003d"}]}]}"#;
    let page = parse(body.as_bytes()).expect("a page");
    let run = page.invocations().next().expect("a run");
    let output = run.instances().next().expect("an instance").field(InstanceField::Output);

    assert_eq!(output.text().as_deref(), Some("T3V0/UHU="));
}

#[test]
fn a_duplicate_member_is_noticed_and_the_last_counts() {
    let body = r#"{"Invocations":[{"InvokeId":"t-1","InvokeId":"t-2"}]}"#;
    let page = parse(body.as_bytes()).expect("a page");

    let notice = page.notices().first().expect("a notice");
    assert_eq!(
        (notice.kind(), notice.path()),
        (NoticeKind::DuplicateField, "Invocation[0].InvokeId")
    );
    let run = page.invocations().next().expect("a run");
    assert_eq!(text(run, InvocationField::InvokeId).as_deref(), Some("t-2"));
}

#[test]
fn duplicate_members_of_the_answer_are_noticed() {
    let body = r#"{"PageNumber":1,"TotalCount":9,"PageNumber":2,
        "Invocations":[{"InvokeId":"t-1"}],"Invocations":{"Invocation":[{"InvokeId":"t-2"}]}}"#;
    let page = parse(body.as_bytes()).expect("a page");

    let found: Vec<_> = page.notices().iter().map(|it| (it.kind(), it.path())).collect();
    assert_eq!(
        found,
        [(NoticeKind::DuplicateField, "PageNumber"), (NoticeKind::DuplicateField, "Invocations")]
    );
    assert_eq!(page.paging(Paging::PageNumber).integer(), Some(2));
    let ids: Vec<_> = page.invocations().map(|run| text(run, InvocationField::InvokeId)).collect();
    assert_eq!(ids, [Some("t-1".into()), Some("t-2".into())], "no record is lost");
}

#[test]
fn members_of_answers_that_stand_side_by_side_are_no_duplicates() {
    let page = parse(br#"[{"PageNumber":1,"Invocations":[]},{"PageNumber":2,"Invocations":[]}]"#)
        .expect("a page");

    assert!(page.notices().is_empty(), "{:?}", page.notices());
}

#[test]
fn a_value_of_an_undocumented_type_is_noticed_and_kept() {
    let body =
        r#"{"Invocations":[{"Timeout":"soon","CommandName":["a"],"CreationTime":"yesterday"}]}"#;
    let page = parse(body.as_bytes()).expect("a page");
    let run = page.invocations().next().expect("a run");

    let paths: Vec<_> = page.notices().iter().map(invoscope::response::Notice::path).collect();
    assert_eq!(
        paths,
        ["Invocation[0].Timeout", "Invocation[0].CommandName", "Invocation[0].CreationTime"]
    );
    assert_eq!(run.field(InvocationField::Timeout).integer(), None);
    assert_eq!(text(run, InvocationField::Timeout).as_deref(), Some("soon"));
    assert_eq!(text(run, InvocationField::CommandName).as_deref(), Some(r#"["a"]"#));
}

#[test]
fn a_send_file_result_among_runs_is_noticed() {
    let body = r#"{"Invocations":[{"InvokeId":"f-hz0jdfwd9f"}]}"#;

    let page = parse(body.as_bytes()).expect("a page");

    assert_eq!(
        page.notices().first().map(invoscope::response::Notice::kind),
        Some(NoticeKind::SendFile)
    );
}

#[test]
fn the_raw_record_is_the_text_of_the_answer() {
    let page = parse(API_PAGE.as_bytes()).expect("a page");
    let raw = page.invocations().next().expect("a run").raw().as_str();

    assert!(API_PAGE.contains(raw));
    assert!(raw.starts_with('{') && raw.ends_with('}') && raw.contains("zhangsan"));
}

#[test]
fn a_page_is_written_for_javascript_with_converted_values() {
    let body = r#"{"RequestId":"R","TotalCount":"2","Invocations":[{"InvokeId":"t-1","Timeout":"60",
        "Timed":"True","Frequency":"","New":{"a":1},"InvokeInstances":[{"ExitCode":-1,"Dropped":"x"}],
        "Tags":[{"TagKey":"k","TagValue":""}]}]}"#;
    let page = parse(body.as_bytes()).expect("a page");

    let behind = body.find(r#""x""#).map(|start| start + 3).expect("the wrong value");
    let expected = [
        r#"{"action":"DescribeInvocations","requestId":"R","totalCount":2,"invocations":["#,
        r#"{"frequency":"","timed":true,"invokeId":"t-1","timeout":60,"#,
        r#""instances":[{"dropped":"x","exitCode":-1}],"tags":[{"key":"k","value":""}],"#,
        r#""extra":{"New":{"a":1}}}],"results":[],"#,
        r#""notices":[{"code":"unexpected-type","path":"InvokeInstance[0].Dropped","offset":"#,
    ];
    assert_eq!(to_json(&page), format!("{}{behind}}}]}}", expected.concat()));
}
