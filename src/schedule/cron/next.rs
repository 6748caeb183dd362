//! The next wall-clock time that matches.

use super::super::LocalTime;
use super::Cron;

impl Cron {
    /// The first time from `floor` on that every field matches; none where the
    /// years are used up.
    ///
    /// Looks at each month of each selected year at most once, so an expression
    /// that never matches (30 February) ends after 130 × 12 months.
    pub(in crate::schedule) fn first_from(&self, floor: LocalTime) -> Option<LocalTime> {
        for &year in self.year.from(floor.year) {
            let from_month = if year == floor.year { floor.month } else { 1 };
            for &month in self.month.from(u16::from(from_month)) {
                let found = self.first_in_month(year, narrow(month), floor);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    fn first_in_month(&self, year: u16, month: u8, floor: LocalTime) -> Option<LocalTime> {
        let is_floor_month = (year, month) == (floor.year, floor.month);
        self.days(year, month).find_map(|day| {
            let midnight = LocalTime { year, month, day, hour: 0, minute: 0, second: 0 };
            if is_floor_month && day < floor.day {
                return None;
            }
            let is_floor_day = is_floor_month && day == floor.day;
            self.first_in_day(if is_floor_day { floor } else { midnight })
        })
    }

    /// The first match from `floor` on, on its day.
    fn first_in_day(&self, floor: LocalTime) -> Option<LocalTime> {
        self.hour.from(u16::from(floor.hour)).iter().find_map(|&hour| {
            let hour = narrow(hour);
            let is_floor_hour = hour == floor.hour;
            let from_minute = if is_floor_hour { floor.minute } else { 0 };
            self.minute.from(u16::from(from_minute)).iter().find_map(|&minute| {
                let minute = narrow(minute);
                let is_floor_minute = is_floor_hour && minute == floor.minute;
                let from_second = if is_floor_minute { floor.second } else { 0 };
                let second = self.second.from(u16::from(from_second)).first()?;
                Some(LocalTime { hour, minute, second: narrow(*second), ..floor })
            })
        })
    }
}

/// Values of these fields are at most 59.
fn narrow(value: u16) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}
