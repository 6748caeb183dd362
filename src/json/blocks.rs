//! Many bytes at a time: where a string literal stops, and whether all is ASCII.
//!
//! [`Block`] has two implementations of one contract, with WebAssembly's
//! simd128 where the target has it and with two 64-bit words elsewhere. Both
//! answer with a mask in which bit n speaks for byte n.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use simd::Block;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use words::Block;

/// Bytes in a [`Block`].
pub(super) const WIDTH: usize = 16;

const WIDE: usize = 4 * WIDTH;

/// Two blocks, their masks in one word.
#[derive(Clone, Copy)]
pub(super) struct Pair(Block, Block);

#[allow(clippy::inline_always)] // The steps of the loops that read an answer.
impl Pair {
    #[inline(always)]
    pub(super) fn new(bytes: &[u8; 2 * WIDTH]) -> Self {
        let [first, second] = bytes.as_chunks().0 else {
            return Self(Block::new(&[0; WIDTH]), Block::new(&[0; WIDTH]));
        };
        Self(Block::new(first), Block::new(second))
    }

    /// Bit n for each byte n that is the same in both.
    #[inline(always)]
    pub(super) fn same(self, other: Self) -> u32 {
        self.0.same(other.0) | self.1.same(other.1) << WIDTH
    }

    /// Bit n for each byte n that a string literal cannot hold as it is, and for
    /// each that is not ASCII.
    #[inline(always)]
    pub(super) fn odd(self) -> u32 {
        self.0.odd() | self.1.odd() << WIDTH
    }
}

/// Length of the leading run that is ASCII and holds no quote, backslash or
/// control byte.
#[inline(always)]
#[allow(clippy::inline_always)] // Once for every string of an answer.
pub(super) fn ascii_run(bytes: &[u8]) -> usize {
    // Most strings end within two blocks; looking at both at once leaves no
    // branch that depends on where.
    if let Some(pair) = bytes.first_chunk() {
        let odd = Pair::new(pair).odd();
        if odd != 0 {
            return odd.trailing_zeros() as usize;
        }
    }
    long_ascii_run(bytes)
}

#[inline(never)]
fn long_ascii_run(bytes: &[u8]) -> usize {
    let mut length = wide_ascii_run(bytes);
    while let Some((block, _)) = bytes.get(length..).and_then(<[u8]>::split_first_chunk) {
        let odd = Block::new(block).odd();
        if odd != 0 {
            return length + odd.trailing_zeros() as usize;
        }
        length += WIDTH;
    }
    let tail = bytes.get(length..).unwrap_or_default();
    length + tail.iter().take_while(|byte| byte.is_ascii() && !is_stop(**byte)).count()
}

/// The beginning of a string literal's inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// Bytes before the first quote, backslash or control byte.
    pub(super) length: usize,
    /// Whether all of them are ASCII.
    pub(super) is_ascii: bool,
}

/// The leading run that holds no quote, backslash or control byte.
#[inline(never)]
pub(super) fn plain_run(bytes: &[u8]) -> Run {
    let mut run = Run { length: 0, is_ascii: true };
    while let Some((block, _)) = bytes.get(run.length..).and_then(<[u8]>::split_first_chunk) {
        let block = Block::new(block);
        let (stops, non_ascii) = (block.stops(), block.non_ascii());
        let length = stops.trailing_zeros().min(16);
        run.is_ascii &= non_ascii & !(u32::MAX << length) == 0;
        run.length += length as usize;
        if stops != 0 {
            return run;
        }
    }
    for byte in bytes.get(run.length..).unwrap_or_default() {
        if is_stop(*byte) {
            break;
        }
        run.is_ascii &= byte.is_ascii();
        run.length += 1;
    }
    run
}

/// Whether a string literal cannot hold the byte as it is.
fn is_stop(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\')
}

/// A length of which all is plain ASCII, found in wide steps: less than the
/// whole run, or all of it.
fn wide_ascii_run(bytes: &[u8]) -> usize {
    let (wide, _) = bytes.as_chunks::<WIDE>();
    let is_plain = |bytes: &[u8; WIDE]| {
        let (blocks, _) = bytes.as_chunks::<WIDTH>();
        let [first, second, third, fourth] = blocks else { return false };
        Block::are_plain([first, second, third, fourth].map(Block::new))
    };
    wide.iter().take_while(|bytes| is_plain(bytes)).count() * WIDE
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use super::WIDTH;
    use core::arch::wasm32::{
        i8x16_le, i8x16_min, i8x16_splat, u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128,
        v128_any_true, v128_or, v128_xor,
    };

    #[derive(Clone, Copy)]
    pub(super) struct Block(v128);

    #[allow(clippy::inline_always)] // The steps of the loops that read an answer.
    impl Block {
        #[inline(always)]
        pub(super) fn new(bytes: &[u8; WIDTH]) -> Self {
            Self(crate::wide::load(bytes))
        }

        /// Bit n for each byte n that is the same in both.
        #[inline(always)]
        pub(super) fn same(self, other: Self) -> u32 {
            u8x16_bitmask(u8x16_eq(self.0, other.0)).into()
        }

        /// Bit n for each byte n that a string literal cannot hold as it is, and
        /// for each that is not ASCII.
        #[inline(always)]
        pub(super) fn odd(self) -> u32 {
            u8x16_bitmask(v128_or(is_low(self.quotes_low()), self.backslashes())).into()
        }

        /// Whether no block has such a byte.
        #[inline(always)]
        pub(super) fn are_plain([first, second, third, fourth]: [Self; 4]) -> bool {
            let lowest = i8x16_min(
                i8x16_min(first.quotes_low(), second.quotes_low()),
                i8x16_min(third.quotes_low(), fourth.quotes_low()),
            );
            let backslashes = v128_or(
                v128_or(first.backslashes(), second.backslashes()),
                v128_or(third.backslashes(), fourth.backslashes()),
            );
            !v128_any_true(v128_or(is_low(lowest), backslashes))
        }

        /// The bytes with quote and blank exchanged: what is below a quote then is
        /// a quote or a control byte, or, read as signed, other than ASCII.
        #[inline(always)]
        fn quotes_low(self) -> v128 {
            v128_xor(self.0, u8x16_splat(b'"' ^ b' '))
        }

        #[inline(always)]
        fn backslashes(self) -> v128 {
            u8x16_eq(self.0, u8x16_splat(b'\\'))
        }

        #[inline(always)]
        pub(super) fn stops(self) -> u32 {
            let control = u8x16_lt(self.0, u8x16_splat(0x20));
            let quote = u8x16_eq(self.0, u8x16_splat(b'"'));
            let backslash = u8x16_eq(self.0, u8x16_splat(b'\\'));
            u8x16_bitmask(v128_or(control, v128_or(quote, backslash))).into()
        }

        #[inline(always)]
        pub(super) fn non_ascii(self) -> u32 {
            u8x16_bitmask(self.0).into()
        }
    }

    /// Not zero at each byte of [`Block::quotes_low`] that is odd.
    #[inline(always)]
    #[allow(clippy::inline_always)] // A step of the loops that read an answer.
    fn is_low(bytes: v128) -> v128 {
        i8x16_le(bytes, i8x16_splat(0x20))
    }
}

