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
    #[inline(never)]
    pub(crate) fn parse_canonical(text: &str) -> Option<Self> {
        let fields = canonical_fields(text.as_bytes().try_into().ok()?)?;
        Some(Self::from_unix_seconds(fields.to_seconds()))
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

/// The day of the time that was read last: the times of an answer have few.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    date: Date,
    /// Seconds since 1970.
    midnight: i64,
}

impl Default for Day {
    fn default() -> Self {
        Self { date: Date::of(b"1970-01-01T00:00:00Z"), midnight: 0 }
    }
}

impl Day {
    /// The seconds since 1970 of a time in the API's own spelling, none of
    /// another text: what [`Timestamp::parse_canonical`] gives.
    #[inline(always)]
    #[allow(clippy::inline_always)] // For every time of an answer.
    pub(super) fn seconds(&mut self, text: &[u8]) -> Option<i64> {
        let text = text.try_into().ok()?;
        let date = Date::of(text);
        if date.first != self.date.first || date.last != self.date.last {
            return self.turn(text);
        }
        Some(self.midnight + seconds_of_day(text)?)
    }

    #[inline(never)]
    fn turn(&mut self, text: &[u8; 20]) -> Option<i64> {
        let seconds = canonical_fields(text)?.to_seconds();
        *self = Self { date: Date::of(text), midnight: seconds - seconds_of_day(text)? };
        Some(seconds)
    }
}

/// The first and the last eight bytes of `2020-01-19T`.
///
/// Two numbers and no array: reading two stores as one load makes a processor wait.
#[derive(Debug, Clone, Copy)]
struct Date {
    first: u64,
    last: u64,
}

impl Date {
    #[inline(always)]
    #[allow(clippy::inline_always)] // For every time of an answer.
    fn of(text: &[u8; 20]) -> Self {
        Self { first: word(text), last: word(text.get(3..).unwrap_or_default()) }
    }
}

/// The first eight bytes; zero where there are fewer.
#[inline(always)]
#[allow(clippy::inline_always)] // For every time of an answer.
fn word(text: &[u8]) -> u64 {
    text.first_chunk().copied().map_or(0, u64::from_le_bytes)
}

/// Seconds from midnight to the clock of `2020-01-19T09:15:46Z`, the date unread.
#[inline(always)]
#[allow(clippy::inline_always)] // For every time of an answer.
fn seconds_of_day(text: &[u8; 20]) -> Option<i64> {
    let (clock, zone) = text.get(11..)?.split_first_chunk()?;
    let [hour, _, _, minute, _, _, second, _] = TIME.pairs(*clock)?;
    let is_valid = hour < 24 && minute < 60 && second < 60 && zone == b"Z";
    is_valid.then(|| i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second))
}

const TIME: Shape = Shape::new(*b"00:00:00");
const DATE: Shape = Shape::new(*b"0000-00-");
const CLOCK: Shape = Shape::new(*b"00T00:00");
const END: Shape = Shape::new(*b":00Z\0\0\0\0");

/// Reads `2020-01-19T09:15:46Z`, many digits a step.
#[inline(always)]
#[allow(clippy::inline_always)] // For every time of an answer.
fn canonical_fields(bytes: &[u8; 20]) -> Option<LocalTime> {
    let ([first, second], rest) = bytes.as_chunks() else { return None };
    let [c0, c1, c2, c3] = *<&[u8; 4]>::try_from(rest).ok()?;
    let date = DATE.pairs(*first)?;
    let clock = CLOCK.pairs(*second)?;
    let end = END.pairs([c0, c1, c2, c3, 0, 0, 0, 0])?;

    let [century, _, year, _, _, month, ..] = date;
    let [day, _, _, hour, _, _, minute, _] = clock;
    let [_, second, ..] = end;
    let year = u16::from(century) * 100 + u16::from(year);
    let is_valid = (1..=12).contains(&month)
        && day >= 1
        && (day <= 28 || day <= days_in_month(year, month))
        && hour < 24
        && minute < 60
        && second < 60;
    is_valid.then_some(LocalTime { year, month, day, hour, minute, second })
}

/// What eight bytes of a time look like: a zero for each digit.
struct Shape {
    text: u64,
    /// What makes a byte reach its high bit that is more than a digit, or other
    /// than the separator, once `text` is taken from it.
    slack: u64,
}

impl Shape {
    const fn new(text: [u8; 8]) -> Self {
        let text = u64::from_le_bytes(text);
        let (mut slack, mut shift) = (0, 0);
        while shift < u64::BITS {
            let is_digit = text >> shift & 0xFF == b'0' as u64;
            slack |= (if is_digit { 0x76 } else { 0x7F }) << shift;
            shift += 8;
        }
        Self { text, slack }
    }

    /// For each byte ten times its digit and the next one's; none for a text of
    /// another shape.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Thrice for every time of an answer.
    fn pairs(&self, text: [u8; 8]) -> Option<[u8; 8]> {
        const HIGHS: u64 = 0x8080_8080_8080_8080;
        let digits = u64::from_le_bytes(text) ^ self.text;
        if (digits | (digits & !HIGHS).wrapping_add(self.slack)) & HIGHS != 0 {
            return None;
        }
        // No byte of the sum exceeds 99, so nothing is carried.
        Some((digits * 10 + (digits >> 8)).to_le_bytes())
    }
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

    /// Another byte at one place of a time.
    fn damage() -> impl Strategy<Value = Option<(usize, u8)>> {
        let bytes = prop::sample::select(b"0123456789:-TtZ ./".to_vec());
        prop::option::of((0_usize..20, bytes))
    }

    #[test]
    fn a_known_day_reads_only_its_own_spelling() {
        let mut day = Day::default();
        for text in ["", "1970-01-01T00:00:0Z", "1970-01-01T00:00:00Z0", "1970-01-01T00:00:00.5Z"] {
            assert_eq!(day.seconds(text.as_bytes()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn prop_times_are_written_as_they_were_read(seconds in -62_167_219_200_i64..253_402_300_800) {
            let text = Timestamp::from_unix_seconds(seconds).to_utc_text();

            prop_assert_eq!(Timestamp::parse(&text), Some(Timestamp::from_unix_seconds(seconds)));
        }

        #[test]
        fn prop_a_day_that_is_known_changes_no_time(
            times in prop::collection::vec((0_i64..3, 0_i64..86_400, damage()), 1..9),
        ) {
            let mut day = Day::default();
            for (days, seconds, damage) in times {
                let seconds = days * 86_400 + seconds;
                let mut text = Timestamp::from_unix_seconds(seconds).to_utc_text().into_bytes();
                if let Some((at, byte)) = damage {
                    text[at] = byte;
                }
                // A leap second is a time, but not in the API's own spelling.
                let expected = str::from_utf8(&text).ok().and_then(Timestamp::parse);
                let expected = expected.filter(|time| time.to_utc_text().as_bytes() == text);

                prop_assert_eq!(day.seconds(&text), expected.map(Timestamp::unix_seconds));
            }
        }
    }
}
