//! English.

use super::super::{Cron, Entry, Rate, RateUnit, Schedule, Zone};
use super::pattern::{Shape, Times};
use crate::request::say::{Padded, say};

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
        Schedule::At(at) => say!("once at {}{}", at.local().to_string(), zone(at.zone())),
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
        Zone::Utc | Zone::Offset { .. } => say!(", {}", zone.to_string()),
        Zone::Named(name) => say!(", {} time", name),
    }
}

fn every(count: impl Into<u32>, unit: &str) -> String {
    match count.into() {
        1 => say!("every {}", unit),
        count => say!("every {} {}s", count, unit),
    }
}

fn clock((hour, minute, second): (u16, u16, u16)) -> String {
    say!("{}:{}:{}", Padded(hour), Padded(minute), Padded(second))
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => say!("{} and {}", head.join(", "), last),
    }
}

fn times(times: &Times) -> String {
    match times {
        Times::Fixed(times) => {
            let times: Vec<_> = times.iter().map(|time| clock(*time)).collect();
            say!("at {}", list(&times))
        }
        Times::EveryHours { step, from: (0, 0, 0) } => every(*step, "hour"),
        Times::EveryHours { step, from } => {
            say!("{} from {}", every(*step, "hour"), clock(*from))
        }
        Times::EachHour { minute: 0, second: 0 } => "every hour".to_owned(),
        Times::EachHour { minute, second } => {
            say!("every hour at minute {}{}", minute, and_second(*second))
        }
        Times::HourlyBetween { from, to } => {
            say!("every hour from {} to {}", clock(*from), clock(*to))
        }
        Times::MinutelyBetween { from, to } => {
            say!("every minute from {} to {}", clock(*from), clock(*to))
        }
        Times::Minutes { minutes, second, hours } => {
            let at_second =
                if *second == 0 { String::new() } else { say!(" at second {}", second) };
            let hours = match (hours, minutes) {
                (Shape::Every, Shape::One(_) | Shape::Range(..) | Shape::List(_)) => {
                    " of every hour".to_owned()
                }
                _ => in_hours(hours),
            };
            let minutes_phrase = match minutes {
                Shape::Every => say!("every minute{}", at_second),
                Shape::Step { step, first: 0 } => say!("{}{}", every(*step, "minute"), at_second),
                Shape::Step { step, first } => {
                    say!("{} from minute {}{}", every(*step, "minute"), first, at_second)
                }
                Shape::Range(from, to) if *second == 0 => {
                    say!("every minute from minute {} to minute {}", from, to)
                }
                Shape::Range(from, to) => {
                    say!("at second {} of minutes {} to {}", second, from, to)
                }
                Shape::One(minute) => say!("at minute {}{}", minute, and_second(*second)),
                Shape::List(minutes) => {
                    say!("at minutes {}{}", numbers(minutes), and_second(*second))
                }
            };
            say!("{}{}", minutes_phrase, hours)
        }
        Times::Seconds { seconds, minutes, hours } => {
            let seconds = match seconds {
                Shape::Every => "every second".to_owned(),
                Shape::Step { step, first: 0 } => every(*step, "second"),
                Shape::Step { step, first } => {
                    say!("{} from second {}", every(*step, "second"), first)
                }
                Shape::Range(from, to) => {
                    say!("every second from second {} to second {}", from, to)
                }
                Shape::One(second) => say!("at second {}", second),
                Shape::List(seconds) => say!("at seconds {}", numbers(seconds)),
            };
            say!("{}{}{}", seconds, of_minutes(minutes), in_hours(hours))
        }
    }
}

fn and_second(second: u16) -> String {
    if second == 0 { String::new() } else { say!(" and second {}", second) }
}

fn of_minutes(minutes: &Shape) -> String {
    match minutes {
        Shape::Every => String::new(),
        Shape::One(minute) => say!(" of minute {}", minute),
        Shape::Step { step, first } => {
            say!(" in the first of every {} minutes from minute {}", step, first)
        }
        Shape::Range(from, to) => say!(" of minutes {} to {}", from, to),
        Shape::List(minutes) => say!(" of minutes {}", numbers(minutes)),
    }
}

fn in_hours(hours: &Shape) -> String {
    match hours {
        Shape::Every => String::new(),
        Shape::One(hour) => say!(" between {}:00 and {}:59", Padded(*hour), Padded(*hour)),
        Shape::Range(from, to) => say!(" between {}:00 and {}:59", Padded(*from), Padded(*to)),
        Shape::Step { step, first } => {
            say!(" in the first of every {} hours from {}:00", step, Padded(*first))
        }
        Shape::List(hours) => say!(" of hours {}", numbers(hours)),
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
        Shape::Range(from, to) => say!("{} to {}", month(*from), month(*to)),
        Shape::One(value) => month(*value),
        Shape::List(values) => list(&values.iter().map(|value| month(*value)).collect::<Vec<_>>()),
        Shape::Every | Shape::Step { .. } => "every month".to_owned(),
    }
}

fn days(cron: &Cron) -> Option<String> {
    let months = cron.months().as_ref().map(months);
    if !cron.restricts_days() {
        return months.map(|months| say!("in {}", months));
    }
    let of_month =
        months.as_ref().map_or_else(|| "every month".to_owned(), std::clone::Clone::clone);
    let mut days = Vec::new();
    if let Some(shape) = cron.days_of_month() {
        days.push(match shape {
            Shape::One(day) => say!("on day {} of {}", day, of_month),
            Shape::Range(from, to) => say!("on days {} to {} of {}", from, to, of_month),
            Shape::List(list) => say!("on days {} of {}", numbers(&list), of_month),
            Shape::Step { step, first } => {
                say!("every {} days from day {} of {}", step, first, of_month)
            }
            Shape::Every => "every day".to_owned(),
        });
    }
    days.extend(cron.special_days().filter_map(|entry| special(entry, &of_month)));
    if let Some(weekdays) = weekdays(cron) {
        days.push(match months {
            Some(months) => say!("{} in {}", weekdays, months),
            None => weekdays,
        });
    }
    Some(days.join(" or "))
}

fn special(entry: Entry, of_month: &str) -> Option<String> {
    Some(match entry {
        Entry::LastDay => say!("on the last day of {}", of_month),
        Entry::LastWorkday => say!("on the last weekday of {}", of_month),
        Entry::WorkdayNear(day) => say!("on the weekday nearest day {} of {}", day, of_month),
        Entry::LastWeekday(weekday) => {
            say!("on the last {} of {}", name(&WEEKDAYS, weekday), of_month)
        }
        Entry::NthWeekday { weekday, week } => {
            say!("on the {} {} of {}", name(&ORDINALS, week), name(&WEEKDAYS, weekday), of_month)
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
        days @ [first, .., last] if is_run(days) => say!("from {} to {}", day(first), day(last)),
        days => say!("on {}", list(&days.iter().map(day).collect::<Vec<_>>())),
    })
}

fn is_run(days: &[u16]) -> bool {
    days.len() > 2
        && days.windows(2).all(|pair| matches!(pair, [a, b] if a.saturating_add(1) == *b))
}

fn years(cron: &Cron) -> Option<String> {
    Some(match cron.years()? {
        Shape::One(year) => say!("in {}", year),
        Shape::Range(from, to) => say!("from {} to {}", from, to),
        Shape::Step { step, first } => say!("every {} years from {}", step, first),
        Shape::List(years) => say!("in {}", numbers(&years)),
        Shape::Every => return None,
    })
}
