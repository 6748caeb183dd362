//! `rate(5m)`: an interval that starts when the task is created.

use super::Source;
use crate::error::Result;
use crate::json::{ToJson, Writer};

/// The unit of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateUnit {
    /// `s`
    Seconds,
    /// `m`
    Minutes,
    /// `h`
    Hours,
    /// `d`, always 24 hours.
    Days,
}

impl RateUnit {
    /// Length in seconds.
    #[must_use]
    pub fn seconds(self) -> u32 {
        match self {
            Self::Seconds => 1,
            Self::Minutes => 60,
            Self::Hours => 3_600,
            Self::Days => 86_400,
        }
    }

    fn letter(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Minutes => "m",
            Self::Hours => "h",
            Self::Days => "d",
        }
    }
}

/// A run after each interval, the first one interval after the creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    count: u32,
    unit: RateUnit,
}

/// The agent refuses longer intervals.
const MAX_SECONDS: u32 = 1_000 * 86_400;

impl Rate {
    /// Reads what stands between the parentheses.
    pub(super) fn parse(inside: Source<'_>) -> Result<Self> {
        let inside = inside.trim();
        let letter = inside.text.chars().next_back().map(|letter| letter.to_ascii_lowercase());
        let unit = match letter {
            Some('s') => RateUnit::Seconds,
            Some('m') => RateUnit::Minutes,
            Some('h') => RateUnit::Hours,
            Some('d') => RateUnit::Days,
            _ => return Err(inside.expected("a number and a unit (s, m, h or d)")),
        };
        let digits = inside.text.get(..inside.text.len().saturating_sub(1)).unwrap_or_default();
        let digits = Source { text: digits, offset: inside.offset }.trim();
        let is_number = digits.text.bytes().all(|byte| byte.is_ascii_digit());
        let count = digits.text.parse().ok().filter(|count| is_number && *count > 0);
        let rate = count.map(|count| Self { count, unit });
        rate.filter(|rate| rate.checked_seconds().is_some_and(|seconds| seconds <= MAX_SECONDS))
            .ok_or_else(|| digits.expected("a positive number, at most 1000 days"))
    }

    fn checked_seconds(self) -> Option<u32> {
        self.count.checked_mul(self.unit.seconds())
    }

    /// The number as written.
    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// The unit as written.
    #[must_use]
    pub fn unit(self) -> RateUnit {
        self.unit
    }

    /// The interval in seconds, 1 to 1000 days.
    #[must_use]
    pub fn interval_seconds(self) -> u32 {
        self.checked_seconds().unwrap_or(MAX_SECONDS)
    }
}

/// `{"kind": "rate", "count": 5, "unit": "m", "intervalSeconds": 300}`
impl ToJson for Rate {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", "rate")
                .field("count", self.count)
                .field("unit", self.unit.letter())
                .field("intervalSeconds", self.interval_seconds());
        });
    }
}
