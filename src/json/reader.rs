//! The pull reader: one pass, no allocation, byte offsets in errors.

use super::blocks::{plain_run, to_text};
use super::{RawJson, RawText};
use crate::error::{Error, ErrorKind, Result};

/// One value: a scalar as it stands in the text, or the text of a composite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(RawText<'a>),
    Object(RawJson<'a>),
    Array(RawJson<'a>),
}

/// A cursor over JSON text.
///
/// Invariant: `position` is at most the length and stands on a character
/// boundary, because the reader stops at ASCII bytes alone.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    position: usize,
}

const BYTE_ORDER_MARK: char = '\u{feff}';

impl<'a> Reader<'a> {
    /// Checks the encoding and stands before the first value.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self> {
        let text = to_text(bytes).map_err(|offset| {
            Error::new(ErrorKind::InvalidUtf8, "expected UTF-8, found another byte").at(offset)
        })?;
        Ok(Self::over(text))
    }

    /// Reads text that is known to be UTF-8.
    pub(crate) fn over(text: &'a str) -> Self {
        let position =
            if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Self { text, position }
    }

    /// Reads the same text once more from `offset`, a value's first byte.
    pub(crate) fn again_from(&self, offset: usize) -> Self {
        Self { text: self.text, position: offset }
    }

    /// The text that is read.
    pub(crate) fn source(&self) -> &'a str {
        self.text
    }

    /// Byte offset of the next unread byte.
    pub(crate) fn offset(&self) -> usize {
        self.position
    }

    /// The first byte of the next value, white space skipped.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = self.byte()?;
            if byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.position += 1;
        }
    }

    /// Reads one value of any type.
    pub(crate) fn value(&mut self) -> Result<Token<'a>> {
        match self.peek() {
            Some(b'"') => Ok(Token::Text(self.string()?)),
            Some(b'{') => Ok(Token::Object(self.composite()?)),
            Some(b'[') => Ok(Token::Array(self.composite()?)),
            _ => self.scalar(),
        }
    }

    /// Reads an object; `member` must read the value that follows each key.
    pub(crate) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, RawText<'a>) -> Result<()>,
    ) -> Result<()> {
        self.expect(b'{', "an object")?;
        if self.accept(b'}') {
            return Ok(());
        }
        loop {
            let key = self.key()?;
            member(self, key)?;
            if !self.separator(b'}', "',' or '}' after a member")? {
                return Ok(());
            }
        }
    }

    /// Reads an array; `item` must read one value.
    pub(crate) fn array(&mut self, mut item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.expect(b'[', "an array")?;
        if self.accept(b']') {
            return Ok(());
        }
        loop {
            item(self)?;
            if !self.separator(b']', "',' or ']' after an item")? {
                return Ok(());
            }
        }
    }

    /// Checks that nothing but white space follows.
    pub(crate) fn end(&mut self) -> Result<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected("the end of the text")),
        }
    }

    /// Reads a string literal.
    pub(crate) fn string(&mut self) -> Result<RawText<'a>> {
        self.expect(b'"', "a string")?;
        let start = self.position;
        let mut escaped = false;
        loop {
            self.position +=
                plain_run(self.text.as_bytes().get(self.position..).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    let inside = self.slice(start, self.position);
                    self.position += 1;
                    return Ok(RawText { inside, escaped });
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                _ => return Err(self.unexpected("a closing '\"'")),
            }
        }
    }

    fn key(&mut self) -> Result<RawText<'a>> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a member name"));
        }
        let key = self.string()?;
        self.expect(b':', "':' after a member name")?;
        Ok(key)
    }

    fn escape(&mut self) -> Result<()> {
        self.position += 1;
        match self.byte() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.position += 1,
            Some(b'u') => {
                self.position += 1;
                for _ in 0..4 {
                    if !self.byte().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return Err(self.unexpected("four hexadecimal digits after \\u"));
                    }
                    self.position += 1;
                }
            }
            _ => return Err(self.unexpected("an escape of JSON")),
        }
        Ok(())
    }

    fn scalar(&mut self) -> Result<Token<'a>> {
        match self.byte() {
            Some(b't') => self.literal("true", Token::Bool(true)),
            Some(b'f') => self.literal("false", Token::Bool(false)),
            Some(b'n') => self.literal("null", Token::Null),
            Some(b'-' | b'0'..=b'9') => Ok(Token::Number(self.number()?)),
            _ => Err(self.unexpected("a value")),
        }
    }

    fn literal(&mut self, word: &str, token: Token<'a>) -> Result<Token<'a>> {
        for expected in word.bytes() {
            if self.byte() != Some(expected) {
                return Err(self.unexpected("true, false or null"));
            }
            self.position += 1;
        }
        Ok(token)
    }

    fn number(&mut self) -> Result<&'a str> {
        let start = self.position;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            if !self.skip(b'+') {
                self.skip(b'-');
            }
            self.digits()?;
        }
        Ok(self.slice(start, self.position))
    }

    fn digits(&mut self) -> Result<()> {
        if !self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.unexpected("a digit"));
        }
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.position += 1;
        }
        Ok(())
    }

    /// Reads a whole object or array without recursion, so that depth costs
    /// one bit-sized stack entry and can exhaust no call stack.
    fn composite(&mut self) -> Result<RawJson<'a>> {
        let start = self.position;
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.peek() {
                Some(b'{') => {
                    self.position += 1;
                    if !self.accept(b'}') {
                        open.push(b'}');
                        self.key()?;
                        continue;
                    }
                }
                Some(b'[') => {
                    self.position += 1;
                    if !self.accept(b']') {
                        open.push(b']');
                        continue;
                    }
                }
                Some(b'"') => {
                    self.string()?;
                }
                _ => {
                    self.scalar()?;
                }
            }
            while let Some(&close) = open.last() {
                if self.separator(close, "',' or the end of an object or array")? {
                    if close == b'}' {
                        self.key()?;
                    }
                    break;
                }
                open.pop();
            }
            if open.is_empty() {
                return Ok(RawJson(self.slice(start, self.position)));
            }
        }
    }

    /// Whether another element follows: `,` read, or the closing byte read.
    fn separator(&mut self, close: u8, expected: &'static str) -> Result<bool> {
        match self.peek() {
            Some(b',') => {
                self.position += 1;
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.position += 1;
                Ok(false)
            }
            _ => Err(self.unexpected(expected)),
        }
    }

    fn accept(&mut self, wanted: u8) -> bool {
        self.peek();
        self.skip(wanted)
    }

    fn expect(&mut self, wanted: u8, expected: &'static str) -> Result<()> {
        if self.accept(wanted) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    fn skip(&mut self, wanted: u8) -> bool {
        let found = self.byte() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn unexpected(&self, expected: &'static str) -> Error {
        let rest = self.text.get(self.position..).unwrap_or_default();
        let message = match rest.chars().next() {
            Some(found) => format!("expected {expected}, found {found:?}"),
            None => format!("expected {expected}, found the end of the text"),
        };
        Error::new(ErrorKind::JsonSyntax, message).at(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &[u8]) -> Result<()> {
        let mut reader = Reader::new(text)?;
        reader.value()?;
        reader.end()
    }

    #[test]
    fn errors_carry_the_offset_of_the_first_wrong_byte() {
        for (text, offset) in [
            ("", 0),
            ("{", 1),
            ("{\"a\"1}", 4),
            ("[1,]", 3),
            ("[1 2]", 3),
            ("01", 1),
            ("-", 1),
            ("1.", 2),
            ("1e", 2),
            ("tru", 3),
            ("\"a\nb\"", 2),
            (r#""\x""#, 2),
            (r#""\u12g4""#, 5),
            ("{} {}", 3),
            ("[[[", 3),
        ] {
            let error = check(text.as_bytes()).expect_err(text);

            assert_eq!(
                (error.kind(), error.offset()),
                (ErrorKind::JsonSyntax, Some(offset)),
                "{text}"
            );
        }
    }

    #[test]
    fn invalid_utf8_is_named_with_its_offset() {
        let error = check(b"\"ab\xff\"").expect_err("not UTF-8");

        assert_eq!((error.kind(), error.offset()), (ErrorKind::InvalidUtf8, Some(3)));
    }

    #[test]
    fn a_byte_order_mark_is_skipped_and_counted() {
        assert!(check("\u{feff}{}".as_bytes()).is_ok());
        assert_eq!(check("\u{feff}x".as_bytes()).expect_err("no value").offset(), Some(3));
    }

    #[test]
    fn depth_exhausts_no_stack() {
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));

        assert!(check(deep.as_bytes()).is_ok());
    }

    #[test]
    fn white_space_is_the_four_bytes_of_json() {
        assert!(check(b" \t\r\n1 \n").is_ok());
        assert!(check("\u{a0}1".as_bytes()).is_err());
        assert!(check(b"\x0b1").is_err());
    }

    proptest! {
        #[test]
        fn prop_accepts_exactly_what_serde_json_accepts(text in r#"[\[\]{}:,"\\0-9eE+.\-truefalsn u\n]{0,24}"#) {
            // serde_json refuses lone surrogates and numbers beyond f64, which
            // JSON.parse accepts; `IgnoredAny` checks syntax alone.
            let oracle = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();

            prop_assert_eq!(check(text.as_bytes()).is_ok(), oracle, "{}", text);
        }
    }
}
