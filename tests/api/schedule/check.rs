//! Findings about schedules.

use super::{parse, utc};
use invoscope::request::Severity;
use invoscope::schedule::CODES;

#[track_caller]
fn assert_findings(frequency: &str, now: Option<&str>, expected: &[(&str, Severity)]) {
    let findings = parse(frequency).check(now.map(utc));

    let found: Vec<_> = findings.iter().map(|f| (f.code, f.severity)).collect();
    assert_eq!(found, expected, "{frequency}");
    assert!(findings.iter().all(|finding| finding.parameter == "Frequency"));
}

#[test]
fn rates_are_60_seconds_to_7_days() {
    assert_findings("rate(60s)", None, &[]);
    assert_findings("rate(7d)", None, &[]);
    assert_findings("rate(59s)", None, &[("rate-below-60-seconds", Severity::Error)]);
    assert_findings("rate(169h)", None, &[("rate-above-7-days", Severity::Error)]);
}

#[test]
fn a_time_may_have_passed() {
    let past = [("at-in-the-past", Severity::Warning)];

    assert_findings("at(2022-06-06 13:15:30)", None, &[]);
    assert_findings("at(2022-06-06 13:15:30)", Some("2022-06-06 13:15:29"), &[]);
    assert_findings("at(2022-06-06 13:15:30)", Some("2022-06-06 13:15:30"), &past);
    assert_findings("at(2022-06-06 13:15:30 GMT+8:00)", Some("2022-06-06 05:15:30"), &past);
}

#[test]
fn a_time_in_an_unknown_offset_has_passed_once_it_has_everywhere() {
    let frequency = "at(2022-06-06 13:15:30 Asia/Shanghai)";

    assert_findings(frequency, Some("2022-06-07 01:15:29"), &[]);
    assert_findings(
        frequency,
        Some("2022-06-07 01:15:30"),
        &[("at-in-the-past", Severity::Warning)],
    );
}

#[test]
fn runs_are_at_least_10_seconds_apart() {
    let below = [("cron-interval-below-10-seconds", Severity::Error)];

    for frequency in [
        "*/9 * * * * ?",
        "0,9 0 0 1 1 ?",
        "* * * * * ?",
        "0,55 * * * * ?",
        "0,55 3,4 * * * ?",
        "0,55 0,59 3,4 * * ?",
    ] {
        assert_findings(frequency, None, &below);
    }
    for frequency in ["*/10 * * * * ?", "0,55 3,5 * * * ?", "0,55 0,59 3,5 * * ?", "0,50 * * * * ?"]
    {
        assert_findings(frequency, None, &[]);
    }
}

#[test]
fn a_range_up_to_7_selects_no_day() {
    assert_findings(
        "0 0 9 ? * 1-7",
        None,
        &[("cron-empty-range", Severity::Warning), ("cron-never-runs", Severity::Error)],
    );
    assert_findings("0 0 9 ? * 0-6", None, &[]);
    assert_findings("0 0 9 ? * 1-7,3", None, &[("cron-empty-range", Severity::Warning)]);
}

#[test]
fn two_restricted_day_fields_are_joined_by_or() {
    assert_findings("0 0 9 13 * 5", None, &[("cron-days-either", Severity::Warning)]);
    assert_findings("0 0 9 13 * ?", None, &[]);
}

#[test]
fn an_expression_may_never_match() {
    assert_findings("0 0 9 30 2 ?", None, &[("cron-never-runs", Severity::Error)]);
    assert_findings(
        "0 0 9 ? * 1 2099-2027",
        None,
        &[("cron-empty-range", Severity::Warning), ("cron-never-runs", Severity::Error)],
    );
}

#[test]
fn an_expression_may_have_ended() {
    let ended = [("cron-has-ended", Severity::Warning)];

    assert_findings("0 0 9 * * ? 2022 UTC", Some("2022-12-31 08:59:59"), &[]);
    assert_findings("0 0 9 * * ? 2022 UTC", Some("2022-12-31 09:00:00"), &ended);
    assert_findings("0 0 9 * * ? 2022", Some("2022-12-31 20:59:59"), &[]);
    assert_findings("0 0 9 * * ? 2022", Some("2022-12-31 21:00:00"), &ended);
    assert_findings("0 0 9 * * ? 2022 Asia/Shanghai", Some("2023-06-01 00:00:00"), &ended);
}

#[test]
fn typescript_declares_every_code() {
    let types = include_str!("../../../src/wasm/types/schedule.d.ts");

    for code in CODES {
        assert!(types.contains(&format!("  | \"{code}\"")), "{code}");
    }
}
