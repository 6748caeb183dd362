//! What each field counts.

/// A field of a cron expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldKind {
    /// 0 to 59.
    Second,
    /// 0 to 59.
    Minute,
    /// 0 to 23.
    Hour,
    /// 1 to 31, `L`, `LW`, `15W`.
    DayOfMonth,
    /// 1 to 12 or `jan` to `dec`.
    Month,
    /// 0 to 7 or `sun` to `sat`, `5L`, `5#3`; 0 and 7 are Sunday.
    DayOfWeek,
    /// 1970 to 2099.
    Year,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] =
    ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

impl FieldKind {
    /// The name that JavaScript sees.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::DayOfMonth => "dayOfMonth",
            Self::Month => "month",
            Self::DayOfWeek => "dayOfWeek",
            Self::Year => "year",
        }
    }

    /// The smallest value.
    #[must_use]
    pub fn min(self) -> u16 {
        match self {
            Self::Second | Self::Minute | Self::Hour | Self::DayOfWeek => 0,
            Self::DayOfMonth | Self::Month => 1,
            Self::Year => 1970,
        }
    }

    /// The largest value; days of the week end with 6, because 7 is read as 0.
    #[must_use]
    pub fn max(self) -> u16 {
        match self {
            Self::Second | Self::Minute => 59,
            Self::Hour => 23,
            Self::DayOfMonth => 31,
            Self::Month => 12,
            Self::DayOfWeek => 6,
            Self::Year => 2099,
        }
    }

    /// What a value looks like, for messages.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Self::Second => "a second (0 to 59)",
            Self::Minute => "a minute (0 to 59)",
            Self::Hour => "an hour (0 to 23)",
            Self::DayOfMonth => "a day of the month (1 to 31, L, LW or 15W)",
            Self::Month => "a month (1 to 12 or jan to dec)",
            Self::DayOfWeek => "a day of the week (0 to 7, mon to sun, 5L or 5#3)",
            Self::Year => "a year (1970 to 2099)",
        }
    }

    /// The value of one lower-case token, as the agent reads it.
    pub(super) fn value(self, token: &str) -> Option<u16> {
        self.named_value(token).or_else(|| {
            let widths = if self == Self::Year { 4..=4 } else { 1..=2 };
            let is_number = token.bytes().all(|byte| byte.is_ascii_digit());
            let value = Some(token)
                .filter(|token| is_number && widths.contains(&token.len()))
                .and_then(|token| token.parse::<u16>().ok())?;
            match self {
                // The agent looks days of the week up in a table that has no
                // entry for `01` to `07`; a missing entry is 0, as is 7's.
                Self::DayOfWeek if value <= 7 => Some(if token.len() == 1 { value % 7 } else { 0 }),
                _ => Some(value).filter(|value| (self.min()..=self.max()).contains(value)),
            }
        })
    }

    fn named_value(self, token: &str) -> Option<u16> {
        let (names, first): (&[&str], u16) = match self {
            Self::Month => (&MONTHS, 1),
            Self::DayOfWeek => (&WEEKDAYS, 0),
            _ => return None,
        };
        let is_token = |name: &str| token == name || name.get(..3) == Some(token);
        (first..).zip(names).find(|(_, name)| is_token(name)).map(|(value, _)| value)
    }
}
