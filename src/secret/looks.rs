//! What a value looks like: a secret, or what stands in its place.

use super::bytes::{rest, run};

/// Whether the value stands for a secret that is elsewhere: nothing, a variable,
/// a template, a placeholder, asterisks.
pub(super) fn is_stand_in(value: &[u8]) -> bool {
    let value = value.trim_ascii();
    match value {
        [] | [b'<' | b'[' | b'{', ..] | [b'%', .., b'%'] => true,
        [b'$', name @ ..] => is_variable(name),
        [first @ (b'x' | b'X' | b'*' | b'.' | b'-' | b'_' | b'?'), ..] => {
            value.iter().all(|byte| byte == first)
        }
        // `•`, as forms show passwords.
        _ => value.chunks(3).all(|dot| dot == [0xE2, 0x80, 0xA2]),
    }
}

/// `{NAME}`, `(command)`, `env:NAME`, `NAME/suffix`; `$ecret!` is none.
fn is_variable(name: &[u8]) -> bool {
    let length = run(name, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
    match rest(name, length) {
        [b'{' | b'(' | b'@' | b'*', ..] => length == 0,
        [] | [b':' | b'/' | b'.' | b'\\', ..] => length > 0,
        _ => false,
    }
}

/// What follows a name in prose, reports, help texts and code, rather than being
/// its value. Words that people choose as passwords are not among them.
const ORDINARY: &[&str] = &[
    "a",
    "an",
    "and",
    "are",
    "authentication",
    "changed",
    "compat",
    "created",
    "denied",
    "disabled",
    "empty",
    "enabled",
    "error",
    "expired",
    "failed",
    "false",
    "file",
    "files",
    "for",
    "from",
    "in",
    "incorrect",
    "invalid",
    "is",
    "login",
    "missing",
    "must",
    "nil",
    "no",
    "none",
    "not",
    "null",
    "ok",
    "on",
    "off",
    "optional",
    "or",
    "required",
    "reset",
    "set",
    "str",
    "string",
    "text",
    "that",
    "the",
    "to",
    "true",
    "undefined",
    "unset",
    "updated",
    "was",
    "will",
    "with",
    "wrong",
    "yes",
];

/// Whether the value is a word of prose rather than a secret.
pub(super) fn is_ordinary(value: &[u8]) -> bool {
    let is_edge = |byte: &u8| byte.is_ascii_punctuation();
    let start = value.iter().position(|byte| !is_edge(byte)).unwrap_or(value.len());
    let end = value.iter().rposition(|byte| !is_edge(byte)).map_or(start, |last| last + 1);
    let word = value.get(start..end).unwrap_or_default();
    // Chinese prose has no spaces; passwords are hardly ever in Chinese.
    word.is_empty()
        || !word.is_ascii() && word.first().is_some_and(|byte| matches!(byte, 0xE4..=0xE9))
        || ORDINARY.iter().any(|ordinary| ordinary.as_bytes().eq_ignore_ascii_case(word))
}

/// Whether the value consists of letters and what joins them, as prose does.
pub(super) fn is_wordy(value: &[u8]) -> bool {
    value
        .iter()
        .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_' | b'.' | b',' | b'\''))
}

/// Whether quoted text is a sentence.
pub(super) fn is_prose(value: &[u8]) -> bool {
    let mut words = value.split(u8::is_ascii_whitespace);
    let first = words.next().unwrap_or_default();
    is_ordinary(first) && words.count() != 1
}

/// Whether the value is code that yields a secret: a call or an index.
pub(super) fn is_code(value: &[u8], behind: &[u8]) -> bool {
    let name = run(value, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'));
    let ends = |text: &[u8]| matches!(text, [b'(' | b'[', ..]);
    name > 0
        && match rest(value, name) {
            [] => ends(behind),
            [b'(' | b'['] | [b'(', .., b')'] => true,
            _ => false,
        }
}

/// Whether the value looks made by a machine: long, with digits among letters or
/// both cases mixed.
pub(super) fn is_random(value: &[u8], shortest: usize) -> bool {
    let has = |test: fn(&u8) -> bool| value.iter().any(test);
    value.len() >= shortest
        && has(u8::is_ascii_alphabetic)
        && (has(u8::is_ascii_digit)
            || value.len() >= 2 * shortest
                && has(u8::is_ascii_uppercase)
                && has(u8::is_ascii_lowercase))
}

/// Whether the value tells where a secret is kept.
pub(super) fn is_path(value: &[u8]) -> bool {
    let starts = [&b"/"[..], b"./", b"../", b"~/", b"arn:", b"acs:"];
    value.windows(3).any(|three| three == b"://")
        || value.get(1..3) == Some(b":\\")
        || starts.iter().any(|start| value.starts_with(start))
            && !value.iter().any(u8::is_ascii_uppercase)
}
