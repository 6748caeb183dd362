//! All scanners over one text, their finds joined.

use super::kind::SecretKind;
use super::mask::{PlaceInText, replaced};
use super::{argument, authorization, named, pem, token, url};
use crate::order::sort_by_key;
use std::ops::Range;

/// A secret in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Secret {
    /// What it is.
    pub kind: SecretKind,
    /// Its bytes in the text, without quotes or the name beside it.
    pub span: Range<usize>,
}

/// The secrets of `text` in order, none overlapping another, each on character
/// boundaries.
#[must_use]
pub fn find(text: &str) -> Vec<Secret> {
    find_in_bytes(text.as_bytes())
}

/// A placeholder may uncover a secret beside it, which the next pass finds; more
/// passes than this would be text made to cost time.
const PASSES: usize = 4;

pub(super) fn find_in_bytes(text: &[u8]) -> Vec<Secret> {
    let mut found = joined(find_once(text));
    for _ in 1..PASSES {
        if found.is_empty() {
            break;
        }
        let uncovered = find_once(&replaced(text, &found));
        if uncovered.is_empty() {
            break;
        }
        let mut place = PlaceInText::new(&found);
        let uncovered: Vec<_> = joined(uncovered)
            .into_iter()
            .map(|Secret { kind, span }| Secret {
                kind,
                span: place.of_start(span.start)..place.of_end(span.end),
            })
            .collect();
        found.extend(uncovered);
        found = joined(found);
    }
    found
}

/// The scanners in the order of their precision: of two that find the same, the
/// first tells the kind.
fn find_once(text: &[u8]) -> Vec<Secret> {
    let mut found = Vec::new();
    pem::find(text, &mut found);
    url::find(text, &mut found);
    token::find(text, &mut found);
    authorization::find(text, &mut found);
    named::find(text, &mut found);
    argument::find(text, &mut found);
    found
}

/// Overlapping finds as one that covers them all, so that no part is left over.
fn joined(mut found: Vec<Secret>) -> Vec<Secret> {
    found.retain(|secret| !secret.span.is_empty());
    sort_by_key(&mut found, |secret| secret.span.start);
    let mut joined: Vec<Secret> = Vec::with_capacity(found.len());
    for secret in found {
        match joined.last_mut() {
            Some(last) if secret.span.start < last.span.end => {
                last.span.end = last.span.end.max(secret.span.end);
            }
            _ => joined.push(secret),
        }
    }
    joined
}
