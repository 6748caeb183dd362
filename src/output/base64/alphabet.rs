//! The alphabet of RFC 4648 §4, table 1, in both directions.

pub(super) const PADDING: u8 = b'=';

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bits of a group that holds a foreign byte; whole groups have 24 bits.
const FOREIGN_GROUP: u32 = u32::MAX;

/// What each byte contributes to a group, by its place in it. Four tables
/// instead of one spare the shifts, which doubles the speed of the hot loop;
/// 256 entries each, so that a lookup by byte needs no bounds check.
static PLACES: [[u32; 256]; 4] = [place(18), place(12), place(6), place(0)];

#[allow(clippy::indexing_slicing)] // Evaluated at compile time.
const fn place(shift: u32) -> [u32; 256] {
    let mut table = [FOREIGN_GROUP; 256];
    let mut value = 0;
    while value < 64 {
        table[ALPHABET[value as usize] as usize] = value << shift;
        value += 1;
    }
    table
}

/// The 24 bits of four characters; none where one is foreign.
#[inline]
pub(super) fn group(characters: [u8; 4]) -> Option<u32> {
    let mut bits = 0;
    for (table, byte) in PLACES.iter().zip(characters) {
        bits |= table.get(usize::from(byte)).copied().unwrap_or(FOREIGN_GROUP);
    }
    (bits != FOREIGN_GROUP).then_some(bits)
}

/// The six bits that `byte` stands for; none outside the alphabet.
#[inline]
pub(super) fn sextet(byte: u8) -> Option<u32> {
    let [.., last] = &PLACES;
    last.get(usize::from(byte)).copied().filter(|&value| value != FOREIGN_GROUP)
}

/// The character that stands for the low six bits of `value`.
#[inline]
pub(super) fn character(value: u32) -> char {
    ALPHABET.get((value & 0x3F) as usize).copied().map_or('A', char::from)
}
