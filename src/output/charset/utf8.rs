//! How well bytes fit UTF-8.

use super::percent;
use crate::output::text;

/// From here on no other charset is considered: text in a double-byte charset
/// is valid UTF-8 by chance in a few characters alone.
pub(super) const CLEAN_PERCENT: u8 = 95;

/// UTF-16 of ASCII is valid UTF-8 in which every other character is NUL.
const MANY_NULS_PERCENT: u8 = 30;

pub(super) fn fit(bytes: &[u8]) -> u8 {
    let nuls: usize = bytes.iter().map(|&byte| usize::from(byte == 0)).sum();
    if nuls * 5 > bytes.len() {
        return MANY_NULS_PERCENT;
    }
    let decoded = text::decode(bytes);
    let characters = decoded.text.chars().filter(|character| !character.is_ascii()).count();
    let flaws = decoded.flaws;
    let whole = characters.saturating_sub(flaws.replaced);
    match (whole, flaws.is_damaged()) {
        (0, false) if flaws.is_clean() => 100,
        // Nothing but cut characters: continuation bytes occur in any charset.
        (0, _) => 0,
        // One character may be chance: 联通 in GBK is nearly UTF-8.
        (1, false) => 85,
        (_, false) if flaws.is_clean() => 99,
        (_, false) => CLEAN_PERCENT,
        (whole, true) => percent(whole * 9, (whole + flaws.replaced * 2) * 10),
    }
}
