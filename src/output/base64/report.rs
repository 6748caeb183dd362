//! What a forgiving decode took the liberty of, as data.

use crate::json::{ToJson, Writer};

/// A deviation from canonical Base64 that leaves every whole byte certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tolerance {
    /// Spaces, tabs or line breaks (RFC 2045 wraps at 76), also as JSON escapes.
    WhiteSpace,
    /// `-` or `_`, the URL-safe alphabet of RFC 4648 §5.
    UrlSafe,
    /// `\/` or `\u003d`: JSON escapes that nobody read.
    JsonEscape,
    /// Non-zero bits between the last byte and the padding (RFC 4648 §3.5).
    TrailingBits,
    /// More `=` than the last group has room for.
    ExcessPadding,
    /// Fewer `=` than the last group needs.
    MissingPadding,
    /// The text ends inside a byte: the rest of it is missing.
    Cut,
}

impl Tolerance {
    pub(super) const ALL: [Self; 7] = [
        Self::WhiteSpace,
        Self::UrlSafe,
        Self::JsonEscape,
        Self::TrailingBits,
        Self::ExcessPadding,
        Self::MissingPadding,
        Self::Cut,
    ];

    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WhiteSpace => "white-space",
            Self::UrlSafe => "url-safe",
            Self::JsonEscape => "json-escape",
            Self::TrailingBits => "trailing-bits",
            Self::ExcessPadding => "excess-padding",
            Self::MissingPadding => "missing-padding",
            Self::Cut => "cut",
        }
    }
}

/// How often, and where, one kind of deviation was tolerated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tolerated {
    /// The kind.
    pub kind: Tolerance,
    /// Number of characters or escapes concerned; 1 for padding and cuts.
    pub count: usize,
    /// Byte offset of the first.
    pub first_offset: usize,
    /// Byte offset of the last.
    pub last_offset: usize,
}

/// Why decoding stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RestReason {
    /// This byte is in neither alphabet.
    ForeignByte(u8),
    /// `=` stands where a group has no byte yet.
    EarlyPadding,
    /// This byte follows padding.
    AfterPadding(u8),
}

impl RestReason {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ForeignByte(_) => "foreign-byte",
            Self::EarlyPadding => "early-padding",
            Self::AfterPadding(_) => "after-padding",
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::ForeignByte(byte) | Self::AfterPadding(byte) => byte,
            Self::EarlyPadding => b'=',
        }
    }
}

/// The part of the text that was not decoded: from `offset` to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rest {
    /// Byte offset of the byte that ended decoding. Only ASCII stands before
    /// it, so it is the index in a JavaScript string too.
    pub offset: usize,
    /// Number of bytes not decoded, the ending byte included.
    pub length: usize,
    /// What is wrong with the ending byte.
    pub reason: RestReason,
}

/// What [`decode`](super::decode) found beside the bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub(super) read: usize,
    pub(super) decoded: usize,
    pub(super) tolerated: [Option<(usize, usize, usize)>; Tolerance::ALL.len()],
    pub(super) rest: Option<Rest>,
}

impl Report {
    /// Length of the text in bytes.
    #[must_use]
    pub fn read_bytes(&self) -> usize {
        self.read
    }

    /// Number of bytes decoded.
    #[must_use]
    pub fn decoded_bytes(&self) -> usize {
        self.decoded
    }

    /// Whether the text is canonical Base64, as [`decode_strict`](super::decode_strict) wants it.
    #[must_use]
    pub fn is_canonical(&self) -> bool {
        self.rest.is_none() && self.tolerated.iter().all(Option::is_none)
    }

    /// The deviations that were tolerated, one entry a kind.
    pub fn tolerated(&self) -> impl Iterator<Item = Tolerated> + '_ {
        let found = Tolerance::ALL.into_iter().zip(&self.tolerated);
        found.filter_map(|(kind, seen)| {
            let (count, first_offset, last_offset) = (*seen)?;
            Some(Tolerated { kind, count, first_offset, last_offset })
        })
    }

    /// Where and how often `kind` was tolerated.
    #[must_use]
    pub fn tolerance(&self, kind: Tolerance) -> Option<Tolerated> {
        self.tolerated().find(|tolerated| tolerated.kind == kind)
    }

    /// What was not decoded.
    #[must_use]
    pub fn rest(&self) -> Option<Rest> {
        self.rest
    }

    pub(super) fn note(&mut self, kind: Tolerance, offset: usize) {
        let slot = Tolerance::ALL.into_iter().zip(&mut self.tolerated);
        for (_, seen) in slot.filter(|(other, _)| *other == kind) {
            let (count, first, _) = seen.unwrap_or((0, offset, offset));
            *seen = Some((count + 1, first, offset));
        }
    }
}

/// `{"readBytes": …, "decodedBytes": …, "canonical": …, "tolerated": […], "rest"?: {…}}`
impl ToJson for Report {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("readBytes", self.read)
                .field("decodedBytes", self.decoded)
                .field("canonical", self.is_canonical())
                .array("tolerated", self.tolerated())
                .optional("rest", self.rest);
        });
    }
}

impl ToJson for Tolerated {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", self.kind.code())
                .field("count", self.count)
                .field("firstOffset", self.first_offset)
                .field("lastOffset", self.last_offset);
        });
    }
}

impl ToJson for Rest {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("offset", self.offset)
                .field("length", self.length)
                .field("reason", self.reason.code())
                .field("byte", self.reason.byte());
        });
    }
}
