//! Public API of `request`.

// The lint's exemption for tests does not reach their helper functions.
#![allow(clippy::expect_used)]

use invoscope::ErrorKind;
use invoscope::json::{Value, to_json};
use invoscope::locale::Locale;
use invoscope::request::{
    Action, CODES, ContentEncoding, Finding, InvokeStatus, Parameter, RepeatMode, Request,
    Severity, Tag, percent_encode, query_string,
};
use serde_json::Value as Json;

const INVOCATIONS: Action = Action::DescribeInvocations;
const RESULTS: Action = Action::DescribeInvocationResults;

fn base() -> Request {
    Request::new().with_region_id("cn-hangzhou")
}

fn marks(findings: &[Finding]) -> Vec<(&str, &str, Severity)> {
    findings.iter().map(|f| (f.code, f.parameter.as_str(), f.severity)).collect()
}

fn check(request: &Request, action: Action) -> Vec<(String, String, Severity)> {
    let findings = request.check(action);
    marks(&findings).into_iter().map(|(c, p, s)| (c.to_owned(), p.to_owned(), s)).collect()
}

#[track_caller]
fn assert_findings(request: &Request, action: Action, expected: &[(&str, &str, Severity)]) {
    assert_eq!(marks(&request.check(action)), expected);
}

fn read(json: &str) -> invoscope::request::Reading {
    Request::read(&Value::parse(json).expect("valid JSON")).expect("an object")
}

fn fixture() -> Json {
    serde_json::from_str(include_str!("../fixtures/request/sdk-queries.json")).expect("valid JSON")
}

