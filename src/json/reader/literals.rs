//! Strings, numbers and words.

use super::{Reader, Token};
use crate::error::{Error, Result};
use crate::json::RawText;
use crate::json::blocks::{ascii_run, plain_run};

// Taken for every value; the size-minded levels of optimisation would make calls of them.
#[allow(clippy::inline_always)]
impl<'a> Reader<'a> {
    /// Reads a string literal.
    #[inline(always)]
    pub(crate) fn string(&mut self) -> Result<RawText<'a>> {
        if self.byte() != Some(b'"') {
            return Err(self.unexpected("a string"));
        }
        let start = self.position + 1;
        let end = start + ascii_run(self.bytes.get(start..).unwrap_or_default());
        if self.bytes.get(end) == Some(&b'"') {
            self.position = end + 1;
            return Ok(RawText { inside: self.slice(start, end), escaped: false });
        }
        self.string_from(start, end)
    }

    /// Reads on where a literal that began at `start` is plain ASCII up to `end`,
    /// and not closed there.
    #[inline(never)]
    fn string_from(&mut self, start: usize, mut end: usize) -> Result<RawText<'a>> {
        let mut is_ascii = true;
        let mut escaped = false;
        loop {
            match self.bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    end = self.escape(start, end)?;
                }
                Some(byte) if !byte.is_ascii() => {}
                _ => return Err(self.unexpected_in(start, end, "a closing '\"'")),
            }
            let run = plain_run(self.bytes.get(end..).unwrap_or_default());
            end += run.length;
            is_ascii &= run.is_ascii;
        }
        if !is_ascii {
            self.check_utf8(start, end)?;
        }
        self.position = end + 1;
        Ok(RawText { inside: self.slice(start, end), escaped })
    }

    /// The end of an escape that begins at `at`, in a literal from `start` on.
    fn escape(&self, start: usize, at: usize) -> Result<usize> {
        match self.bytes.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
            Some(b'u') => {
                for digit in at + 2..at + 6 {
                    if !self.bytes.get(digit).is_some_and(u8::is_ascii_hexdigit) {
                        let expected = "four hexadecimal digits after \\u";
                        return Err(self.unexpected_in(start, digit, expected));
                    }
                }
                Ok(at + 6)
            }
            _ => Err(self.unexpected_in(start, at + 1, "an escape of JSON")),
        }
    }

    #[inline(always)]
    pub(super) fn scalar(&mut self) -> Result<Token<'a>> {
        match self.byte() {
            Some(b't') => self.literal("true", Token::Bool(true)),
            Some(b'f') => self.literal("false", Token::Bool(false)),
            Some(b'n') => self.literal("null", Token::Null),
            Some(b'-' | b'0'..=b'9') => Ok(Token::Number(self.number()?)),
            _ => Err(self.unexpected("a value")),
        }
    }

    #[inline(always)]
    fn literal(&mut self, word: &str, token: Token<'a>) -> Result<Token<'a>> {
        if self.rest().starts_with(word.as_bytes()) {
            self.position += word.len();
            return Ok(token);
        }
        Err(self.unexpected_literal(word))
    }

    #[cold]
    #[inline(never)]
    fn unexpected_literal(&mut self, word: &str) -> Error {
        for expected in word.bytes() {
            if self.byte() != Some(expected) {
                break;
            }
            self.position += 1;
        }
        self.unexpected("true, false or null")
    }

    #[inline(always)]
    fn number(&mut self) -> Result<&'a str> {
        let start = self.position;
        // Most numbers of an answer have one digit.
        if let Some([b'0'..=b'9', b',' | b'}']) = self.rest().first_chunk() {
            self.position += 1;
            return Ok(self.slice(start, self.position));
        }
        self.any_number(start)
    }

    #[inline(never)]
    fn any_number(&mut self, start: usize) -> Result<&'a str> {
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
}
