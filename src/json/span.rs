//! Where a value stands in the text, in eight bytes.

use super::blocks::{Pair, WIDTH};
use super::{RawJson, RawText, Token};
use crate::wide::is_same;
use std::ops::Range;

/// A value's place in its source, and its type.
///
/// The first three bits of `tagged` are the [`Kind`], the others the length, so
/// a text of more than 2^29 bytes cannot be pointed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    start: u32,
    tagged: u32,
}

/// What a span is the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// Nothing: the span of a member that is not there.
    Absent,
    Null,
    Bool,
    Number,
    /// The inside of a string literal without escapes.
    Text,
    /// The inside of a string literal with escapes.
    Escaped,
    Object,
    Array,
}

const KIND_BITS: u32 = 3;

// Taken for every value of an answer.
#[allow(clippy::inline_always)]
impl Span {
    /// The place of a value whose text is `start..end`, in this order.
    #[inline(always)]
    pub(crate) fn new(kind: Kind, start: usize, end: usize) -> Self {
        let narrow = |offset| u32::try_from(offset).unwrap_or_default();
        let length = narrow(end.wrapping_sub(start));
        Self { start: narrow(start), tagged: length << KIND_BITS | kind as u32 }
    }

    /// The place of a token that ends at `end`.
    pub(crate) fn of(token: &Token<'_>, end: usize) -> Self {
        let (kind, length, end) = match token {
            Token::Null => (Kind::Null, 4, end),
            Token::Bool(true) => (Kind::Bool, 4, end),
            Token::Bool(false) => (Kind::Bool, 5, end),
            Token::Number(text) => (Kind::Number, text.len(), end),
            Token::Text(text) => (kind_of(*text), text.inside.len(), end.saturating_sub(1)),
            Token::Object(raw) => (Kind::Object, raw.0.len(), end),
            Token::Array(raw) => (Kind::Array, raw.0.len(), end),
        };
        Self::new(kind, end.saturating_sub(length), end)
    }

    /// The place of a text whose inside begins at `start`.
    pub(crate) fn of_text(text: RawText<'_>, start: usize) -> Self {
        Self::new(kind_of(text), start, start + text.inside.len())
    }

    #[inline(always)]
    pub(crate) fn kind(self) -> Kind {
        match self.tagged & ((1 << KIND_BITS) - 1) {
            1 => Kind::Null,
            2 => Kind::Bool,
            3 => Kind::Number,
            4 => Kind::Text,
            5 => Kind::Escaped,
            6 => Kind::Object,
            7 => Kind::Array,
            _ => Kind::Absent,
        }
    }

    /// Bytes of its text.
    #[inline(always)]
    pub(crate) fn len(self) -> usize {
        (self.tagged >> KIND_BITS) as usize
    }

    #[inline(always)]
    pub(super) fn range(self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len()
    }

    /// Its text in `source`, which must be what it was read from.
    #[inline(always)]
    pub(crate) fn text(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or_default()
    }

    /// Whether two values of `source` are of one kind and written alike.
    #[inline(always)]
    pub(crate) fn is_same(self, other: Self, source: &str) -> bool {
        if self.tagged != other.tagged {
            return false;
        }
        let bytes = |span: Self| source.as_bytes().get(span.start as usize..);
        let (Some(one), Some(other)) = (bytes(self), bytes(other)) else { return false };
        let length = self.len();
        // Most values are short, and more of the answer is behind them.
        match (one.first_chunk(), other.first_chunk()) {
            (Some(one), Some(other)) if length <= 2 * WIDTH => {
                let differ = !Pair::new(one).same(Pair::new(other));
                u64::from(differ) & ((1 << length) - 1) == 0
            }
            _ => is_same(
                one.get(..length).unwrap_or_default(),
                other.get(..length).unwrap_or_default(),
            ),
        }
    }

