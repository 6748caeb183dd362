//! Sixteen bytes at a time: where a string literal stops, and what is ASCII.
//!
//! [`Block`] has two implementations of one contract, with WebAssembly's
//! simd128 where the target has it and with two 64-bit words elsewhere. Both
//! answer with a mask in which bit n speaks for byte n.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use simd::Block;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use words::Block;

const WIDTH: usize = 16;

/// Length of the leading run that holds no quote, backslash or control byte.
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let (blocks, tail) = bytes.as_chunks::<WIDTH>();
    for (index, block) in blocks.iter().enumerate() {
        let stops = Block::new(block).stops();
        if stops != 0 {
            return index * WIDTH + stops.trailing_zeros() as usize;
        }
    }
    let is_plain = |byte: &&u8| **byte >= 0x20 && **byte != b'"' && **byte != b'\\';
    blocks.len() * WIDTH + tail.iter().take_while(is_plain).count()
}

/// The bytes as text, or the number of leading bytes that are UTF-8.
///
/// Answers are mostly ASCII, so only the blocks around other characters are
/// decoded.
pub(super) fn to_text(bytes: &[u8]) -> Result<&str, usize> {
    let (blocks, tail) = bytes.as_chunks::<WIDTH>();
    let is_ascii = |block: &[u8; WIDTH]| Block::new(block).non_ascii() == 0;
    let mut next = 0;
    while let Some(skipped) =
        blocks.get(next..).and_then(|rest| rest.iter().position(|b| !is_ascii(b)))
    {
        let first = next + skipped;
        let length = blocks.get(first..).and_then(|rest| rest.iter().position(is_ascii));
        let Some(length) = length else {
            next = first;
            break;
        };
        next = first + length;
        check(bytes, first * WIDTH, next * WIDTH)?;
    }
    let rest = blocks.get(next..).unwrap_or_default();
    let is_checked = rest.iter().all(is_ascii) && tail.is_ascii();
    if !is_checked {
        check(bytes, next * WIDTH, bytes.len())?;
    }
    // SAFETY: `bytes` is a sequence of ranges that are either ASCII blocks or
    // were checked above. A checked range begins after ASCII or at the start
    // and ends before ASCII or at the end, so no character stands in two of
    // them, and a concatenation of UTF-8 texts is UTF-8.
    #[allow(unsafe_code)] // A second pass over the body would cost as much as reading it.
    Ok(unsafe { std::str::from_utf8_unchecked(bytes) })
}

fn check(bytes: &[u8], start: usize, end: usize) -> Result<(), usize> {
    let range = bytes.get(start..end).unwrap_or_default();
    std::str::from_utf8(range).map(|_| ()).map_err(|error| start + error.valid_up_to())
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use super::WIDTH;
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128, v128_or};

    pub(super) struct Block(v128);

    impl Block {
        pub(super) fn new(bytes: &[u8; WIDTH]) -> Self {
            Self(crate::wide::load(bytes))
        }

        pub(super) fn stops(self) -> u32 {
            let control = u8x16_lt(self.0, u8x16_splat(0x20));
            let quote = u8x16_eq(self.0, u8x16_splat(b'"'));
            let backslash = u8x16_eq(self.0, u8x16_splat(b'\\'));
            u8x16_bitmask(v128_or(control, v128_or(quote, backslash))).into()
        }

        pub(super) fn non_ascii(self) -> u32 {
            u8x16_bitmask(self.0).into()
        }
    }
}

#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
mod words {
    use super::WIDTH;

    const ONES: u64 = u64::MAX / 0xFF;
    const LOWS: u64 = ONES * 0x7F;
    const HIGHS: u64 = ONES << 7;

    pub(super) struct Block([u64; 2]);

    impl Block {
        pub(super) fn new(bytes: &[u8; WIDTH]) -> Self {
            let (words, _) = bytes.as_chunks::<8>();
            let word = |at| words.get(at).copied().map_or(0, u64::from_le_bytes);
            Self([word(0), word(1)])
        }

        pub(super) fn stops(self) -> u32 {
            self.mask(|word| {
                below_32(word) | zero(word ^ (ONES * 0x22)) | zero(word ^ (ONES * 0x5C))
            })
        }

        pub(super) fn non_ascii(self) -> u32 {
            self.mask(|word| word & HIGHS)
        }

        /// One bit for each byte whose high bit `flags` sets.
        fn mask(self, flags: impl Fn(u64) -> u64) -> u32 {
            // The product moves the flag of byte n to bit 56 + n; no two
            // flags meet, so nothing is carried.
            const GATHER: u64 = 0x0102_0408_1020_4080;
            let [low, high] = self.0.map(|word| {
                let gathered = (flags(word) >> 7).wrapping_mul(GATHER) >> 56;
                u32::try_from(gathered).unwrap_or_default()
            });
            low | high << 8
        }
    }

    /// Sets the high bit of each zero byte, and of no other: the sum of seven
    /// bits carries into no neighbour.
    fn zero(word: u64) -> u64 {
        !(((word & LOWS) + LOWS) | word) & HIGHS
    }

    /// Sets the high bit of each byte below 0x20.
    fn below_32(word: u64) -> u64 {
        zero(word & (ONES * 0xE0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mask(bytes: [u8; WIDTH], wanted: impl Fn(u8) -> bool) -> u32 {
        bytes.iter().enumerate().map(|(at, byte)| u32::from(wanted(*byte)) << at).sum()
    }

    fn is_stop(byte: u8) -> bool {
        byte < 0x20 || byte == b'"' || byte == b'\\'
    }

    #[test]
    fn every_byte_is_told_at_every_place() {
        for byte in 0..=u8::MAX {
            for at in 0..WIDTH {
                let mut bytes = [b'a'; WIDTH];
                bytes[at] = byte;

                assert_eq!(words::Block::new(&bytes).stops(), mask(bytes, is_stop));
                assert_eq!(words::Block::new(&bytes).non_ascii(), mask(bytes, |b| b > 0x7F));
            }
        }
    }

    proptest! {
        #[test]
        fn prop_masks_agree_with_a_byte_loop(bytes: [u8; WIDTH]) {
            prop_assert_eq!(Block::new(&bytes).stops(), mask(bytes, is_stop));
            prop_assert_eq!(Block::new(&bytes).non_ascii(), mask(bytes, |b| b > 0x7F));
        }

        #[test]
        fn prop_plain_run_agrees_with_a_byte_loop(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(plain_run(&bytes), bytes.iter().take_while(|b| !is_stop(**b)).count());
        }

        #[test]
        fn prop_texts_are_told_as_the_standard_library_tells_them(
            text in "([a-z]{0,40}[云é😀]{0,3}){0,4}",
            damage in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
            cut: prop::sample::Index,
        ) {
            let mut bytes = text.into_bytes();
            bytes.truncate(cut.index(bytes.len() + 1));
            if let (Some((at, byte)), false) = (damage, bytes.is_empty()) {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }

            prop_assert_eq!(to_text(&bytes), std::str::from_utf8(&bytes).map_err(|e| e.valid_up_to()));
        }
    }
}
