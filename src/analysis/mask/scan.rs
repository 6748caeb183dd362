//! The single pass: finds where tokens may begin and asks the matchers.

use super::source::{Source, is_word_byte};
use super::{MaskKind, MaskSpan, address, quantity, time};

/// Calls `emit` for every token, in order.
pub(super) fn scan(text: &str, own_names: &[&str], mut emit: impl FnMut(MaskSpan)) {
    let source = Source { text };
    let own_names: Vec<&str> = own_names.iter().copied().filter(|name| is_usable(name)).collect();
    let mut at = 0;
    let mut after_word = false;
    while at < text.len() {
        if source.byte(at) == b'<'
            && let Some(end) = placeholder(source, at)
        {
            at = end;
            after_word = false;
            continue;
        }
        let word = source.is_word(at);
        let may_begin = (word && !after_word) || matches!(source.byte(at), b':' | b'[');
        if may_begin && let Some((kind, start, end)) = token(source, at, &own_names) {
            emit(MaskSpan { kind, start, end });
            at = end;
            after_word = false;
            continue;
        }
        at = if word { word_end(source, at) } else { next_char(source, at) };
        after_word = word;
    }
}

fn word_end(source: Source<'_>, mut at: usize) -> usize {
    loop {
        at = source.run(at, is_word_byte);
        if source.byte(at).is_ascii() || !source.is_word(at) {
            return at;
        }
        at = next_char(source, at);
    }
}

fn next_char(source: Source<'_>, at: usize) -> usize {
    at + if source.byte(at).is_ascii() { 1 } else { source.char_at(at).map_or(1, char::len_utf8) }
}

/// End of a placeholder of this module, which masking leaves as it is.
fn placeholder(source: Source<'_>, at: usize) -> Option<usize> {
    let found = MaskKind::ALL.iter().find(|kind| source.starts(at, kind.placeholder()))?;
    Some(at + found.placeholder().len())
}

/// The token that begins at `at`, with the range to replace.
fn token(source: Source<'_>, at: usize, own_names: &[&str]) -> Option<(MaskKind, usize, usize)> {
    let whole = |kind| move |end| (kind, at, end);
    if let Some(end) = own_name(source, at, own_names) {
        return Some((MaskKind::OwnName, at, end));
    }
    match source.byte(at) {
        b'[' => time::kernel(source, at).map(|(start, end)| (MaskKind::Time, start, end)),
        b':' => address::ipv6(source, at).map(whole(MaskKind::Ip)),
        b'0'..=b'9' => number(source, at).map(|(kind, end)| (kind, at, end)),
        _ => word(source, at).map(|(kind, end)| (kind, at, end)),
    }
}

fn number(source: Source<'_>, at: usize) -> Option<(MaskKind, usize)> {
    hexadecimal(source, at)
        .or_else(|| Some((MaskKind::Ip, address::ipv4(source, at)?)))
        .or_else(|| Some((MaskKind::Time, time::numeric(source, at)?)))
        .or_else(|| Some((MaskKind::Pid, pid(source, at)?)))
        .or_else(|| quantity::quantity(source, at))
        .or_else(|| Some((MaskKind::Hex, address::hex(source, at)?)))
        .or_else(|| Some((MaskKind::Number, quantity::number(source, at)?)))
}

fn word(source: Source<'_>, at: usize) -> Option<(MaskKind, usize)> {
    let first = source.byte(at);
    let known = match first {
        b'i' | b'm' => instance(source, at).map(|end| (MaskKind::Instance, end)),
        b'A'..=b'Z' => time::named(source, at).map(|end| (MaskKind::Time, end)),
        _ => None,
    };
    known
        .or_else(|| hexadecimal(source, at))
        .or_else(|| Some((MaskKind::Hex, address::hex(source, at)?)))
        .or_else(|| Some((MaskKind::Temp, temp(source, at)?)))
}

fn hexadecimal(source: Source<'_>, at: usize) -> Option<(MaskKind, usize)> {
    if !source.byte(at).is_ascii_hexdigit() {
        return None;
    }
    address::uuid(source, at)
        .map(|end| (MaskKind::Uuid, end))
        .or_else(|| Some((MaskKind::Mac, address::mac(source, at)?)))
        .or_else(|| Some((MaskKind::Ip, address::ipv6(source, at)?)))
}

