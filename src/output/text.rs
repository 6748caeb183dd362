//! Bytes to text: UTF-8, its cuts and its damage.
//!
//! The agent of Cloud Assistant cuts outputs by bytes (`api.md` §3.1), so a
//! character may be cut at either end. Such a remainder is no damage: it is left
//! out of the text and counted. Whatever else is not UTF-8 becomes U+FFFD, one
//! per maximal subpart (Unicode 15, §3.9), as `TextDecoder` does it. NUL and
//! control characters stay.

use crate::json::{ToJson, Writer};
use std::borrow::Cow;

/// The longest character has four bytes, so a cut leaves at most three.
const LONGEST_REMAINDER: usize = 3;

/// Damaged places that are listed; all are counted.
const LISTED_DAMAGE: usize = 64;

/// Text, and what of the bytes is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Text<'a> {
    /// The text; borrowed where no byte between the cuts had to be replaced.
    pub text: Cow<'a, str>,
    /// What the bytes have that the text has not.
    pub flaws: Flaws,
}

/// Cut characters and damage, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Flaws {
    /// Bytes of a cut character before the text: 0 to 3.
    pub cut_start: usize,
    /// Bytes of a cut character after the text: 0 to 3.
    pub cut_end: usize,
    /// Number of U+FFFD that stand for damaged bytes.
    pub replaced: usize,
    /// Number of damaged bytes.
    pub damaged_bytes: usize,
    /// The first 64 damaged places, neighbours joined.
    pub damage: Vec<Damage>,
}

/// A run of bytes that is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Damage {
    /// Offset of the first byte, from the start of the input.
    pub offset: usize,
    /// Number of bytes.
    pub length: usize,
}

impl Flaws {
    /// Whether the text is the bytes, whole.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        *self == Self::default()
    }

    /// Whether bytes between the cuts had to be replaced.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.replaced > 0
    }
}

/// The text of `bytes`.
#[must_use]
pub fn decode(bytes: &[u8]) -> Text<'_> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Text { text: Cow::Borrowed(text), flaws: Flaws::default() },
        Err(_) => decode_flawed(bytes),
    }
}

/// The text of `bytes`, which are kept: clean bytes become the text in place.
///
/// # Errors
/// The bytes, unchanged, with what [`decode`] makes of them.
pub fn from_vec(bytes: Vec<u8>) -> Result<String, (Vec<u8>, String, Flaws)> {
    String::from_utf8(bytes).map_err(|error| {
        let bytes = error.into_bytes();
        let Text { text, flaws } = decode_flawed(&bytes);
        let text = text.into_owned();
        (bytes, text, flaws)
    })
}

fn decode_flawed(bytes: &[u8]) -> Text<'_> {
    let cut_start = cut_start(bytes);
    let whole = bytes.get(cut_start..).unwrap_or_default();
    let cut_end = cut_end(whole);
    let whole = whole.get(..whole.len() - cut_end).unwrap_or_default();
    let mut flaws = Flaws { cut_start, cut_end, ..Flaws::default() };
    let text = match std::str::from_utf8(whole) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(replace_damage(whole, &mut flaws)),
    };
    Text { text, flaws }
}

/// Length of the leading run of continuation bytes, if one cut character can
/// have left it.
fn cut_start(bytes: &[u8]) -> usize {
    let run = bytes.iter().take_while(|byte| is_continuation(**byte)).count();
    if run <= LONGEST_REMAINDER { run } else { 0 }
}

fn is_continuation(byte: u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}

/// Length of the beginning of a character at the end, 0 if there is none.
fn cut_end(bytes: &[u8]) -> usize {
    (1..=LONGEST_REMAINDER.min(bytes.len()))
        .find(|length| {
            let tail = bytes.get(bytes.len() - length..).unwrap_or_default();
            // `error_len` is none exactly where more bytes could complete a character.
            std::str::from_utf8(tail)
                .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
        })
        .unwrap_or(0)
}

fn replace_damage(bytes: &[u8], flaws: &mut Flaws) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut offset = flaws.cut_start;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        offset += chunk.valid().len();
        let length = chunk.invalid().len();
        if length > 0 {
            text.push(char::REPLACEMENT_CHARACTER);
            flaws.note(offset, length);
            offset += length;
        }
    }
    text
}

impl Flaws {
    fn note(&mut self, offset: usize, length: usize) {
        self.replaced += 1;
        self.damaged_bytes += length;
        if let Some(last) = self.damage.last_mut()
            && last.offset + last.length == offset
        {
            last.length += length;
        } else if self.damage.len() < LISTED_DAMAGE {
            self.damage.push(Damage { offset, length });
        }
    }
}

/// `{}` for clean text; keys with a zero or empty value are left out.
impl ToJson for Flaws {
    fn write(&self, out: &mut Writer) {
        let count = |count: usize| (count > 0).then_some(count);
        out.object(|o| {
            o.optional("cutStart", count(self.cut_start))
                .optional("cutEnd", count(self.cut_end))
                .optional("replaced", count(self.replaced))
                .optional("damagedBytes", count(self.damaged_bytes))
                .optional("damage", self.is_damaged().then_some(&self.damage));
        });
    }
}

impl ToJson for Damage {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("offset", self.offset).field("length", self.length);
        });
    }
}

