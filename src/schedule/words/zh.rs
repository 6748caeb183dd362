//! Simplified Chinese.

use super::super::{Cron, Entry, Rate, RateUnit, Schedule, Zone};
use super::pattern::{Shape, Times};
use crate::request::say::{Padded, say};

const WEEKDAYS: [&str; 8] = ["周日", "周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const ORDINALS: [&str; 6] = ["", "一", "二", "三", "四", "五"];

pub(super) fn schedule(schedule: &Schedule) -> String {
    spaced(&match schedule {
        Schedule::Rate(rate) => self::rate(*rate),
        Schedule::At(at) => say!("{} 执行一次{}", at.local().to_string(), zone(at.zone())),
        Schedule::Cron(cron) => self::cron(cron),
    })
}

/// The text with a space where Chinese and a digit or Latin letter meet, and
/// none after full-width punctuation.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for character in text.chars() {
        let meets = |before: char| {
            let is_latin = |character: char| character.is_ascii_alphanumeric();
            let is_chinese = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
            (is_latin(before) && is_chinese(character))
                || (is_chinese(before) && is_latin(character))
        };
        if before.is_some_and(meets) {
            out.push(' ');
        }
        if !(character == ' ' && matches!(before, Some('，' | '、' | '）' | '：'))) {
            out.push(character);
            before = Some(character);
        }
    }
    out
}

fn rate(rate: Rate) -> String {
    let unit = match rate.unit() {
        RateUnit::Seconds => "秒",
        RateUnit::Minutes => "分钟",
        RateUnit::Hours => "小时",
        RateUnit::Days => "天",
    };
    every(rate.count(), unit)
}

fn cron(cron: &Cron) -> String {
    if cron.never_runs() {
        return "永不执行：没有任何时间满足该表达式".to_owned();
    }
    let times = cron.times();
    let is_daily = matches!(times, Times::Fixed(_));
    let months = cron.months().as_ref().map(months);
    let days = match days(cron, months.as_deref()) {
        Some(days) => days,
        None if is_daily => say!("{}每天", months.unwrap_or_default()),
        None => months.map(|months| say!("{}每天", months)).unwrap_or_default(),
    };
    let dates = say!("{}{}", years(cron).unwrap_or_default(), days);
    let space = if dates.is_empty() { "" } else { " " };
    say!("{}{}{}{}", dates, space, self::times(&times), zone(cron.zone()))
}

fn zone(zone: &Zone) -> String {
    match zone {
        Zone::Instance => "，实例自身的时区".to_owned(),
        Zone::Utc | Zone::Offset { .. } => say!("，{}", zone.to_string()),
        Zone::Named(name) => say!("，{} 时间", name),
    }
}

fn every(count: impl Into<u32>, unit: &str) -> String {
    match count.into() {
        1 => say!("每{}", unit),
        count => say!("每 {} {}", count, unit),
    }
}

fn clock((hour, minute, second): (u16, u16, u16)) -> String {
    say!("{}:{}:{}", Padded(hour), Padded(minute), Padded(second))
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => say!("{}和{}", head.join("、"), last),
    }
}

fn numbers(values: &[u16]) -> String {
    match values {
        [head @ .., last] if !head.is_empty() => {
            let head: Vec<_> = head.iter().map(ToString::to_string).collect();
            say!("{} 和 {}", head.join("、"), last)
        }
        _ => list(&values.iter().map(ToString::to_string).collect::<Vec<_>>()),
    }
}

fn times(times: &Times) -> String {
    match times {
        Times::Fixed(times) => match times.as_slice() {
            [head @ .., last] if !head.is_empty() => {
                let head: Vec<_> = head.iter().map(|time| clock(*time)).collect();
                say!("{} 和 {}", head.join("、"), clock(*last))
            }
            times => list(&times.iter().map(|time| clock(*time)).collect::<Vec<_>>()),
        },
        Times::EveryHours { step, from: (0, 0, 0) } => every(*step, "小时"),
        Times::EveryHours { step, from } => {
            say!("从 {} 起{}", clock(*from), every(*step, "小时"))
        }
        Times::EachHour { minute: 0, second: 0 } => "每小时整点".to_owned(),
        Times::EachHour { minute, second } => {
            say!("每小时第 {} 分{}", minute, second_of(*second))
        }
        Times::HourlyBetween { from, to } => {
            say!("{} 至 {} 每小时", clock(*from), clock(*to))
        }
        Times::MinutelyBetween { from, to } => {
            say!("{} 至 {} 每分钟", clock(*from), clock(*to))
        }
        Times::Minutes { minutes, second, hours } => {
            let second = second_of(*second);
            let hours = match (in_hours(hours), minutes) {
                (None, Shape::One(_) | Shape::Range(..) | Shape::List(_)) => "每小时".to_owned(),
                (hours, _) => hours.unwrap_or_default(),
            };
            let phrase = match minutes {
                Shape::Every if second.is_empty() => "每分钟".to_owned(),
                Shape::Every => say!("每分钟第{}", second),
                Shape::Step { step, first: 0 } if second.is_empty() => every(*step, "分钟"),
                Shape::Step { step, first } => {
                    say!("从第 {} 分{}起{}", first, second, every(*step, "分钟"))
                }
                Shape::Range(from, to) if second.is_empty() => {
                    say!("第 {} 至 {} 分的每分钟", from, to)
                }
                Shape::Range(from, to) => {
                    say!("第 {} 至 {} 分每分钟第{}", from, to, second)
                }
                Shape::One(minute) => say!("第 {} 分{}", minute, second),
                Shape::List(minutes) => say!("第 {} 分{}", numbers(minutes), second),
            };
            say!("{}{}", hours, phrase)
        }
        Times::Seconds { seconds, minutes, hours } => {
            let phrase = match seconds {
                Shape::Every => "每秒".to_owned(),
                Shape::Step { step, first: 0 } => every(*step, "秒"),
                Shape::Step { step, first } => say!("从第 {} 秒起{}", first, every(*step, "秒")),
                Shape::Range(from, to) => say!("第 {} 至 {} 秒的每秒", from, to),
                Shape::One(second) => say!("第 {} 秒", second),
                Shape::List(seconds) => say!("第 {} 秒", numbers(seconds)),
            };
            let (in_minutes, in_hours) = (of_minutes(minutes), in_hours(hours));
            let is_part =
                |shape: &Shape| matches!(shape, Shape::One(_) | Shape::Range(..) | Shape::List(_));
            let hours = match &in_hours {
                None if is_part(minutes) => "每小时",
                hours => hours.as_deref().unwrap_or_default(),
            };
            let minutes = match &in_minutes {
                None if is_part(seconds) => "每分钟",
                minutes => minutes.as_deref().unwrap_or_default(),
            };
            say!("{}{}{}", hours, minutes, phrase)
        }
    }
}

