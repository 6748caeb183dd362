//! Next runs by hand: zones, daylight saving, assumptions, limits.

use super::{berlin, next, parse, utc};
use invoscope::ErrorKind;
use invoscope::json::{Value, to_json};
use invoscope::schedule::{Assumption, RunQuery, ZoneOffsets};

fn in_berlin(frequency: &str, after: &str, count: usize) -> Vec<i64> {
    next(frequency, &RunQuery::new(utc(after), count).offsets(berlin()))
}

fn all(times: &[&str]) -> Vec<i64> {
    times.iter().map(|time| utc(time)).collect()
}

fn read(json: &str) -> invoscope::Result<RunQuery> {
    RunQuery::read(&Value::parse(json).expect("valid JSON"))
}

#[test]
fn a_rate_counts_from_the_creation() {
    let query = |after| RunQuery::new(after, 2).started_at(1_000);

    assert_eq!(next("rate(5m)", &query(0)), [1_300, 1_600]);
    assert_eq!(next("rate(5m)", &query(1_299)), [1_300, 1_600]);
    assert_eq!(next("rate(5m)", &query(1_300)), [1_600, 1_900]);
}

#[test]
fn a_rate_without_a_creation_says_what_it_assumes() {
    let runs = parse("rate(5m)").next_runs(&RunQuery::new(1_000, 1)).expect("no zone");

    assert_eq!(runs.runs, [1_300]);
    assert_eq!(runs.assumptions, [Assumption::Start]);
}

