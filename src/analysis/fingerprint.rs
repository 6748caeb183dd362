//! Stable 128-bit fingerprints of texts.
//!
//! The algorithm is `MurmurHash3_x64_128` by Austin Appleby (public domain)
//! with seed 0 over the normalised text, so a fingerprint may be stored and
//! compared later, on another machine or by another program.
//!
//! # What counts as equal
//! Line ends `\r\n` and `\n` are the same; blanks (space, tab, CR) at the end
//! of a line and empty lines at the end of the text do not count. A masked
//! fingerprint also takes every run of blanks as one space, because columns
//! are padded to the width of the numbers that masking removes.
//!
//! # Limits
//! The hash is not cryptographic: whoever controls two outputs can make their
//! fingerprints collide.

use super::mask::{Piece, pieces};
use crate::json::{ToJson, Writer};
use std::fmt;

/// 128 bits that are equal for equal texts, and for others by accident alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of `text` as it is.
    ///
    /// ```
    /// use invoscope::analysis::fingerprint::Fingerprint;
    ///
    /// assert_eq!(Fingerprint::exact("done \r\n"), Fingerprint::exact("done"));
    /// ```
    #[must_use]
    pub fn exact(text: &str) -> Self {
        let mut normal = Normaliser::new(false);
        normal.push(text);
        normal.finish()
    }

    /// The fingerprint of `text` as [`mask`](super::mask::mask) leaves it.
    #[must_use]
    pub fn masked(text: &str, own_names: &[&str]) -> Self {
        let mut normal = Normaliser::new(true);
        pieces(text, own_names, |piece| match piece {
            Piece::Kept(kept) => normal.push(kept),
            Piece::Token(span) => normal.push(span.kind.placeholder()),
        });
        normal.finish()
    }

    /// The bits, for tables keyed by bytes.
    pub(crate) fn to_bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }
}

/// 32 lower-case hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl ToJson for Fingerprint {
    fn write(&self, out: &mut Writer) {
        out.string(&self.to_string());
    }
}

/// Feeds the hash with normalised text, whatever pieces the text comes in.
struct Normaliser {
    hash: Murmur3,
    one_space: bool,
    /// Blanks that count only if something follows on their line. A piece may
    /// end inside a run, so they are remembered as text.
    blanks: String,
    newlines: usize,
}

impl Normaliser {
    fn new(one_space: bool) -> Self {
        Self { hash: Murmur3::default(), one_space, blanks: String::new(), newlines: 0 }
    }

    fn push(&mut self, text: &str) {
        for segment in text.split_inclusive('\n') {
            let (line, newline) =
                segment.strip_suffix('\n').map_or((segment, false), |l| (l, true));
            self.push_within_line(line);
            if newline {
                self.blanks.clear();
                self.newlines += 1;
            }
        }
    }

    fn push_within_line(&mut self, line: &str) {
        let kept = line.trim_end_matches(BLANKS);
        if !kept.is_empty() {
            for _ in 0..std::mem::take(&mut self.newlines) {
                self.hash.update(b"\n");
            }
            if self.one_space {
                self.push_words(kept);
            } else {
                self.hash.update(self.blanks.as_bytes());
                self.hash.update(kept.as_bytes());
            }
            self.blanks.clear();
        }
        self.blanks.push_str(line.get(kept.len()..).unwrap_or_default());
    }

    fn push_words(&mut self, kept: &str) {
        let mut spaced = !self.blanks.is_empty() || kept.starts_with(BLANKS);
        for word in kept.split(BLANKS).filter(|word| !word.is_empty()) {
            if spaced {
                self.hash.update(b" ");
            }
            self.hash.update(word.as_bytes());
            spaced = true;
        }
    }

    fn finish(self) -> Fingerprint {
        Fingerprint(self.hash.finish())
    }
}

const BLANKS: [char; 3] = [' ', '\t', '\r'];

/// `MurmurHash3_x64_128`, seed 0, fed in pieces.
#[derive(Default)]
struct Murmur3 {
    h1: u64,
    h2: u64,
    length: u64,
    pending: [u8; 16],
    pending_length: usize,
}

const C1: u64 = 0x87c3_7b91_1142_53d5;
const C2: u64 = 0x4cf5_ad43_2745_937f;

