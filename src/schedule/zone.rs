//! The zone that a schedule names.

use super::Source;
use crate::error::Result;
use crate::json::{ToJson, Writer};
use std::fmt;

/// The clock that a schedule follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Zone {
    /// None is named: the system zone of each instance, which no answer of the
    /// API tells.
    Instance,
    /// `UTC` or `GMT`.
    Utc,
    /// `GMT+8:00`.
    Offset {
        /// Seconds east of UTC.
        seconds: i32,
    },
    /// A name of the time zone database, such as `Asia/Shanghai`.
    Named(String),
}

impl Zone {
    /// Reads a zone as the agent does: a name with `/`, `GMT±h:mm` without a
    /// leading zero, `UTC` or `GMT`. Letter case is significant.
    pub(super) fn parse(text: Source<'_>) -> Result<Self> {
        let name = text.as_str();
        if name.contains('/') {
            return if is_database_name(name) {
                Ok(Self::Named(name.to_owned()))
            } else {
                Err(text.expected("a name of the time zone database"))
            };
        }
        if name == "UTC" || name == "GMT" {
            return Ok(Self::Utc);
        }
        offset_seconds(name)
            .map(|seconds| Self::Offset { seconds })
            .ok_or_else(|| text.expected("a zone such as Asia/Shanghai, GMT+8:00 or UTC"))
    }

    /// Seconds east of UTC, where the zone alone tells them.
    #[must_use]
    pub fn fixed_offset(&self) -> Option<i32> {
        match self {
            Self::Utc => Some(0),
            Self::Offset { seconds } => Some(*seconds),
            Self::Instance | Self::Named(_) => None,
        }
    }
}

fn is_database_name(name: &str) -> bool {
    name.split('/').all(|part| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
        !part.is_empty() && part.bytes().all(is_allowed)
    })
}

/// The agent's `GMT([+-])([0-9]|1[0-4]):([0-5][0-9])`, as a whole.
fn offset_seconds(name: &str) -> Option<i32> {
    let rest = name.strip_prefix("GMT")?;
    let (sign, rest) = match rest.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, rest.strip_prefix('-')?),
    };
    let (hour, minute) = rest.split_once(':')?;
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has_zero = hour.len() > 1 && hour.starts_with('0');
    if !is_plain(hour) || !is_plain(minute) || has_zero || minute.len() != 2 {
        return None;
    }
    let hours = hour.parse::<i32>().ok().filter(|hours| *hours <= 14)?;
    let minutes = minute.parse::<i32>().ok().filter(|minutes| *minutes <= 59)?;
    Some(sign * (hours * 3_600 + minutes * 60))
}

/// The name as a schedule spells it; empty where none is named.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instance => Ok(()),
            Self::Utc => f.write_str("UTC"),
            Self::Offset { seconds } => {
                let sign = if *seconds < 0 { '-' } else { '+' };
                let minutes = seconds.unsigned_abs() / 60;
                write!(f, "GMT{sign}{}:{:02}", minutes / 60, minutes % 60)
            }
            Self::Named(name) => f.write_str(name),
        }
    }
}

/// `{"kind": "instance" | "utc" | "offset" | "named", "name"?, "offsetSeconds"?}`
impl ToJson for Zone {
    fn write(&self, out: &mut Writer) {
        let kind = match self {
            Self::Instance => "instance",
            Self::Utc => "utc",
            Self::Offset { .. } => "offset",
            Self::Named(_) => "named",
        };
        let name = Some(self.to_string()).filter(|name| !name.is_empty());
        out.object(|o| {
            o.field("kind", kind)
                .optional("name", name)
                .optional("offsetSeconds", self.fixed_offset());
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Zone> {
        Zone::parse(Source { text, offset: 3 })
    }

    #[test]
    fn offsets_are_read_without_a_leading_zero() {
        for (text, seconds) in [
            ("GMT+8:00", 28_800),
            ("GMT-7:00", -25_200),
            ("GMT+13:45", 49_500),
            ("GMT+0:00", 0),
            ("GMT-14:59", -53_940),
        ] {
            let zone = parse(text).expect(text);
            assert_eq!(zone, Zone::Offset { seconds });
            assert_eq!(zone.to_string(), text);
        }
    }

    #[test]
    fn other_spellings_of_offsets_are_refused() {
        for text in ["GMT+08:00", "GMT+8", "GMT+8:0", "GMT+15:00", "GMT+8:60", "UTC+8:00", "+8:00"]
        {
            assert_eq!(parse(text).expect_err(text).offset(), Some(3));
        }
    }

    #[test]
    fn names_have_the_form_of_the_database() {
        for text in ["Asia/Shanghai", "America/Argentina/Buenos_Aires", "Etc/GMT+8"] {
            assert_eq!(parse(text).expect(text), Zone::Named(text.to_owned()));
        }
        for text in ["Asia/", "/etc/passwd", "Asia/../x", "Shanghai", "CST", "utc", "Asia/上海"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