#[test]
fn a_time_runs_once() {
    let runs = parse("at(2022-06-06 13:15:30)")
        .next_runs(&RunQuery::new(1_654_521_329, 5))
        .expect("no zone");

    assert_eq!(to_json(&runs), r#"{"runs":[1654521330],"assumptions":[],"hasEnded":true}"#);
    assert_eq!(next("at(2022-06-06 13:15:30)", &RunQuery::new(1_654_521_330, 5)), [0_i64; 0]);
}

#[test]
fn offsets_in_the_schedule_count() {
    let query = RunQuery::new(0, 1).offsets(ZoneOffsets::fixed(3_600).expect("small"));

    assert_eq!(next("at(2022-06-06 13:15:30 GMT-7:00)", &query), [1_654_546_530]);
    assert_eq!(next("0 0 0 1 1 ? 2022 GMT+8:00", &query), all(&["2021-12-31 16:00:00"]));
    assert_eq!(next("0 0 0 1 1 ? 2022 UTC", &query), all(&["2022-01-01 00:00:00"]));
}

#[test]
fn a_named_zone_needs_its_offsets() {
    let schedule = parse("at(2022-06-06 13:15:30 Asia/Shanghai)");
    let shanghai = ZoneOffsets::fixed(28_800).expect("small");

    let error = schedule.next_runs(&RunQuery::new(0, 1)).expect_err("no offsets");
    let runs = schedule.next_runs(&RunQuery::new(0, 1).offsets(shanghai)).expect("offsets");

    assert_eq!(error.kind(), ErrorKind::InvalidValue);
    assert_eq!(error.path(), Some("transitions"));
    assert_eq!(runs.runs, all(&["2022-06-06 05:15:30"]));
    assert_eq!(runs.assumptions, []);
}

#[test]
fn the_zone_of_the_instance_is_an_assumption() {
    let schedule = parse("0 30 9 * * ?");
    let after = utc("2026-01-01 00:00:00");

    let in_utc = schedule.next_runs(&RunQuery::new(after, 1)).expect("assumed");
    let in_berlin = schedule.next_runs(&RunQuery::new(after, 1).offsets(berlin())).expect("given");

    assert_eq!(in_utc.runs, all(&["2026-01-01 09:30:00"]));
    assert_eq!(in_berlin.runs, all(&["2026-01-01 08:30:00"]));
    assert_eq!(in_utc.assumptions, [Assumption::InstanceZone]);
    assert_eq!(in_berlin.assumptions, [Assumption::InstanceZone]);
}

#[test]
fn a_skipped_time_runs_as_much_later_as_the_clock_moved() {
    assert_eq!(
        in_berlin("0 30 2 * * ? Europe/Berlin", "2026-03-28 12:00:00", 2),
        all(&["2026-03-29 01:30:00", "2026-03-30 00:30:00"])
    );
    assert_eq!(
        in_berlin("0 0/20 2 29 3 ? 2026 Europe/Berlin", "2026-01-01 00:00:00", 9),
        all(&["2026-03-29 01:00:00", "2026-03-29 01:20:00", "2026-03-29 01:40:00"])
    );
    assert_eq!(
        in_berlin("at(2026-03-29 02:30:00 Europe/Berlin)", "2026-01-01 00:00:00", 1),
        all(&["2026-03-29 01:30:00"])
    );
}

#[test]
fn a_skipped_time_that_meets_another_runs_once() {
    assert_eq!(
        in_berlin("0 30 2,3 29 3 ? 2026 Europe/Berlin", "2026-01-01 00:00:00", 9),
        all(&["2026-03-29 01:30:00"])
    );
}

#[test]
fn a_time_shown_twice_runs_the_first_time() {
    assert_eq!(
        in_berlin("0 0/30 1-3 25 10 ? 2026 Europe/Berlin", "2026-01-01 00:00:00", 9),
        all(&[
            "2026-10-24 23:00:00",
            "2026-10-24 23:30:00",
            "2026-10-25 00:00:00",
            "2026-10-25 00:30:00",
            "2026-10-25 02:00:00",
            "2026-10-25 02:30:00",
        ])
    );
    assert_eq!(
        in_berlin("at(2026-10-25 02:30:00 Europe/Berlin)", "2026-01-01 00:00:00", 1),
        all(&["2026-10-25 00:30:00"])
    );
}

#[test]
fn an_expression_that_never_matches_ends() {
    let runs = parse("0 0 0 30 2 ? * UTC").next_runs(&RunQuery::new(0, 3)).expect("UTC");

    assert_eq!(runs.runs, [0_i64; 0]);
    assert!(runs.has_ended);
}

#[test]
fn years_end_with_2099() {
    let schedule = parse("59 59 23 31 12 ? * UTC");
    let query = |after: &str, count| RunQuery::new(utc(after), count);

    let last = schedule.next_runs(&query("2099-01-01 00:00:00", 3)).expect("UTC");
    let more = schedule.next_runs(&query("2098-01-01 00:00:00", 1)).expect("UTC");

    assert_eq!(last.runs, all(&["2099-12-31 23:59:59"]));
    assert!(last.has_ended);
    assert!(!more.has_ended);
}

#[test]
fn extreme_instants_are_answered() {
    for frequency in ["rate(5m)", "at(9999-12-31 23:59:59)", "* * * * * ?"] {
        assert_eq!(next(frequency, &RunQuery::new(i64::MAX, 3).started_at(i64::MIN)), [0_i64; 0]);
        next(frequency, &RunQuery::new(i64::MIN, 3).started_at(i64::MAX));
    }
    assert_eq!(next("* * * * * ?", &RunQuery::new(i64::MIN, 2)), [0, 1]);
}

#[test]
fn the_number_of_runs_is_limited() {
    assert_eq!(next("* * * * * ?", &RunQuery::new(0, usize::MAX)).len(), 1_000);
    assert_eq!(next("* * * * * ?", &RunQuery::new(0, 0)), [0_i64; 0]);
}

#[test]
fn until_cuts_and_does_not_end() {
    let runs = parse("* * * * * ?").next_runs(&RunQuery::new(0, 9).until(3)).expect("assumed");

    assert_eq!(runs.runs, [1, 2]);
    assert!(!runs.has_ended);
}

#[test]
fn queries_are_read_from_json() {
    let query = read(
        r#"{"after":10.9,"count":2,"until":99,"startedAt":-5,"transitions":[[0,3600],[7,7200]]}"#,
    );

    let offsets = ZoneOffsets::from_transitions(&[(0, 3_600), (7, 7_200)]).expect("ascending");
    assert_eq!(query, Ok(RunQuery::new(10, 2).until(99).started_at(-5).offsets(offsets)));
}

#[test]
fn wrong_queries_name_the_place() {
    for (json, path) in [
        ("{}", "after"),
        (r#"{"after":"1","count":1}"#, "after"),
        (r#"{"after":1e300,"count":1}"#, "after"),
        (r#"{"after":1}"#, "count"),
        (r#"{"after":1,"count":-1}"#, "count"),
        (r#"{"after":1,"count":1.5}"#, "count"),
        (r#"{"after":1,"count":1,"transitions":{}}"#, "transitions"),
        (r#"{"after":1,"count":1,"transitions":[]}"#, "transitions"),
        (r#"{"after":1,"count":1,"transitions":[[0,0],[1]]}"#, "transitions[1]"),
        (r#"{"after":1,"count":1,"transitions":[[0,0],[0,60]]}"#, "transitions[1]"),
        (r#"{"after":1,"count":1,"transitions":[[0,90000]]}"#, "transitions[0]"),
    ] {
        let error = read(json).expect_err(json);
        assert_eq!(error.path(), Some(path), "{json}");
    }
}
