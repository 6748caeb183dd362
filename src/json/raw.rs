//! Values as they stand in the source text, decoded on demand.

use std::borrow::Cow;

/// The inside of a JSON string literal, without its quotes, escapes unread.
///
/// The reader has checked it: every escape is complete and allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawText<'a> {
    pub(crate) inside: &'a str,
    pub(crate) escaped: bool,
}

/// The text of one whole JSON value, from its first to its last byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawJson<'a>(pub(crate) &'a str);

impl<'a> RawJson<'a> {
    /// The JSON text, unchanged.
    #[must_use]
    pub fn as_str(self) -> &'a str {
        self.0
    }
}

impl<'a> RawText<'a> {
    /// The text with its escapes read; borrowed where there are none.
    ///
    /// A surrogate escape without its other half becomes U+FFFD.
    #[must_use]
    pub fn decode(self) -> Cow<'a, str> {
        if self.escaped { Cow::Owned(unescape(self.inside)) } else { Cow::Borrowed(self.inside) }
    }

    /// Whether the literal is `""`.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.inside.is_empty()
    }
}

fn unescape(inside: &str) -> String {
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, after)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = after.chars();
        match chars.next() {
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let (character, tail) = unescape_unicode(chars.as_str());
                out.push(character);
                rest = tail;
                continue;
            }
            Some(literal) => out.push(literal),
            None => break,
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// Reads the hex digits after `\u`, and the low half of a surrogate pair where
/// one follows.
fn unescape_unicode(after: &str) -> (char, &str) {
    let Some((unit, rest)) = hex_unit(after) else { return (char::REPLACEMENT_CHARACTER, after) };
    if let Some(character) = char::from_u32(unit) {
        return (character, rest);
    }
    let low = rest.strip_prefix("\\u").and_then(hex_unit);
    match (unit, low) {
        (0xD800..=0xDBFF, Some((low @ 0xDC00..=0xDFFF, tail))) => {
            let code_point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            (char::from_u32(code_point).unwrap_or(char::REPLACEMENT_CHARACTER), tail)
        }
        _ => (char::REPLACEMENT_CHARACTER, rest),
    }
}

fn hex_unit(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    Some((u32::from_str_radix(digits, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(inside: &str) -> String {
        RawText { inside, escaped: true }.decode().into_owned()
    }

    #[test]
    fn every_escape_of_rfc_8259_is_read() {
        assert_eq!(decode(r#"\"\\\/\b\f\n\r\t\u00e9"#), "\"\\/\u{8}\u{c}\n\r\té");
    }

    #[test]
    fn surrogate_pairs_are_joined_and_lone_halves_replaced() {
        assert_eq!(decode(r"\ud83d\ude00"), "😀");
        assert_eq!(decode(r"a\ud83db"), "a\u{fffd}b");
        assert_eq!(decode(r"\ude00\ud83d"), "\u{fffd}\u{fffd}");
        assert_eq!(decode(r"\ud83d\u0041"), "\u{fffd}A");
    }

    #[test]
    fn text_without_escapes_is_borrowed() {
        let text = RawText { inside: "云助手", escaped: false };

        assert!(matches!(text.decode(), Cow::Borrowed("云助手")));
    }
}
