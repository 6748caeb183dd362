//! When a schedule runs next: `cargo run --example next_runs -- '0 30 8 ? * MON Asia/Shanghai' 2026-11-24T00:00:00Z`
//!
//! The crate has no zone data. A zone of the database needs its offsets: here
//! China's, which has been eight hours ahead of UTC since 1991.

// Printing is what a command is for.
#![allow(clippy::print_stdout)]

use invoscope::response::Timestamp;
use invoscope::schedule::{RunQuery, Schedule, ZoneOffsets};
use std::env;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(frequency), Some(after)) = (arguments.next(), arguments.next()) else {
        return Err("usage: next_runs FREQUENCY TIME".into());
    };
    let after = Timestamp::parse(&after).ok_or("TIME is no RFC 3339 time")?.unix_seconds();

    let schedule = Schedule::parse(&frequency)?;
    let query = RunQuery::new(after, 3).offsets(ZoneOffsets::fixed(8 * 3600)?);
    let next = schedule.next_runs(&query)?;
    for run in next.runs {
        println!("{}", Timestamp::from_unix_seconds(run).to_utc_text());
    }
    for assumption in next.assumptions {
        println!("assumed: {}", assumption.name());
    }
    Ok(())
}
