//! Where a value stands in the body, in eight bytes.

use super::field::Field;
use crate::json::{RawJson, RawText, Token};

/// A value's place in the source. The first three bits of `length` tell its
/// type, so a length is below 2^29; [`super::MAX_BODY_BYTES`] is smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Slot {
    start: u32,
    length: u32,
}

const TYPE_BITS: u32 = 3;
const ABSENT: u32 = 0;
const NULL: u32 = 1;
const BOOL: u32 = 2;
const NUMBER: u32 = 3;
const TEXT: u32 = 4;
const ESCAPED: u32 = 5;
const OBJECT: u32 = 6;
const ARRAY: u32 = 7;

impl Slot {
    /// The slot of a token that ends at `end`.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    pub(super) fn of(token: &Token<'_>, end: usize) -> Self {
        let (kind, length, end) = match token {
            Token::Null => (NULL, 4, end),
            Token::Bool(true) => (BOOL, 4, end),
            Token::Bool(false) => (BOOL, 5, end),
            Token::Number(text) => (NUMBER, text.len(), end),
            Token::Text(text) => (
                if text.escaped { ESCAPED } else { TEXT },
                text.inside.len(),
                end.saturating_sub(1),
            ),
            Token::Object(raw) => (OBJECT, raw.0.len(), end),
            Token::Array(raw) => (ARRAY, raw.0.len(), end),
        };
        let start = u32::try_from(end.saturating_sub(length)).unwrap_or_default();
        let length = u32::try_from(length).unwrap_or_default() << TYPE_BITS;
        Self { start, length: length | kind }
    }

    /// The slot of a text whose inside begins at `start`.
    pub(super) fn of_text(text: RawText<'_>, start: usize) -> Self {
        Self::of(&Token::Text(text), start + text.inside.len() + 1)
    }

    /// The slot of an object from its first byte to behind its last.
    pub(super) fn of_object(start: usize, end: usize) -> Self {
        let length = u32::try_from(end.saturating_sub(start)).unwrap_or_default() << TYPE_BITS;
        Self { start: u32::try_from(start).unwrap_or_default(), length: length | OBJECT }
    }

    pub(super) fn is_absent(self) -> bool {
        self.length == ABSENT
    }

    /// The value in `source`, which must be the text it was read from.
    pub(super) fn field(self, source: &str) -> Field<'_> {
        let start = self.start as usize;
        let length = (self.length >> TYPE_BITS) as usize;
        let text = source.get(start..start + length).unwrap_or_default();
        match self.length & ((1 << TYPE_BITS) - 1) {
            NULL => Field::Null,
            BOOL => Field::Bool(text == "true"),
            NUMBER => Field::Number(text),
            TEXT => Field::Text(RawText { inside: text, escaped: false }),
            ESCAPED => Field::Text(RawText { inside: text, escaped: true }),
            OBJECT => Field::Object(RawJson(text)),
            ARRAY => Field::Array(RawJson(text)),
            _ => Field::Absent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Reader;

    #[test]
    fn every_type_of_value_is_found_again() {
        for (text, expected) in [
            ("null", Field::Null),
            ("true", Field::Bool(true)),
            ("false", Field::Bool(false)),
            ("-12.5e3", Field::Number("-12.5e3")),
            (r#""""#, Field::Text(RawText { inside: "", escaped: false })),
            (r#""云""#, Field::Text(RawText { inside: "云", escaped: false })),
            (r#""a\n""#, Field::Text(RawText { inside: r"a\n", escaped: true })),
            (r#"{"a":[]}"#, Field::Object(RawJson(r#"{"a":[]}"#))),
            ("[1, 2]", Field::Array(RawJson("[1, 2]"))),
        ] {
            let source = format!("  {text}");
            let mut reader = Reader::new(source.as_bytes());
            let token = reader.value().expect("valid");

            assert_eq!(Slot::of(&token, reader.offset()).field(&source), expected, "{text}");
        }
    }

    #[test]
    fn a_default_slot_is_absent() {
        assert!(Slot::default().is_absent());
        assert_eq!(Slot::default().field("anything"), Field::Absent);
    }
}
