//! Undoing UTF-8 that was read as GBK.
//!
//! A Windows agent decodes every program's output as GBK. For a program that
//! writes UTF-8 that gives `鍙堝彂` for 又发 (`api.md` §3.2, `peers.md` §0.6).
//! Encoding the text back to GBK gives the UTF-8 bytes, except where a byte had
//! no meaning in GBK and became U+FFFD.

use super::{GbkTable, percent};
use crate::json::{ToJson, Writer};

/// Text with its mistaken lines undone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// The text; lines that were read rightly are unchanged.
    pub text: String,
    /// 0 to 100: how sure it is that the changed lines were UTF-8.
    pub confidence_percent: u8,
    /// Number of lines that were changed.
    pub repaired_lines: usize,
    /// Number of places whose bytes are gone; each is one U+FFFD in the text.
    pub lost: usize,
}

/// Lines below this are left alone.
const LEAST_PERCENT: u8 = 50;

/// GBK's reading of the first two UTF-8 bytes of the characters most frequent
/// in Chinese system messages. Each is rare in real text.
const FREQUENT_MISREADINGS: &str = "涓浜浠鏈杩瀹鍔鍒浣鍙鐢鍚澶鎴鍦缁涔瀛鏂閲灏姘鏃閮璇娉寰鎵鍗绉鐗搴褰鏉鍥鍐鍏鍖闈璧鐜鍑鏄璁鑷姝鐩楂鑳鐐瑕鐫鐨锛銆";

/// Whether `text` looks like UTF-8 that was read as GBK; needs no table.
///
/// Cheap enough to run on every output, to decide whether to offer [`repair`].
#[must_use]
pub fn is_suspicious(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let (mut foreign, mut misread) = (0, 0);
    for character in text.chars().filter(|character| !character.is_ascii()) {
        foreign += 1;
        misread += usize::from(FREQUENT_MISREADINGS.contains(character));
    }
    misread >= 2 && misread * 8 >= foreign
}

/// The text before it was read as GBK, line by line; none if no line was.
///
/// One output mixes programs, so each line is judged alone. A line is changed
/// if its GBK bytes are UTF-8; what U+FFFD stood for stays lost.
///
/// # Limits
/// GBK has two pairs for U+3000. The one of GB2312 (A1A1) is taken, so 棠
/// (E6 A3 A0), misread by a decoder that knows the other, comes back as 桡.
#[must_use]
pub fn repair(text: &str, table: &GbkTable<'_>) -> Option<Repair> {
    let mut repaired = Repair {
        text: String::with_capacity(text.len()),
        confidence_percent: 0,
        repaired_lines: 0,
        lost: 0,
    };
    let mut total = Evidence::default();
    for line in text.split_inclusive('\n') {
        let undone = (!line.is_ascii()).then(|| encode(line, table)).flatten();
        let undone = undone.map(|bytes| decode(&bytes));
        match undone.filter(|(_, evidence)| evidence.percent() >= LEAST_PERCENT) {
            Some((line, evidence)) => {
                repaired.text.push_str(&line);
                repaired.repaired_lines += 1;
                total.add(&evidence);
            }
            None => repaired.text.push_str(line),
        }
    }
    repaired.lost = total.lost;
    repaired.confidence_percent = total.percent();
    (repaired.repaired_lines > 0).then_some(repaired)
}

/// What stands for a byte that is gone: a byte that UTF-8 never has.
const GONE: u8 = 0xFF;

/// The GBK bytes of `line`; none if it has a character that GBK has not.
fn encode(line: &str, table: &GbkTable<'_>) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\0'..='\x7F' => bytes.push(character as u8),
            char::REPLACEMENT_CHARACTER => bytes.push(GONE),
            '€' => {
                let next = characters.peek().and_then(|&next| table.pair(next));
                bytes.extend_from_slice(euro(&bytes, next));
            }
            _ => bytes.extend_from_slice(&table.pair(character)?),
        }
    }
    Some(bytes)
}

/// `€` is A2E3 in GBK and 80 in code page 936, which decoders accept alike. The
/// two differ in what UTF-8 allows next: A2 ends a character and E3 begins one.
fn euro(bytes: &[u8], next: Option<[u8; 2]>) -> &'static [u8] {
    let is_continued = next.is_some_and(|[byte, _]| matches!(byte, 0x80..=0xBF));
    if missing_bytes(bytes) == 1 && is_continued { b"\xA2\xE3" } else { b"\x80" }
}

/// How many bytes the last character of `bytes` still needs.
fn missing_bytes(bytes: &[u8]) -> usize {
    let continued = bytes.iter().rev().take_while(|byte| matches!(byte, 0x80..=0xBF)).count();
    let lead = bytes.iter().rev().nth(continued);
    let length: usize = match lead {
        Some(0xC2..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF4) => 4,
        _ => 0,
    };
    length.saturating_sub(1 + continued)
}

/// How much of a line was UTF-8.
#[derive(Debug, Default)]
struct Evidence {
    /// Characters of three or four bytes: hardly ever chance.
    long: usize,
    /// Characters of two bytes: many GBK characters happen to be one.
    short: usize,
    /// Places broken by U+FFFD.
    lost: usize,
    /// Places broken without one: not what misreading does.
    broken: usize,
}

/// UTF-8 to text, one U+FFFD for each broken place.
fn decode(bytes: &[u8]) -> (String, Evidence) {
    let mut text = String::with_capacity(bytes.len());
    let mut evidence = Evidence::default();
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        for character in chunk.valid().chars() {
            text.push(character);
            match character.len_utf8() {
                1 => {}
                2 => evidence.short += 1,
                _ => evidence.long += 1,
            }
        }
        if chunk.invalid().is_empty() {
            continue;
        }
        let mut is_gone = chunk.invalid().contains(&GONE);
        while let Some(neighbour) = chunks.next_if(|next| next.valid().is_empty()) {
            is_gone |= neighbour.invalid().contains(&GONE);
        }
        text.push(char::REPLACEMENT_CHARACTER);
        if is_gone {
            evidence.lost += 1;
        } else {
            evidence.broken += 1;
        }
    }
    (text, evidence)
}

impl Evidence {
    fn add(&mut self, other: &Self) {
        self.long += other.long;
        self.short += other.short;
        self.lost += other.lost;
        self.broken += other.broken;
    }

    fn percent(&self) -> u8 {
        let most = match self.long {
            0 | 1 => 60,
            2 => 80,
            _ => 99,
        };
        let good = self.long * 4 + self.short;
        let whole = (self.long + self.short + self.lost) * 4 + self.broken * 12;
        percent(good, whole).min(most)
    }
}

/// `{"text", "confidencePercent", "repairedLines", "lost"}`
impl ToJson for Repair {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("text", &self.text)
                .field("confidencePercent", self.confidence_percent)
                .field("repairedLines", self.repaired_lines)
                .field("lost", self.lost);
        });
    }
}
