//! Literal search, eight bytes at a time.
//!
//! Two bytes of the needle that are rare in command output are looked for at
//! their distance; the whole needle is compared only where both stand. The work
//! is linear in the text times, at worst, the length of the needle.

use crate::fold::{fold, has_case};
use crate::order::sort_by_key;
use std::ops::Range;

/// A needle made ready; never empty.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    needle: Vec<u8>,
    case: Case,
    /// Offsets of two rare bytes in the needle; the same one in short needles.
    rare: (usize, usize),
}

#[derive(Debug, Clone)]
enum Case {
    Exact,
    /// ASCII letters match in both cases, everything else byte by byte: enough
    /// where the needle has no other letter with two cases.
    Ascii,
    /// Characters compared after [`fold`].
    Folded(Vec<char>),
}

impl Literal {
    pub(super) fn new(needle: &str, case_sensitive: bool) -> Self {
        let case = if case_sensitive {
            Case::Exact
        } else if needle.chars().all(|c| c.is_ascii() || !has_case(c)) {
            Case::Ascii
        } else {
            Case::Folded(needle.chars().map(fold).collect())
        };
        Self { needle: needle.as_bytes().to_vec(), case, rare: rarest(needle.as_bytes()) }
    }

    /// The first occurrence that begins at `from` or later. `from` is a
    /// character boundary, and so are both ends of the result.
    pub(super) fn find(&self, text: &str, from: usize) -> Option<Range<usize>> {
        match &self.case {
            Case::Exact => self.find_bytes(text.as_bytes(), from, false),
            Case::Ascii => self.find_bytes(text.as_bytes(), from, true),
            Case::Folded(folded) => find_folded(text, from, folded),
        }
    }

    fn find_bytes(&self, text: &[u8], from: usize, ignore_case: bool) -> Option<Range<usize>> {
        let length = self.needle.len();
        let equal = |at: usize| -> Option<Range<usize>> {
            let found = text.get(at..at + length)?;
            let same = if ignore_case {
                found.eq_ignore_ascii_case(&self.needle)
            } else {
                found == self.needle
            };
            same.then_some(at..at + length)
        };
        let last_start = text.len().checked_sub(length)?;
        let starts = (last_start + 1).checked_sub(from)?;
        // Setting bit 5 makes letters lower case and merges some other bytes,
        // which costs a comparison and misses nothing.
        let case_bit = if ignore_case { 0x20 } else { 0 };
        let lane = |offset: usize| -> Option<(&[u8], u64)> {
            let bytes = text.get(from + offset..from + offset + starts)?;
            Some((bytes, ONES * u64::from(*self.needle.get(offset)? | case_bit)))
        };
        let (first, first_byte) = lane(self.rare.0)?;
        let (second, second_byte) = lane(self.rare.1)?;
        let case_bits = ONES * u64::from(case_bit);
        let hits = |left: &[u8; 8], right: &[u8; 8]| {
            zero_bytes((u64::from_le_bytes(*left) | case_bits) ^ first_byte)
                & zero_bytes((u64::from_le_bytes(*right) | case_bits) ^ second_byte)
        };
        let (first_blocks, _) = first.as_chunks::<32>();
        let (second_blocks, _) = second.as_chunks::<32>();
        for (block, (left, right)) in first_blocks.iter().zip(second_blocks).enumerate() {
            let (left, _) = left.as_chunks::<8>();
            let (right, _) = right.as_chunks::<8>();
            let any = left.iter().zip(right).fold(0, |any, (l, r)| any | hits(l, r));
            if any == 0 {
                continue;
            }
            for (word, (l, r)) in left.iter().zip(right).enumerate() {
                let mut candidates = hits(l, r);
                while candidates != 0 {
                    let byte = (candidates.trailing_zeros() / 8) as usize;
                    if let Some(found) = equal(from + block * 32 + word * 8 + byte) {
                        return Some(found);
                    }
                    candidates &= candidates - 1;
                }
            }
        }
        (from + first_blocks.len() * 32..=last_start).find_map(equal)
    }
}

