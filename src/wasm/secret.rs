//! Bindings of `secret`.

use super::convert::to_js;
use crate::secret::{mask, mask_json};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/secret.d.ts");

/// The text with `[masked-kind]` in place of every key, token and password.
///
/// What is ordinary stays as it is; masking twice is masking once.
#[wasm_bindgen(js_name = maskSecrets, unchecked_return_type = "MaskedSecrets")]
pub fn mask_secrets(text: &str) -> Result<JsValue, JsValue> {
    to_js(&mask(text))
}

/// JSON text, such as an answer or `Parameters`, with every value masked whose
/// name calls it a secret, also inside of Base64; other text as `maskSecrets`
/// does it.
#[wasm_bindgen(js_name = maskSecretsInJson, unchecked_return_type = "MaskedSecrets")]
pub fn mask_secrets_in_json(text: &str) -> Result<JsValue, JsValue> {
    to_js(&mask_json(text))
}
