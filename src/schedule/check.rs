//! What the documentation and the agent say about a schedule.

use super::{Cron, Entry, FieldKind, LocalTime, Rate, RunQuery, Schedule, Zone, ZoneOffsets};
use crate::json::{ToJson, Writer};
use crate::locale::Bilingual;
use crate::request::say::say;
use crate::request::{Finding, Severity};

/// The codes of [`Schedule::check`].
pub const CODES: &[&str] = &[
    "rate-below-60-seconds",
    "rate-above-7-days",
    "at-in-the-past",
    "cron-empty-range",
    "cron-days-either",
    "cron-never-runs",
    "cron-interval-below-10-seconds",
    "cron-has-ended",
];

const MIN_RATE_SECONDS: u32 = 60;
const MAX_RATE_SECONDS: u32 = 7 * 86_400;
const MIN_CRON_SECONDS: u16 = 10;

/// A schedule with what [`Schedule::check`] says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedSchedule {
    /// The schedule.
    pub schedule: Schedule,
    /// What is wrong or surprising.
    pub findings: Vec<Finding>,
}

/// `{"schedule": …, "findings": […]}`
impl ToJson for CheckedSchedule {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("schedule", &self.schedule).array("findings", &self.findings);
        });
    }
}

impl Schedule {
    /// The schedule together with its findings.
    #[must_use]
    pub fn checked(self, now: Option<i64>) -> CheckedSchedule {
        CheckedSchedule { findings: self.check(now), schedule: self }
    }

    /// What is wrong or surprising, in a fixed order, each with `parameter`
    /// `Frequency`.
    ///
    /// `now`, in seconds since the epoch, adds what has passed. A time in a zone
    /// whose offset is not known counts as past once it is past in every zone.
    #[must_use]
    pub fn check(&self, now: Option<i64>) -> Vec<Finding> {
        match self {
            Self::Rate(rate) => rate.check(),
            Self::At(at) => {
                // 12 hours west of Greenwich the day ends last.
                let offset = at.zone().fixed_offset().unwrap_or(-12 * 3_600);
                let instant = at.local().to_seconds().saturating_sub(i64::from(offset));
                let past = now.filter(|now| instant <= *now);
                past.map(|_| at_in_the_past()).into_iter().collect()
            }
            Self::Cron(cron) => cron.check(self, now),
        }
    }

    /// Whether no run is left after `now` in any zone.
    fn has_ended(&self, now: i64) -> bool {
        let offset = self.zone().and_then(Zone::fixed_offset).unwrap_or(-12 * 3_600);
        let query = RunQuery::new(now, 0);
        let query = match ZoneOffsets::fixed(offset) {
            Ok(offsets) => query.offsets(offsets),
            Err(_) => query,
        };
        self.next_runs(&query).is_ok_and(|runs| runs.has_ended)
    }
}

impl Rate {
    fn check(self) -> Vec<Finding> {
        let found = self.interval_seconds();
        if found < MIN_RATE_SECONDS {
            return vec![finding(
                "rate-below-60-seconds",
                Severity::Error,
                say!("执行间隔不能小于 60 秒，当前为 {} 秒。", found),
                say!("The interval must be at least 60 seconds, found {}.", found),
            )];
        }
        if found > MAX_RATE_SECONDS {
            return vec![finding(
                "rate-above-7-days",
                Severity::Error,
                "执行间隔不能超过 7 天。".to_owned(),
                "The interval must be at most 7 days.".to_owned(),
            )];
        }
        Vec::new()
    }
}

impl Cron {
    fn check(&self, schedule: &Schedule, now: Option<i64>) -> Vec<Finding> {
        let mut findings: Vec<_> = self
            .fields()
            .into_iter()
            .filter(|field| field.entries().iter().any(|entry| entry.is_empty_range()))
            .map(|field| empty_range(field.kind()))
            .collect();
        if !self.day_of_month.is_every() && !self.day_of_week.is_every() {
            findings.push(days_either());
        }
        if self.never_runs() {
            findings.push(never_runs());
            return findings;
        }
        if let Some(found) = self.shortest_interval_below_10() {
            findings.push(interval_below_10(found));
        }
        if now.is_some_and(|now| schedule.has_ended(now)) {
            findings.push(has_ended());
        }
        findings
    }

