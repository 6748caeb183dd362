//! The hot loop: whole groups of the standard alphabet and nothing else.
//!
//! Everything that is not a clean group is the caller's business, so another
//! kernel with the same contract can stand here without touching the decoder.

use super::alphabet::group;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd;

/// Characters per block: a block is decoded on the stack and appended whole, so
/// no byte of the output is written before it is known.
const BLOCK: usize = 256;
const BLOCK_BYTES: usize = BLOCK / 4 * 3;

/// Decodes the longest run of whole clean groups at the start of `text`,
/// appends its bytes, and returns how many characters it took (a multiple of 4).
///
/// A clean group is four characters of the standard alphabet; padding ends it.
pub(super) fn decode_groups(text: &[u8], out: &mut Vec<u8>) -> usize {
    let mut taken = 0;
    let mut block_bytes = [0; BLOCK_BYTES];
    for block in text.chunks(BLOCK) {
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        let groups = simd::decode_quads(block, &mut block_bytes);
        #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
        let groups = 0;
        let groups = decode_pairs(block, groups, &mut block_bytes);
        out.extend_from_slice(block_bytes.get(..groups * 3).unwrap_or_default());
        taken += groups * 4;
        if groups * 4 < BLOCK {
            break;
        }
    }
    taken
}

/// Number of clean groups at the start of `text`, their bytes in `out`, where
/// those of the first `done` groups already stand.
#[allow(clippy::many_single_char_names)] // Eight characters have no better names.
fn decode_pairs(text: &[u8], done: usize, out: &mut [u8; BLOCK_BYTES]) -> usize {
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