fn own_name(source: Source<'_>, at: usize, own_names: &[&str]) -> Option<usize> {
    own_names
        .iter()
        .filter(|name| {
            let candidate = source.text.as_bytes().get(at..at + name.len());
            candidate.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        })
        .map(|name| at + name.len())
        .filter(|&end| source.ends_token(end))
        .max()
}

fn is_usable(name: &str) -> bool {
    let bytes = name.as_bytes();
    let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    bytes.len() >= 2
        && edge(bytes.first())
        && edge(bytes.last())
        && !name.contains(|c: char| c.is_whitespace() || c == '<' || c == '>')
}

/// `i-…` and `mi-…` with at least eight characters and a digit among them, and
/// `iZ…Z`, the host name that ECS makes from an instance id. Asterisks are how
/// the documentation hides the end of an id.
fn instance(source: Source<'_>, at: usize) -> Option<usize> {
    let prefix = ["mi-", "i-", "iZ"].into_iter().find(|prefix| source.starts(at, prefix))?;
    let body = at + prefix.len();
    let body_end = source.run(body, |byte| byte.is_ascii_alphanumeric());
    let has_digit = source.text.get(body..body_end)?.bytes().any(|byte| byte.is_ascii_digit());
    let end = source.run(body_end, |byte| byte == b'*');
    let valid =
        body_end - body >= 8 && has_digit && !source.joined_by(at, b'-') && source.ends_token(end);
    valid.then_some(end)
}

/// Process ids: in brackets (`sshd[811]`), after a word that announces one, and
/// in `/proc/811`.
fn pid(source: Source<'_>, at: usize) -> Option<usize> {
    /// 2^22 is the kernel's greatest; Windows ids stay below as well.
    const MOST_DIGITS: usize = 7;
    let end = source.some_digits(at, 1, MOST_DIGITS)?;
    if !source.ends_token(end) || source.continues(end, b".:") {
        return None;
    }
    let bracketed = source.before(at, 1) == b'[' && source.byte(end) == b']';
    (bracketed || announced(source, at)).then_some(end)
}

fn announced(source: Source<'_>, at: usize) -> bool {
    const WORDS: [&str; 9] =
        ["pid", "ppid", "tid", "pgid", "process", "process id", "进程", "进程号", "进程id"];
    /// Of "process 2 of 5" the number is a count.
    const COUNTED: [&str; 2] = ["process", "进程"];
    let before = source.text.get(..at).unwrap_or_default();
    if before.ends_with("/proc/") {
        return true;
    }
    let separators = [' ', '=', ':', '#', '(', '"', '\'', '\u{FF1A}'];
    let mut head = before;
    for _ in 0..3 {
        head = head.strip_suffix(separators).unwrap_or(head);
    }
    let short = source.digits(at) - at < 3;
    WORDS.iter().filter(|word| !short || !COUNTED.contains(word)).any(|word| {
        let Some(start) = head.len().checked_sub(word.len()) else { return false };
        let found = head.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(word));
        found && (!word.is_ascii() || !is_word_byte(source.before(start, 1)))
    })
}

/// Names that `mktemp` and `tempfile` make: `tmp.Xy12…`, `tmpab12cd3_`, and in
/// a temporary directory any name that mixes digits and both letter cases.
fn temp(source: Source<'_>, at: usize) -> Option<usize> {
    if !source.starts(at, "tmp") && !matches!(source.before(at, 1), b'/' | b'\\') {
        return None;
    }
    let dotted = source.starts(at, "tmp.");
    let start = if dotted { at + "tmp.".len() } else { at };
    let end = source.run(start, is_word_byte);
    let word = source.text.get(start..end)?;
    let has = |test: fn(&u8) -> bool| word.as_bytes().iter().any(test);
    let both_cases = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
    let before = source.text.get(..at)?;
    let random = if dotted {
        word.len() >= 6 && (has(u8::is_ascii_digit) || both_cases)
    } else if before.ends_with("/tmp/") || before.ends_with("\\Temp\\") {
        word.len() >= 6 && has(u8::is_ascii_digit) && both_cases
    } else {
        word.starts_with("tmp") && (9..=13).contains(&word.len()) && has(u8::is_ascii_digit)
    };
    (random && source.ends_token(end)).then_some(end)
}
