//! Base64: any bytes, in any split.

use super::json_of;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use invoscope::output::base64::{Decoder, decode, decode_strict, encode};

/// The first byte says where the text is split.
pub(crate) fn check(data: &[u8]) {
    let (split, text) = data.split_first().map_or((0, data), |(at, text)| (*at as usize, text));

    let strict = decode_strict(text);
    assert_eq!(strict.as_ref().ok(), STANDARD.decode(text).as_ref().ok());
    assert_eq!(STANDARD.decode(encode(text)).expect("canonical"), text);
    if let Err(error) = &strict {
        assert!(error.offset().is_some_and(|offset| offset <= text.len()), "{error:?}");
    }

    let forgiving = decode(text);
    json_of(&forgiving.report);
    assert_eq!(forgiving.report.read_bytes(), text.len());
    assert_eq!(forgiving.report.decoded_bytes(), forgiving.bytes.len());
    assert_eq!(forgiving.report.is_canonical(), strict.is_ok());
    if let Ok(bytes) = &strict {
        assert_eq!(&forgiving.bytes, bytes);
    }
    if !text.iter().any(|byte| matches!(byte, b'=' | b'\\')) {
        assert_eq!(forgiving.bytes, naive(text));
    }

    let split = split.min(text.len());
    for mut decoder in [Decoder::forgiving(), Decoder::strict()] {
        let (mut whole, mut parts) = (Vec::new(), Vec::new());
        let mut other = decoder.clone();
        let one = decoder.push(text, &mut whole).and_then(|()| decoder.finish(&mut whole));
        let two = other
            .push(&text[..split], &mut parts)
            .and_then(|()| other.push(&text[split..], &mut parts))
            .and_then(|()| other.finish(&mut parts));
        assert_eq!(one, two, "a split at {split} changes the report");
        if one.is_ok() {
            assert_eq!(whole, parts, "a split at {split} changes the bytes");
        }
    }
}

/// Both alphabets without padding and escapes, bit by bit.
fn naive(text: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = Vec::new();
    for byte in text {
        let standard = match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b'\x0C' => continue,
            b'-' => b'+',
            b'_' => b'/',
            other => *other,
        };
        let Some(sextet) = ALPHABET.iter().position(|letter| *letter == standard) else { break };
        bits.extend((0..6).rev().map(|bit| sextet >> bit & 1 == 1));
    }
    let octet = |octet: &[bool]| octet.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
    bits.chunks_exact(8).map(octet).collect()
}
