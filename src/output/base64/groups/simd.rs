//! Four groups a step, with WebAssembly's simd128.
//!
//! Wojciech Muła and Daniel Lemire, "Faster Base64 Encoding and Decoding Using
//! AVX2 Instructions" (2018), §4: a character is valid where the table entries
//! of its two nibbles have no bit in common, and the offset from a character
//! to its value depends on its high nibble, `/` apart.

use crate::wide::load;
use core::arch::wasm32::{
    i8x16_shuffle, i8x16_swizzle, i32x4_dot_i16x8, u8x16, u8x16_add, u8x16_eq, u8x16_splat,
    u16x8_shl, u16x8_shr, u16x8_splat, u32x4_extract_lane, u32x4_splat, u64x2_extract_lane, v128,
    v128_and, v128_any_true, v128_or,
};

const QUAD: usize = 16;
const QUAD_BYTES: usize = QUAD / 4 * 3;
/// Quads that are looked at before one branch decides.
const WIDE: usize = 4;

/// Number of groups at the start of `text` that stand in clean quads, their
/// bytes in `out`. What follows may begin with up to three clean groups.
pub(super) fn decode_quads(text: &[u8], out: &mut [u8]) -> usize {
    let quads = decode_steps::<WIDE>(text.as_chunks().0, out.as_chunks_mut().0);
    let (text, out) = (text.get(quads * QUAD..), out.get_mut(quads * QUAD_BYTES..));
    let (Some(text), Some(out)) = (text, out) else { return quads * 4 };
    (quads + decode_steps::<1>(text.as_chunks().0, out.as_chunks_mut().0)) * 4
}

/// Number of quads at the start of `quads` that stand in clean steps of `N`, their
/// bytes in `targets`.
#[inline(always)]
#[allow(clippy::inline_always)] // Once for each of two widths.
fn decode_steps<const N: usize>(quads: &[[u8; QUAD]], targets: &mut [[u8; QUAD_BYTES]]) -> usize {
    let (steps, _) = quads.as_chunks::<N>();
    let (targets, _) = targets.as_chunks_mut::<N>();
    let mut done = 0;
    for (step, targets) in steps.iter().zip(targets) {
        let quads = step.each_ref().map(load);
        let foreign = quads.map(foreign).into_iter();
        if v128_any_true(foreign.fold(u8x16_splat(0), |all, one| v128_or(all, one))) {
            break;
        }
        for (quad, target) in quads.into_iter().zip(targets) {
            let bytes = packed(sextets(quad));
            let [front @ .., _, _, _, _] = target;
            *front = u64x2_extract_lane::<0>(bytes).to_le_bytes();
            let [_, _, _, _, _, _, _, _, back @ ..] = target;
            *back = u32x4_extract_lane::<2>(bytes).to_le_bytes();
        }
        done += N;
    }
    done
}

/// Not zero at each character that is not of the standard alphabet.
fn foreign(characters: v128) -> v128 {
    let by_low = u8x16(
        0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B, 0x1B, 0x1B,
        0x1A,
    );
    let by_high = u8x16(
        0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10,
        0x10,
    );
    let low = v128_and(characters, u8x16_splat(0x0F));
    v128_and(i8x16_swizzle(by_low, low), i8x16_swizzle(by_high, high_nibbles(characters)))
}

/// Shifted as words: processors do not shift bytes.
fn high_nibbles(characters: v128) -> v128 {
    v128_and(u16x8_shr(characters, 4), u8x16_splat(0x0F))
}

/// The values of sixteen characters of the standard alphabet.
fn sextets(characters: v128) -> v128 {
    // Modulo 256: '/', '+', digits, two of capitals, two of small letters.
    let offsets = u8x16(0, 16, 19, 4, 191, 191, 185, 185, 0, 0, 0, 0, 0, 0, 0, 0);
    // The comparison gives -1, which moves '/' one entry down.
    let is_slash = u8x16_eq(characters, u8x16_splat(b'/'));
    u8x16_add(characters, i8x16_swizzle(offsets, u8x16_add(high_nibbles(characters), is_slash)))
}

/// Sixteen values of six bits as twelve bytes, and four that mean nothing.
fn packed(sextets: v128) -> v128 {
    let first = u16x8_shl(v128_and(sextets, u16x8_splat(0x3F)), 6);
    let pairs = v128_or(first, u16x8_shr(sextets, 8));
    // Each pair of pairs as one number: the first is moved by twelve bits.
    let groups = i32x4_dot_i16x8(pairs, u32x4_splat(0x0001_1000));
    i8x16_shuffle::<2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 3, 7, 11, 15>(groups, groups)
}
