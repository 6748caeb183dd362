//! Date and time of a wall clock, in no particular zone.
//!
//! The proleptic Gregorian calendar by Howard Hinnant's `days_from_civil` and
//! `civil_from_days` (<https://howardhinnant.github.io/date_algorithms.html>).

use crate::json::{ToJson, Writer};
use std::fmt;

/// A date and time as a wall clock shows them, years 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalTime {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

const DAY_SECONDS: i64 = 86_400;
/// 0000-01-01T00:00:00, in seconds since 1970-01-01T00:00:00.
const MIN_SECONDS: i64 = -62_167_219_200;
/// 9999-12-31T23:59:59, likewise.
const MAX_SECONDS: i64 = 253_402_300_799;

impl LocalTime {
    /// The time that many seconds after 1970-01-01T00:00:00 on the same clock;
    /// the nearest representable one outside years 0 to 9999.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        let seconds = seconds.clamp(MIN_SECONDS, MAX_SECONDS);
        let (days, rest) = (seconds.div_euclid(DAY_SECONDS), seconds.rem_euclid(DAY_SECONDS));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: narrow(year),
            month: narrow(month),
            day: narrow(day_of_year - (153 * month_from_march + 2) / 5 + 1),
            hour: narrow(rest / 3_600),
            minute: narrow(rest / 60 % 60),
            second: narrow(rest % 60),
        }
    }

    /// Seconds since 1970-01-01T00:00:00 on the same clock.
    #[must_use]
    pub fn to_seconds(self) -> i64 {
        let month = u32::from(self.month);
        // One era later, so that nothing is below zero.
        let year = u32::from(self.year) + 400 - u32::from(month <= 2);
        let (era, year_of_era) = (year / 400, year % 400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + u32::from(self.day);
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = i64::from(era * 146_097 + day_of_era) - 719_469 - 146_097;
        let time =
            u32::from(self.hour) * 3_600 + u32::from(self.minute) * 60 + u32::from(self.second);
        let time = i64::from(time);
        days * DAY_SECONDS + time
    }
}

/// The values that the calendar yields fit their fields.
fn narrow<T: TryFrom<i64> + Default>(value: i64) -> T {
    T::try_from(value).unwrap_or_default()
}

/// Days of a month, 28 to 31.
pub(crate) fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Day of the week, 0 = Sunday to 6 = Saturday.
pub(crate) fn weekday(year: u16, month: u8, day: u8) -> u8 {
    let date = LocalTime { year, month, day, hour: 0, minute: 0, second: 0 };
    // 1970-01-01 was a Thursday.
    narrow((date.to_seconds() / DAY_SECONDS + 4).rem_euclid(7))
}

/// `2022-06-06 13:15:30`
impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day, hour, minute, second } = self;
        write!(f, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// `"2022-06-06 13:15:30"`
impl ToJson for LocalTime {
    fn write(&self, out: &mut Writer) {
        out.string(&self.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days_have_their_seconds_and_weekdays() {
        // `date -u -d @… '+%F %T %w'` of GNU coreutils.
        for (seconds, text, day_of_week) in [
            (0, "1970-01-01 00:00:00", 4),
            (951_782_400, "2000-02-29 00:00:00", 2),
            (1_654_521_330, "2022-06-06 13:15:30", 1),
            (4_102_444_799, "2099-12-31 23:59:59", 4),
            (-1, "1969-12-31 23:59:59", 3),
        ] {
            let time = LocalTime::from_seconds(seconds);
            assert_eq!(time.to_string(), text);
            assert_eq!(weekday(time.year, time.month, time.day), day_of_week, "{text}");
        }
    }

    #[test]
    fn centuries_are_leap_years_every_400_years() {
        assert_eq!(days_in_month(1900, 2), 28);
        assert_eq!(days_in_month(2000, 2), 29);
        assert_eq!(days_in_month(2024, 2), 29);
        assert_eq!(days_in_month(2023, 2), 28);
    }

    proptest! {
        #[test]
        fn prop_seconds_and_fields_are_inverse(seconds in MIN_SECONDS..=MAX_SECONDS) {
            prop_assert_eq!(LocalTime::from_seconds(seconds).to_seconds(), seconds);
        }

        #[test]
        fn prop_order_is_that_of_time(a in MIN_SECONDS..=MAX_SECONDS, b in MIN_SECONDS..=MAX_SECONDS) {
            prop_assert_eq!(LocalTime::from_seconds(a).cmp(&LocalTime::from_seconds(b)), a.cmp(&b));
        }
    }
}
