//! Public API of `schedule`.

// The lint's exemption for tests does not reach their helper functions.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod check;
mod oracles;
mod parse;
mod runs;
mod words;

use invoscope::schedule::{RunQuery, Schedule, ZoneOffsets};

fn parse(frequency: &str) -> Schedule {
    Schedule::parse(frequency).expect(frequency)
}

/// Seconds since the epoch of `yyyy-MM-dd HH:mm:ss` in UTC.
fn utc(text: &str) -> i64 {
    match parse(&format!("at({text})")) {
        Schedule::At(at) => at.local().to_seconds(),
        other => panic!("{other:?}"),
    }
}

/// Offsets of Europe/Berlin in 2026.
fn berlin() -> ZoneOffsets {
    ZoneOffsets::from_transitions(&[
        (utc("2026-01-01 00:00:00"), 3_600),
        (utc("2026-03-29 01:00:00"), 7_200),
        (utc("2026-10-25 01:00:00"), 3_600),
    ])
    .expect("ascending")
}

fn next(frequency: &str, query: &RunQuery) -> Vec<i64> {
    parse(frequency).next_runs(query).expect(frequency).runs
}
