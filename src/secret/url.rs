//! Passwords in URLs: `scheme://user:password@host` (RFC 3986 §3.2.1).

use super::bytes::{before, find as find_bytes, rest, run};
use super::kind::SecretKind;
use super::looks::is_stand_in;
use super::scan::Secret;

pub(super) fn find(text: &[u8], found: &mut Vec<Secret>) {
    let mut position = 0;
    while let Some(at) = find_bytes(text, position, b"://") {
        let start = at + "://".len();
        let authority = rest(text, start);
        let authority = authority.get(..run(authority, is_authority)).unwrap_or_default();
        position = start + authority.len();
        if !is_scheme(before(text, at)) {
            continue;
        }
        // Passwords that nobody encoded may hold an `@` of their own.
        let Some(end) = authority.iter().rposition(|byte| *byte == b'@') else { continue };
        let user = run(authority, |byte| byte != b':');
        let Some(password) = authority.get(user + 1..end) else { continue };
        if !is_stand_in(password) {
            let span = start + user + 1..start + end;
            found.push(Secret { kind: SecretKind::Password, span });
        }
    }
}

fn is_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-')
}

fn is_authority(byte: u8) -> bool {
    !byte.is_ascii_whitespace()
        && !matches!(byte, b'/' | b'?' | b'#' | b'"' | b'\'' | b'<' | b'>' | b'`' | b'\\')
}
