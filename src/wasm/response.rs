//! Bindings of `response`.

use super::convert::{bytes, to_js};
use super::error::to_js_error;
use crate::response::parse;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/response.d.ts");

/// Reads one answer into plain objects.
///
/// For large answers use an `InvocationStore`, which makes objects only of
/// what is shown.
#[wasm_bindgen(js_name = parse, unchecked_return_type = "Page")]
pub fn parse_page(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] body: &JsValue,
) -> Result<JsValue, JsValue> {
    let body = bytes(body)?;
    let page = parse(&body).map_err(|error| to_js_error(&error))?;
    to_js(&page)
}
