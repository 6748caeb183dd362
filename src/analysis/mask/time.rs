//! Dates and times as programs print them: ISO 8601 and RFC 3339, RFC 5322,
//! syslog, `date`, access logs, kernel logs, Chinese, US and compact forms.

use super::source::Source;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const CJK_WEEKDAYS: [&str; 2] = ["星期", "周"];
/// A list, because an upper-case word after a time may be anything.
const ZONES: [&str; 11] =
    ["UTC", "GMT", "CST", "CET", "CEST", "EST", "EDT", "PST", "PDT", "JST", "BST"];

/// A date or a time of day that begins with a digit.
pub(super) fn numeric(source: Source<'_>, at: usize) -> Option<usize> {
    let joined = source.joined_to_digit_by(at, b'-')
        || source.joined_to_digit_by(at, b'.')
        || source.before(at, 1) == b':';
    if joined {
        return None;
    }
    let date = [ymd, us_date, day_month_year, compact_date, chinese_date]
        .into_iter()
        .find_map(|date| date(source, at));
    match date {
        Some(date) => longest(source, &[Some(date), time_after_date(source, date)]),
        None => longest(source, &[clock(source, at)]),
    }
}

/// A date that begins with the name of a month or of a weekday, with a time.
pub(super) fn named(source: Source<'_>, at: usize) -> Option<usize> {
    let after_weekday = WEEKDAYS.iter().find(|day| source.starts(at, day)).map(|_| {
        let comma = usize::from(source.byte(at + 3) == b',');
        at + 3 + comma + 1
    });
    if let Some(start) = after_weekday {
        if source.byte(start - 1) != b' ' {
            return None;
        }
        let date = day_month_year(source, start).or_else(|| us_date(source, start));
        return match date {
            Some(date) => longest(source, &[Some(date), time_after_date(source, date)]),
            None => month_day_clock(source, start),
        };
    }
    month_day_clock(source, at)
}

/// Seconds since boot in brackets, `[   12.345678]`; the padding goes with them.
pub(super) fn kernel(source: Source<'_>, at: usize) -> Option<(usize, usize)> {
    let start = at + 1;
    let seconds = source.run(start, |byte| byte == b' ');
    let point = source.some_digits(seconds, 1, 10)?;
    let end = (source.byte(point) == b'.').then(|| source.some_digits(point + 1, 6, 6))??;
    (source.byte(end) == b']').then_some((start, end))
}

/// The longest of the candidates that ends where a token may end.
fn longest(source: Source<'_>, candidates: &[Option<usize>]) -> Option<usize> {
    candidates.iter().rev().copied().flatten().find(|&end| is_whole(source, end))
}

fn is_whole(source: Source<'_>, end: usize) -> bool {
    source.ends_token(end) && !source.continues(end, b"-:/")
}

/// `2026-11-24`, `2026/11/24`, `2026.11.24`
fn ymd(source: Source<'_>, at: usize) -> Option<usize> {
    let year = year(source, at)?;
    let joint = source.byte(year);
    if !matches!(joint, b'-' | b'/' | b'.') {
        return None;
    }
    let month = source.two_digits(year + 1, 12)?;
    (source.byte(month) == joint).then(|| source.two_digits(month + 1, 31))?
}

/// `11/24/2026`
fn us_date(source: Source<'_>, at: usize) -> Option<usize> {
    let first = source.some_digits(at, 1, 2).filter(|&end| source.byte(end) == b'/')?;
    let second = source.some_digits(first + 1, 1, 2).filter(|&end| source.byte(end) == b'/')?;
    year(source, second + 1)
}

/// `24/Nov/2026`, `24 Nov 2026`, `24-Nov-2026`
fn day_month_year(source: Source<'_>, at: usize) -> Option<usize> {
    let day = source.some_digits(at, 1, 2)?;
    let joint = source.byte(day);
    if !matches!(joint, b'/' | b' ' | b'-') || !is_month(source, day + 1) {
        return None;
    }
    let month = day + 4;
    (source.byte(month) == joint).then(|| year(source, month + 1))?
}

/// `20261124`, alone or before a compact time: `20261124T131130`, `20261124131130`
fn compact_date(source: Source<'_>, at: usize) -> Option<usize> {
    let digits = source.digits(at) - at;
    let century = source.starts(at, "19") || source.starts(at, "20");
    let date = source.two_digits(at + 4, 12).and_then(|day| source.two_digits(day, 31))?;
    match digits {
        8 if century => Some(date),
        14 if century => compact_clock(source, date),
        _ => None,
    }
}

