//! Whether an output field is Base64 or plain text.
//!
//! No field of an answer says it: `ContentEncoding` of the request does (default
//! Base64). Without the request the crate guesses, and says that it guesses.

use super::base64::{Decoded, Report, RestReason, Tolerance};
use super::text;
use crate::json::{ToJson, Writer};

/// The encoding of `Output` and `CommandContent` in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// The field is the text.
    PlainText,
    /// The field is the Base64 of the bytes.
    Base64,
}

impl Encoding {
    /// The API's own word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PlainText => "PlainText",
            Self::Base64 => "Base64",
        }
    }

    /// The encoding of the API's word, in any case; none for other words.
    #[must_use]
    pub fn from_api(word: &str) -> Option<Self> {
        [Self::PlainText, Self::Base64]
            .into_iter()
            .find(|encoding| encoding.as_str().eq_ignore_ascii_case(word))
    }
}

/// What a guess rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The request named the encoding.
    Requested,
    /// The field is empty: both encodings read it alike.
    Empty,
    /// The request named Base64, but no Base64 begins like this.
    ContradictsRequest,
    /// It is Base64, and its bytes are text.
    DecodesToText,
    /// It is Base64 of bytes in no known text form, and too long and uniform for prose.
    LongBase64,
    /// It is Base64 of text up to a mask (`****`), as documentation prints it.
    MaskedBase64,
    /// It has characters or a shape that Base64 has not.
    NotBase64,
    /// It could be Base64, but its bytes would be no text.
    DecodesToNoText,
}

impl Reason {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Empty => "empty",
            Self::ContradictsRequest => "contradicts-request",
            Self::DecodesToText => "decodes-to-text",
            Self::LongBase64 => "long-base64",
            Self::MaskedBase64 => "masked-base64",
            Self::NotBase64 => "not-base64",
            Self::DecodesToNoText => "decodes-to-no-text",
        }
    }
}

/// An encoding, and whether it is known or guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guess {
    /// The encoding to read the field with.
    pub encoding: Encoding,
    /// Whether it is more than a guess.
    pub certain: bool,
    /// What it rests on.
    pub reason: Reason,
}

/// No line of prose has so many characters without a space or a full stop.
const LONGER_THAN_WORDS: usize = 64;

/// A shorter prefix before a mask may as well be a word: `root****`.
const MASKED_PREFIX: usize = 8;

/// How to read `field`, given the request's `ContentEncoding` where it is known.
///
/// A field that is requested as Base64 and begins with something else is taken
/// for plain text, uncertainly: showing it beats showing nothing.
#[must_use]
pub fn guess(field: &str, requested: Option<Encoding>) -> Guess {
    match requested {
        Some(Encoding::PlainText) => Guess::known(Encoding::PlainText),
        _ => judge(field, requested, &super::base64::decode(field.as_bytes())),
    }
}

/// [`guess`] for a field that is decoded already.
pub(crate) fn judge(field: &str, requested: Option<Encoding>, decoded: &Decoded) -> Guess {
    let report = &decoded.report;
    if field.is_empty() {
        return Guess { certain: true, ..Guess::guessed(Encoding::PlainText, Reason::Empty) };
    }
    match requested {
        Some(Encoding::PlainText) => Guess::known(Encoding::PlainText),
        // The first group already is none: nothing could be shown of it.
        Some(Encoding::Base64) if decoded.bytes.is_empty() && report.rest().is_some() => {
            Guess::guessed(Encoding::PlainText, Reason::ContradictsRequest)
        }
        Some(Encoding::Base64) => Guess::known(Encoding::Base64),
        None => judge_alone(field, decoded),
    }
}

fn judge_alone(field: &str, decoded: &Decoded) -> Guess {
    let report = &decoded.report;
    let is_text = is_text(&decoded.bytes);
    if let Some(rest) = report.rest() {
        let is_masked = rest.reason == RestReason::ForeignByte(b'*');
        if is_masked && rest.offset >= MASKED_PREFIX && is_text && !has_spaces(report) {
            return Guess::guessed(Encoding::Base64, Reason::MaskedBase64);
        }
        return Guess::guessed(Encoding::PlainText, Reason::NotBase64);
    }
    if !is_wrapped_evenly(field) {
        return Guess::guessed(Encoding::PlainText, Reason::NotBase64);
    }
    if is_text {
        return Guess::guessed(Encoding::Base64, Reason::DecodesToText);
    }
    if field.len() >= LONGER_THAN_WORDS && looks_random(field) {
        return Guess::guessed(Encoding::Base64, Reason::LongBase64);
    }
    Guess::guessed(Encoding::PlainText, Reason::DecodesToNoText)
}

/// Whether the bytes are UTF-8 without controls that no text has. Only long
/// bytes may be cut: those of a word often look like the cut remainder of a
/// character (`root` decodes to AE 8A 2D).
fn is_text(bytes: &[u8]) -> bool {
    let decoded = text::decode(bytes);
    let is_strange =
        |byte: u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x08 | 0x1B);
    let is_whole =
        decoded.flaws.is_clean() || bytes.len() >= LONGER_THAN_WORDS && !decoded.flaws.is_damaged();
    is_whole && !decoded.text.is_empty() && !decoded.text.bytes().any(is_strange)
}

