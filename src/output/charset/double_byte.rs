//! How well bytes fit a double-byte charset of East Asia.
//!
//! Each charset orders its characters by use: the frequent ones stand in one
//! region, and text of one charset read as another falls out of it. Regions are
//! those of the WHATWG indexes (Encoding, §5) and of the standards behind them.

use super::{Charset, percent};

/// One step of a reader: its length and what was found.
struct Step {
    length: usize,
    found: Found,
}

enum Found {
    /// A character of ASCII: proves nothing.
    Ascii,
    /// A character, with its weight as proof: 0 (rare) to 4 (frequent).
    Character(usize),
    /// No character of this charset.
    Wrong,
    /// The bytes end inside a character.
    Cut,
}

const FULL: usize = 4;

/// Text is never certain here: the regions overlap.
const MOST_PERCENT: u8 = 94;

pub(super) fn fit(charset: Charset, bytes: &[u8]) -> u8 {
    let step = match charset {
        Charset::Gb18030 => gb18030,
        Charset::Big5 => big5,
        Charset::ShiftJis => shift_jis,
        Charset::Utf8 | Charset::Utf16Le => return 0,
    };
    // A cut at the start may leave the second half of a character.
    let shifted = bytes.get(1..).unwrap_or_default();
    measure(step, bytes).max(measure(step, shifted).saturating_sub(1))
}

fn measure(step: fn(&[u8]) -> Step, bytes: &[u8]) -> u8 {
    let (mut characters, mut weight, mut wrong) = (0, 0, 0);
    let mut rest = bytes;
    while !rest.is_empty() {
        let Step { length, found } = step(rest);
        match found {
            Found::Ascii | Found::Cut => {}
            Found::Character(proof) => {
                characters += 1;
                weight += proof;
            }
            Found::Wrong => wrong += 1,
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    let fit = percent(weight.saturating_sub(wrong * 2 * FULL), (characters + wrong) * FULL);
    // Few characters fit by chance.
    let most = match characters {
        0 | 1 => 50,
        2 | 3 => 75,
        _ => MOST_PERCENT,
    };
    fit.min(most)
}

/// GB18030-2005: level 1 of GB2312 (by pronunciation, the 3,755 frequent
/// characters) is B0A1–D7F9, level 2 is D8A1–F7FE, symbols A1A1–A3FE.
fn gb18030(bytes: &[u8]) -> Step {
    match *bytes {
        [0..=0x7F, ..] => Step::ascii(),
        [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..] => Step::character(4, 1),
        [lead @ 0x81..=0xFE, trail @ (0x40..=0x7E | 0x80..=0xFE), ..] => {
            let weight = match (lead, trail) {
                (0xB0..=0xD7 | 0xA1 | 0xA3, 0xA1..=0xFE) => 4,
                (0xD8..=0xF7, 0xA1..=0xFE) => 2,
                (0xA2 | 0xA4..=0xA9, 0xA1..=0xFE) => 1,
                _ => 0,
            };
            Step::character(2, weight)
        }
        [0x81..=0xFE] => Step::cut(1),
        [0x81..=0xFE, 0x30..=0x39] => Step::cut(2),
        [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE] => Step::cut(3),
        _ => Step::wrong(),
    }
}

/// Big5-1984: the 5,401 frequent characters are A440–C67E, the less frequent
/// C940–F9D5, symbols A140–A3BF.
fn big5(bytes: &[u8]) -> Step {
    match *bytes {
        [0..=0x7F, ..] => Step::ascii(),
        [lead @ 0x81..=0xFE, 0x40..=0x7E | 0xA1..=0xFE, ..] => {
            let weight = match lead {
                0xA4..=0xC6 | 0xA1 => 4,
                0xA2 | 0xA3 => 2,
                0xC9..=0xF9 => 1,
                _ => 0,
            };
            Step::character(2, weight)
        }
        [0x81..=0xFE] => Step::cut(1),
        _ => Step::wrong(),
    }
}

/// JIS X 0208 as `Shift_JIS`: punctuation 8140–81AC, hiragana 829F–82F1, katakana
/// 8340–8396, level 1 kanji 889F–9872; half-width katakana are A1–DF alone.
fn shift_jis(bytes: &[u8]) -> Step {
    match *bytes {
        [0..=0x7F, ..] => Step::ascii(),
        [0xA1..=0xDF, ..] => Step::character(1, 1),
        [lead @ (0x81..=0x9F | 0xE0..=0xFC), trail @ (0x40..=0x7E | 0x80..=0xFC), ..] => {
            let weight = match (lead, trail) {
                (0x82, 0x9F..=0xF1) | (0x83, 0x40..=0x96) | (0x81, 0x40..=0xAC) => 4,
                (0x88, 0x9F..=0xFC) | (0x89..=0x97, _) | (0x98, 0x40..=0x72) => 3,
                (0x82, 0x4F..=0x9A) => 2,
                _ => 0,
            };
            Step::character(2, weight)
        }
        [0x81..=0x9F | 0xE0..=0xFC] => Step::cut(1),
        _ => Step::wrong(),
    }
}

impl Step {
    fn ascii() -> Self {
        Self { length: 1, found: Found::Ascii }
    }

    fn character(length: usize, weight: usize) -> Self {
        Self { length, found: Found::Character(weight) }
    }

    fn cut(length: usize) -> Self {
        Self { length, found: Found::Cut }
    }

    fn wrong() -> Self {
        Self { length: 1, found: Found::Wrong }
    }
}
