//! Base64 against the browser's own decoder.

use invoscope::output::base64;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

/// `Uint8Array.fromBase64`, where the browser has it.
fn from_base64(text: &str) -> Option<Result<Vec<u8>, JsValue>> {
    let constructor = js_sys::Reflect::get(&js_sys::global(), &"Uint8Array".into()).ok()?;
    let decode: Function =
        js_sys::Reflect::get(&constructor, &"fromBase64".into()).ok()?.dyn_into().ok()?;
    let options = super::value(r#"{"lastChunkHandling":"strict"}"#);
    let decoded = decode.call2(&constructor, &text.into(), &options);
    Some(decoded.map(|bytes| Uint8Array::new(&bytes).to_vec()))
}

/// Bytes that look random and are the same in every run (xorshift).
fn bytes(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[0]
    };
    (0..length).map(next).collect()
}

#[test]
fn the_browser_decodes_what_is_encoded_here() {
    for length in 0..200 {
        let bytes = bytes(length, 0x9E37_79B9);
        let encoded = base64::encode(&bytes);
        let Some(decoded) = from_base64(&encoded) else { return };

        assert_eq!(decoded.expect("valid"), bytes);
        assert_eq!(base64::decode_strict(encoded.as_bytes()).expect("valid"), bytes);
    }
}

#[test]
fn both_refuse_the_same_texts() {
    let encoded = base64::encode(&bytes(30, 7));
    for place in 0..encoded.len() {
        for foreign in ["*", "=", "-", "云", "\u{0}"] {
            let mut text = encoded.clone();
            text.replace_range(place..=place, foreign);
            let Some(decoded) = from_base64(&text) else { return };

            assert_eq!(base64::decode_strict(text.as_bytes()).ok(), decoded.ok(), "{text}");
        }
    }
}

#[test]
fn a_cut_text_is_refused_by_both_and_read_to_its_last_whole_byte_here() {
    let bytes = bytes(33, 11);
    let encoded = base64::encode(&bytes);
    for cut in (0..encoded.len()).filter(|cut| cut % 4 != 0) {
        let text = encoded.get(..cut).expect("ASCII");
        let Some(decoded) = from_base64(text) else { return };

        assert!(decoded.is_err(), "{text}");
        assert_eq!(base64::decode(text.as_bytes()).bytes, bytes[..cut * 3 / 4], "{text}");
    }
}
