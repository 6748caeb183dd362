use super::*;
use crate::error::ErrorKind;
use ::base64::Engine as _;
use ::base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use proptest::prelude::*;

/// RFC 4648 §10.
const VECTORS: [(&str, &str); 7] = [
    ("", ""),
    ("f", "Zg=="),
    ("fo", "Zm8="),
    ("foo", "Zm9v"),
    ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
];

/// RFC 4648 in its own words, bit by bit: §4 "treated as 4 concatenated 6-bit
/// groups", §3.3 "MUST reject", §3.5 "pad bits MUST be set to zero".
fn naive_strict(text: &[u8]) -> Option<Vec<u8>> {
    let alphabet: Vec<u8> =
        (b'A'..=b'Z').chain(b'a'..=b'z').chain(b'0'..=b'9').chain(*b"+/").collect();
    let pads = text.iter().rev().take_while(|&&byte| byte == b'=').count();
    if !text.len().is_multiple_of(4) || pads > 2 {
        return None;
    }
    let mut bits = Vec::new();
    for byte in &text[..text.len() - pads] {
        let value = alphabet.iter().position(|letter| letter == byte)?;
        bits.extend((0..6).rev().map(|bit| value >> bit & 1));
    }
    let whole = bits.len() / 8 * 8;
    if bits[whole..].contains(&1) {
        return None;
    }
    Some(bits[..whole].chunks(8).map(bits_to_byte).collect())
}

fn bits_to_byte(bits: &[usize]) -> u8 {
    u8::try_from(bits.iter().fold(0, |byte, bit| byte * 2 + bit)).expect("eight bits")
}

fn strict_offset(text: &str) -> Option<usize> {
    let error = decode_strict(text.as_bytes()).expect_err("not canonical");
    assert_eq!(error.kind(), ErrorKind::InvalidBase64);
    error.offset()
}

