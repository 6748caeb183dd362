//! Placeholders in the place of secrets.

use super::kind::SecretKind;
use super::scan::{Secret, find_in_bytes};
use crate::json::{ToJson, Writer};
use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

/// A text without its secrets, and what they were.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Masked {
    /// The text with a placeholder in place of every secret.
    pub text: String,
    /// The kind of each secret, in order.
    pub found: Vec<SecretKind>,
}

/// `text` with [`SecretKind::placeholder`] in place of every secret.
///
/// All else stays as it is; masking twice is masking once.
#[must_use]
pub fn mask(text: &str) -> Masked {
    let (bytes, found) = mask_bytes(text.as_bytes());
    // Spans are on character boundaries and placeholders are ASCII.
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Masked { text, found }
}

pub(super) fn mask_bytes(text: &[u8]) -> (Vec<u8>, Vec<SecretKind>) {
    let found = find_in_bytes(text);
    (replaced(text, &found), found.into_iter().map(|secret| secret.kind).collect())
}

pub(super) fn replaced(text: &[u8], secrets: &[Secret]) -> Vec<u8> {
    let mut masked = Vec::with_capacity(text.len());
    let mut end = 0;
    for Secret { kind, span } in secrets {
        masked.extend_from_slice(text.get(end..span.start).unwrap_or_default());
        masked.extend_from_slice(kind.placeholder().as_bytes());
        end = span.end;
    }
    masked.extend_from_slice(text.get(end..).unwrap_or_default());
    masked
}

/// Offsets of masked text in the text that it was made of, asked in order.
pub(super) struct PlaceInText<'s> {
    secrets: Peekable<Iter<'s, Secret>>,
    /// The same place in both texts: the end of the last secret before.
    in_masked: usize,
    in_text: usize,
}

impl<'s> PlaceInText<'s> {
    pub(super) fn new(secrets: &'s [Secret]) -> Self {
        Self { secrets: secrets.iter().peekable(), in_masked: 0, in_text: 0 }
    }

    /// Within a placeholder, where its secret begins.
    pub(super) fn of_start(&mut self, offset: usize) -> usize {
        self.of(offset, |secret| secret.start)
    }

    /// Within a placeholder, where its secret ends.
    pub(super) fn of_end(&mut self, offset: usize) -> usize {
        self.of(offset, |secret| secret.end)
    }

    fn of(&mut self, offset: usize, edge: fn(&Range<usize>) -> usize) -> usize {
        while let Some(Secret { kind, span }) = self.secrets.peek() {
            let start = self.in_masked + (span.start - self.in_text);
            let end = start + kind.placeholder().len();
            if offset <= start {
                break;
            }
            if offset < end {
                return edge(span);
            }
            (self.in_masked, self.in_text) = (end, span.end);
            self.secrets.next();
        }
        self.in_text + (offset - self.in_masked)
    }
}

/// `{"text": "password=[masked-password]", "found": ["password"]}`
impl ToJson for Masked {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("text", self.text.as_str())
                .array("found", self.found.iter().map(|kind| kind.name()));
        });
    }
}