    /// Its text in `source` as one number, the first byte the lowest; none where
    /// it has more than eight bytes, or `source` ends sooner than eight behind its
    /// beginning.
    #[inline(always)]
    pub(crate) fn word(self, source: &str) -> Option<u64> {
        let bytes = source.as_bytes().get(self.start as usize..)?.first_chunk()?;
        match self.len() {
            0 => Some(0),
            length @ 1..=8 => Some(u64::from_le_bytes(*bytes) & u64::MAX >> (64 - 8 * length)),
            _ => None,
        }
    }

    /// The value in `source`, which must be what it was read from; none where
    /// it is absent.
    #[inline]
    pub(crate) fn token(self, source: &str) -> Option<Token<'_>> {
        let text = self.text(source);
        Some(match self.kind() {
            Kind::Absent => return None,
            Kind::Null => Token::Null,
            Kind::Bool => Token::Bool(text == "true"),
            Kind::Number => Token::Number(text),
            Kind::Text => Token::Text(RawText { inside: text, escaped: false }),
            Kind::Escaped => Token::Text(RawText { inside: text, escaped: true }),
            Kind::Object => Token::Object(RawJson(text)),
            Kind::Array => Token::Array(RawJson(text)),
        })
    }
}

fn kind_of(text: RawText<'_>) -> Kind {
    if text.escaped { Kind::Escaped } else { Kind::Text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Reader;

    #[test]
    fn every_type_of_value_is_found_again() {
        for (text, expected) in [
            ("null", Token::Null),
            ("true", Token::Bool(true)),
            ("false", Token::Bool(false)),
            ("-12.5e3", Token::Number("-12.5e3")),
            (r#""""#, Token::Text(RawText { inside: "", escaped: false })),
            (r#""云""#, Token::Text(RawText { inside: "云", escaped: false })),
            (r#""a\n""#, Token::Text(RawText { inside: r"a\n", escaped: true })),
            (r#"{"a":[]}"#, Token::Object(RawJson(r#"{"a":[]}"#))),
            ("[1, 2]", Token::Array(RawJson("[1, 2]"))),
        ] {
            let source = format!("  {text}");
            let mut reader = Reader::new(source.as_bytes());
            let token = reader.value().expect("valid");

            assert_eq!(Span::of(&token, reader.offset()).token(&source), Some(expected), "{text}");
        }
    }

    #[test]
    fn values_are_the_same_where_they_are_written_alike() {
        let mut values =
            vec!["1".to_owned(), "12".to_owned(), r#""1""#.to_owned(), "null".to_owned()];
        for length in [0, 1, 15, 16, 17, 31, 32, 33, 34, 64, 70] {
            let text = "a".repeat(length);
            values.extend([format!("\"{text}\""), format!("\"{text}b\""), format!("\"b{text}\"")]);
        }
        let source = values.join(" ");
        let source = format!("{source} {source}");
        let mut reader = Reader::new(source.as_bytes());
        let spans: Vec<Span> = (0..values.len() * 2)
            .map(|_| {
                let token = reader.value().expect("valid");
                Span::of(&token, reader.offset())
            })
            .collect();

        for (one, span) in spans.iter().enumerate() {
            for (other, other_span) in spans.iter().enumerate() {
                let expected = values[one % values.len()] == values[other % values.len()];
                assert_eq!(span.is_same(*other_span, &source), expected, "{one} {other}");
            }
        }
        assert!(Span::default().is_same(Span::default(), &source));
    }

    #[test]
    fn a_short_text_is_one_number() {
        let source = "abcdefghij";
        let word = |start, end| Span::new(Kind::Text, start, end).word(source);

        assert_eq!(word(1, 1), Some(0));
        assert_eq!(word(1, 3), Some(0x6362));
        assert_eq!(word(1, 9), Some(0x6968_6766_6564_6362));
        assert_eq!(word(1, 10), None);
        assert_eq!(word(3, 4), None);
    }

    #[test]
    fn a_default_span_is_absent() {
        assert_eq!(Span::default().kind(), Kind::Absent);
        assert_eq!(Span::default().token("anything"), None);
    }
}