fn has_spaces(report: &Report) -> bool {
    report.tolerance(Tolerance::WhiteSpace).is_some()
}

/// Whether white space stands where an encoder wraps: lines of one length, a
/// multiple of four, the last one shorter.
fn is_wrapped_evenly(field: &str) -> bool {
    let mut lines = field.trim_end().lines();
    let first = lines.next().unwrap_or_default();
    let mut previous = first;
    for line in lines {
        if previous.len() != first.len() || !first.len().is_multiple_of(4) {
            return false;
        }
        previous = line;
    }
    previous.len() <= first.len() && !field.trim_end().contains([' ', '\t'])
}

/// Whether capitals, small letters and digits are mixed as in encoded bytes.
fn looks_random(field: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| field.bytes().any(|byte| kind(&byte));
    has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit)
}

impl Guess {
    fn known(encoding: Encoding) -> Self {
        Self { encoding, certain: true, reason: Reason::Requested }
    }

    fn guessed(encoding: Encoding, reason: Reason) -> Self {
        Self { encoding, certain: false, reason }
    }
}

/// `{"encoding": "Base64", "certain": false, "reason": "decodes-to-text"}`
impl ToJson for Guess {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("encoding", self.encoding.as_str())
                .field("certain", self.certain)
                .field("reason", self.reason.code());
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::base64::encode;

    fn guessed(field: &str) -> (Encoding, Reason) {
        let guess = guess(field, None);
        assert!(!guess.certain || field.is_empty(), "{field}");
        (guess.encoding, guess.reason)
    }

    #[test]
    fn the_request_decides_where_it_is_known() {
        for encoding in [Encoding::PlainText, Encoding::Base64] {
            let expected = Guess { encoding, certain: true, reason: Reason::Requested };
            // The API page masks outputs with asterisks, which are no Base64.
            for field in ["MTIzNA==", "T3V0UHV0VGVz****"] {
                assert_eq!(guess(field, Some(encoding)), expected, "{field}");
            }
        }
        assert_eq!(guess("", Some(Encoding::PlainText)).reason, Reason::Requested);
    }

    #[test]
    fn plain_text_in_place_of_requested_base64_is_shown_and_doubted() {
        let guess = guess("错误: no such file", Some(Encoding::Base64));

        assert_eq!((guess.encoding, guess.certain), (Encoding::PlainText, false));
        assert_eq!(guess.reason, Reason::ContradictsRequest);
    }

    #[test]
    fn base64_of_text_is_guessed_to_be_base64() {
        for text in ["hello\n", "云助手", "a", "\u{1b}[31merror\u{1b}[0m", "x=1\r\n"] {
            assert_eq!(
                guessed(&encode(text.as_bytes())),
                (Encoding::Base64, Reason::DecodesToText),
                "{text}"
            );
        }
    }

    #[test]
    fn words_that_happen_to_be_base64_are_guessed_to_be_text() {
        for word in ["done", "root", "test", "true", "Success", "OutPutTestmsg", "i-bp1abcdef0123"]
        {
            assert_eq!(guessed(word).0, Encoding::PlainText, "{word}");
        }
        assert_eq!(guessed("done"), (Encoding::PlainText, Reason::DecodesToNoText));
    }

    #[test]
    fn prose_is_no_base64() {
        for text in ["hello world", "total 0\n", "云助手", "a.b", "ab\ncdef\n", "/usr/bin/env bash"]
        {
            assert_eq!(guessed(text).0, Encoding::PlainText, "{text}");
        }
    }

    #[test]
    fn wrapped_masked_and_binary_base64_are_recognised() {
        assert_eq!(
            guessed("aGVsbG8gd29y\nbGQgaGVsbG8g\nd29ybGQ=\n"),
            (Encoding::Base64, Reason::DecodesToText)
        );
        assert_eq!(guessed("T3V0UHV0VGVz****"), (Encoding::Base64, Reason::MaskedBase64));
        let gbk: Vec<u8> = [0xCF, 0xB5, 0xCD, 0xB3].repeat(16); // 系统 in GBK
        assert_eq!(guessed(&encode(&gbk)).0, Encoding::Base64);
    }

    #[test]
    fn an_empty_field_reads_alike_in_both_encodings() {
        let guess = guess("", None);

        assert_eq!((guess.certain, guess.reason), (true, Reason::Empty));
    }

    #[test]
    fn the_words_of_the_api_are_read_in_any_case() {
        assert_eq!(Encoding::from_api("base64"), Some(Encoding::Base64));
        assert_eq!(Encoding::from_api("PLAINTEXT"), Some(Encoding::PlainText));
        assert_eq!(Encoding::from_api("gzip"), None);
    }
}