/// `2026年11月24日`, with spaces as `date` puts them and with the weekday.
fn chinese_date(source: Source<'_>, at: usize) -> Option<usize> {
    let mut end = year(source, at)?;
    for (index, unit) in ["年", "月", "日"].into_iter().enumerate() {
        if index > 0 {
            end = source.some_digits(skip_space(source, end), 1, 2)?;
        }
        end = source.starts(end, unit).then_some(end + unit.len())?;
    }
    let weekday = skip_space(source, end);
    let named = CJK_WEEKDAYS.iter().find(|prefix| source.starts(weekday, prefix));
    Some(named.map_or(end, |prefix| {
        let name = weekday + prefix.len();
        name + source
            .char_at(name)
            .filter(|c| "一二三四五六日天".contains(*c))
            .map_or(0, char::len_utf8)
    }))
}

fn month_day_clock(source: Source<'_>, at: usize) -> Option<usize> {
    if !is_month(source, at) || source.byte(at + 3) != b' ' {
        return None;
    }
    let day = skip_space(source, at + 4);
    let day_end = source.some_digits(day, 1, 2).filter(|&end| source.byte(end) == b' ')?;
    let time = clock(source, day_end + 1)?;
    let year = (source.byte(time) == b' ').then(|| year(source, time + 1)).flatten();
    longest(source, &[Some(time), year])
}

/// The time behind a date: joined by `T`, a space, `_`, `-` or, in access logs, `:`.
fn time_after_date(source: Source<'_>, at: usize) -> Option<usize> {
    let joint = source.byte(at);
    let start = at + 1;
    match joint {
        b'T' | b't' | b'_' | b'-' => clock(source, start)
            .or_else(|| compact_clock(source, start))
            .or_else(|| dashed(source, start)),
        b' ' | b':' => clock(source, start).or_else(|| chinese_clock(source, start)),
        _ => chinese_clock(source, at),
    }
}

/// `13:11`, `13:11:30`, `13:11:30.123`, with AM or PM and with a zone.
fn clock(source: Source<'_>, at: usize) -> Option<usize> {
    let hour = source.two_digits(at, 24)?;
    let mut end = (source.byte(hour) == b':').then(|| source.two_digits(hour + 1, 59))??;
    if source.byte(end) == b':' {
        // 60 is a leap second.
        end = source.two_digits(end + 1, 60)?;
        if matches!(source.byte(end), b'.' | b',') {
            end = source.some_digits(end + 1, 1, 9).unwrap_or(end);
        }
    }
    for half in [" AM", " PM"] {
        if source.starts(end, half) {
            end += half.len();
        }
    }
    Some(zone(source, end).filter(|&end| is_whole(source, end)).unwrap_or(end))
}

/// `131130`, with or without a zone.
fn compact_clock(source: Source<'_>, at: usize) -> Option<usize> {
    let minute = source.two_digits(at, 24).and_then(|hour| source.two_digits(hour, 59))?;
    let end = source.two_digits(minute, 60)?;
    Some(zone(source, end).filter(|&end| is_whole(source, end)).unwrap_or(end))
}

/// `13-11-30`, as file names have it.
fn dashed(source: Source<'_>, at: usize) -> Option<usize> {
    let hour = source.two_digits(at, 24).filter(|&end| source.byte(end) == b'-')?;
    let minute = source.two_digits(hour + 1, 59).filter(|&end| source.byte(end) == b'-')?;
    source.two_digits(minute + 1, 60)
}

/// `13时11分30秒`
fn chinese_clock(source: Source<'_>, at: usize) -> Option<usize> {
    let mut end = skip_space(source, at);
    for unit in ["时", "分", "秒"] {
        end = source.some_digits(skip_space(source, end), 1, 2)?;
        end = source.starts(end, unit).then_some(end + unit.len())?;
    }
    Some(end)
}

/// `Z`, `+08:00`, ` +0800`, ` UTC`
fn zone(source: Source<'_>, at: usize) -> Option<usize> {
    if matches!(source.byte(at), b'Z' | b'z') {
        return Some(at + 1);
    }
    let start = at + usize::from(source.byte(at) == b' ');
    if matches!(source.byte(start), b'+' | b'-') {
        let hour = source.two_digits(start + 1, 14)?;
        return source.two_digits(hour + usize::from(source.byte(hour) == b':'), 59);
    }
    let name = ZONES
        .into_iter()
        .filter(|_| start > at)
        .find(|name| source.starts(start, name) && !source.is_word(start + name.len()))?;
    Some(start + name.len())
}

fn year(source: Source<'_>, at: usize) -> Option<usize> {
    let century = source.starts(at, "19") || source.starts(at, "20");
    century.then(|| source.some_digits(at, 4, 4))?
}

fn is_month(source: Source<'_>, at: usize) -> bool {
    MONTHS.iter().any(|month| source.starts(at, month))
}

fn skip_space(source: Source<'_>, at: usize) -> usize {
    at + usize::from(source.byte(at) == b' ')
}
