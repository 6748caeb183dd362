//! Runs every example as its first lines say, and compares what it prints.
//!
//! Expected values were read off `rollout.json`, the help page behind each
//! catalog entry, and a calendar.

// Helpers of tests fail like tests do.
#![allow(clippy::expect_used)]

use std::process::Command;

const ROLLOUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/rollout.json");

/// What an example prints; or, where it fails, what it complains of.
fn run(example: &str, arguments: &[&str]) -> Result<String, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline", "--example", example, "--"]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output();
    let output = output.expect("cargo runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("examples print UTF-8");
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[test]
fn summarize_counts_and_names_the_ways_of_failing() {
    let printed = run("summarize", &[ROLLOUT]).expect("summarize");

    let lines: Vec<_> = printed.lines().collect();
    assert_eq!(lines[0], "t-rollout-1  6 instances: 3 succeeded, 3 failed in 2 ways");
    assert!(lines[1].starts_with("  2 × E: Could not get lock /var/lib/dpkg/lock-frontend."));
    assert_eq!(lines[2], "    on i-web-03, i-web-05");
    assert!(lines.contains(&"    on i-web-06"));
}

#[test]
fn summarize_says_which_file_is_no_answer() {
    let complaint = run("summarize", &[concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")]);

    assert!(complaint.expect_err("README.md is no answer").contains("README.md: "));
}

#[test]
fn search_prints_each_line_with_its_instance() {
    let printed = run("search", &[r"held by process \d+", ROLLOUT]).expect("search");

    let line = "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process";
    let expected = [
        format!("i-web-03:2: {line} 4711 (unattended-upgr)"),
        format!("i-web-05:2: {line} 815 (unattended-upgr)"),
        "2 matches in 6 outputs".to_owned(),
    ];
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn explain_speaks_both_languages_and_admits_what_it_does_not_know() {
    let english = run("explain", &["ClientNotResponse"]).expect("explain");
    let chinese = run("explain", &["ClientNotResponse", "zh-CN"]).expect("explain");
    let unknown = run("explain", &["NoSuchCode"]).expect("explain");

    assert!(english.starts_with("Agent does not respond\n"));
    assert!(chinese.starts_with("云助手 Agent 无响应\n"));
    assert_eq!(english.lines().count(), chinese.lines().count());
    assert!(unknown.starts_with("Not in the catalog\n"));
}

#[test]
fn next_runs_are_mondays_half_past_eight_in_shanghai() {
    let arguments = ["0 30 8 ? * MON Asia/Shanghai", "2026-11-24T00:00:00Z"];

    let printed = run("next_runs", &arguments).expect("next_runs");

    // 24 November 2026 is a Tuesday.
    assert_eq!(
        printed.lines().collect::<Vec<_>>(),
        ["2026-11-30T00:30:00Z", "2026-12-07T00:30:00Z", "2026-12-14T00:30:00Z"]
    );
}
