//! Reading of bytes that are mostly ASCII.

/// The bytes from `start` on; none beyond the end.
pub(super) fn rest(bytes: &[u8], start: usize) -> &[u8] {
    bytes.get(start..).unwrap_or_default()
}

/// How many bytes at the start have the property.
// A function pointer: compiled once, not for every property.
pub(super) fn run(bytes: &[u8], has_it: fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| !has_it(*byte)).unwrap_or(bytes.len())
}

/// The offset behind the white space at `start`, line ends apart.
pub(super) fn skip_blanks(bytes: &[u8], start: usize) -> usize {
    start + run(rest(bytes, start), |byte| matches!(byte, b' ' | b'\t'))
}

/// The first offset of `needle` from `start` on.
pub(super) fn find(bytes: &[u8], start: usize, needle: &[u8]) -> Option<usize> {
    let at = rest(bytes, start).windows(needle.len()).position(|window| window == needle)?;
    Some(start + at)
}

/// The byte before `at`; a space at the start.
pub(super) fn before(bytes: &[u8], at: usize) -> u8 {
    at.checked_sub(1).and_then(|place| bytes.get(place)).copied().unwrap_or(b' ')
}

/// The end of the line that `start` is on.
pub(super) fn line_end(bytes: &[u8], start: usize) -> usize {
    start + run(rest(bytes, start), |byte| !matches!(byte, b'\n' | b'\r'))
}

/// Whether Chinese punctuation in UTF-8 begins here: U+3000 to U+303F (`。`,
/// `、`) or U+FF00 to U+FF3F (`：`, `＝`, `，`). It is three bytes long.
pub(super) fn is_wide_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE3, 0x80, ..] | [0xEF, 0xBC, ..])
}