impl ToJson for Text<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("text", &self.text).field("flaws", &self.flaws);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clean_text_is_borrowed_with_its_control_characters() {
        let bytes = "云\0助\u{1b}[1m手\u{7f}".as_bytes();

        let Text { text, flaws } = decode(bytes);

        assert!(matches!(text, Cow::Borrowed(_)));
        assert_eq!(text.as_bytes(), bytes);
        assert!(flaws.is_clean());
    }

    #[test]
    fn cut_characters_at_both_ends_are_no_damage() {
        // 云 is E4 BA 91, 😀 is F0 9F 98 80.
        for (bytes, text, cut_start, cut_end) in [
            (b"\xBA\x91ok".as_slice(), "ok", 2, 0),
            (b"\x91ok", "ok", 1, 0),
            (b"\x9F\x98\x80ok", "ok", 3, 0),
            (b"ok\xE4", "ok", 0, 1),
            (b"ok\xE4\xBA", "ok", 0, 2),
            (b"ok\xF0\x9F\x98", "ok", 0, 3),
            (b"\x91\xE4\xBA\x91\xF0\x9F", "云", 1, 2),
            (b"\x91", "", 1, 0),
            (b"\xE4", "", 0, 1),
        ] {
            let decoded = decode(bytes);

            assert!(matches!(decoded.text, Cow::Borrowed(_)), "{bytes:x?}");
            assert_eq!(decoded.text, text, "{bytes:x?}");
            let expected = Flaws { cut_start, cut_end, ..Flaws::default() };
            assert_eq!(decoded.flaws, expected, "{bytes:x?}");
        }
    }

    #[test]
    fn damage_between_the_ends_is_replaced_and_located() {
        let decoded = decode(b"a\xFFb\xE4\xBAc\xC0\x80");

        assert_eq!(decoded.text, "a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}");
        assert_eq!((decoded.flaws.replaced, decoded.flaws.damaged_bytes), (4, 5));
        assert_eq!(
            decoded.flaws.damage,
            [
                Damage { offset: 1, length: 1 },
                Damage { offset: 3, length: 2 },
                Damage { offset: 6, length: 2 },
            ]
        );
    }

    #[test]
    fn four_continuation_bytes_are_more_than_a_cut_leaves() {
        let decoded = decode(b"\x80\x80\x80\x80ok");

        assert_eq!(decoded.flaws.cut_start, 0);
        assert_eq!(decoded.flaws.damage, [Damage { offset: 0, length: 4 }]);
    }

    #[test]
    fn offsets_count_the_cut_bytes_in_front() {
        let decoded = decode(b"\x91a\xFF");

        assert_eq!(decoded.flaws.damage, [Damage { offset: 2, length: 1 }]);
    }

    #[test]
    fn listed_damage_is_bounded_and_counted_whole() {
        let bytes = b"a\xFF".repeat(1000);

        let decoded = decode(&bytes);

        assert_eq!(decoded.flaws.replaced, 1000);
        assert_eq!(decoded.flaws.damage.len(), 64);
    }

    #[test]
    fn json_has_the_flaws_that_there_are() {
        let json = |bytes: &[u8]| crate::json::to_json(&decode(bytes).flaws);

        assert_eq!(json(b"ok"), "{}");
        assert_eq!(json(b"\xBA\x91ok\xE4"), r#"{"cutStart":2,"cutEnd":1}"#);
        assert_eq!(
            crate::json::to_json(&decode(b"ok\xE4")),
            r#"{"text":"ok","flaws":{"cutEnd":1}}"#
        );
        assert_eq!(
            json(b"a\xE4\xBAb"),
            r#"{"replaced":1,"damagedBytes":2,"damage":[{"offset":1,"length":2}]}"#
        );
    }

    #[test]
    fn kept_bytes_come_back_with_their_text() {
        assert_eq!(from_vec(b"ok".to_vec()), Ok("ok".to_owned()));

        let (bytes, text, flaws) = from_vec(b"ok\xE4".to_vec()).expect_err("cut");
        assert_eq!((bytes.as_slice(), text.as_str(), flaws.cut_end), (&b"ok\xE4"[..], "ok", 1));
    }

    proptest! {
        #[test]
        fn prop_any_cut_of_clean_text_is_a_cut_and_no_damage(
            text in any::<String>(), from in any::<prop::sample::Index>(),
            to in any::<prop::sample::Index>(),
        ) {
            let (from, to) = (from.index(text.len() + 1), to.index(text.len() + 1));
            let bytes = &text.as_bytes()[from.min(to)..from.max(to)];

            let decoded = decode(bytes);

            prop_assert!(!decoded.flaws.is_damaged());
            prop_assert!(text.contains(decoded.text.as_ref()));
            let counted = decoded.flaws.cut_start + decoded.text.len() + decoded.flaws.cut_end;
            prop_assert_eq!(counted, bytes.len());
        }

        #[test]
        fn prop_damage_is_replaced_as_the_standard_library_does(bytes in any::<Vec<u8>>()) {
            let decoded = decode(&bytes);

            let whole = &bytes[decoded.flaws.cut_start..bytes.len() - decoded.flaws.cut_end];
            prop_assert_eq!(decoded.text, String::from_utf8_lossy(whole));
        }
    }
}
