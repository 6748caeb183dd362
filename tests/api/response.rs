//! Public API of `response`, against the documented answers.

use invoscope::response::{
    Action, Field, InstanceField, Invocation, InvocationField, NoticeKind, Paging, ResultField,
    parse,
};
use invoscope::{ErrorKind, status};

mod documented;
mod figures;
mod shapes;

/// The text of a run's field.
fn text(invocation: Invocation<'_>, field: InvocationField) -> Option<String> {
    invocation.field(field).text().map(String::from)
}

#[test]
fn a_broken_gateways_answers_are_named() {
    let kind = |body: &str| parse(body.as_bytes()).expect_err(body).kind();

    assert_eq!(kind(""), ErrorKind::EmptyAnswer);
    assert_eq!(kind(" \r\n"), ErrorKind::EmptyAnswer);
    assert_eq!(kind("<html><title>502 Bad Gateway</title></html>"), ErrorKind::HtmlAnswer);
    assert_eq!(kind("<?xml version='1.0'?><Error/>"), ErrorKind::HtmlAnswer);
    assert_eq!(kind("upstream connect error"), ErrorKind::JsonSyntax);
    assert_eq!(kind("{}"), ErrorKind::NotAnAnswer);
    assert_eq!(kind("null"), ErrorKind::NotAnAnswer);
    assert_eq!(kind(r#"{"Commands":{"Command":[]}}"#), ErrorKind::NotAnAnswer);
}

#[test]
fn a_cut_body_is_rejected_at_its_end() {
    let body = documented::API_PAGE;
    for cut in (1..body.len() - 1).step_by(97).filter(|cut| body.is_char_boundary(*cut)) {
        let error = parse(&body.as_bytes()[..cut]).expect_err("cut");

        assert_eq!((error.kind(), error.offset()), (ErrorKind::JsonSyntax, Some(cut)));
    }
}

#[test]
fn an_error_envelope_is_the_services_error() {
    let body = r#"{"RequestId":"7463B73D","HostId":"ecs.aliyuncs.com","Code":"Throttling.User",
        "Message":"Request was denied due to user flow control.","Recommend":"https://example.invalid/"}"#;

    let error = parse(body.as_bytes()).expect_err("an error");

    let api = error.api().expect("the envelope");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(api.code, "Throttling.User");
    assert_eq!(api.message, "Request was denied due to user flow control.");
    assert_eq!(api.request_id.as_deref(), Some("7463B73D"));
    assert_eq!(api.host_id.as_deref(), Some("ecs.aliyuncs.com"));
    assert_eq!(api.recommend.as_deref(), Some("https://example.invalid/"));
    assert_eq!(error.to_string(), "Throttling.User: Request was denied due to user flow control.");
}

#[test]
fn an_error_envelope_without_recommend_is_read() {
    let error =
        parse(documented::sample("error_2018_no_recommend").as_bytes()).expect_err("an error");

    assert_eq!(error.api().map(|api| api.recommend.is_none()), Some(true));
}

#[test]
fn a_code_beside_records_hides_no_record() {
    let page = r#"{"Code":"200","Message":"ok","Invocations":{"Invocation":[{"InvokeId":"t-1"}]}}"#;

    assert_eq!(parse(page.as_bytes()).expect("a page").invocations().len(), 1);
}

#[test]
fn a_brace_between_members_is_no_comma() {
    for wrong in [
        r#"{"Invocations":[{"A":1},{"B":1},{"B":1{"A":1}]}                                        "#,
        r#"{"Invocations":[{"A":1,"B":1},{"B":1},{"B":1{"A":1}]}                                  "#,
        r#"{"Invocations":[{"A":1,"B":1},,"B":1}]}                                                "#,
        r#"{"Invocations":[{"A":1,"B":1},{,"B":1}]}                                               "#,
    ] {
        let error = parse(wrong.as_bytes()).expect_err(wrong);

        assert_eq!(error.kind(), ErrorKind::JsonSyntax, "{wrong}");
    }
}
