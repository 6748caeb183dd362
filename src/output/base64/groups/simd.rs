//! Four groups a step, with WebAssembly's simd128.
//!
//! Wojciech Muła and Daniel Lemire, "Faster Base64 Encoding and Decoding Using
//! AVX2 Instructions" (2018), §4: a character is valid where the table entries
//! of its two nibbles have no bit in common, and the offset from a character
//! to its value depends on its high nibble, `/` apart.

use super::BLOCK_BYTES;
use crate::wide::{bytes_of, load};
use core::arch::wasm32::{
    i8x16_shuffle, i8x16_swizzle, u8x16, u8x16_add, u8x16_eq, u8x16_shr, u8x16_splat, u16x8_shl,
    u16x8_shr, u16x8_splat, u32x4_shl, u32x4_shr, u32x4_splat, v128, v128_and, v128_any_true,
    v128_or,
};

/// Number of groups at the start of `text` that stand in clean quads, their
/// bytes in `out`. What follows may begin with up to three clean groups.
pub(super) fn decode_quads(text: &[u8], out: &mut [u8; BLOCK_BYTES]) -> usize {
    let (quads, _) = text.as_chunks::<16>();
    let (targets, _) = out.as_chunks_mut::<12>();
    let mut groups = 0;
    for (characters, target) in quads.iter().zip(targets) {
        let Some(sextets) = sextets(load(characters)) else { break };
        let [bytes @ .., _, _, _, _] = bytes_of(packed(sextets));
        *target = bytes;
        groups += 4;
    }
    groups
}

/// The values of sixteen characters, if each is of the standard alphabet.
fn sextets(characters: v128) -> Option<v128> {
    let by_low = u8x16(
        0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B, 0x1B, 0x1B,
        0x1A,
    );
    let by_high = u8x16(
        0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10,
        0x10,
    );
    // Modulo 256: '/', '+', digits, two of capitals, two of small letters.
    let offsets = u8x16(0, 16, 19, 4, 191, 191, 185, 185, 0, 0, 0, 0, 0, 0, 0, 0);

    let high = u8x16_shr(characters, 4);
    let low = v128_and(characters, u8x16_splat(0x0F));
    if v128_any_true(v128_and(i8x16_swizzle(by_low, low), i8x16_swizzle(by_high, high))) {
        return None;
    }
    // The comparison gives -1, which moves '/' one entry down.
    let is_slash = u8x16_eq(characters, u8x16_splat(b'/'));
    Some(u8x16_add(characters, i8x16_swizzle(offsets, u8x16_add(high, is_slash))))
}

/// Sixteen values of six bits as twelve bytes, and four that mean nothing.
fn packed(sextets: v128) -> v128 {
    let first = u16x8_shl(v128_and(sextets, u16x8_splat(0x3F)), 6);
    let pairs = v128_or(first, u16x8_shr(sextets, 8));
    let first = u32x4_shl(v128_and(pairs, u32x4_splat(0xFFF)), 12);
    let groups = v128_or(first, u32x4_shr(pairs, 16));
    i8x16_shuffle::<2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 3, 7, 11, 15>(groups, groups)
}
