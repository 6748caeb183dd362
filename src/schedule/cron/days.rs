//! The days of one month that match both day fields.
//!
//! A transcription of `calculateActualDaysOfMonth` of the agent's `cronexpr`.

use super::{Cron, Entry};
use crate::calendar::{days_in_month, weekday};

const SUNDAY: u8 = 0;
const SATURDAY: u8 = 6;

impl Cron {
    /// Whether either day field leaves days out.
    pub(in crate::schedule) fn restricts_days(&self) -> bool {
        !self.day_of_month.is_every() || !self.day_of_week.is_every()
    }

    /// The days of the month that match, ascending.
    ///
    /// Where both fields are restricted, either is enough.
    pub(super) fn days(&self, year: u16, month: u8) -> impl Iterator<Item = u8> {
        let month = Month { year, number: month, last: days_in_month(year, month) };
        (1..=month.last).filter(move |day| self.matches_day(month, *day))
    }

    fn matches_day(&self, month: Month, day: u8) -> bool {
        if !self.restricts_days() {
            return true;
        }
        let by_day = !self.day_of_month.is_every()
            && self.day_of_month.entries().iter().any(|entry| entry.selects_day(month, day));
        let by_weekday = !self.day_of_week.is_every()
            && self.day_of_week.entries().iter().any(|entry| entry.selects_weekday(month, day));
        by_day || by_weekday
    }
}

#[derive(Clone, Copy)]
struct Month {
    year: u16,
    number: u8,
    last: u8,
}

impl Month {
    fn weekday(self, day: u8) -> u8 {
        weekday(self.year, self.number, day)
    }

    /// The Monday to Friday nearest `day` that is in the month.
    fn workday_near(self, day: u8) -> u8 {
        match self.weekday(day) {
            SATURDAY if day > 1 => day.saturating_sub(1),
            SATURDAY => day.saturating_add(2),
            SUNDAY if day < self.last => day.saturating_add(1),
            SUNDAY => day.saturating_sub(2),
            _ => day,
        }
    }
}

impl Entry {
    fn selects_day(self, month: Month, day: u8) -> bool {
        match self {
            Self::LastDay => day == month.last,
            Self::LastWorkday => day == month.workday_near(month.last),
            Self::WorkdayNear(target) => u8::try_from(target)
                .is_ok_and(|target| target <= month.last && day == month.workday_near(target)),
            plain => plain.contains(u16::from(day)),
        }
    }

    fn selects_weekday(self, month: Month, day: u8) -> bool {
        let own = u16::from(month.weekday(day));
        match self {
            Self::LastWeekday(weekday) => weekday == own && day > month.last.saturating_sub(7),
            Self::NthWeekday { weekday, week } => {
                weekday == own && u16::from(day.saturating_sub(1) / 7 + 1) == week
            }
            plain => plain.contains(own),
        }
    }
}
