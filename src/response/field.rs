//! One value of a record, converted when it is asked for.

use super::time::Timestamp;
use crate::json::{RawJson, RawText, Span, Token};
use std::borrow::Cow;

/// A value as the answer has it.
///
/// The conversions are tolerant of the type, because answers write numbers as
/// strings and the reverse; none makes a value up: what does not convert is
/// `None`, and the field itself still shows what stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Field<'p> {
    /// The answer does not have the field.
    Absent,
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written.
    Number(&'p str),
    /// A string.
    Text(RawText<'p>),
    /// An object's text.
    Object(RawJson<'p>),
    /// An array's text.
    Array(RawJson<'p>),
}

impl<'p> Field<'p> {
    /// The value at a place of `source`.
    #[inline]
    pub(super) fn of(span: Span, source: &'p str) -> Self {
        span.token(source).as_ref().map_or(Self::Absent, Self::from)
    }

    /// The value as text; `None` where it is absent or `null`.
    ///
    /// Numbers, booleans, objects and arrays give their JSON text.
    #[must_use]
    pub fn text(self) -> Option<Cow<'p, str>> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Bool(value) => Some(Cow::Borrowed(if value { "true" } else { "false" })),
            Self::Number(text) => Some(Cow::Borrowed(text)),
            Self::Text(text) => Some(text.decode()),
            Self::Object(json) | Self::Array(json) => Some(Cow::Borrowed(json.as_str())),
        }
    }

    /// The text, `None` where it is empty: answers write "none" as `""`.
    #[must_use]
    pub fn non_empty(self) -> Option<Cow<'p, str>> {
        self.text().filter(|text| !text.is_empty())
    }

    /// Whether there is no text: the field is absent, `null` or empty.
    #[must_use]
    pub fn is_none(self) -> bool {
        match self {
            Self::Absent | Self::Null => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }

    /// The value as an integer: a JSON number without a fraction, or a string
    /// that holds one. An empty string is no number.
    #[must_use]
    pub fn integer(self) -> Option<i64> {
        match self {
            Self::Number(text) => parse_integer(text),
            Self::Text(text) => parse_integer(text.decode().trim()),
            _ => None,
        }
    }

    /// The value as a boolean: `true`, `false`, or a string of these in any case.
    #[must_use]
    pub fn boolean(self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(value),
            Self::Text(text) => {
                let text = text.decode();
                let is = |word| text.trim().eq_ignore_ascii_case(word);
                if is("true") { Some(true) } else { is("false").then_some(false) }
            }
            _ => None,
        }
    }

    /// The value as a point in time.
    #[must_use]
    pub fn time(self) -> Option<Timestamp> {
        match self {
            Self::Text(text) => Timestamp::parse(text.decode().trim()),
            _ => None,
        }
    }

    /// Whether the answer has the field, be it `null` or empty.
    #[must_use]
    pub fn is_present(self) -> bool {
        self != Self::Absent
    }
}

impl<'p> From<&Token<'p>> for Field<'p> {
    fn from(token: &Token<'p>) -> Self {
        match *token {
            Token::Null => Self::Null,
            Token::Bool(value) => Self::Bool(value),
            Token::Number(text) => Self::Number(text),
            Token::Text(text) => Self::Text(text),
            Token::Object(json) => Self::Object(json),
            Token::Array(json) => Self::Array(json),
        }
    }
}

/// `7`, `-7` and `7.0`; nothing that would be rounded.
fn parse_integer(text: &str) -> Option<i64> {
    text.parse().ok().or_else(|| {
        let (whole, fraction) = text.split_once('.')?;
        let is_whole = fraction.bytes().all(|digit| digit == b'0');
        if is_whole { whole.parse().ok() } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(inside: &str) -> Field<'_> {
        Field::Text(RawText { inside, escaped: false })
    }

    #[test]
    fn numbers_are_read_from_numbers_and_strings() {
        assert_eq!(Field::Number("-1073741510").integer(), Some(-1_073_741_510));
        assert_eq!(Field::Number("3221225786").integer(), Some(3_221_225_786));
        assert_eq!(text("0").integer(), Some(0));
        assert_eq!(Field::Number("2.0").integer(), Some(2));
    }

    #[test]
    fn what_is_no_integer_becomes_no_number() {
        for field in
            [text(""), text("abc"), Field::Number("1.5"), Field::Number("1e3"), Field::Null]
        {
            assert_eq!(field.integer(), None, "{field:?}");
        }
        assert_eq!(Field::Absent.integer(), None);
        assert_eq!(Field::Number("99999999999999999999").integer(), None);
    }

    #[test]
    fn booleans_are_read_in_the_case_of_json_and_xml() {
        assert_eq!(text("True").boolean(), Some(true));
        assert_eq!(Field::Bool(false).boolean(), Some(false));
        assert_eq!(text("").boolean(), None);
        assert_eq!(Field::Number("1").boolean(), None);
    }

    #[test]
    fn numbers_give_their_text() {
        assert_eq!(Field::Number("60").text().as_deref(), Some("60"));
        assert_eq!(Field::Null.text(), None);
        assert_eq!(text("").non_empty(), None);
    }
}
