//! Which charset bytes may be in, and undoing a wrong one.
//!
//! Linux agents pass bytes through, Windows agents decode everything as GBK
//! unless the system is US English (`api.md` §3.2), so an output may be in any
//! charset of the instance. The crate guesses from structure and frequency and
//! carries no tables: the browser's `TextDecoder` decodes, given
//! [`Charset::label`]. Guesses and repairs are offered with a confidence, never
//! applied.

mod double_byte;
mod gbk;
mod repair;
#[cfg(test)]
mod tests;
mod utf16;
mod utf8;

pub use gbk::GbkTable;
pub use repair::{Repair, is_suspicious, repair};

use crate::json::{ToJson, Writer};
use crate::order::sort_by_key;

/// A charset that outputs are known to arrive in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Charset {
    /// UTF-8, what the API means.
    Utf8,
    /// GB18030, which contains GBK and GB2312: Simplified Chinese.
    Gb18030,
    /// UTF-16, little endian: redirected PowerShell output.
    Utf16Le,
    /// Big5: Traditional Chinese.
    Big5,
    /// `Shift_JIS`: Japanese.
    ShiftJis,
}

impl Charset {
    /// The label for `new TextDecoder(label)` (WHATWG Encoding, §4.2).
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Gb18030 => "gb18030",
            Self::Utf16Le => "utf-16le",
            Self::Big5 => "big5",
            Self::ShiftJis => "shift_jis",
        }
    }
}

/// A charset and how well the bytes fit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The charset.
    pub charset: Charset,
    /// 0 to 100; 100 only for pure ASCII, which is the same in all but UTF-16.
    pub confidence_percent: u8,
}

/// A fit below this is noise.
const LEAST_PERCENT: u8 = 10;

/// The charsets that `bytes` may be in, best first.
///
/// Clean UTF-8 is the only candidate where it fits; empty for bytes that fit
/// nothing. Characters cut at either end count against no charset.
#[must_use]
pub fn guess(bytes: &[u8]) -> Vec<Candidate> {
    let utf16 = utf16::fit(bytes);
    let utf8 = utf8::fit(bytes);
    let mut fits = vec![(Charset::Utf8, utf8)];
    if utf8 < utf8::CLEAN_PERCENT {
        fits.push((Charset::Utf16Le, utf16));
    }
    if utf8.max(utf16) < utf8::CLEAN_PERCENT {
        for charset in [Charset::Gb18030, Charset::Big5, Charset::ShiftJis] {
            fits.push((charset, double_byte::fit(charset, bytes)));
        }
    }
    let mut candidates: Vec<Candidate> = fits
        .into_iter()
        .filter(|&(_, confidence_percent)| confidence_percent >= LEAST_PERCENT)
        .map(|(charset, confidence_percent)| Candidate { charset, confidence_percent })
        .collect();
    sort_by_key(&mut candidates, |candidate| std::cmp::Reverse(candidate.confidence_percent));
    candidates
}

/// `part` of `whole` in percent, 0 of nothing, at most 100.
fn percent(part: usize, whole: usize) -> u8 {
    let percent = part.saturating_mul(100).checked_div(whole).unwrap_or(0);
    u8::try_from(percent).unwrap_or(u8::MAX).min(100)
}

/// `{"charset": "gb18030", "confidencePercent": 95}`
impl ToJson for Candidate {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("charset", self.charset.label())
                .field("confidencePercent", self.confidence_percent);
        });
    }
}
