//! The values that most members have: in one piece, and taken as they stand.

use super::Reader;
use crate::json::blocks::ascii_run;
use crate::json::span::{Kind, Span};

/// Integers of more digits may be beyond 64 bits.
const MOST_DIGITS: usize = 18;

// Taken for every value of an answer; the size-minded levels of optimisation
// would make calls of them.
#[allow(clippy::inline_always)]
impl Reader<'_> {
    /// Reads a value that stands right here and is a string of ASCII without
    /// escapes, a natural number of at most 18 digits, or a word.
    ///
    /// None, and nothing is read, where it is anything else: [`Self::value`]
    /// reads it, or has the error.
    #[inline(always)]
    pub(crate) fn plain_value(&mut self) -> Option<Span> {
        let start = self.position;
        match *self.bytes.get(start)? {
            b'"' => {
                let start = start + 1;
                let end = start + ascii_run(self.bytes.get(start..)?);
                if *self.bytes.get(end)? != b'"' {
                    return None;
                }
                self.position = end + 1;
                Some(Span::new(Kind::Text, start, end))
            }
            first @ b'0'..=b'9' => {
                let mut end = start + 1;
                while self.bytes.get(end)?.is_ascii_digit() {
                    end += 1;
                }
                let is_plain = !matches!(self.bytes.get(end)?, b'.' | b'e' | b'E');
                if !is_plain || end - start > MOST_DIGITS || (first == b'0' && end - start > 1) {
                    return None;
                }
                self.position = end;
                Some(Span::new(Kind::Number, start, end))
            }
            b'f' => self.plain_word(*b"alse", Kind::Bool, start + 1),
            b't' => self.plain_word(*b"true", Kind::Bool, start),
            b'n' => self.plain_word(*b"null", Kind::Null, start),
            _ => None,
        }
    }

    /// The word whose last four letters begin at `tail`.
    #[inline(always)]
    fn plain_word(&mut self, letters: [u8; 4], kind: Kind, tail: usize) -> Option<Span> {
        let start = self.position;
        if self.bytes.get(tail..)?.first_chunk() != Some(&letters) {
            return None;
        }
        self.position = tail + letters.len();
        Some(Span::new(kind, start, self.position))
    }
}

impl<'a> Reader<'a> {
    /// The inside of the plain string whose quote would stand right before what
    /// is so many bytes ahead; none where no quote does.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member that comes out of order.
    pub(crate) fn key_ahead(&self, ahead: usize) -> Option<&'a [u8]> {
        let (quote, inside) = self.rest().get(ahead.checked_sub(1)?..)?.split_first()?;
        if *quote == b'"' { inside.get(..ascii_run(inside)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_plain_is_left_as_it_is() {
        for text in [
            "",
            " 1,",
            "-1,",
            "01,",
            "1.5,",
            "1e3,",
            "1",
            "1234567890123456789,",
            "tru",
            "nul,",
            "fals,",
            "\"",
            "\"云\"",
            r#""a\n""#,
            "\"a\nb\"",
            "{}",
            "[]",
        ] {
            let mut reader = Reader::new(text.as_bytes());

            assert_eq!(reader.plain_value(), None, "{text}");
            assert_eq!(reader.offset(), 0, "{text}");
        }
    }

    proptest! {
        #[test]
        fn prop_plain_values_are_what_any_reader_reads(
            value in r#""[ -!#-\[\]-~]{0,80}"|0|[1-9][0-9]{0,17}|true|false|null"#,
            behind in "[,}\n].{0,40}",
        ) {
            let text = format!("{value}{behind}");
            let mut expected = Reader::new(text.as_bytes());
            let token = expected.value().expect("valid");
            let mut reader = Reader::new(text.as_bytes());

            prop_assert_eq!(reader.plain_value(), Some(Span::of(&token, expected.offset())));
            prop_assert_eq!(reader.offset(), expected.offset());
        }

        #[test]
        fn prop_plain_values_are_never_what_none_reads(text in r#"["0-9a-z.\\,\-\u{0}云]{0,8}"#) {
            let mut reader = Reader::new(text.as_bytes());
            let mut other = Reader::new(text.as_bytes());
            if let Some(span) = reader.plain_value() {
                let token = other.value();

                prop_assert_eq!(token.ok(), span.token(&text), "{}", text);
                prop_assert_eq!(reader.offset(), other.offset());
            }
        }
    }
}