#[test]
fn queries_are_those_that_the_official_sdk_signs() {
    let fixture = fixture();
    let cases = fixture["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 18);

    for case in cases {
        let action = Action::from_name(case["action"].as_str().expect("text")).expect("known");
        let reading = read(&case["request"].to_string());

        let query = query_string(&reading.request.to_query(action));

        assert_eq!(reading.findings, [], "{case}");
        assert_eq!(query, case["signed"].as_str().expect("text"));
    }
}

#[test]
fn the_fixture_is_of_the_pinned_sdk() {
    let package: Json =
        serde_json::from_str(include_str!("../../package.json")).expect("valid JSON");

    for (name, version) in fixture()["oracle"].as_object().expect("versions") {
        assert_eq!(&package["devDependencies"][name], version, "{name}");
    }
}

#[test]
fn the_fixture_sets_every_parameter() {
    let fixture = fixture();
    let requests = || fixture["cases"].as_array().expect("cases").iter().map(|c| &c["request"]);

    for parameter in Parameter::ALL {
        let name = parameter.sdk_name();
        assert!(requests().any(|request| request.get(name).is_some()), "{name}");
    }
    assert!(requests().any(|request| request.get("tag").is_some()));
}

#[test]
fn only_unreserved_characters_are_left_as_they_are() {
    assert_eq!(percent_encode("aZ09-_.~"), "aZ09-_.~");
    assert_eq!(percent_encode(" *'()!+&=/云"), "%20%2A%27%28%29%21%2B%26%3D%2F%E4%BA%91");
}

#[test]
fn a_plain_request_has_no_findings() {
    let request = base()
        .with_invoke_id("t-1")
        .with_invoke_status(InvokeStatus::Finished)
        .with_repeat_mode(RepeatMode::Once)
        .with_content_encoding(ContentEncoding::Base64)
        .with_include_output(true)
        .with_max_results(50)
        .with_next_token("AAAA")
        .with_tag(Tag::new("owner", ""));

    assert_findings(&request, INVOCATIONS, &[]);
}

#[test]
fn region_id_is_required() {
    let expected = [("region-id-missing", "RegionId", Severity::Error)];

    assert_findings(&Request::new(), INVOCATIONS, &expected);
    assert_findings(&Request::new().with_region_id(""), RESULTS, &expected);
}

#[test]
fn max_results_is_1_to_50() {
    for allowed in [1, 50] {
        assert_findings(&base().with_max_results(allowed), INVOCATIONS, &[]);
    }
    for refused in [i64::MIN, 0, 51] {
        let expected = [("max-results-out-of-range", "MaxResults", Severity::Error)];
        assert_findings(&base().with_max_results(refused), RESULTS, &expected);
    }
}

#[test]
fn page_parameters_are_deprecated() {
    assert_findings(
        &base().with_page_number(1).with_page_size(50),
        INVOCATIONS,
        &[
            ("parameter-deprecated", "PageNumber", Severity::Deprecated),
            ("parameter-deprecated", "PageSize", Severity::Deprecated),
        ],
    );
}

#[test]
fn page_parameters_have_limits() {
    assert_findings(
        &base().with_page_number(0).with_page_size(51),
        RESULTS,
        &[
            ("page-number-out-of-range", "PageNumber", Severity::Error),
            ("parameter-deprecated", "PageNumber", Severity::Deprecated),
            ("page-size-out-of-range", "PageSize", Severity::Error),
            ("parameter-deprecated", "PageSize", Severity::Deprecated),
        ],
    );
}

#[test]
fn page_parameters_are_refused_beside_a_next_token() {
    assert_findings(
        &base().with_page_size(10).with_next_token("AAAA"),
        INVOCATIONS,
        &[
            ("parameter-deprecated", "PageSize", Severity::Deprecated),
            ("page-with-next-token", "PageSize", Severity::Error),
        ],
    );
}

#[test]
fn an_instance_id_switches_other_filters_off() {
    let request = base()
        .with_instance_id("i-1")
        .with_command_name("deploy")
        .with_invoke_status(InvokeStatus::PartialFailed)
        .with_repeat_mode(RepeatMode::Period);

    assert_findings(
        &request,
        INVOCATIONS,
        &[
            ("command-name-ignored", "CommandName", Severity::Ignored),
            ("invoke-status-ignored", "InvokeStatus", Severity::Ignored),
            ("repeat-mode-ignored", "RepeatMode", Severity::Ignored),
        ],
    );
}

#[test]
fn other_statuses_work_beside_an_instance_id() {
    let request = base().with_instance_id("i-1").with_invoke_status(InvokeStatus::Failed);

    assert_findings(&request, INVOCATIONS, &[]);
}

#[test]
fn output_needs_a_run_or_an_instance() {
    let request = base().with_include_output(true);

    assert_findings(
        &request,
        INVOCATIONS,
        &[("include-output-needs-id", "IncludeOutput", Severity::Error)],
    );
    assert_findings(&request.clone().with_invoke_id("t-1"), INVOCATIONS, &[]);
    assert_findings(&request.with_instance_id("i-1"), INVOCATIONS, &[]);
    assert_findings(&base().with_include_output(false), INVOCATIONS, &[]);
}

#[test]
fn history_needs_a_run_and_the_results_action() {
    let request = base().with_include_history(true);

    assert_findings(
        &request,
        RESULTS,
        &[("include-history-needs-invoke-id", "IncludeHistory", Severity::Error)],
    );
    let request = request.with_invoke_id("t-1");
    assert_findings(&request, RESULTS, &[]);
    assert_findings(
        &request,
        INVOCATIONS,
        &[("not-a-parameter-of-action", "IncludeHistory", Severity::Ignored)],
    );
}

#[test]
fn parameters_of_the_other_action_are_reported_and_not_sent() {
    let request = base().with_command_name("deploy").with_timed(true);

    assert_findings(
        &request,
        RESULTS,
        &[
            ("not-a-parameter-of-action", "CommandName", Severity::Ignored),
            ("not-a-parameter-of-action", "Timed", Severity::Ignored),
        ],
    );
    assert_eq!(query_string(&request.to_query(RESULTS)), "RegionId=cn-hangzhou");
}

#[test]
fn unknown_values_are_reported_and_sent_unchanged() {
    let request = base().with_repeat_mode("Weekly");

    assert_findings(&request, INVOCATIONS, &[("unknown-value", "RepeatMode", Severity::Warning)]);
    assert_eq!(
        query_string(&request.to_query(INVOCATIONS)),
        "RegionId=cn-hangzhou&RepeatMode=Weekly"
    );
}

#[test]
fn every_vocabulary_is_open() {
    let request = read(
        r#"{"RegionId":"r","CommandType":"a","InvokeStatus":"b","RepeatMode":"c",
            "ContentEncoding":"d","InvokeRecordStatus":"e"}"#,
    )
    .request;

    let unknown = |action| {
        check(&request, action).iter().filter(|(code, ..)| code == "unknown-value").count()
    };

    assert_eq!(unknown(INVOCATIONS), 4);
    assert_eq!(unknown(RESULTS), 2);
}

