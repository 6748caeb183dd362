//! Numbers with units, and numbers too long to be a code.

use super::MaskKind;
use super::source::Source;

const SIZE_UNITS: [&str; 23] = [
    "B", "K", "M", "G", "T", "P", "k", "kB", "KB", "MB", "GB", "TB", "PB", "Ki", "Mi", "Gi", "Ti",
    "KiB", "MiB", "GiB", "TiB", "bytes", "byte",
];
const DURATION_UNITS: [&str; 22] = [
    "ns", "us", "ms", "s", "m", "h", "d", "sec", "secs", "second", "seconds", "min", "mins",
    "minute", "minutes", "hr", "hrs", "hour", "hours", "day", "days", "msec",
];
/// After a space these letters are as likely a word or another unit.
const NEVER_SPACED: [&str; 9] = ["K", "M", "G", "T", "P", "k", "m", "h", "d"];
const CJK_UNITS: [(&str, MaskKind); 7] = [
    ("毫秒", MaskKind::Duration),
    ("微秒", MaskKind::Duration),
    ("秒", MaskKind::Duration),
    ("分钟", MaskKind::Duration),
    ("小时", MaskKind::Duration),
    ("天", MaskKind::Duration),
    ("字节", MaskKind::Size),
];

/// A percentage, an amount of data or a length of time.
pub(super) fn quantity(source: Source<'_>, at: usize) -> Option<(MaskKind, usize)> {
    if joined_left(source, at) {
        return None;
    }
    let end = decimal(source, at);
    let candidates = [
        percent(source, end).map(|end| (MaskKind::Percent, end)),
        with_unit(source, end),
        compound_duration(source, at).map(|end| (MaskKind::Duration, end)),
    ];
    candidates.into_iter().flatten().find(|&(_, end)| source.ends_token(end))
}

/// Six or more digits, grouped by commas or with a fraction as may be.
pub(super) fn number(source: Source<'_>, at: usize) -> Option<usize> {
    const LEAST_DIGITS: usize = 6;
    if joined_left(source, at) {
        return None;
    }
    [decimal(source, at), source.digits(at)].into_iter().find(|&end| {
        let text = source.text.get(at..end).unwrap_or_default();
        let continued = source.byte(end) == b'.'
            && (source.byte(end + 1).is_ascii_digit() || source.byte(end + 1) == b'<');
        text.bytes().filter(u8::is_ascii_digit).count() >= LEAST_DIGITS
            && source.ends_token(end)
            && !continued
    })
}

/// Part of a version (`1.2`), of a code (`ORA-12541`) or of a range.
fn joined_left(source: Source<'_>, at: usize) -> bool {
    source.joined_by(at, b'.') || source.joined_by(at, b'-') || source.joined_to_digit_by(at, b':')
}

/// End of digits, groups of three after commas, and a fraction.
fn decimal(source: Source<'_>, at: usize) -> usize {
    let mut end = source.digits(at);
    if end - at <= 3 {
        while source.byte(end) == b','
            && let Some(group) = source.some_digits(end + 1, 3, 3)
        {
            end = group;
        }
    }
    match source.byte(end) {
        b'.' if source.byte(end + 1).is_ascii_digit() => source.digits(end + 1),
        _ => end,
    }
}

fn percent(source: Source<'_>, end: usize) -> Option<usize> {
    ["%", "\u{FF05}", " %"]
        .into_iter()
        .find(|sign| source.starts(end, sign))
        .map(|sign| end + sign.len())
}

fn with_unit(source: Source<'_>, number_end: usize) -> Option<(MaskKind, usize)> {
    let spaced = source.byte(number_end) == b' ';
    let start = number_end + usize::from(spaced);
    if let Some((unit, kind)) = CJK_UNITS.into_iter().find(|(unit, _)| source.starts(start, unit)) {
        return Some((kind, start + unit.len()));
    }
    if source.starts(start, "µs") || source.starts(start, "μs") {
        return Some((MaskKind::Duration, start + "µs".len()));
    }
    let end = source.run(start, |byte| byte.is_ascii_alphabetic());
    let unit = source.text.get(start..end)?;
    if spaced && NEVER_SPACED.contains(&unit) {
        return None;
    }
    if SIZE_UNITS.contains(&unit) {
        Some((MaskKind::Size, end))
    } else if DURATION_UNITS.contains(&unit) {
        Some((MaskKind::Duration, end))
    } else {
        None
    }
}

/// `1h2m3.5s`, as Go and `time` print it.
fn compound_duration(source: Source<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for unit in ["d", "h", "m", "s"] {
        let number_end = decimal(source, end);
        if number_end > end && source.starts(number_end, unit) {
            end = number_end + 1;
        }
    }
    (end > at).then_some(end)
}
