//! Base64 (RFC 4648 §4) as answers carry it.
//!
//! [`decode_strict`] accepts the canonical form alone and names the first byte
//! that is wrong. [`decode`] accepts what reaches a viewer in practice: no
//! padding, line breaks, the URL-safe alphabet (§5), JSON escapes that nobody
//! read, a cut at the end. It decodes every whole byte, reports each liberty
//! that it took, and stops at the first character with no such meaning: what
//! follows a `****` mask cannot be aligned, so nothing there is guessed.
//!
//! [`Decoder`] does both in chunks; every split of the input gives the same
//! bytes, the same report and the same error.

mod alphabet;
mod decoder;
mod encode;
mod groups;
mod report;
#[cfg(test)]
mod tests;

pub use decoder::Decoder;
pub use encode::encode;
pub use report::{Report, Rest, RestReason, Tolerance, Tolerated};

use crate::error::Result;
use alphabet::{PADDING, sextet};

/// What [`decode`] returns: the bytes and how they were come by.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// Every whole byte before [`Report::rest`].
    pub bytes: Vec<u8>,
    /// What was tolerated, and what was left undecoded.
    pub report: Report,
}

/// The bytes of `text` and a report of what is not canonical in it.
///
/// Never fails: text without any Base64 gives no bytes and a report whose rest
/// is the whole text.
#[must_use]
pub fn decode(text: &[u8]) -> Decoded {
    let mut bytes = Vec::with_capacity(decoded_capacity(text));
    let report = decode_into(text, &mut bytes);
    Decoded { bytes, report }
}

/// [`decode`], the bytes appended to `out`.
pub(crate) fn decode_into(text: &[u8], out: &mut Vec<u8>) -> Report {
    let mut decoder = Decoder::forgiving();
    // A forgiving decoder turns no deviation into an error.
    let _ = decoder.push(text, out);
    decoder.finish_forgiving(out)
}

/// Appends the bytes of canonical Base64 to `out`; false, and nothing appended,
/// where the text is anything else. What outputs are, at a third of the cost of
/// telling why they are not.
pub(crate) fn decode_canonical(text: &[u8], out: &mut Vec<u8>) -> bool {
    let before = out.len();
    out.reserve(decoded_capacity(text));
    let taken = groups::decode_groups(text, out);
    let is_canonical = match text.get(taken..) {
        Some([]) => true,
        Some(&[a, b, PADDING, PADDING]) => last_group(&[a, b], out),
        Some(&[a, b, c, PADDING]) => last_group(&[a, b, c], out),
        _ => false,
    };
    if !is_canonical {
        out.truncate(before);
    }
    is_canonical
}

/// The bytes of two or three characters before padding, if they are canonical.
#[inline]
fn last_group(characters: &[u8], out: &mut Vec<u8>) -> bool {
    let bits = characters.iter().try_fold(0, |bits, byte| Some(bits << 6 | sextet(*byte)?));
    // Two characters hold one byte and four bits, three hold two and two bits.
    let spare = 2 * (4 - characters.len());
    let Some(bits) = bits.filter(|bits| bits & !(u32::MAX << spare) == 0) else { return false };
    let bytes = (bits >> spare).to_be_bytes();
    out.extend_from_slice(bytes.get(5 - characters.len()..).unwrap_or_default());
    true
}

/// The bytes of canonical Base64.
///
/// # Errors
/// [`InvalidBase64`](crate::ErrorKind::InvalidBase64) with the offset of the
/// first byte that RFC 4648 §4 does not allow there: a foreign character (§3.3),
/// missing, early or excess padding (§3.2), non-zero trailing bits (§3.5, at
/// the character that carries them). Where the text ends too early, the offset
/// is its length.
pub fn decode_strict(text: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(decoded_capacity(text));
    let mut decoder = Decoder::strict();
    decoder.push(text, &mut bytes)?;
    decoder.finish(&mut bytes)?;
    Ok(bytes)
}

/// The report of [`decode`] without the bytes.
#[must_use]
pub fn inspect(text: &[u8]) -> Report {
    decode(text).report
}

/// An upper bound of the decoded length: it comes from the text that is
/// already in memory, not from a length that the text claims.
fn decoded_capacity(text: &[u8]) -> usize {
    text.len().div_ceil(4).saturating_mul(3)
}
