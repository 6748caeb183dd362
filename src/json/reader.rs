//! The pull reader: one pass, no allocation, byte offsets in errors.

use super::{RawJson, RawText, Span};
use crate::error::{Error, ErrorKind, Result};

mod literals;
mod plain;

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

/// A cursor over the bytes of JSON text.
///
/// Invariant: `position` is at most the length, the bytes before it are UTF-8,
/// and no character stands on both sides of it. It moves over ASCII bytes, over
/// the insides of strings, which are checked first, and over text that equals
/// what was read before. So the encoding needs no pass of its own, and an answer
/// in ASCII none at all.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    position: usize,
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

// Small steps that are taken for every byte or value; the size-minded levels of
// optimisation would make calls of them.
#[allow(clippy::inline_always)]
impl<'a> Reader<'a> {
    /// Stands before the first value.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let position = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        Self { bytes, position }
    }

    /// Reads the same text from `offset`, where this one or a copy of it stood.
    #[inline(always)]
    pub(crate) fn again_from(&self, offset: usize) -> Self {
        Self { bytes: self.bytes, position: offset }
    }

    /// The text that was read so far.
    #[inline(always)]
    pub(crate) fn source(&self) -> &'a str {
        self.slice(0, self.position)
    }

    /// Byte offset of the next unread byte.
    #[inline(always)]
    pub(crate) fn offset(&self) -> usize {
        self.position
    }

    /// Byte offset of a text that this reader gave.
    pub(crate) fn offset_of(&self, text: &'a str) -> usize {
        (text.as_ptr() as usize).wrapping_sub(self.bytes.as_ptr() as usize)
    }

    /// The bytes from `offset` to the next unread byte.
    pub(crate) fn bytes_since(&self, offset: usize) -> &'a [u8] {
        self.bytes.get(offset..self.position).unwrap_or_default()
    }

    /// The bytes of a value that was read.
    #[inline(always)]
    pub(crate) fn bytes_of(&self, value: Span) -> &'a [u8] {
        self.bytes.get(value.range()).unwrap_or_default()
    }

    /// Whether the object ends here, right behind a member; its brace is read.
    pub(crate) fn ends_object(&mut self) -> bool {
        self.skip(b'}')
    }

    /// Whether an object ends right here.
    #[inline(always)]
    pub(crate) fn stands_at_end(&self) -> bool {
        self.byte() == Some(b'}')
    }

    /// The bytes that are not read.
    #[inline(always)]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    /// Moves over `length` bytes that equal text read before.
    #[inline(always)]
    pub(super) fn skip_known(&mut self, length: usize) {
        self.position += length;
    }

    /// The first byte of the next value, white space skipped.
    #[inline(always)]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        match self.byte() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.peek_behind_white_space(),
        }
    }

    #[inline(never)]
    fn peek_behind_white_space(&mut self) -> Option<u8> {
        loop {
            let byte = self.byte()?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.position += 1;
        }
    }

    /// Reads one value of any type.
    #[inline(always)]
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
        let mut is_first = true;
        while let Some(key) = self.next_key(is_first)? {
            is_first = false;
            member(self, key)?;
        }
        Ok(())
    }

    /// Reads what stands before the next value of an object: its brace or a
    /// comma, and the key; none where the object ends instead.
    pub(crate) fn next_key(&mut self, is_first: bool) -> Result<Option<RawText<'a>>> {
        if is_first {
            self.expect(b'{', "an object")?;
            if self.accept(b'}') {
                return Ok(None);
            }
        } else if !self.separator(b'}', "',' or '}' after a member")? {
            return Ok(None);
        }
        Ok(Some(self.key()?))
    }

    /// Reads an array; `item` must read one value.
    #[inline(always)]
    pub(crate) fn array(&mut self, item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.expect(b'[', "an array")?;
        self.items(item)
    }

    /// Reads the items of an array behind its bracket, and its end.
    #[inline(always)]
    pub(crate) fn items(&mut self, mut item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
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

    /// Checks that nothing but white space follows, and returns the whole text.
    pub(crate) fn end(&mut self) -> Result<&'a str> {
        match self.peek() {
            None => Ok(self.source()),
            Some(_) => Err(self.unexpected("the end of the text")),
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
    #[inline(always)]
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

    #[inline(always)]
    fn accept(&mut self, wanted: u8) -> bool {
        self.peek();
        self.skip(wanted)
    }

    #[inline(always)]
    fn expect(&mut self, wanted: u8, expected: &'static str) -> Result<()> {
        if self.accept(wanted) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    #[inline(always)]
    fn skip(&mut self, wanted: u8) -> bool {
        let found = self.byte() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    /// Text that was read: both offsets are places where the reader stood.
    #[inline(always)]
    fn slice(&self, start: usize, end: usize) -> &'a str {
        debug_assert!(end <= self.position, "only what was read is known to be text");
        let bytes = self.bytes.get(start..end).unwrap_or_default();
        // SAFETY: by the invariant of the type the bytes before `position` are
        // UTF-8, and `start` and `end` stand between two characters because the
        // reader stood there.
        #[allow(unsafe_code)] // Checking again would cost as much as reading.
        unsafe {
            std::str::from_utf8_unchecked(bytes)
        }
    }

    #[cold]
    #[inline(never)]
    fn check_utf8(&self, start: usize, end: usize) -> Result<()> {
        let inside = self.bytes.get(start..end).unwrap_or_default();
        match std::str::from_utf8(inside) {
            Ok(_) => Ok(()),
            Err(error) => Err(invalid_utf8(start + error.valid_up_to())),
        }
    }

    #[cold]
    #[inline(never)]
    fn unexpected(&self, expected: &'static str) -> Error {
        self.unexpected_in(self.position, self.position, expected)
    }

    /// The byte at `at` is wrong, in a literal that began at `start`.
    #[cold]
    #[inline(never)]
    fn unexpected_in(&self, start: usize, at: usize, expected: &'static str) -> Error {
        if let Err(error) = self.check_utf8(start, at) {
            return error;
        }
        let next = self.bytes.get(at..).unwrap_or_default();
        let character = next.get(..next.len().min(4)).unwrap_or_default().utf8_chunks().next();
        let message = match character.map(|chunk| chunk.valid().chars().next()) {
            Some(Some(found)) => format!("expected {expected}, found {found:?}"),
            Some(None) => return invalid_utf8(at),
            None => format!("expected {expected}, found the end of the text"),
        };
        Error::new(ErrorKind::JsonSyntax, message).at(at)
    }
}

#[cold]
fn invalid_utf8(offset: usize) -> Error {
    Error::new(ErrorKind::InvalidUtf8, "expected UTF-8, found another byte").at(offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &[u8]) -> Result<()> {
        let mut reader = Reader::new(text);
        reader.value()?;
        reader.end().map(|_| ())
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
