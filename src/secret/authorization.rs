//! Credentials of `Authorization` headers, and bearer tokens without one.

use super::bytes::{before, line_end, rest, run, skip_blanks};
use super::kind::SecretKind;
use super::looks::{is_ordinary, is_random, is_stand_in};
use super::name::names;
use super::scan::Secret;
use super::value::word_end;
use std::ops::Range;

/// Schemes whose credentials are one word; those of others go on to the end of
/// the header.
const ONE_WORD: &[&str] = &["bearer", "basic", "token", "apikey", "negotiate", "ntlm"];

/// Schemes with parameters, or with a key's id before the signature.
const WHOLE: &[&str] = &["digest", "acs", "oss", "aws", "aws4-hmac-sha256", "acs3-hmac-sha256"];

/// A bearer token that no header announces is this long.
const SHORTEST_BEARER: usize = 16;

pub(super) fn find(text: &[u8], found: &mut Vec<Secret>) {
    let mut floor = 0;
    for name in names(text) {
        if name.start < floor {
            continue;
        }
        let word = text.get(name.clone()).unwrap_or_default();
        let tail = rest(word, word.len().saturating_sub("authorization".len()));
        let credentials = if tail.eq_ignore_ascii_case(b"authorization") {
            credentials(text, &name)
        } else if word.eq_ignore_ascii_case(b"bearer") {
            bearer(text, name.end)
        } else {
            None
        };
        let Some(span) = credentials else { continue };
        floor = span.end;
        let value = text.get(span.clone()).unwrap_or_default();
        if !is_stand_in(value) && !is_ordinary(value) {
            found.push(Secret { kind: SecretKind::Authorization, span });
        }
    }
}

/// The credentials behind the header's name.
fn credentials(text: &[u8], name: &Range<usize>) -> Option<Range<usize>> {
    let skip = |at: usize| {
        at + run(rest(text, at), |byte| matches!(byte, b' ' | b'\t' | b'"' | b'\'' | b'\\'))
    };
    let sign = skip(name.end);
    if !matches!(rest(text, sign), [b':' | b'=', ..]) {
        return None;
    }
    let start = skip(sign + 1);
    let scheme_end = word_end(text, start);
    let scheme = text.get(start..scheme_end)?;
    let behind = skip_blanks(text, scheme_end);
    let is_in = |schemes: &[&str]| {
        behind > scheme_end && schemes.iter().any(|one| one.as_bytes().eq_ignore_ascii_case(scheme))
    };
    if is_in(ONE_WORD) {
        return Some(behind..word_end(text, behind));
    }
    if is_in(WHOLE) {
        let opening = before(text, if sign > name.end { start } else { name.start });
        let header = text.get(behind..line_end(text, behind))?;
        let is_end = |byte: &u8| *byte == opening && matches!(byte, b'"' | b'\'');
        let length = header.iter().position(is_end).unwrap_or(header.len());
        return Some(behind..behind + length);
    }
    is_random(scheme, 8).then_some(start..scheme_end)
}

fn bearer(text: &[u8], end: usize) -> Option<Range<usize>> {
    let start = skip_blanks(text, end);
    let span = start..word_end(text, start);
    (start > end && is_random(text.get(span.clone())?, SHORTEST_BEARER)).then_some(span)
}
