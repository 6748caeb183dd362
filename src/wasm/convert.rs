//! Values across the boundary.

use super::error::to_js_error;
use crate::error::{Error, ErrorKind};
use crate::json::{ToJson, to_json};
use crate::response::check_length;
use wasm_bindgen::prelude::*;

/// A plain JavaScript value with the same content.
pub(super) fn to_js(value: &(impl ToJson + ?Sized)) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&to_json(value))
}

/// The JSON text of a plain JavaScript value; `null` for `undefined`.
pub(super) fn from_js(value: &JsValue) -> Result<String, JsValue> {
    if value.is_undefined() {
        return Ok("null".to_owned());
    }
    js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string()).ok_or_else(|| {
        to_js_error(&Error::new(
            ErrorKind::InvalidType,
            "expected a plain object, found a value without a JSON form",
        ))
    })
}

/// Engines copy into such an address many times as fast as into others: 70 kB
/// took 1.3 µs in Chromium on x86-64, and 20 to 40 µs where only eight bytes
/// were aligned.
pub(super) const ALIGNMENT: usize = 64;

/// Reads the text or bytes of an answer, copied into the module's memory once.
pub(super) fn with_body<R>(value: &JsValue, read: impl FnOnce(&[u8]) -> R) -> Result<R, JsValue> {
    let Some(array) = view(value)? else { return Ok(read(&text(value)?)) };
    let length = array.length() as usize;
    let mut buffer = Box::new_uninit_slice(length + ALIGNMENT);
    let start = buffer.as_ptr().align_offset(ALIGNMENT).min(ALIGNMENT);
    let place = buffer.get_mut(start..start + length).unwrap_or_default();
    Ok(read(array.copy_to_uninit(place)))
}

#[wasm_bindgen]
extern "C" {
    /// A string or a typed array. js-sys takes lengths modulo 2^32, which
    /// typed arrays may exceed.
    type HasLength;

    #[wasm_bindgen(method, getter)]
    fn length(this: &HasLength) -> f64;
}

/// Refuses what is longer than an answer may be. Its copy would trap where the
/// module's memory ends, and memory that has grown stays.
///
/// The UTF-16 length of a text is at most its length in UTF-8.
fn refuse_above_limit(value: &JsValue) -> Result<(), JsValue> {
    let length = value.unchecked_ref::<HasLength>().length();
    // A length is a whole number that is not negative.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    check_length(length as usize).map_err(|error| to_js_error(&error))
}

/// The bytes of an array or a buffer, without a copy.
fn view(value: &JsValue) -> Result<Option<js_sys::Uint8Array>, JsValue> {
    let view = if let Some(array) = value.dyn_ref::<js_sys::Uint8Array>() {
        array.clone()
    } else if value.has_type::<js_sys::ArrayBuffer>() {
        js_sys::Uint8Array::new(value)
    } else {
        return Ok(None);
    };
    refuse_above_limit(&view)?;
    Ok(Some(view))
}

/// Text or bytes as an owned buffer.
pub(super) fn bytes(value: &JsValue) -> Result<Vec<u8>, JsValue> {
    match view(value)? {
        Some(array) => Ok(array.to_vec()),
        None => text(value),
    }
}

fn text(value: &JsValue) -> Result<Vec<u8>, JsValue> {
    if !value.is_string() {
        return Err(to_js_error(&Error::new(
            ErrorKind::InvalidType,
            "expected a string, a Uint8Array or an ArrayBuffer",
        )));
    }
    refuse_above_limit(value)?;
    Ok(value.as_string().unwrap_or_default().into_bytes())
}
