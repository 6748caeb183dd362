//! The hot loop: whole groups of the standard alphabet and nothing else.
//!
//! Everything that is not a clean group is the caller's business, so another
//! kernel with the same contract can stand here without touching the decoder.

use super::alphabet::group;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd;

/// Characters that room is made for at first: few, because padding, a line's end
/// or a foreign character may come soon.
const FIRST_BLOCK: usize = 256;
/// Characters of a block that stay near until their bytes are written.
const LARGEST_BLOCK: usize = 8192;

/// Decodes the longest run of whole clean groups at the start of `text`,
/// appends its bytes, and returns how many characters it took (a multiple of 4).
///
/// A clean group is four characters of the standard alphabet; padding ends it.
pub(super) fn decode_groups(text: &[u8], out: &mut Vec<u8>) -> usize {
    let mut taken = 0;
    let mut size = FIRST_BLOCK;
    loop {
        let rest = text.get(taken..).unwrap_or_default();
        let block = rest.get(..size).unwrap_or(rest);
        let start = out.len();
        out.resize(start + block.len() / 4 * 3, 0);
        let groups = decode_block(block, out.get_mut(start..).unwrap_or_default());
        out.truncate(start + groups * 3);
        taken += groups * 4;
        if groups * 4 < size {
            return taken;
        }
        size = (size * 2).min(LARGEST_BLOCK);
    }
}

/// Number of clean groups at the start of `text`, their bytes in `out`.
fn decode_block(text: &[u8], out: &mut [u8]) -> usize {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    let groups = simd::decode_quads(text, out);
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    let groups = 0;
    decode_pairs(text, groups, out)
}

/// Number of clean groups at the start of `text`, their bytes in `out`, where
/// those of the first `done` groups already stand.
#[allow(clippy::many_single_char_names)] // Eight characters have no better names.
fn decode_pairs(text: &[u8], done: usize, out: &mut [u8]) -> usize {
    let (pairs, _) = text.get(done * 4..).unwrap_or_default().as_chunks::<8>();
    let (targets, _) = out.get_mut(done * 3..).unwrap_or_default().as_chunks_mut::<6>();
    let mut groups = done;
    for (&[a, b, c, d, e, f, g, h], target) in pairs.iter().zip(targets) {
        let (Some(high), Some(low)) = (group([a, b, c, d]), group([e, f, g, h])) else { break };
        let [_, _, bytes @ ..] = (u64::from(high) << 24 | u64::from(low)).to_be_bytes();
        *target = bytes;
        groups += 2;
    }
    // At most one clean group is left in front of what ended the pairs.
    let characters = text.get(groups * 4..).and_then(<[u8]>::first_chunk);
    let target = out.get_mut(groups * 3..).and_then(<[u8]>::first_chunk_mut);
    if let (Some(bits), Some(target)) = (characters.copied().and_then(group), target) {
        let [_, bytes @ ..] = bits.to_be_bytes();
        *target = bytes;
        groups += 1;
    }
    groups
}
