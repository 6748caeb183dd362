//! Bindings of `schedule`.

use super::convert::{from_js, to_js};
use super::error::to_js_error;
use crate::error::Result;
use crate::json::Value;
use crate::locale::Locale;
use crate::schedule::{CheckedSchedule, NextRuns, RunQuery, Schedule, read_instant};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/schedule.d.ts");

/// Reads a `Frequency`: `rate(5m)`, `at(2022-06-06 13:15:30 Asia/Shanghai)` or
/// a cron expression of 6 to 8 fields.
///
/// `now`, in seconds since the epoch, adds findings about what has passed.
/// Throws an error with code `invalid-schedule` and the `offset` of what cannot
/// be read.
#[wasm_bindgen(js_name = parseSchedule, unchecked_return_type = "CheckedSchedule")]
pub fn parse_schedule(
    frequency: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "number")] now: &JsValue,
) -> std::result::Result<JsValue, JsValue> {
    let now = from_js(now)?;
    to_js(&checked(frequency, &now).map_err(|error| to_js_error(&error))?)
}

/// The schedule in words: "every 20 minutes", "每 20 分钟".
///
/// `locale` is a BCP 47 tag: Chinese for `zh` and its regions, English for every
/// other. Throws like `parseSchedule`.
#[wasm_bindgen(js_name = describeSchedule)]
pub fn describe_schedule(frequency: &str, locale: &str) -> std::result::Result<String, JsValue> {
    let schedule = Schedule::parse(frequency).map_err(|error| to_js_error(&error))?;
    Ok(schedule.describe(Locale::from_tag(locale)))
}

/// The next runs of the schedule, in seconds since the epoch, with what had to
/// be assumed.
///
/// A schedule in a named zone needs `transitions`. Throws like `parseSchedule`,
/// and with code `invalid-type` or `invalid-value` and the `path` of a wrong
/// member of `query`.
#[wasm_bindgen(js_name = nextRuns, unchecked_return_type = "NextRuns")]
pub fn next_runs(
    frequency: &str,
    #[wasm_bindgen(unchecked_param_type = "RunQuery")] query: &JsValue,
) -> std::result::Result<JsValue, JsValue> {
    let query = from_js(query)?;
    to_js(&runs(frequency, &query).map_err(|error| to_js_error(&error))?)
}

fn checked(frequency: &str, now: &str) -> Result<CheckedSchedule> {
    let now = read_instant(&Value::parse(now)?, "now")?;
    Ok(Schedule::parse(frequency)?.checked(now))
}

fn runs(frequency: &str, query: &str) -> Result<NextRuns> {
    let query = RunQuery::read(&Value::parse(query)?)?;
    Schedule::parse(frequency)?.next_runs(&query)
}
