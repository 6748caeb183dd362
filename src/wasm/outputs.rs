//! The outputs of one answer, kept in the module's memory.

use super::convert::with_body;
use super::error::to_js_error;
use crate::response::{Page, parse};
use wasm_bindgen::prelude::*;

/// Every output of one answer, decoded from its Base64, in the module's memory: only what is asked for is copied out
/// of it. Outputs stand in the order of the instances; an instance without one has an empty one.
///
/// ```ts
/// using outputs = new Outputs(body);
/// const first = outputs.text(0);
/// ```
///
/// Call `free()` (or use `using`) when the outputs were read.
#[wasm_bindgen]
pub struct Outputs {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    decoder: TextDecoder,
}

#[wasm_bindgen]
impl Outputs {
    /// Decodes the outputs of an answer.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] body: &JsValue,
    ) -> Result<Self, JsValue> {
        with_body(body, |body| parse(body).map(|page| Self::of(&page)))?
            .map_err(|error| to_js_error(&error))
    }

    /// Number of outputs: one for each instance of the answer.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of all outputs.
    #[wasm_bindgen(getter, js_name = byteLength)]
    pub fn byte_length(&self) -> usize {
        self.bytes.len()
    }

    /// The bytes of one output; `undefined` behind the last one.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer> | undefined")]
    pub fn bytes(&self, index: usize) -> Option<js_sys::Uint8Array> {
        self.output(index).map(js_sys::Uint8Array::from)
    }

    /// One output read as UTF-8, what is not UTF-8 replaced by U+FFFD; `undefined` behind the last one.
    /// `readOutput` tells other charsets.
    pub fn text(&self, index: usize) -> Option<js_sys::JsString> {
        self.output(index).map(|output| self.decoder.decode(output))
    }

    /// Every output as `text` gives it.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn texts(&self) -> js_sys::Array {
        (0..self.ends.len()).filter_map(|index| self.text(index)).collect()
    }
}

impl Outputs {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let (bytes, ends) = page.outputs();
        Self { bytes, ends, decoder: decoder() }
    }

    fn output(&self, index: usize) -> Option<&[u8]> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before));
        self.bytes.get(start.copied().unwrap_or_default()..end)
    }
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new(label: &str, options: &JsValue) -> TextDecoder;

    /// Reads the bytes where they stand: none is copied before it is text.
    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> js_sys::JsString;
}

/// A byte order mark that an output begins with stays in its text.
fn decoder() -> TextDecoder {
    let options = js_sys::Object::new();
    // Setting a member of a new object cannot fail.
    let _ = js_sys::Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE);
    TextDecoder::new("utf-8", &options)
}