/// Code, count, first and last offset of a tolerance.
type Seen = (&'static str, usize, usize, usize);

fn forgive(text: &str) -> (Vec<u8>, Vec<Seen>) {
    let decoded = decode(text.as_bytes());
    let tolerated = decoded.report.tolerated();
    let seen = tolerated.map(|t| (t.kind.code(), t.count, t.first_offset, t.last_offset)).collect();
    assert_eq!(decoded.report.rest(), None, "{text}");
    assert_eq!(decoded.report.decoded_bytes(), decoded.bytes.len());
    assert_eq!(decoded.report.read_bytes(), text.len());
    (decoded.bytes, seen)
}

#[test]
fn rfc_4648_vectors_hold_in_both_directions() {
    for (plain, encoded) in VECTORS {
        assert_eq!(encode(plain.as_bytes()), encoded);
        assert_eq!(decode_strict(encoded.as_bytes()).expect("canonical"), plain.as_bytes());
        assert_eq!(forgive(encoded), (plain.as_bytes().to_vec(), vec![]));
    }
}

#[test]
fn strict_errors_stand_at_the_first_wrong_byte() {
    for (text, offset) in [
        ("Zg", 2),       // Padding is missing.
        ("Zg=", 3),      // Half of the padding is missing.
        ("Z", 1),        // A byte is missing.
        ("=", 0),        // No group is open.
        ("Z===", 1),     // One sextet makes no byte.
        ("Zg===", 4),    // One padding too many.
        ("Zh==", 1),     // 'h' carries bits below the byte (§3.5).
        ("Zm9=", 2),     // '9' does.
        ("Zg==Zg==", 4), // Nothing may follow padding.
        ("Zg=A", 3),
        ("Zm9v\nYmFy", 4),
        ("Zm-v", 2),
        ("Zm9v****", 4),
        (r"Zm9v\/w==", 4),
        ("Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vé", 36),
    ] {
        assert_eq!(strict_offset(text), Some(offset), "{text}");
        // The short way has no other opinion.
        let mut out = b"before".to_vec();
        assert!(!decode_canonical(text.as_bytes(), &mut out), "{text}");
        assert_eq!(out, b"before", "{text}");
    }
}

#[test]
fn strict_errors_name_what_the_rfc_does_not_allow() {
    for (text, named) in [
        ("Zm9v\nYmFy", "white space"),    // §3.3
        ("Zm-v", "URL-safe"),             // §5 is another alphabet.
        ("Zh==", "zero bits"),            // §3.5
        ("Zg===", "'='"),                 // §3.2
        ("Zg", "expected padding"),       // §3.2
        ("Zm9vY", "the rest of a group"), // §4
    ] {
        let message = decode_strict(text.as_bytes()).expect_err("not canonical").to_string();

        assert!(message.contains(named), "{text}: {message}");
    }
}

#[test]
fn unpadded_text_is_whole_when_no_bits_are_left() {
    assert_eq!(forgive("Zg"), (b"f".to_vec(), vec![("missing-padding", 1, 2, 2)]));
    assert_eq!(forgive("Zm8"), (b"fo".to_vec(), vec![("missing-padding", 1, 3, 3)]));
    assert_eq!(forgive("Zg="), (b"f".to_vec(), vec![("missing-padding", 1, 3, 3)]));
}

#[test]
fn a_cut_keeps_every_whole_byte() {
    assert_eq!(forgive("Zm9vY"), (b"foo".to_vec(), vec![("cut", 1, 5, 5)]));
    // "foob" needs "Zm9vYg"; "Zm9vYm" is "foob" and four bits of "a".
    assert_eq!(forgive("Zm9vYm"), (b"foob".to_vec(), vec![("cut", 1, 6, 6)]));
    assert_eq!(forgive(r"Zm9vYg\u00"), (b"foob".to_vec(), vec![("cut", 1, 6, 6)]));
}

#[test]
fn line_wraps_and_white_space_are_counted() {
    assert_eq!(forgive("Zm9v\r\nYm Fy\n"), (b"foobar".to_vec(), vec![("white-space", 4, 4, 11)]));
}

#[test]
fn the_url_safe_alphabet_is_read() {
    // RFC 4648 §5: '-' is 62, '_' is 63.
    assert_eq!(forgive("--__"), (vec![0xFB, 0xEF, 0xFF], vec![("url-safe", 4, 0, 3)]));
}

#[test]
fn json_escapes_that_nobody_read_are_read() {
    assert_eq!(forgive(r"Zg\u003d\u003D"), (b"f".to_vec(), vec![("json-escape", 2, 2, 8)]));
    assert_eq!(forgive(r"\/\/\/\/"), (vec![0xFF, 0xFF, 0xFF], vec![("json-escape", 4, 0, 6)]));
    assert_eq!(
        forgive(r"Zm9v\nYmFy"),
        (b"foobar".to_vec(), vec![("white-space", 1, 4, 4), ("json-escape", 1, 4, 4)])
    );
}

#[test]
fn padding_faults_are_tolerated_at_their_offset() {
    assert_eq!(forgive("Zh=="), (b"f".to_vec(), vec![("trailing-bits", 1, 1, 1)]));
    assert_eq!(forgive("Zg===="), (b"f".to_vec(), vec![("excess-padding", 2, 4, 5)]));
}

#[test]
fn nothing_is_guessed_beyond_a_foreign_byte() {
    for (text, bytes, offset, length, reason) in [
        ("T3V0UH****", b"OutP".as_slice(), 6, 4, RestReason::ForeignByte(b'*')),
        ("****T3V0", b"", 0, 8, RestReason::ForeignByte(b'*')),
        ("Zg==Zg==", b"f", 4, 4, RestReason::AfterPadding(b'Z')),
        ("Zm9vY=", b"foo", 5, 1, RestReason::EarlyPadding),
        ("Zm9v=", b"foo", 4, 1, RestReason::EarlyPadding),
        (r"Zm9v\x41", b"foo", 4, 4, RestReason::ForeignByte(b'\\')),
        (r"Zm9v\u0000", b"foo", 4, 6, RestReason::ForeignByte(b'\\')),
        (r"Zm9v\u5b57", b"foo", 4, 6, RestReason::ForeignByte(b'\\')),
    ] {
        let decoded = decode(text.as_bytes());

        assert_eq!(decoded.bytes, bytes, "{text}");
        assert_eq!(decoded.report.rest(), Some(Rest { offset, length, reason }), "{text}");
    }
}

#[test]
fn a_strict_decoder_fails_at_an_escape_as_at_every_foreign_character() {
    // RFC 4648 §3.3: characters outside the alphabet are rejected.
    let mut decoder = Decoder::strict();

    let error = decoder.push(b"Zm9v\\", &mut Vec::new()).expect_err("no waiting for its end");

    assert_eq!(error.offset(), Some(4));
    assert!(error.to_string().contains("a character of Base64"), "{error}");
}

#[test]
fn a_report_is_written_with_what_was_tolerated_and_where_it_ended() {
    let json = |text: &str| crate::json::to_json(&inspect(text.as_bytes()));

    assert_eq!(
        json("Z m9v Yg="),
        concat!(
            r#"{"readBytes":9,"decodedBytes":4,"canonical":false,"tolerated":["#,
            r#"{"kind":"white-space","count":2,"firstOffset":1,"lastOffset":5},"#,
            r#"{"kind":"missing-padding","count":1,"firstOffset":9,"lastOffset":9}]}"#,
        )
    );
    for (text, rest) in [
        ("Zm9v*", r#""rest":{"offset":4,"length":1,"reason":"foreign-byte","byte":42}}"#),
        ("Zm9v==", r#""rest":{"offset":4,"length":2,"reason":"early-padding","byte":61}}"#),
        ("Zg==Zg", r#""rest":{"offset":4,"length":2,"reason":"after-padding","byte":90}}"#),
    ] {
        assert!(json(text).ends_with(rest), "{}", json(text));
    }
}

#[test]
fn a_failed_strict_decoder_repeats_its_error() {
    let mut decoder = Decoder::strict();
    let mut out = Vec::new();

    let first = decoder.push(b"Zm9v*", &mut out).expect_err("foreign byte");

    assert_eq!(decoder.push(b"Zm9v", &mut out), Err(first.clone()));
    assert_eq!(decoder.finish(&mut out), Err(first));
}

type Outcome = (Vec<u8>, std::result::Result<Report, crate::Error>);

fn in_chunks(mut decoder: Decoder, text: &[u8], cuts: &[usize]) -> Outcome {
    let mut out = Vec::new();
    let mut start = 0;
    for cut in cuts.iter().map(|cut| cut % (text.len() + 1)).chain([text.len()]) {
        if cut >= start {
            if let Err(error) = decoder.push(&text[start..cut], &mut out) {
                return (out, Err(error));
            }
            start = cut;
        }
    }
    let report = decoder.finish(&mut out);
    (out, report)
}

/// Text made of what answers carry: clean runs, wraps, both alphabets, padding,
/// escapes, masks.
fn base64ish() -> impl Strategy<Value = Vec<u8>> {
    pieces(r"\\(/|n|u003[dD]|u002[bBfF]|u00|x|)")
}

fn pieces(escape: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => "[A-Za-z0-9+/]{1,40}",
        1 => "[A-Za-z0-9+/]{4}",
        1 => "={1,3}",
        1 => "[ \r\n\t]{1,2}",
        1 => "[-_]{1,4}",
        1 => escape,
        1 => "[*é.]",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat().into_bytes())
}

#[test]
fn the_short_way_reads_the_vectors_of_rfc_4648() {
    for (bytes, text) in VECTORS {
        let mut out = b"before ".to_vec();

        assert!(decode_canonical(text.as_bytes(), &mut out), "{text}");
        assert_eq!(out, [b"before ", bytes.as_bytes()].concat());
    }
}

#[test]
fn blocks_of_the_kernel_join() {
    // 1368 characters: five blocks and a part, which ends in padding.
    let bytes: Vec<u8> = (0..=255).cycle().take(1024).collect();
    let text = STANDARD.encode(&bytes).into_bytes();
    let mut canonical = Vec::new();

    assert!(decode_canonical(&text, &mut canonical));
    assert_eq!(canonical, bytes);
    assert_eq!(decode(&text).bytes, bytes);
    for offset in [3, 100, 255, 256, 301, 512, 1364] {
        let mut foreign = text.clone();
        foreign[offset] = b'*';
        let decoded = decode(&foreign);

        assert_eq!(decoded.report.rest().map(|rest| rest.offset), Some(offset));
        assert_eq!(decoded.bytes, bytes[..offset * 3 / 4]);
    }
}

proptest! {
    #[test]
    fn prop_the_short_way_reads_what_the_strict_one_reads(
        bytes in prop::collection::vec(any::<u8>(), 0..70),
        damage in prop::option::of((any::<prop::sample::Index>(), "[A-Za-z0-9+/=\\n_-]")),
    ) {
        let mut text = STANDARD.encode(bytes).into_bytes();
        if let (Some((at, byte)), false) = (damage, text.is_empty()) {
            let at = at.index(text.len());
            text[at] = byte.as_bytes()[0];
        }
        let mut out = vec![1, 2];
        let is_canonical = decode_canonical(&text, &mut out);

        prop_assert_eq!(is_canonical.then(|| out[2..].to_vec()), naive_strict(&text));
        prop_assert!(is_canonical || out == [1, 2]);
    }

    #[test]
    fn prop_every_split_gives_the_same_result(
        text in base64ish(),
        mut cuts in prop::collection::vec(any::<usize>(), 0..6),
        strict in any::<bool>(),
    ) {
        let decoder = if strict { Decoder::strict() } else { Decoder::forgiving() };
        for cut in &mut cuts {
            *cut %= text.len() + 1;
        }
        cuts.sort_unstable();

        let (whole, verdict) = in_chunks(decoder.clone(), &text, &[]);
        let (split, split_verdict) = in_chunks(decoder, &text, &cuts);

        prop_assert_eq!(&verdict, &split_verdict);
        prop_assert_eq!(whole, split);
    }

    #[test]
    fn prop_strict_agrees_with_the_rfc_prose_and_with_another_library(text in base64ish()) {
        let ours = decode_strict(&text).ok();

        prop_assert_eq!(&ours, &naive_strict(&text));
        prop_assert_eq!(&ours, &STANDARD.decode(&text).ok());
    }

    #[test]
    fn prop_forgiving_is_strict_where_strict_accepts(text in base64ish()) {
        let forgiving = decode(&text);

        prop_assert_eq!(forgiving.report.is_canonical(), decode_strict(&text).is_ok());
        if let Ok(bytes) = decode_strict(&text) {
            prop_assert_eq!(forgiving.bytes, bytes);
        }
    }

    #[test]
    fn prop_forgiving_decodes_every_whole_byte_before_the_rest(
        text in pieces(r"\\(/|n|u003[dD]|u002[bBfF])"),
    ) {
        let decoded = decode(&text);
        let until = decoded.report.rest().map_or(text.len(), |rest| rest.offset);
        let text = String::from_utf8(text[..until].to_vec()).expect("ASCII before the rest");

        // Read the escapes, drop what carries no bits, and let another library decode.
        let mut letters = text;
        for (escape, plain) in [
            (r"\/", "/"), (r"\n", ""), (r"\u003d", ""), (r"\u003D", ""), (r"\u002b", "+"),
            (r"\u002B", "+"), (r"\u002f", "/"), (r"\u002F", "/"),
            ("-", "+"), ("_", "/"), ("=", ""), (" ", ""), ("\r", ""), ("\n", ""), ("\t", ""),
        ] {
            letters = letters.replace(escape, plain);
        }
        let keep = letters.len() - usize::from(letters.len() % 4 == 1);
        let lenient = ::base64::engine::GeneralPurpose::new(
            &::base64::alphabet::STANDARD,
            ::base64::engine::GeneralPurposeConfig::new()
                .with_decode_allow_trailing_bits(true)
                .with_decode_padding_mode(::base64::engine::DecodePaddingMode::RequireNone),
        );
        prop_assert_eq!(decoded.bytes, lenient.decode(&letters[..keep]).expect("letters alone"));
    }

    #[test]
    fn prop_encoding_agrees_with_another_library_and_comes_back(bytes in any::<Vec<u8>>()) {
        let text = encode(&bytes);

        prop_assert_eq!(&text, &STANDARD.encode(&bytes));
        prop_assert_eq!(decode_strict(text.as_bytes()).expect("canonical"), &bytes[..]);
        prop_assert_eq!(decode(STANDARD_NO_PAD.encode(&bytes).as_bytes()).bytes, bytes);
    }

    #[test]
    fn prop_long_runs_cross_the_blocks_of_the_kernel(
        bytes in prop::collection::vec(any::<u8>(), 150..1200),
        foreign in any::<prop::sample::Index>(),
    ) {
        let mut text = STANDARD.encode(&bytes).into_bytes();
        prop_assert_eq!(decode(&text).bytes, bytes.clone());
        let mut canonical = Vec::new();
        prop_assert!(decode_canonical(&text, &mut canonical));
        prop_assert_eq!(&canonical, &bytes);

        let offset = foreign.index(text.len());
        text[offset] = b'*';
        let decoded = decode(&text);

        prop_assert_eq!(decoded.report.rest().map(|rest| rest.offset), Some(offset));
        prop_assert_eq!(&decoded.bytes[..], &bytes[..(offset * 3 / 4).min(bytes.len())]);
        prop_assert_eq!(decode_strict(&text).expect_err("foreign").offset(), Some(offset));
    }
}