fn second_of(second: u16) -> String {
    if second == 0 { String::new() } else { say!(" {} 秒", second) }
}

fn of_minutes(minutes: &Shape) -> Option<String> {
    Some(match minutes {
        Shape::Every => return None,
        Shape::One(minute) => say!("第 {} 分内", minute),
        Shape::Step { step, first } => say!("从第 {} 分起每 {} 分钟的第一分钟内", first, step),
        Shape::Range(from, to) => say!("第 {} 至 {} 分内", from, to),
        Shape::List(minutes) => say!("第 {} 分内", numbers(minutes)),
    })
}

fn in_hours(hours: &Shape) -> Option<String> {
    Some(match hours {
        Shape::Every => return None,
        Shape::One(hour) => say!("{}:00 至 {}:59 之间", Padded(*hour), Padded(*hour)),
        Shape::Range(from, to) => say!("{}:00 至 {}:59 之间", Padded(*from), Padded(*to)),
        Shape::Step { step, first } => {
            say!("从 {}:00 起每 {} 小时的第一个小时内", Padded(*first), step)
        }
        Shape::List(hours) => say!("{} 点内", numbers(hours)),
    })
}

fn name<'a>(names: &[&'a str], index: u16) -> &'a str {
    names.get(usize::from(index)).copied().unwrap_or_default()
}

fn months(shape: &Shape) -> String {
    match shape {
        Shape::Range(from, to) => say!("{} 月至 {} 月", from, to),
        Shape::One(month) => say!("{} 月", month),
        Shape::List(months) => {
            list(&months.iter().map(|month| say!("{} 月", month)).collect::<Vec<_>>())
        }
        Shape::Every | Shape::Step { .. } => String::new(),
    }
}

fn days(cron: &Cron, months: Option<&str>) -> Option<String> {
    if !cron.restricts_days() {
        return None;
    }
    let of_month = months.unwrap_or("每月");
    let mut days = Vec::new();
    if let Some(shape) = cron.days_of_month() {
        days.push(match shape {
            Shape::One(day) => say!("{} {} 日", of_month, day),
            Shape::Range(from, to) => say!("{} {} 日至 {} 日", of_month, from, to),
            Shape::List(list) => say!("{} {} 日", of_month, numbers(&list)),
            Shape::Step { step, first } => say!("{}从 {} 日起每 {} 天", of_month, first, step),
            Shape::Every => "每天".to_owned(),
        });
    }
    days.extend(cron.special_days().filter_map(|entry| special(entry, of_month)));
    if let Some(weekdays) = weekdays(cron) {
        days.push(say!("{}每{}", months.unwrap_or_default(), weekdays));
    }
    Some(days.join("或"))
}

fn special(entry: Entry, of_month: &str) -> Option<String> {
    Some(match entry {
        Entry::LastDay => say!("{}最后一天", of_month),
        Entry::LastWorkday => say!("{}最后一个工作日（周一至周五）", of_month),
        Entry::WorkdayNear(day) => say!("{}离 {} 日最近的工作日（周一至周五）", of_month, day),
        Entry::LastWeekday(weekday) => say!("{}最后一个{}", of_month, name(&WEEKDAYS, weekday)),
        Entry::NthWeekday { weekday, week } => {
            say!("{}第{}个{}", of_month, name(&ORDINALS, week), name(&WEEKDAYS, weekday))
        }
        Entry::Every | Entry::One(_) | Entry::Span { .. } => return None,
    })
}

fn weekdays(cron: &Cron) -> Option<String> {
    if cron.day_of_week.is_every() {
        return None;
    }
    let day = |value: &u16| name(&WEEKDAYS, *value).to_owned();
    let is_run = |days: &[u16]| {
        days.len() > 2
            && days.windows(2).all(|pair| matches!(pair, [a, b] if a.saturating_add(1) == *b))
    };
    Some(match cron.weekdays().as_slice() {
        [] => return None,
        days @ [first, .., last] if is_run(days) => say!("{}至{}", day(first), day(last)),
        days => list(&days.iter().map(day).collect::<Vec<_>>()),
    })
}

fn years(cron: &Cron) -> Option<String> {
    Some(match cron.years()? {
        Shape::One(year) => say!("{} 年", year),
        Shape::Range(from, to) => say!("{} 至 {} 年", from, to),
        Shape::Step { step, first } => say!("从 {} 年起每 {} 年的", first, step),
        Shape::List(years) => say!("{} 年", numbers(&years)),
        Shape::Every => return None,
    })
}