#[test]
fn at_most_20_tags_are_allowed() {
    let tagged = |count: usize| {
        (0..count).fold(base(), |request, n| request.with_tag(Tag::key_only(format!("k{n}"))))
    };

    assert_findings(&tagged(20), INVOCATIONS, &[]);
    assert_findings(&tagged(21), INVOCATIONS, &[("tag-count-exceeded", "Tag", Severity::Error)]);
}

#[test]
fn tag_keys_are_1_to_64_characters() {
    let characters = |count: usize| base().with_tag(Tag::key_only("云".repeat(count)));

    assert_findings(&characters(64), INVOCATIONS, &[]);
    assert_findings(
        &characters(65),
        INVOCATIONS,
        &[("tag-key-too-long", "Tag[0].Key", Severity::Error)],
    );
    assert_findings(
        &characters(0),
        INVOCATIONS,
        &[("tag-key-missing", "Tag[0].Key", Severity::Error)],
    );
}

#[test]
fn tag_keys_have_reserved_prefixes() {
    for reserved in ["aliyun", "aliyun-x", "acs:", "acs:ecs"] {
        let request = base().with_tag(Tag::key_only(reserved));
        let expected = [("tag-key-reserved", "Tag[0].Key", Severity::Error)];
        assert_findings(&request, RESULTS, &expected);
    }
    for allowed in ["acs", "my-aliyun", "xacs:"] {
        assert_findings(&base().with_tag(Tag::key_only(allowed)), RESULTS, &[]);
    }
}

#[test]
fn tags_hold_no_urls() {
    let request = base().with_tag(Tag::new("a http://b", "https://"));

    assert_findings(
        &request,
        INVOCATIONS,
        &[
            ("tag-key-url", "Tag[0].Key", Severity::Error),
            ("tag-value-url", "Tag[0].Value", Severity::Error),
        ],
    );
}

#[test]
fn tag_values_are_at_most_128_characters() {
    let characters = |count: usize| base().with_tag(Tag::new("k", "云".repeat(count)));

    assert_findings(&characters(128), INVOCATIONS, &[]);
    assert_findings(
        &characters(129),
        INVOCATIONS,
        &[("tag-value-too-long", "Tag[0].Value", Severity::Error)],
    );
}

#[test]
fn repeated_tag_keys_are_found_at_the_later_place() {
    let request = base()
        .with_tag(Tag::new("a", "1"))
        .with_tag(Tag::new("b", "1"))
        .with_tag(Tag::new("a", "2"));

    assert_findings(&request, INVOCATIONS, &[("tag-key-duplicate", "Tag[2].Key", Severity::Error)]);
}

