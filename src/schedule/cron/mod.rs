//! `0 30 9 ? * 1-5 2022 Asia/Shanghai`: a run whenever the clock matches.

mod days;
mod field;
mod kind;
mod next;

use super::{Source, Zone, invalid};
use crate::error::Result;
use crate::json::{ToJson, Writer};
pub use field::{Entry, Field};
pub use kind::FieldKind;

/// A run whenever every field matches the clock of the zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cron {
    pub(super) second: Field,
    pub(super) minute: Field,
    pub(super) hour: Field,
    pub(super) day_of_month: Field,
    pub(super) month: Field,
    pub(super) day_of_week: Field,
    pub(super) year: Field,
    zone: Zone,
}

impl Cron {
    /// Reads 6 to 8 fields, the way the agent assigns them.
    pub(super) fn parse(text: Source<'_>) -> Result<Self> {
        let pieces = text.pieces(char::is_whitespace);
        let [second, minute, hour, day_of_month, month, day_of_week, rest @ ..] = pieces.as_slice()
        else {
            return Err(wrong_count(text, pieces.len()));
        };
        let (year, zone) = match rest {
            [] => (None, None),
            [last] if looks_like_year(last.as_str()) => (Some(*last), None),
            [last] => (None, Some(*last)),
            [year, zone] => (Some(*year), Some(*zone)),
            _ => return Err(wrong_count(text, pieces.len())),
        };
        Ok(Self {
            second: Field::parse(FieldKind::Second, *second)?,
            minute: Field::parse(FieldKind::Minute, *minute)?,
            hour: Field::parse(FieldKind::Hour, *hour)?,
            day_of_month: Field::parse(FieldKind::DayOfMonth, *day_of_month)?,
            month: Field::parse(FieldKind::Month, *month)?,
            day_of_week: Field::parse(FieldKind::DayOfWeek, *day_of_week)?,
            year: match year {
                Some(year) => Field::parse(FieldKind::Year, year)?,
                None => Field::every(FieldKind::Year),
            },
            zone: zone.map_or(Ok(Zone::Instance), Zone::parse)?,
        })
    }

    /// The zone of the clock; [`Zone::Instance`] where none is named.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The fields, in the order in which they are written.
    #[must_use]
    pub fn fields(&self) -> [&Field; 7] {
        [
            &self.second,
            &self.minute,
            &self.hour,
            &self.day_of_month,
            &self.month,
            &self.day_of_week,
            &self.year,
        ]
    }
}

fn wrong_count(text: Source<'_>, found: usize) -> crate::Error {
    invalid(
        if found < 6 { text.end() } else { text.offset },
        format!("expected rate(…), at(…) or a cron expression of 6 to 8 fields, found {found}"),
    )
}

/// The agent's test of the seventh field:
/// `^\*$|^\?$|19[789][0-9]|20[0-9]{2}|^\*/(\d+)$`.
fn looks_like_year(text: &str) -> bool {
    let is_year = |window: &[u8]| {
        matches!(window, [b'1', b'9', b'7'..=b'9', last] | [b'2', b'0', _, last] if last.is_ascii_digit())
            && window.iter().all(u8::is_ascii_digit)
    };
    let is_step = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    text == "*"
        || text == "?"
        || text.strip_prefix("*/").is_some_and(is_step)
        || text.as_bytes().windows(4).any(is_year)
}

/// `{"kind": "cron", "zone": …, "fields": {"second": …, …, "year": …}}`
impl ToJson for Cron {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", "cron").field("zone", &self.zone).object("fields", |o| {
                for field in self.fields() {
                    o.field(field.kind().name(), field);
                }
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seventh_field_is_a_year_by_the_agents_rule() {
        for year in ["*", "?", "*/2", "2022", "1970", "2099", "2022-2024", "2022/2", "x2022"] {
            assert!(looks_like_year(year), "{year}");
        }
        for zone in ["Asia/Shanghai", "GMT+8:00", "UTC", "1969", "2100", "*/", "*/x", "L"] {
            assert!(!looks_like_year(zone), "{zone}");
        }
    }
}
