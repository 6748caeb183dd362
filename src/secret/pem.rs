//! Private keys in PEM (RFC 7468), whole or cut at either end.

use super::bytes::{find as find_bytes, rest, run};
use super::kind::{PLACEHOLDER_START, SecretKind};
use super::scan::Secret;
use std::ops::Range;

const DASHES: &[u8] = b"-----";
const LABEL_END: &[u8] = b"PRIVATE KEY";

/// A label is a few words; what is longer is no marker.
const LONGEST_LABEL: usize = 64;

/// Fewer characters of Base64 before a lone end marker are no key.
const SHORTEST_REST: usize = 16;

pub(super) fn find(text: &[u8], found: &mut Vec<Secret>) {
    let mut open = None;
    let mut floor = 0;
    while let Some(Marker { at, is_begin }) = next_marker(text, floor) {
        match open {
            Some(start) => push(text, start..at.start, found),
            // An output that lost its first bytes begins within the key.
            None if !is_begin => {
                let start = start_of_base64(text, floor..at.start);
                if at.start - start >= SHORTEST_REST {
                    push(text, start..at.start, found);
                }
            }
            None => {}
        }
        open = is_begin.then_some(at.end);
        floor = at.end;
    }
    if let Some(start) = open {
        // The end marker is cut off: the key goes on as long as it looks like one.
        push(text, start..start + run(rest(text, start), is_body), found);
    }
}

struct Marker {
    at: Range<usize>,
    is_begin: bool,
}

/// The next marker of a private key.
fn next_marker(text: &[u8], from: usize) -> Option<Marker> {
    let mut position = from;
    loop {
        let start = find_bytes(text, position, DASHES)?;
        let line = rest(text, start + DASHES.len());
        let is_begin = line.starts_with(b"BEGIN ");
        if is_begin || line.starts_with(b"END ") {
            let head = line.get(..LONGEST_LABEL.min(line.len())).unwrap_or_default();
            let length = run(head, |byte| {
                byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b' '
            });
            let (label, behind) = line.split_at_checked(length)?;
            if label.ends_with(LABEL_END) && behind.starts_with(DASHES) {
                let end = start + DASHES.len() + length + DASHES.len();
                return Some(Marker { at: start..end, is_begin });
            }
        }
        position = start + 1;
    }
}

/// Where the Base64 at the end of the range begins.
fn start_of_base64(text: &[u8], range: Range<usize>) -> usize {
    let before = text.get(range.clone()).unwrap_or_default();
    let is_base64 = |byte: &&u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\n' | b'\r' | b'\\')
    };
    range.end - before.iter().rev().take_while(is_base64).count()
}

/// What stands between the markers: Base64, line ends, also escaped ones, and
/// the headers of RFC 1421.
fn is_body(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'+' | b'/' | b'=' | b'\n' | b'\r' | b'\\' | b' ' | b'\t' | b':' | b',' | b'-'
        )
}

/// The block without the line ends around it.
fn push(text: &[u8], block: Range<usize>, found: &mut Vec<Secret>) {
    let mut body = text.get(block.clone()).unwrap_or_default();
    let mut start = block.start;
    loop {
        let cut = match body {
            [b' ' | b'\t' | b'\n' | b'\r', ..] => 1,
            [b'\\', b'n' | b'r', ..] => 2,
            _ => break,
        };
        body = rest(body, cut);
        start += cut;
    }
    loop {
        body = match body {
            [head @ .., b' ' | b'\t' | b'\n' | b'\r'] | [head @ .., b'\\', b'n' | b'r'] => head,
            _ => break,
        };
    }
    if !body.starts_with(PLACEHOLDER_START) {
        found.push(Secret { kind: SecretKind::PrivateKey, span: start..start + body.len() });
    }
}
