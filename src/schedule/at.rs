//! `at(2022-06-06 13:15:30 Asia/Shanghai)`: one run.

use super::{LocalTime, Source, Zone};
use crate::calendar::days_in_month;
use crate::error::Result;
use crate::json::{ToJson, Writer};

/// One run at a date and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    local: LocalTime,
    zone: Zone,
}

impl At {
    /// Reads what stands between the parentheses.
    pub(super) fn parse(inside: Source<'_>) -> Result<Self> {
        let pieces = inside.pieces(|character| character == ' ' || character == 'T');
        // Names of zones may hold a `T`, dates and times may not.
        let [date, time, ..] = pieces.as_slice() else {
            return Err(inside.trim().expected("yyyy-MM-dd HH:mm:ss and an optional zone"));
        };
        let [year, month, day] =
            numbers(*date, '-', [4, 2, 2]).ok_or_else(|| date.expected("a date as yyyy-MM-dd"))?;
        let [hour, minute, second] =
            numbers(*time, ':', [2, 2, 2]).ok_or_else(|| time.expected("a time as HH:mm:ss"))?;
        let byte = |value: u16| u8::try_from(value).unwrap_or(u8::MAX);
        let local = LocalTime {
            year,
            month: byte(month),
            day: byte(day),
            hour: byte(hour),
            minute: byte(minute),
            second: byte(second),
        };
        let is_date = (1..=12).contains(&local.month)
            && (1..=days_in_month(year, local.month)).contains(&local.day);
        if !is_date {
            return Err(date.expected("a date of the calendar"));
        }
        if local.hour > 23 || local.minute > 59 || local.second > 59 {
            return Err(time.expected("a time from 00:00:00 to 23:59:59"));
        }
        let used = time.end().saturating_sub(inside.offset);
        let rest = inside.text.get(used..).unwrap_or_default();
        let rest = Source { text: rest, offset: time.end() }.trim();
        let zone = if rest.text.is_empty() { Zone::Utc } else { Zone::parse(rest)? };
        Ok(Self { local, zone })
    }

    /// Date and time on the clock of the zone.
    #[must_use]
    pub fn local(&self) -> LocalTime {
        self.local
    }

    /// The zone; UTC where none is named.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
}

fn numbers(text: Source<'_>, separator: char, widths: [usize; 3]) -> Option<[u16; 3]> {
    let mut parts = text.as_str().split(separator);
    let mut values = [0; 3];
    for (value, width) in values.iter_mut().zip(widths) {
        let part = parts.next().filter(|part| part.len() == width)?;
        if !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *value = part.parse().ok()?;
    }
    parts.next().is_none().then_some(values)
}

/// `{"kind": "at", "local": "2022-06-06 13:15:30", "zone": …}`
impl ToJson for At {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", "at").field("local", self.local).field("zone", &self.zone);
        });
    }
}
