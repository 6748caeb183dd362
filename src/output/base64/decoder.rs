//! The state machine behind every decode.

use super::alphabet::{PADDING, sextet};
use super::groups::decode_groups;
use super::report::{Report, Rest, RestReason, Tolerance};
use crate::error::{Error, ErrorKind, Result};

/// Base64 in chunks.
///
/// Feed it with [`push`](Self::push), end with [`finish`](Self::finish). Offsets
/// count from the first byte of the first chunk. Memory is constant.
#[derive(Debug, Clone)]
pub struct Decoder {
    strict: bool,
    /// Sextets of the open group, the latest lowest.
    bits: u32,
    sextets: u8,
    padding: u8,
    last_sextet_offset: usize,
    escape: Escape,
    /// A strict decoder's verdict; it stays.
    error: Option<Error>,
    report: Report,
}

/// A JSON escape that is being read: the backslash and up to `uXXXX`.
#[derive(Debug, Clone, Default)]
enum Escape {
    #[default]
    None,
    Backslash(usize),
    Unicode {
        offset: usize,
        digits: u8,
        code: u32,
    },
}

impl Decoder {
    /// A decoder that does what [`decode`](super::decode) does.
    #[must_use]
    pub fn forgiving() -> Self {
        Self::new(false)
    }

    /// A decoder that does what [`decode_strict`](super::decode_strict) does.
    #[must_use]
    pub fn strict() -> Self {
        Self::new(true)
    }

    fn new(strict: bool) -> Self {
        Self {
            strict,
            bits: 0,
            sextets: 0,
            padding: 0,
            last_sextet_offset: 0,
            escape: Escape::None,
            error: None,
            report: Report::default(),
        }
    }

    /// Decodes the next chunk and appends its bytes to `out`.
    ///
    /// # Errors
    /// A strict decoder: as [`decode_strict`](super::decode_strict), and the same
    /// error again for every later call. A forgiving one: none.
    pub fn push(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<()> {
        let before = out.len();
        let mut rest = chunk;
        while !rest.is_empty() && !self.has_stopped() {
            if self.is_between_groups() {
                let taken = decode_groups(rest, out);
                self.report.read += taken;
                rest = rest.get(taken..).unwrap_or_default();
            }
            // Up to the next group boundary, or to the end of the chunk.
            while let Some((&byte, after)) = rest.split_first() {
                self.step(byte, out);
                if self.has_stopped() {
                    break;
                }
                self.report.read += 1;
                rest = after;
                if self.is_between_groups() {
                    break;
                }
            }
        }
        self.report.read += rest.len();
        self.report.decoded += out.len() - before;
        self.verdict()
    }

    /// Ends the text, appends the bytes of an open group, and reports.
    ///
    /// # Errors
    /// As [`push`](Self::push); the text may also end too early.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<Report> {
        self.end(out);
        self.verdict()?;
        Ok(self.report)
    }

    pub(super) fn finish_forgiving(mut self, out: &mut Vec<u8>) -> Report {
        self.end(out);
        self.report
    }

    fn verdict(&self) -> Result<()> {
        self.error.clone().map_or(Ok(()), Err)
    }

    fn has_stopped(&self) -> bool {
        self.report.rest.is_some() || self.error.is_some()
    }

    fn is_between_groups(&self) -> bool {
        // Padding leaves its group open.
        self.sextets == 0 && matches!(self.escape, Escape::None)
    }

    fn step(&mut self, byte: u8, out: &mut Vec<u8>) {
        let offset = self.report.read;
        match self.escape {
            Escape::None => self.character(byte, offset, out),
            Escape::Backslash(start) => self.after_backslash(byte, start, out),
            Escape::Unicode { offset: start, digits, code } => {
                let Some(digit) = char::from(byte).to_digit(16) else {
                    return self.stop(start, RestReason::ForeignByte(b'\\'));
                };
                let code = code << 4 | digit;
                if digits < 3 {
                    self.escape = Escape::Unicode { offset: start, digits: digits + 1, code };
                } else {
                    self.escaped(u8::try_from(code).unwrap_or(0), start, out);
                }
            }
        }
    }

    /// A JSON escape that nobody read: `\/`, an escaped line break, or `\uXXXX`.
    fn after_backslash(&mut self, byte: u8, start: usize, out: &mut Vec<u8>) {
        match byte {
            b'u' => self.escape = Escape::Unicode { offset: start, digits: 0, code: 0 },
            b'/' => self.escaped(b'/', start, out),
            b'n' | b'r' | b't' | b'f' => self.escaped(b' ', start, out),
            _ => self.stop(start, RestReason::ForeignByte(b'\\')),
        }
    }

    /// Takes the byte that an escape stands for, unless that has no meaning here.
    fn escaped(&mut self, byte: u8, start: usize, out: &mut Vec<u8>) {
        self.escape = Escape::None;
        let is_meant = sextet(byte).is_some()
            || byte.is_ascii_whitespace()
            || matches!(byte, PADDING | b'-' | b'_');
        if is_meant {
            self.tolerate(Tolerance::JsonEscape, start);
            self.character(byte, start, out);
        } else {
            self.stop(start, RestReason::ForeignByte(b'\\'));
        }
    }