impl Murmur3 {
    fn update(&mut self, mut bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u64);
        if self.pending_length > 0 {
            bytes = self.fill(bytes);
            if self.pending_length < 16 {
                return;
            }
            let block = self.pending;
            self.block(&block);
            self.pending_length = 0;
        }
        let (blocks, tail) = bytes.as_chunks::<16>();
        for block in blocks {
            self.block(block);
        }
        self.fill(tail);
    }

    /// Moves bytes to the pending block until it is full; returns the others.
    fn fill<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let room = self.pending.get_mut(self.pending_length..).unwrap_or_default();
        let taken = room.len().min(bytes.len());
        let (now, later) = bytes.split_at(taken);
        for (slot, byte) in room.iter_mut().zip(now) {
            *slot = *byte;
        }
        self.pending_length += taken;
        later
    }

    fn block(&mut self, block: &[u8; 16]) {
        let (k1, k2) = halves(*block);
        self.h1 ^= mix1(k1);
        self.h1 = self.h1.rotate_left(27).wrapping_add(self.h2);
        self.h1 = self.h1.wrapping_mul(5).wrapping_add(0x52dc_e729);
        self.h2 ^= mix2(k2);
        self.h2 = self.h2.rotate_left(31).wrapping_add(self.h1);
        self.h2 = self.h2.wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }

    fn finish(mut self) -> u128 {
        for slot in self.pending.iter_mut().skip(self.pending_length) {
            *slot = 0;
        }
        // A half without bytes is zero and mixes to zero, as the reference's
        // fall-through switch has it.
        let (k1, k2) = halves(self.pending);
        let mut h1 = self.h1 ^ mix1(k1) ^ self.length;
        let mut h2 = self.h2 ^ mix2(k2) ^ self.length;
        h1 = h1.wrapping_add(h2);
        h2 = h2.wrapping_add(h1);
        h1 = avalanche(h1);
        h2 = avalanche(h2);
        h1 = h1.wrapping_add(h2);
        h2 = h2.wrapping_add(h1);
        (u128::from(h1) << 64) | u128::from(h2)
    }
}

fn halves(block: [u8; 16]) -> (u64, u64) {
    let whole = u128::from_le_bytes(block);
    #[allow(clippy::cast_possible_truncation)]
    let low = whole as u64;
    (low, (whole >> 64) as u64)
}

fn mix1(k: u64) -> u64 {
    k.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2)
}

fn mix2(k: u64) -> u64 {
    k.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1)
}

fn avalanche(mut k: u64) -> u64 {
    k ^= k >> 33;
    k = k.wrapping_mul(0xff51_afd7_ed55_8ccd);
    k ^= k >> 33;
    k = k.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    k ^ (k >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::mask::mask;
    use proptest::prelude::*;

    #[test]
    fn the_hash_gives_the_values_of_the_reference_implementation() {
        // From the C++ reference, as wrapped by the Python package mmh3.
        for (text, expected) in [
            ("", "00000000000000000000000000000000"),
            ("a", "85555565f6597889e6b53a48510e895a"),
            ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
            ("hello, world", "342fac623a5ebc8e4cdcbc079642414d"),
            ("0123456789abcdef", "4be06d94cf4ad1a787c35b5c63a708da"),
            ("The quick brown fox jumps over the lazy dog.", "cd99481f9ee902c9695da1a38987b6e7"),
            ("云助手", "70a466faca2b36cbc9a2dcf5d11664d7"),
        ] {
            assert_eq!(Fingerprint::exact(text).to_string(), expected, "{text}");
        }
    }

    #[test]
    fn line_ends_and_trailing_blanks_do_not_count() {
        let plain = Fingerprint::exact("a\n\n  b");

        for same in ["a\r\n\r\n  b", "a \n\t\n  b \t\n\n \n"] {
            assert_eq!(Fingerprint::exact(same), plain, "{same:?}");
        }
        for other in ["a\n\n b", "a\n  b", "\na\n\n  b", "a\n\n  b."] {
            assert_ne!(Fingerprint::exact(other), plain, "{other:?}");
        }
    }

    #[test]
    fn masked_columns_are_equal_whatever_their_width() {
        assert_eq!(
            Fingerprint::masked("/dev/vda1   40G  9% /", &[]),
            Fingerprint::masked("/dev/vda1  100G 10% /", &[])
        );
        assert_ne!(Fingerprint::exact("a  b"), Fingerprint::exact("a b"));
    }

    proptest! {
        #[test]
        fn prop_the_hash_is_the_same_in_any_pieces(bytes in prop::collection::vec(any::<u8>(), 0..80), cuts in prop::collection::vec(0_usize..80, 0..4)) {
            let mut whole = Murmur3::default();
            whole.update(&bytes);
            let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.sort_unstable();
            let mut pieces = Murmur3::default();
            let mut from = 0;
            for cut in cuts {
                pieces.update(&bytes[from..cut]);
                from = cut;
            }
            pieces.update(&bytes[from..]);

            prop_assert_eq!(pieces.finish(), whole.finish());
        }

        #[test]
        fn prop_masking_first_gives_the_masked_fingerprint(text in "([a-c0-9.:% \\n\\r-]|10\\.0\\.0\\.1){0,40}") {
            let masked = mask(&text, &[]);

            prop_assert_eq!(Fingerprint::masked(masked.text(), &[]), Fingerprint::masked(&text, &[]));
        }
    }
}
