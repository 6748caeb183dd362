//! How well bytes fit UTF-16, little endian.

use super::percent;

const BYTE_ORDER_MARK: [u8; 2] = [0xFF, 0xFE];

/// A few units say nothing.
const FEWEST_UNITS: usize = 4;

/// Without ASCII between them, ideographs are weak proof: pairs of ASCII letters
/// are ideographs in UTF-16.
const IDEOGRAPHS_ALONE_PERCENT: u8 = 60;

pub(super) fn fit(bytes: &[u8]) -> u8 {
    if bytes.starts_with(&BYTE_ORDER_MARK) {
        return 99;
    }
    let (pairs, _) = bytes.as_chunks::<2>();
    if pairs.len() < FEWEST_UNITS {
        return 0;
    }
    let (mut ascii, mut east_asian, mut wrong) = (0_usize, 0, 0);
    for unit in pairs.iter().map(|pair| u16::from_le_bytes(*pair)) {
        match unit {
            0x20..=0x7E | 0x09 | 0x0A | 0x0D | 0x1B => ascii += 1,
            0x3000..=0x30FF | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF => east_asian += 1,
            0..=0x1F | 0x7F | 0xD800..=0xDFFF | 0xFFFE | 0xFFFF => wrong += 1,
            _ => {}
        }
    }
    let good = percent((ascii + east_asian).saturating_sub(wrong * 3), pairs.len());
    // In other charsets a high byte is hardly ever NUL, and in UTF-16 text nearly
    // every line has a space or an end.
    if ascii * 20 >= pairs.len() { good.min(97) } else { good.min(IDEOGRAPHS_ALONE_PERCENT) }
}
