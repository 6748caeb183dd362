//! Masking of what differs without meaning.
//!
//! Two machines that fail alike print different host names, addresses, process
//! ids, times and sizes. Each of those becomes a typed placeholder (`<ip>`),
//! so that what remains can be compared.
//!
//! Three promises hold for every text: masking a masked text changes nothing;
//! lines are neither joined nor split; the work is linear in the text.
//!
//! # What is kept
//! Words, versions (`1.2.3`), ports below 32768, line numbers, status and exit
//! codes, hexadecimal codes of up to eight digits (`0xC0000005`) and numbers of
//! up to five digits, because they tell causes apart.
//!
//! # Why masking is idempotent
//! A token begins where no word character stands before it and ends where none
//! follows. Looking further left or right, a matcher treats the `<` or `>` of a
//! placeholder exactly as it treats the word characters that the placeholder
//! replaced, so no token becomes visible once its neighbour is masked.

mod address;
mod quantity;
mod scan;
mod source;
mod time;

use crate::json::{ToJson, Writer};

/// What a masked token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MaskKind {
    /// A name of the machine itself, given by the caller.
    OwnName,
    /// An instance id (`i-…`, `mi-…`) or a host name made of one (`iZ…Z`).
    Instance,
    /// An IPv4 or IPv6 address, with its port where that is ephemeral.
    Ip,
    /// A hardware address.
    Mac,
    /// A process or thread id.
    Pid,
    /// A date, a time of day or both.
    Time,
    /// A length of time with its unit.
    Duration,
    /// A UUID (RFC 9562).
    Uuid,
    /// A long hexadecimal number: digest, commit, pointer.
    Hex,
    /// An amount of data with its unit.
    Size,
    /// A percentage.
    Percent,
    /// The random name of a temporary file.
    Temp,
    /// A number of six or more digits.
    Number,
}

impl MaskKind {
    const ALL: [Self; 13] = [
        Self::OwnName,
        Self::Instance,
        Self::Ip,
        Self::Mac,
        Self::Pid,
        Self::Time,
        Self::Duration,
        Self::Uuid,
        Self::Hex,
        Self::Size,
        Self::Percent,
        Self::Temp,
        Self::Number,
    ];

    /// The stable code, as JavaScript sees it.
    #[must_use]
    pub fn code(self) -> &'static str {
        let placeholder = self.placeholder();
        placeholder.get(1..placeholder.len() - 1).unwrap_or(placeholder)
    }

    /// The text that replaces a token of this kind.
    #[must_use]
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::OwnName => "<self>",
            Self::Instance => "<instance>",
            Self::Ip => "<ip>",
            Self::Mac => "<mac>",
            Self::Pid => "<pid>",
            Self::Time => "<time>",
            Self::Duration => "<duration>",
            Self::Uuid => "<uuid>",
            Self::Hex => "<hex>",
            Self::Size => "<size>",
            Self::Percent => "<percent>",
            Self::Temp => "<temp>",
            Self::Number => "<number>",
        }
    }
}

/// One masked token: where it stands in the text before masking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MaskSpan {
    /// What the token is.
    pub kind: MaskKind,
    /// Byte offset of its first byte.
    pub start: usize,
    /// Byte offset behind its last byte.
    pub end: usize,
}

/// A masked text with the places that were masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked<'a> {
    source: &'a str,
    text: String,
    spans: Vec<MaskSpan>,
}

impl Masked<'_> {
    /// The text with every token replaced by its placeholder.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tokens in order; they do not overlap, and none spans a line break.
    #[must_use]
    pub fn spans(&self) -> &[MaskSpan] {
        &self.spans
    }

    /// The masked text alone.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Masks `text`.
///
/// `own_names` are the names of the machine that printed it: instance id, host
/// name, instance name. They are found in any ASCII case, as whole words. A
/// name is ignored when it is shorter than two bytes, when it begins or ends
/// with something else than an ASCII letter or digit, or when it holds white
/// space, `<` or `>`.
///
/// ```
/// use invoscope::analysis::mask::mask;
///
/// let masked = mask("web-01 sshd[811]: refused 10.0.0.7 after 3.2s", &["web-01"]);
///
/// assert_eq!(masked.text(), "<self> sshd[<pid>]: refused <ip> after <duration>");
/// ```
#[must_use]
pub fn mask<'a>(text: &'a str, own_names: &[&str]) -> Masked<'a> {
    let mut masked = String::with_capacity(text.len());
    let mut spans = Vec::new();
    pieces(text, own_names, |piece| match piece {
        Piece::Kept(kept) => masked.push_str(kept),
        Piece::Token(span) => {
            masked.push_str(span.kind.placeholder());
            spans.push(span);
        }
    });
    Masked { source: text, text: masked, spans }
}

/// A stretch of text between tokens, or a token.
pub(super) enum Piece<'a> {
    Kept(&'a str),
    Token(MaskSpan),
}

/// Hands out the whole text in order, without building the masked one.
pub(super) fn pieces<'a>(text: &'a str, own_names: &[&str], mut each: impl FnMut(Piece<'a>)) {
    let mut kept_from = 0;
    scan::scan(text, own_names, |span| {
        each(Piece::Kept(text.get(kept_from..span.start).unwrap_or_default()));
        each(Piece::Token(span));
        kept_from = span.end;
    });
    each(Piece::Kept(text.get(kept_from..).unwrap_or_default()));
}

/// `{"text": …, "spans": [{"kind", "start", "end"}]}`, offsets in UTF-16 units
/// of the text before masking, as JavaScript slices strings.
impl ToJson for Masked<'_> {
    fn write(&self, out: &mut Writer) {
        let (mut at, mut units) = (0, 0);
        let mut units_until = |offset: usize| {
            let passed = self.source.get(at..offset).unwrap_or_default();
            units += passed.encode_utf16().count();
            at = offset;
            units
        };
        let spans: Vec<Utf16Span> = self
            .spans
            .iter()
            .map(|span| Utf16Span {
                kind: span.kind,
                start: units_until(span.start),
                end: units_until(span.end),
            })
            .collect();
        out.object(|o| {
            o.field("text", &self.text).array("spans", spans);
        });
    }
}

struct Utf16Span {
    kind: MaskKind,
    start: usize,
    end: usize,
}

impl ToJson for Utf16Span {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", self.kind.code()).field("start", self.start).field("end", self.end);
        });
    }
}

#[cfg(test)]
mod tests;