    fn character(&mut self, byte: u8, offset: usize, out: &mut Vec<u8>) {
        match byte {
            PADDING => self.padding(offset, out),
            b' ' | b'\t' | b'\n' | b'\r' | 0x0C => self.tolerate(Tolerance::WhiteSpace, offset),
            b'\\' if !self.strict => self.escape = Escape::Backslash(offset),
            b'-' | b'_' => {
                if self.padding == 0 {
                    self.tolerate(Tolerance::UrlSafe, offset);
                }
                self.sextet(byte, if byte == b'-' { 62 } else { 63 }, offset, out);
            }
            _ => match sextet(byte) {
                Some(value) => self.sextet(byte, value, offset, out),
                None => self.stop(offset, RestReason::ForeignByte(byte)),
            },
        }
    }

    fn sextet(&mut self, byte: u8, value: u32, offset: usize, out: &mut Vec<u8>) {
        if self.padding > 0 {
            return self.stop(offset, RestReason::AfterPadding(byte));
        }
        self.bits = self.bits << 6 | value;
        self.sextets += 1;
        self.last_sextet_offset = offset;
        if self.sextets == 4 {
            let [_, group @ ..] = self.bits.to_be_bytes();
            out.extend_from_slice(&group);
            self.bits = 0;
            self.sextets = 0;
        }
    }

    fn padding(&mut self, offset: usize, out: &mut Vec<u8>) {
        match (self.padding, self.sextets) {
            (0, 0 | 1) => return self.stop(offset, RestReason::EarlyPadding),
            (0, _) => {
                if self.trailing_bits() != 0 {
                    self.tolerate(Tolerance::TrailingBits, self.last_sextet_offset);
                }
                self.flush(out);
            }
            (padding, sextets) if padding >= 4 - sextets => {
                self.tolerate(Tolerance::ExcessPadding, offset);
                return;
            }
            _ => {}
        }
        self.padding += 1;
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        let before = out.len();
        let end = self.report.read;
        if self.has_stopped() {
            self.flush(out);
        } else if let Escape::Backslash(start) | Escape::Unicode { offset: start, .. } = self.escape
        {
            self.tolerate(Tolerance::Cut, start);
            self.flush(out);
        } else if self.padding > 0 {
            if self.padding < 4 - self.sextets {
                self.tolerate(Tolerance::MissingPadding, end);
            }
        } else if self.sextets > 0 {
            let is_whole = self.sextets > 1 && self.trailing_bits() == 0;
            self.tolerate(if is_whole { Tolerance::MissingPadding } else { Tolerance::Cut }, end);
            self.flush(out);
        }
        if let Some(rest) = &mut self.report.rest {
            rest.length = end.saturating_sub(rest.offset);
        }
        self.report.decoded += out.len() - before;
    }

    /// Bits of the open group that belong to no whole byte.
    fn trailing_bits(&self) -> u32 {
        match self.sextets {
            2 => self.bits & 0xF,
            3 => self.bits & 0x3,
            _ => 0,
        }
    }

    /// Appends the whole bytes of the open group, once: padding follows a flush.
    /// The group stays counted so that its padding can be.
    fn flush(&mut self, out: &mut Vec<u8>) {
        if self.padding > 0 {
            return;
        }
        let missing = 4 - self.sextets.min(4);
        let bits = self.bits << (6 * u32::from(missing));
        let [_, group @ ..] = bits.to_be_bytes();
        let whole = usize::from(self.sextets.saturating_sub(1));
        out.extend_from_slice(group.get(..whole).unwrap_or_default());
        self.bits = 0;
    }

    fn tolerate(&mut self, kind: Tolerance, offset: usize) {
        if self.strict {
            self.fail(strict_message(kind), offset);
        } else {
            self.report.note(kind, offset);
        }
    }

    fn stop(&mut self, offset: usize, reason: RestReason) {
        if self.strict {
            let message = match reason {
                RestReason::ForeignByte(byte) => {
                    format!("expected a character of Base64, found {:?}", char::from(byte))
                }
                RestReason::EarlyPadding => "expected a character of Base64, found '='".to_owned(),
                RestReason::AfterPadding(byte) => {
                    format!("expected the end after padding, found {:?}", char::from(byte))
                }
            };
            self.fail(message, offset);
        } else {
            self.report.rest = Some(Rest { offset, length: 0, reason });
        }
    }

    fn fail(&mut self, message: impl Into<std::borrow::Cow<'static, str>>, offset: usize) {
        if self.error.is_none() {
            self.error = Some(Error::new(ErrorKind::InvalidBase64, message).at(offset));
        }
    }
}

fn strict_message(kind: Tolerance) -> &'static str {
    match kind {
        Tolerance::WhiteSpace => "expected a character of Base64, found white space",
        Tolerance::UrlSafe => "expected a character of the standard alphabet, found a URL-safe one",
        Tolerance::JsonEscape => "expected a character of Base64, found a JSON escape",
        Tolerance::TrailingBits => "expected zero bits before the padding, found others",
        Tolerance::ExcessPadding => "expected the end after padding, found '='",
        Tolerance::MissingPadding => "expected padding, found the end of the text",
        Tolerance::Cut => "expected the rest of a group, found the end of the text",
    }
}