#[test]
fn names_of_the_api_and_of_the_sdk_are_read() {
    let api = read(r#"{"RegionId":"r","MaxResults":5,"Tag":[{"Key":"k","Value":"v"}]}"#);
    let sdk = read(r#"{"regionId":"r","maxResults":5,"tag":[{"key":"k","value":"v"}]}"#);

    assert_eq!(api, sdk);
    assert_eq!(api.findings, []);
}

#[test]
fn form_fields_are_read_as_text() {
    let reading = read(r#"{"MaxResults":"5","Timed":"true","NextToken":"","PageSize":null}"#);

    assert_eq!(reading.request, Request::new().with_max_results(5).with_timed(true));
    assert_eq!(reading.findings, []);
}

#[test]
fn what_does_not_fit_is_left_out_and_reported() {
    let reading = read(
        r#"{"RegionId":1,"Foo":"x","MaxResults":"5x","maxResults":7,
            "Tag":[{"Key":"k","Extra":1},3,{"Key":true}]}"#,
    );

    assert_eq!(
        marks(&reading.findings),
        [
            ("invalid-type", "RegionId", Severity::Error),
            ("unknown-parameter", "Foo", Severity::Ignored),
            ("invalid-type", "MaxResults", Severity::Error),
            ("duplicate-parameter", "MaxResults", Severity::Warning),
            ("unknown-parameter", "Tag[0].Extra", Severity::Ignored),
            ("invalid-type", "Tag[1]", Severity::Error),
            ("invalid-type", "Tag[2].Key", Severity::Error),
        ]
    );
    assert_eq!(reading.request.max_results(), Some(&7));
    assert_eq!(reading.request.tags().len(), 3);
}

#[test]
fn only_an_object_is_a_request() {
    for text in ["null", "[]", "1", r#""RegionId""#] {
        let error = Request::read(&Value::parse(text).expect("valid")).expect_err("no object");
        assert_eq!(error.kind(), ErrorKind::InvalidType, "{text}");
    }
}

#[test]
fn integers_beyond_the_safe_range_are_written_as_text() {
    let request = Request::new().with_owner_id(i64::MAX).with_resource_owner_id(7);

    assert_eq!(to_json(&request), r#"{"OwnerId":"9223372036854775807","ResourceOwnerId":7}"#);
}

#[test]
fn unreadable_pairs_of_a_query_are_reported() {
    let reading = Request::from_query([
        ("MaxResults", "five"),
        ("Tag.01.Key", "a"),
        ("Tag.2.Key", "b"),
        ("Tag.2.Key", "c"),
        ("Action", "DescribeInvocations"),
        ("RegionId", "r"),
        ("RegionId", "s"),
    ]);

    assert_eq!(
        marks(&reading.findings),
        [
            ("invalid-type", "MaxResults", Severity::Error),
            ("unknown-parameter", "Tag.01.Key", Severity::Ignored),
            ("duplicate-parameter", "Tag.2.Key", Severity::Warning),
            ("unknown-parameter", "Action", Severity::Ignored),
            ("duplicate-parameter", "RegionId", Severity::Warning),
        ]
    );
    assert_eq!(reading.request.region_id().map(String::as_str), Some("s"));
}

#[test]
fn messages_are_sentences_in_both_languages() {
    let findings = Request::new().with_max_results(51).check(INVOCATIONS);

    assert_eq!(findings[1].message.get(Locale::En), "MaxResults must be 1 to 50, found 51.");
    assert_eq!(findings[1].message.get(Locale::ZhCn), "MaxResults 的取值范围为 1~50，当前为 51。");
    assert_eq!(
        to_json(&findings[0]),
        r#"{"code":"region-id-missing","parameter":"RegionId","severity":"error","message":{"zh":"RegionId 是必填参数。","en":"RegionId is required."}}"#
    );
}

#[test]
fn typescript_declares_every_parameter_and_code() {
    let types = include_str!("../../src/wasm/types/request.d.ts");

    for parameter in Parameter::ALL {
        assert!(types.contains(&format!("  {}?: ", parameter.name())), "{parameter:?}");
        for value in parameter.known_values() {
            assert!(types.contains(&format!("\"{value}\"")), "{value}");
        }
    }
    for code in CODES {
        assert!(types.contains(&format!("  | \"{code}\"")), "{code}");
    }
}

#[test]
fn only_documented_names_are_actions() {
    assert_eq!(Action::from_name("DescribeInvocationResults"), Ok(RESULTS));
    assert_eq!(
        Action::from_name("RunCommand").expect_err("another action").kind(),
        ErrorKind::InvalidValue
    );
}