#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
mod words {
    use super::WIDTH;

    const ONES: u64 = u64::MAX / 0xFF;
    const LOWS: u64 = ONES * 0x7F;
    const HIGHS: u64 = ONES << 7;

    #[derive(Clone, Copy)]
    pub(super) struct Block([u64; 2]);

    #[allow(clippy::inline_always)] // The steps of the loops that read an answer.
    impl Block {
        #[inline(always)]
        pub(super) fn new(bytes: &[u8; WIDTH]) -> Self {
            let (words, _) = bytes.as_chunks::<8>();
            let word = |at| words.get(at).copied().map_or(0, u64::from_le_bytes);
            Self([word(0), word(1)])
        }

        /// Bit n for each byte n that is the same in both.
        #[inline(always)]
        pub(super) fn same(self, other: Self) -> u32 {
            let ([low, high], [other_low, other_high]) = (self.0, other.0);
            Self([low ^ other_low, high ^ other_high]).mask(zero)
        }

        /// Bit n for each byte n that a string literal cannot hold as it is, and
        /// for each that is not ASCII.
        #[inline(always)]
        pub(super) fn odd(self) -> u32 {
            self.mask(odd)
        }

        /// Whether no block has such a byte.
        #[inline(always)]
        pub(super) fn are_plain(blocks: [Self; 4]) -> bool {
            blocks.iter().flat_map(|block| block.0).fold(0, |all, word| all | odd(word)) == 0
        }

        #[inline(always)]
        pub(super) fn stops(self) -> u32 {
            self.mask(stop)
        }

        #[inline(always)]
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

    /// Sets the high bit of each of these, and of each byte that is not ASCII.
    fn odd(word: u64) -> u64 {
        stop(word) | word & HIGHS
    }

    /// Sets the high bit of each quote, backslash and control byte.
    fn stop(word: u64) -> u64 {
        below_32(word) | zero(word ^ (ONES * 0x22)) | zero(word ^ (ONES * 0x5C))
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

    #[test]
    fn every_byte_is_told_at_every_place() {
        for byte in 0..=u8::MAX {
            for at in 0..WIDTH {
                let mut bytes = [b'a'; WIDTH];
                bytes[at] = byte;
                let block = words::Block::new(&bytes);

                assert_eq!(block.stops(), mask(bytes, is_stop));
                assert_eq!(block.non_ascii(), mask(bytes, |b| b > 0x7F));
                assert_eq!(block.odd(), mask(bytes, |b| is_stop(b) || !b.is_ascii()));
                let mut four = [words::Block::new(&[b'a'; WIDTH]); 4];
                four[at % 4] = block;
                assert_eq!(words::Block::are_plain(four), !is_stop(byte) && byte.is_ascii());
                assert_eq!(
                    block.same(words::Block::new(&[b'a'; WIDTH])),
                    mask(bytes, |b| b == b'a')
                );
            }
        }
    }

    proptest! {
        #[test]
        fn prop_masks_agree_with_a_byte_loop(bytes: [u8; WIDTH], other: [u8; WIDTH]) {
            let block = Block::new(&bytes);

            prop_assert_eq!(block.stops(), mask(bytes, is_stop));
            prop_assert_eq!(block.odd(), mask(bytes, |b| is_stop(b) || !b.is_ascii()));
            prop_assert_eq!(block.non_ascii(), mask(bytes, |b| b > 0x7F));
            let same = std::array::from_fn(|at| u8::from(bytes[at] == other[at]));
            prop_assert_eq!(block.same(Block::new(&other)), mask(same, |b| b == 1));
        }

        #[test]
        fn prop_plain_run_agrees_with_a_byte_loop(
            mut bytes in prop::collection::vec(0x20_u8..0x7F, 0..300),
            odd in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        ) {
            for (at, byte) in odd {
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = byte;
                }
            }
            let length = bytes.iter().take_while(|b| !is_stop(**b)).count();
            let is_ascii = bytes[..length].is_ascii();

            prop_assert_eq!(plain_run(&bytes), Run { length, is_ascii });
            let plain = |byte: &&u8| byte.is_ascii() && !is_stop(**byte);
            prop_assert_eq!(ascii_run(&bytes), bytes.iter().take_while(plain).count());
        }
    }
}
