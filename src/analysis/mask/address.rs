//! Addresses and identifiers made of digits and hexadecimal digits.

use super::source::Source;
use std::net::Ipv6Addr;

/// Four decimal numbers up to 255, not part of a longer dotted number, with the
/// port where it is of the range that clients get (32768 and up).
pub(super) fn ipv4(source: Source<'_>, at: usize) -> Option<usize> {
    if source.joined_by(at, b'.') {
        return None;
    }
    let mut end = octet(source, at)?;
    for _ in 0..3 {
        if source.byte(end) != b'.' {
            return None;
        }
        end = octet(source, end + 1)?;
    }
    if !source.ends_token(end) || source.continues(end, b".") {
        return None;
    }
    Some(ephemeral_port(source, end).unwrap_or(end))
}

fn octet(source: Source<'_>, at: usize) -> Option<usize> {
    let end = source.some_digits(at, 1, 3)?;
    source.text.get(at..end)?.parse::<u8>().ok().map(|_| end)
}

fn ephemeral_port(source: Source<'_>, at: usize) -> Option<usize> {
    if source.byte(at) != b':' {
        return None;
    }
    let end = source.some_digits(at + 1, 5, 5)?;
    let port: u16 = source.text.get(at + 1..end)?.parse().ok()?;
    (port >= 32768 && source.ends_token(end)).then_some(end)
}

/// What `inet_pton` accepts and holds a digit: `dead::beef` stays a word.
pub(super) fn ipv6(source: Source<'_>, at: usize) -> Option<usize> {
    /// `INET6_ADDRSTRLEN` without its terminator.
    const LONGEST: usize = 45;
    // Of an address, one of the first five bytes is a colon.
    if !(0..5).any(|ahead| source.byte(at + ahead) == b':') {
        return None;
    }
    let opens = matches!(
        source.before(at, 1),
        0 | b' ' | b'\t' | b'\n' | b'\r' | b'[' | b'(' | b'=' | b',' | b'"' | b'\'' | b'/' | b'@'
    );
    if !opens {
        return None;
    }
    let run = source.run(at, |byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
    if run - at > LONGEST + 1 {
        return None;
    }
    let end = [run, run.saturating_sub(1)].into_iter().find(|&end| {
        source.text.get(at..end).is_some_and(|text| {
            text.bytes().any(|byte| byte.is_ascii_digit()) && text.parse::<Ipv6Addr>().is_ok()
        })
    })?;
    (source.ends_token(end) && !source.continues(end, b":.")).then_some(end)
}

/// Six pairs with `:` or with `-`.
pub(super) fn mac(source: Source<'_>, at: usize) -> Option<usize> {
    let joint = source.byte(at + 2);
    if !matches!(joint, b':' | b'-') || source.joined_by(at, joint) {
        return None;
    }
    let mut end = at;
    for pair in 0..6 {
        if pair > 0 {
            if source.byte(end) != joint {
                return None;
            }
            end += 1;
        }
        if !source.byte(end).is_ascii_hexdigit() || !source.byte(end + 1).is_ascii_hexdigit() {
            return None;
        }
        end += 2;
    }
    (source.ends_token(end) && !source.continues(end, &[joint])).then_some(end)
}

/// `8-4-4-4-12` hexadecimal digits (RFC 9562, section 4).
pub(super) fn uuid(source: Source<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for (index, length) in [8, 4, 4, 4, 12].into_iter().enumerate() {
        if index > 0 {
            if source.byte(end) != b'-' {
                return None;
            }
            end += 1;
        }
        let group_end = source.run(end, |byte| byte.is_ascii_hexdigit());
        if group_end - end != length {
            return None;
        }
        end = group_end;
    }
    (source.ends_token(end) && !source.continues(end, b"-")).then_some(end)
}

/// Eight or more hexadecimal digits, letters and digits both; after `0x` nine
/// or more, because eight are an error code.
pub(super) fn hex(source: Source<'_>, at: usize) -> Option<usize> {
    if !source.byte(at).is_ascii_hexdigit() {
        return None;
    }
    let prefixed = source.starts(at, "0x") || source.starts(at, "0X");
    let start = if prefixed { at + 2 } else { at };
    let end = source.run(start, |byte| byte.is_ascii_hexdigit());
    let digits = source.text.get(start..end)?.as_bytes();
    let long = if prefixed {
        digits.len() > 8
    } else {
        digits.len() >= 8
            && digits.iter().any(u8::is_ascii_digit)
            && digits.iter().any(u8::is_ascii_alphabetic)
    };
    (long && source.ends_token(end)).then_some(end)
}