    /// Whether nothing matches in the agent's years, 1970 to 2099.
    pub(super) fn never_runs(&self) -> bool {
        self.first_from(LocalTime::from_seconds(0)).is_none()
    }

    /// The shortest distance between runs of one day, where it is below 10
    /// seconds.
    fn shortest_interval_below_10(&self) -> Option<u16> {
        let seconds = self.second.values();
        let within = seconds.windows(2).filter_map(|pair| match pair {
            [first, second] => second.checked_sub(*first),
            _ => None,
        });
        let across = seconds
            .first()
            .zip(seconds.last())
            .filter(|_| self.has_adjacent_minutes())
            .map(|(first, last)| 60_u16.saturating_add(*first).saturating_sub(*last));
        within.chain(across).min().filter(|distance| *distance < MIN_CRON_SECONDS)
    }

    fn has_adjacent_minutes(&self) -> bool {
        let (minutes, hours) = (self.minute.values(), self.hour.values());
        let crosses_hours = minutes.contains(&0) && minutes.contains(&59) && has_neighbours(hours);
        has_neighbours(minutes) || crosses_hours
    }
}

fn has_neighbours(values: &[u16]) -> bool {
    values.windows(2).any(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)))
}

fn finding(code: &'static str, severity: Severity, zh: String, en: String) -> Finding {
    Finding::new(code, severity, "Frequency", Bilingual::filled(zh, en))
}

impl Entry {
    fn is_empty_range(self) -> bool {
        matches!(self, Self::Span { first, last, .. } if first > last)
    }
}

fn at_in_the_past() -> Finding {
    finding(
        "at-in-the-past",
        Severity::Warning,
        "该时间已过，命令不会再执行。".to_owned(),
        "The time has passed; the command does not run again.".to_owned(),
    )
}

fn empty_range(kind: FieldKind) -> Finding {
    let (zh_name, en_name) = match kind {
        FieldKind::Second => ("秒", "second"),
        FieldKind::Minute => ("分钟", "minute"),
        FieldKind::Hour => ("小时", "hour"),
        FieldKind::DayOfMonth => ("日", "day-of-month"),
        FieldKind::Month => ("月", "month"),
        FieldKind::DayOfWeek => ("星期", "day-of-week"),
        FieldKind::Year => ("年", "year"),
    };
    let (zh_reason, en_reason) = match kind {
        FieldKind::DayOfWeek => (
            "云助手 Agent 把 7 当作 0（周日），因此以 7 结尾的范围不会选中任何一天；请写成 * 或 0-6",
            "the agent reads 7 as 0 (Sunday), so a range up to 7 selects no day; write * or 0-6",
        ),
        _ => ("起始值大于结束值，不会选中任何取值", "it starts after its end and selects nothing"),
    };
    finding(
        "cron-empty-range",
        Severity::Warning,
        say!("{}字段中有空范围：{}。", zh_name, zh_reason),
        say!("The {} field has an empty range: {}.", en_name, en_reason),
    )
}

fn days_either() -> Finding {
    finding(
        "cron-days-either",
        Severity::Warning,
        "同时限定了日和星期：满足其中任意一个就会执行。".to_owned(),
        "Day of month and day of week are both restricted: the command runs when either matches."
            .to_owned(),
    )
}

fn never_runs() -> Finding {
    finding(
        "cron-never-runs",
        Severity::Error,
        "没有任何时间满足该表达式，命令永不执行。".to_owned(),
        "No time matches the expression; the command never runs.".to_owned(),
    )
}

fn interval_below_10(found: u16) -> Finding {
    finding(
        "cron-interval-below-10-seconds",
        Severity::Error,
        say!("两次执行的间隔不能小于 10 秒，当前最短为 {} 秒。", found),
        say!("Runs must be at least 10 seconds apart, found {}.", found),
    )
}

fn has_ended() -> Finding {
    finding(
        "cron-has-ended",
        Severity::Warning,
        "该表达式的最后一次执行时间已过。".to_owned(),
        "The last time that matches the expression has passed.".to_owned(),
    )
}
