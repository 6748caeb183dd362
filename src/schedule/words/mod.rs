//! Schedules in words, in both languages.

mod en;
mod pattern;
mod zh;

use super::Schedule;
use crate::locale::Locale;

impl Schedule {
    /// The schedule as a phrase of the language, lower case, without a full
    /// stop: "every 20 minutes", "每 20 分钟".
    ///
    /// Nothing that the schedule says is left out; where it names no zone but
    /// follows one, the phrase says that it is the instance's.
    #[must_use]
    pub fn describe(&self, locale: Locale) -> String {
        match locale {
            Locale::En => en::schedule(self),
            Locale::ZhCn => zh::schedule(self),
        }
    }
}
