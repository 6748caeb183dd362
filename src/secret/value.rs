//! Where a value begins and ends.

use super::bytes::{is_wide_mark, rest};
use super::name::name_length;
use std::ops::Range;

/// Where a value stands, without its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) span: Range<usize>,
    pub(super) is_quoted: bool,
}

/// The value that begins at `start`, on that line.
///
/// A quote that is not closed ends with the line, because outputs are cut.
pub(super) fn value_at(text: &[u8], start: usize) -> Value {
    let here = rest(text, start);
    // `\"` opens a string inside a string, and only `\"` closes it.
    let escapes = here.iter().take_while(|byte| **byte == b'\\').count();
    let Some(quote @ (b'"' | b'\'' | b'`')) = here.get(escapes).copied() else {
        return Value { span: start..word_end(text, start), is_quoted: false };
    };
    let start = start + escapes + 1;
    let mut backslashes = 0;
    for (offset, byte) in rest(text, start).iter().enumerate() {
        let end = start + offset;
        match *byte {
            b'\n' => return Value { span: start..end, is_quoted: true },
            b'\\' => backslashes += 1,
            byte => {
                let closes =
                    if escapes == 0 { backslashes % 2 == 0 } else { backslashes <= escapes };
                if byte == quote && closes {
                    let escaping = if escapes == 0 { 0 } else { backslashes };
                    return Value { span: start..end - escaping, is_quoted: true };
                }
                backslashes = 0;
            }
        }
    }
    Value { span: start..text.len(), is_quoted: true }
}

/// The end of the value without quotes that begins at `start`.
pub(super) fn word_end(text: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(byte) = text.get(end) {
        if ends_word(*byte, rest(text, end)) {
            break;
        }
        end += 1;
    }
    end
}

fn ends_word(byte: u8, here: &[u8]) -> bool {
    let next = here.get(1).copied().unwrap_or(b' ');
    let is_last = next.is_ascii_whitespace() || matches!(next, b'"' | b'\'' | b'`');
    match byte {
        b'"' | b'\'' | b'`' | b';' | b'&' | b'|' | b'<' | b'>' => true,
        // Line ends and quotes of JSON inside of text.
        b'\\' => matches!(next, b'n' | b'r' | b't' | b'"' | b'\''),
        // Passwords have these too: they end a value before another one only.
        b',' => {
            let name = name_length(rest(here, 1));
            is_last || name > 0 && matches!(here.get(name + 1), Some(b'=' | b':'))
        }
        b')' | b']' | b'}' => is_last || matches!(next, b',' | b';' | b'.' | b')' | b']' | b'}'),
        _ => byte.is_ascii_whitespace() || is_wide_mark(here),
    }
}
