//! English.

use super::super::{Cron, Entry, Rate, RateUnit, Schedule, Zone};
use super::pattern::{Shape, Times};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 8] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ORDINALS: [&str; 6] = ["", "first", "second", "third", "fourth", "fifth"];

pub(super) fn schedule(schedule: &Schedule) -> String {
    match schedule {
        Schedule::Rate(rate) => self::rate(*rate),
        Schedule::At(at) => format!("once at {}{}", at.local(), zone(at.zone())),
        Schedule::Cron(cron) => self::cron(cron),
    }
}

fn rate(rate: Rate) -> String {
    let unit = match rate.unit() {
        RateUnit::Seconds => "second",
        RateUnit::Minutes => "minute",
        RateUnit::Hours => "hour",
        RateUnit::Days => "day",
    };
    every(rate.count(), unit)
}

fn cron(cron: &Cron) -> String {
    if cron.never_runs() {
        return "never: no time matches the expression".to_owned();
    }
    let times = cron.times();
    let is_daily = matches!(times, Times::Fixed(_));
    let parts = [
        Some(self::times(&times)),
        days(cron).or_else(|| {
            let is_open = cron.months().is_none() && is_daily;
            is_open.then(|| "every day".to_owned())
        }),
        years(cron),
    ];
    let phrase = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    phrase + &zone(cron.zone())
}

fn zone(zone: &Zone) -> String {
    match zone {
        Zone::Instance => ", in the instance's own time zone".to_owned(),
        Zone::Utc | Zone::Offset { .. } => format!(", {zone}"),
        Zone::Named(name) => format!(", {name} time"),
    }
}

fn every(count: impl Into<u32>, unit: &str) -> String {
    match count.into() {
        1 => format!("every {unit}"),
        count => format!("every {count} {unit}s"),
    }
}

fn clock((hour, minute, second): (u16, u16, u16)) -> String {
    format!("{hour:02}:{minute:02}:{second:02}")
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

fn times(times: &Times) -> String {
    match times {
        Times::Fixed(times) => {
            let times: Vec<_> = times.iter().map(|time| clock(*time)).collect();
            format!("at {}", list(&times))
        }
        Times::EveryHours { step, from: (0, 0, 0) } => every(*step, "hour"),
        Times::EveryHours { step, from } => {
            format!("{} from {}", every(*step, "hour"), clock(*from))
        }
        Times::EachHour { minute: 0, second: 0 } => "every hour".to_owned(),
        Times::EachHour { minute, second } => {
            format!("every hour at minute {minute}{}", and_second(*second))
        }
        Times::HourlyBetween { from, to } => {
            format!("every hour from {} to {}", clock(*from), clock(*to))
        }
        Times::MinutelyBetween { from, to } => {
            format!("every minute from {} to {}", clock(*from), clock(*to))
        }
        Times::Minutes { minutes, second, hours } => {
            let at_second =
                if *second == 0 { String::new() } else { format!(" at second {second}") };
            let hours = match (hours, minutes) {
                (Shape::Every, Shape::One(_) | Shape::Range(..) | Shape::List(_)) => {
                    " of every hour".to_owned()
                }
                _ => in_hours(hours),
            };
            let minutes_phrase = match minutes {
                Shape::Every => format!("every minute{at_second}"),
                Shape::Step { step, first: 0 } => format!("{}{at_second}", every(*step, "minute")),
                Shape::Step { step, first } => {
                    format!("{} from minute {first}{at_second}", every(*step, "minute"))
                }
                Shape::Range(from, to) if *second == 0 => {
                    format!("every minute from minute {from} to minute {to}")
                }
                Shape::Range(from, to) => format!("at second {second} of minutes {from} to {to}"),
                Shape::One(minute) => format!("at minute {minute}{}", and_second(*second)),
                Shape::List(minutes) => {
                    format!("at minutes {}{}", numbers(minutes), and_second(*second))
                }
            };
            format!("{minutes_phrase}{hours}")
        }
        Times::Seconds { seconds, minutes, hours } => {
            let seconds = match seconds {
                Shape::Every => "every second".to_owned(),
                Shape::Step { step, first: 0 } => every(*step, "second"),
                Shape::Step { step, first } => {
                    format!("{} from second {first}", every(*step, "second"))
                }
                Shape::Range(from, to) => format!("every second from second {from} to second {to}"),
                Shape::One(second) => format!("at second {second}"),
                Shape::List(seconds) => format!("at seconds {}", numbers(seconds)),
            };
            format!("{seconds}{}{}", of_minutes(minutes), in_hours(hours))
        }
    }
}

fn and_second(second: u16) -> String {
    if second == 0 { String::new() } else { format!(" and second {second}") }
}

fn of_minutes(minutes: &Shape) -> String {
    match minutes {
        Shape::Every => String::new(),
        Shape::One(minute) => format!(" of minute {minute}"),
        Shape::Step { step, first } => {
            format!(" in the first of every {step} minutes from minute {first}")
        }
        Shape::Range(from, to) => format!(" of minutes {from} to {to}"),
        Shape::List(minutes) => format!(" of minutes {}", numbers(minutes)),
    }
}

fn in_hours(hours: &Shape) -> String {
    match hours {
        Shape::Every => String::new(),
        Shape::One(hour) => format!(" between {hour:02}:00 and {hour:02}:59"),
        Shape::Range(from, to) => format!(" between {from:02}:00 and {to:02}:59"),
        Shape::Step { step, first } => {
            format!(" in the first of every {step} hours from {first:02}:00")
        }
        Shape::List(hours) => format!(" of hours {}", numbers(hours)),
    }
}

fn numbers(values: &[u16]) -> String {
    list(&values.iter().map(ToString::to_string).collect::<Vec<_>>())
}

fn name<'a>(names: &[&'a str], index: u16) -> &'a str {
    names.get(usize::from(index)).copied().unwrap_or_default()
}

