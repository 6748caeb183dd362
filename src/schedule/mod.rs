//! Schedules: `rate()`, `at()` and 6 to 8 field cron, in words and as next runs.
//!
//! `Frequency` is a dialect of its own. Where its documentation and the agent
//! in the guest disagree the agent wins, because it is what runs the command
//! (`aliyun/aliyun_assist_client` at 028f1de, `agent/taskengine/timermanager`
//! and `thirdparty/cronexpr`):
//!
//! - The seventh cron field is a year where it holds `*`, `?`, `*/n` or a number
//!   from 1970 to 2099, else a zone.
//! - Days of the week are 1 = Monday to 6 = Saturday; Sunday is both 0 and 7.
//!   The agent reads 7 as 0 everywhere, so the range `1-7` ends before it starts
//!   and selects no day; [`Schedule::check`] says so. A zero before the digit
//!   (`05`) makes it Sunday.
//! - Where day of month and day of week are both restricted, either is enough.
//! - `L`, `LW`, `15W`, `5L` and `5#3` are read; `?` is `*` in every field.
//! - Years end with 2099.
//! - The wire form `at(2022-06-06T13:15:30)` is read beside the documented one.
//!
//! ```
//! use invoscope::locale::Locale;
//! use invoscope::schedule::Schedule;
//!
//! let schedule = Schedule::parse("0 30 9 ? * 1-5 Asia/Shanghai")?;
//!
//! assert_eq!(schedule.describe(Locale::En), "at 09:30:00 on weekdays, Asia/Shanghai time");
//! assert_eq!(schedule.describe(Locale::ZhCn), "每周一至周五 09:30:00，Asia/Shanghai 时间");
//! # Ok::<(), invoscope::Error>(())
//! ```
//!
//! # Limits
//! The core has no time zone data: a named zone is checked for its form alone,
//! and its offsets are an argument of [`Schedule::next_runs`].

mod at;
mod check;
mod cron;
mod offsets;
mod rate;
mod run_query;
mod runs;
#[cfg(test)]
mod tests;
mod words;
mod zone;

pub use crate::calendar::LocalTime;
use crate::error::{Error, ErrorKind, Result};
use crate::json::{ToJson, Writer};
pub use at::At;
pub use check::{CODES, CheckedSchedule};
pub use cron::{Cron, Entry, Field, FieldKind};
pub use offsets::ZoneOffsets;
pub use rate::{Rate, RateUnit};
pub use run_query::{RunQuery, read_instant};
pub use runs::{Assumption, NextRuns};
pub use zone::Zone;

/// When a command runs, parameter and field `Frequency`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Schedule {
    /// Again and again after an interval.
    Rate(Rate),
    /// Once.
    At(At),
    /// Whenever the clock matches.
    Cron(Box<Cron>),
}

/// Longest text that is read; no documented schedule comes near it.
const MAX_LENGTH_BYTES: usize = 1024;

impl Schedule {
    /// Reads a `Frequency`; blanks around it are dropped, letter case is not
    /// significant but in zones.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidSchedule`] with the byte offset of what cannot be
    /// read.
    pub fn parse(frequency: &str) -> Result<Self> {
        if frequency.len() > MAX_LENGTH_BYTES {
            let end = frequency.floor_char_boundary(MAX_LENGTH_BYTES);
            return Err(invalid(end, "expected at most 1024 bytes"));
        }
        let text = Source::trimmed(frequency);
        if text.as_str().is_empty() {
            return Err(invalid(0, "expected rate(…), at(…) or a cron expression, found nothing"));
        }
        if let Some(inside) = text.call("rate") {
            return Rate::parse(inside?).map(Self::Rate);
        }
        if let Some(inside) = text.call("at") {
            return At::parse(inside?).map(Self::At);
        }
        Cron::parse(text).map(|cron| Self::Cron(Box::new(cron)))
    }

    /// The zone that the schedule names; none for `rate()`, which has no clock.
    #[must_use]
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Rate(_) => None,
            Self::At(at) => Some(at.zone()),
            Self::Cron(cron) => Some(cron.zone()),
        }
    }
}

/// `{"kind": "rate" | "at" | "cron", …}`
impl ToJson for Schedule {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Rate(rate) => rate.write(out),
            Self::At(at) => at.write(out),
            Self::Cron(cron) => cron.write(out),
        }
    }
}

fn invalid(offset: usize, message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidSchedule, message).at(offset)
}

/// A piece of the text, with its place in the whole for errors.
#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Source<'a> {
    fn trimmed(text: &'a str) -> Self {
        Self { text, offset: 0 }.trim()
    }

    fn as_str(self) -> &'a str {
        self.text
    }

    fn trim(self) -> Self {
        let rest = self.text.trim_start();
        let offset = self.offset.saturating_add(self.text.len().saturating_sub(rest.len()));
        Self { text: rest.trim_end(), offset }
    }

    /// The first byte after the piece.
    fn end(self) -> usize {
        self.offset.saturating_add(self.text.len())
    }

    /// The pieces between characters that `is_separator`, empty ones left out.
    fn pieces(self, is_separator: fn(char) -> bool) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut offset = self.offset;
        for piece in self.text.split_inclusive(is_separator) {
            let text = piece.trim_end_matches(is_separator);
            if !text.is_empty() {
                pieces.push(Self { text, offset });
            }
            offset = offset.saturating_add(piece.len());
        }
        pieces
    }

    /// What stands between the parentheses of `name(…)`, in any letter case.
    fn call(self, name: &str) -> Option<Result<Self>> {
        let (head, rest) = self.text.split_at_checked(name.len())?;
        if !head.eq_ignore_ascii_case(name) {
            return None;
        }
        let inside = rest.trim_start().strip_prefix('(')?;
        let offset = self.end().saturating_sub(inside.len());
        Some(match inside.strip_suffix(')') {
            Some(text) => Ok(Self { text, offset }),
            None => Err(invalid(self.end(), "expected ')' at the end")),
        })
    }

    /// An error at the piece, that says what was expected and what was found.
    fn expected(self, what: &str) -> Error {
        const SHOWN: usize = 40;
        let found: String = self.text.chars().take(SHOWN).collect();
        invalid(self.offset, format!("expected {what}, found '{found}'"))
    }
}
