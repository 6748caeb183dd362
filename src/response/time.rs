//! Points in time as the API writes them.

use crate::calendar::{LocalTime, days_in_month};

/// A point in time.
///
/// The API writes UTC as `2020-01-19T09:15:46Z`; answers of 2018 have
/// `2018-01-05 15:45:02` without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp {
    seconds: i64,
    has_zone: bool,
}

impl Timestamp {
    /// Reads RFC 3339, with `T` or a blank between date and time, a fraction
    /// that is dropped, and a zone that may be missing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_canonical(text).or_else(|| Self::parse_any(text))
    }

    /// Reads the API's own spelling and nothing else: [`Self::to_utc_text`]
    /// gives the same text back.
    pub(crate) fn parse_canonical(text: &str) -> Option<Self> {
        let bytes: &[u8; 20] = text.as_bytes().try_into().ok()?;
        let [
            y1,
            y2,
            y3,
            y4,
            b'-',
            m1,
            m2,
            b'-',
            d1,
            d2,
            b'T',
            h1,
            h2,
            b':',
            n1,
            n2,
            b':',
            s1,
            s2,
            b'Z',
        ] = *bytes
        else {
            return None;
        };
        let year = u16::from(pair(y1, y2)?) * 100 + u16::from(pair(y3, y4)?);
        let (month, day) = (pair(m1, m2)?, pair(d1, d2)?);
        let (hour, minute, second) = (pair(h1, h2)?, pair(n1, n2)?, pair(s1, s2)?);
        let is_valid = (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        let time = LocalTime { year, month, day, hour, minute, second };
        is_valid.then(|| Self::from_unix_seconds(time.to_seconds()))
    }

    fn parse_any(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (clock, zone) = rest.split_at_checked(8)?;

        let (year, month, day) = triple(date, 4, '-')?;
        let (hour, minute, second) = triple(clock, 2, ':')?;
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let is_valid = (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second <= 60;
        if !is_valid {
            return None;
        }

        let offset = offset_seconds(skip_fraction(zone)?)?;
        let midnight = LocalTime { year, month, day, hour: 0, minute: 0, second: 0 };
        let time = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
        let local = midnight.to_seconds() + time;
        Some(Self { seconds: local - offset.unwrap_or(0), has_zone: offset.is_some() })
    }

    /// Seconds since 1970-01-01T00:00:00Z; without a zone, as if it were UTC.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.seconds
    }

    /// Whether the text named its zone.
    #[must_use]
    pub fn has_zone(self) -> bool {
        self.has_zone
    }

    /// The API's own spelling, UTC.
    #[must_use]
    pub fn to_utc_text(self) -> String {
        let LocalTime { year, month, day, hour, minute, second } =
            LocalTime::from_seconds(self.seconds);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    /// A point in UTC.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Self {
        Self { seconds, has_zone: true }
    }
}

/// Two decimal digits as a number.
fn pair(tens: u8, ones: u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| tens * 10 + ones)
}

/// `2020-01-19` or `09:15:46` as three numbers, the first of `width` digits.
fn triple(text: &str, width: usize, separator: char) -> Option<(u16, u16, u16)> {
    let mut parts = text.split(separator);
    let first = digits(parts.next()?, width)?;
    let second = digits(parts.next()?, 2)?;
    let third = digits(parts.next()?, 2)?;
    parts.next().is_none().then_some((first, second, third))
}

fn digits(text: &str, width: usize) -> Option<u16> {
    let all_digits = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits { text.parse().ok() } else { None }
}

fn skip_fraction(zone: &str) -> Option<&str> {
    let Some(fraction) = zone.strip_prefix('.') else { return Some(zone) };
    let zone = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
    (zone.len() < fraction.len()).then_some(zone)
}

/// The zone's offset; `Some(None)` where the text ends without one.
#[allow(clippy::option_option)]
fn offset_seconds(zone: &str) -> Option<Option<i64>> {
    if zone.is_empty() {
        return Some(None);
    }
    if zone == "Z" || zone == "z" {
        return Some(Some(0));
    }
    let (sign, clock) = match zone.split_at_checked(1)? {
        ("+", clock) => (1, clock),
        ("-", clock) => (-1, clock),
        _ => return None,
    };
    let (hour, minute) = clock.split_once(':').or_else(|| clock.split_at_checked(2))?;
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
    (hour < 24 && minute < 60)
        .then_some(Some(sign * (i64::from(hour) * 3600 + i64::from(minute) * 60)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seconds(text: &str) -> Option<i64> {
        Timestamp::parse(text).map(Timestamp::unix_seconds)
    }

    #[test]
    fn times_of_the_api_page_are_read() {
        // `date -u -d 2020-01-19T09:15:46Z +%s` and so on.
        assert_eq!(seconds("2020-01-19T09:15:46Z"), Some(1_579_425_346));
        assert_eq!(seconds("2019-12-20T06:15:54Z"), Some(1_576_822_554));
        assert_eq!(seconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(seconds("2000-02-29T23:59:59Z"), Some(951_868_799));
    }

    #[test]
    fn offsets_and_fractions_are_read() {
        assert_eq!(seconds("2020-11-19T21:04:41+08:00"), Some(1_605_791_081));
        assert_eq!(seconds("2020-11-19T21:04:41.123+0800"), Some(1_605_791_081));
    }

    #[test]
    fn a_time_without_zone_says_so() {
        let time = Timestamp::parse("2018-01-05 15:45:02").expect("a time");

        assert!(!time.has_zone());
        assert_eq!(time.to_utc_text(), "2018-01-05T15:45:02Z");
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "2020-01-19",
            "2020-13-01T00:00:00Z",
            "2021-02-29T00:00:00Z",
            "2020-01-19T24:00:00Z",
            "2020-01-19T09:15:46X",
            "2020-01-19T09:15:46.Z",
            "+020-01-19T09:15:46Z",
            "云云云云云云云",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn prop_times_are_written_as_they_were_read(seconds in -62_167_219_200_i64..253_402_300_800) {
            let text = Timestamp::from_unix_seconds(seconds).to_utc_text();

            prop_assert_eq!(Timestamp::parse(&text), Some(Timestamp::from_unix_seconds(seconds)));
        }
    }
}