fn months(shape: &Shape) -> String {
    let month = |value: u16| name(&MONTHS, value.saturating_sub(1)).to_owned();
    match shape {
        Shape::Range(from, to) => format!("{} to {}", month(*from), month(*to)),
        Shape::One(value) => month(*value),
        Shape::List(values) => list(&values.iter().map(|value| month(*value)).collect::<Vec<_>>()),
        Shape::Every | Shape::Step { .. } => "every month".to_owned(),
    }
}

fn days(cron: &Cron) -> Option<String> {
    let months = cron.months().as_ref().map(months);
    if !cron.restricts_days() {
        return months.map(|months| format!("in {months}"));
    }
    let of_month =
        months.as_ref().map_or_else(|| "every month".to_owned(), std::clone::Clone::clone);
    let mut days = Vec::new();
    if let Some(shape) = cron.days_of_month() {
        days.push(match shape {
            Shape::One(day) => format!("on day {day} of {of_month}"),
            Shape::Range(from, to) => format!("on days {from} to {to} of {of_month}"),
            Shape::List(list) => format!("on days {} of {of_month}", numbers(&list)),
            Shape::Step { step, first } => {
                format!("every {step} days from day {first} of {of_month}")
            }
            Shape::Every => "every day".to_owned(),
        });
    }
    days.extend(cron.special_days().filter_map(|entry| special(entry, &of_month)));
    if let Some(weekdays) = weekdays(cron) {
        days.push(match months {
            Some(months) => format!("{weekdays} in {months}"),
            None => weekdays,
        });
    }
    Some(days.join(" or "))
}

fn special(entry: Entry, of_month: &str) -> Option<String> {
    Some(match entry {
        Entry::LastDay => format!("on the last day of {of_month}"),
        Entry::LastWorkday => format!("on the last weekday of {of_month}"),
        Entry::WorkdayNear(day) => format!("on the weekday nearest day {day} of {of_month}"),
        Entry::LastWeekday(weekday) => {
            format!("on the last {} of {of_month}", name(&WEEKDAYS, weekday))
        }
        Entry::NthWeekday { weekday, week } => {
            format!("on the {} {} of {of_month}", name(&ORDINALS, week), name(&WEEKDAYS, weekday))
        }
        Entry::Every | Entry::One(_) | Entry::Span { .. } => return None,
    })
}

fn weekdays(cron: &Cron) -> Option<String> {
    if cron.day_of_week.is_every() {
        return None;
    }
    let day = |value: &u16| name(&WEEKDAYS, *value).to_owned();
    Some(match cron.weekdays().as_slice() {
        [] => return None,
        [1, 2, 3, 4, 5] => "on weekdays".to_owned(),
        [6, 7] => "at weekends".to_owned(),
        [1, 2, 3, 4, 5, 6, 7] => "on every day of the week".to_owned(),
        days @ [first, .., last] if is_run(days) => format!("from {} to {}", day(first), day(last)),
        days => format!("on {}", list(&days.iter().map(day).collect::<Vec<_>>())),
    })
}

fn is_run(days: &[u16]) -> bool {
    days.len() > 2
        && days.windows(2).all(|pair| matches!(pair, [a, b] if a.saturating_add(1) == *b))
}

fn years(cron: &Cron) -> Option<String> {
    Some(match cron.years()? {
        Shape::One(year) => format!("in {year}"),
        Shape::Range(from, to) => format!("from {from} to {to}"),
        Shape::Step { step, first } => format!("every {step} years from {first}"),
        Shape::List(years) => format!("in {}", numbers(&years)),
        Shape::Every => return None,
    })
}
