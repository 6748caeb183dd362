//! Bytes to canonical Base64.

use super::alphabet::character;

/// The canonical Base64 of `bytes`: padded, one line, RFC 4648 §4.
///
/// [`decode_strict`](super::decode_strict) of the result is `bytes`.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    let (groups, rest) = bytes.as_chunks::<3>();
    for &[a, b, c] in groups {
        let bits = u32::from_be_bytes([0, a, b, c]);
        for shift in [18, 12, 6, 0] {
            out.push(character(bits >> shift));
        }
    }
    match *rest {
        [a] => {
            let bits = u32::from_be_bytes([0, a, 0, 0]);
            out.push(character(bits >> 18));
            out.push(character(bits >> 12));
            out.push_str("==");
        }
        [a, b] => {
            let bits = u32::from_be_bytes([0, a, b, 0]);
            for shift in [18, 12, 6] {
                out.push(character(bits >> shift));
            }
            out.push('=');
        }
        _ => {}
    }
    out
}