const ONES: u64 = u64::MAX / 0xFF;

/// Sets the high bit of every zero byte, and of some bytes above one (Hacker's
/// Delight, zero-byte test): no zero byte is missed.
fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & (ONES << 7)
}

/// Offsets of the two bytes of `needle` that are rarest in command output.
fn rarest(needle: &[u8]) -> (usize, usize) {
    let mut offsets: Vec<usize> = (0..needle.len()).collect();
    sort_by_key(&mut offsets, |&offset| needle.get(offset).map_or(0, |byte| commonness(*byte)));
    let first = offsets.first().copied().unwrap_or(0);
    (first, offsets.get(1).copied().unwrap_or(first))
}

/// How common a byte is in command output, by a rough order.
fn commonness(byte: u8) -> u8 {
    match byte {
        b' ' | b'e' | b't' | b'a' | b'o' | b'i' | b'n' | b's' | b'r' => 9,
        b'l' | b'd' | b'c' | b'u' | b'm' | b'p' | b'0' | b'1' | b'/' | b'.' | b'-' => 7,
        // Every Chinese character begins with one of these.
        0xE4..=0xE9 => 6,
        b'a'..=b'z' | b'2'..=b'9' | b':' | b'\t' | b'E' | b'S' | b'T' => 5,
        0x80..=0xBF => 4,
        b'A'..=b'Z' | b'=' | b'"' | b',' | b'_' | b'[' | b']' => 3,
        _ => 1,
    }
}

fn find_folded(text: &str, from: usize, folded: &[char]) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    rest.char_indices().find_map(|(offset, _)| {
        let start = from + offset;
        let mut end = start;
        let mut characters = text.get(start..)?.chars();
        for wanted in folded {
            let found = characters.next()?;
            if fold(found) != *wanted {
                return None;
            }
            end += found.len_utf8();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(needle: &str, text: &str, case_sensitive: bool) -> Vec<Range<usize>> {
        let literal = Literal::new(needle, case_sensitive);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(range) = literal.find(text, from) {
            from = range.end;
            found.push(range);
        }
        found
    }

    #[test]
    fn letters_of_common_scripts_match_in_both_cases() {
        for (needle, text) in [
            ("error", "ERROR"),
            ("straße", "STRAßE"),
            ("ОШИБКА", "ошибка"),
            ("σφάλμα", "ΣΦΆΛΜΑ"),
            ("λογος", "ΛΟΓΟΣ"),
            ("ａｂｃ", "ＡＢＣ"),
            ("磁盘Full", "磁盘FULL"),
        ] {
            assert_eq!(all(needle, text, false), vec![0..text.len()], "{needle}");
            assert_eq!(all(needle, text, true), vec![], "{needle}");
        }
        assert_eq!(all("k", "\u{212A}", false), vec![]);
    }

    #[test]
    fn occurrences_do_not_overlap() {
        assert_eq!(all("aa", "aaaaa", true), vec![0..2, 2..4]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn prop_finds_what_the_standard_library_finds(needle in "[ab云\u{4e91} @`]{1,4}", text in "[ab云\u{4e91} @`]{0,120}") {
            let oracle: Vec<_> = text.match_indices(&needle).map(|(at, found)| at..at + found.len()).collect();

            prop_assert_eq!(all(&needle, &text, true), oracle);
        }

        #[test]
        fn prop_ignores_ascii_case_as_lower_casing_both_does(needle in "[aBZ@\\[`{_]{1,3}", text in "[abABzZ@`\\[{_]{0,120}") {
            let lower = text.to_ascii_lowercase();
            let oracle: Vec<_> = lower.match_indices(&needle.to_ascii_lowercase()).map(|(at, found)| at..at + found.len()).collect();

            prop_assert_eq!(all(&needle, &text, false), oracle);
        }
    }
}
