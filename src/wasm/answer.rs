//! An answer that arrives in chunks.

use super::convert::{ALIGNMENT, from_js, to_js};
use super::error::to_js_error;
use super::outputs::Outputs;
use super::response::{figures_of, outputs_of};
use super::store::{InvocationStore, read_context, report_of};
use crate::response::{Page, check_length, parse};
use wasm_bindgen::prelude::*;

/// The bytes of one answer, in the module's memory.
///
/// Chunks of a `fetch` go straight there, so that no second copy of the answer
/// is made in JavaScript: `receiveAnswer(response)` does it. Call `free()` (or use
/// `using`) when the answer was read.
#[wasm_bindgen]
pub struct AnswerBuffer {
    bytes: Vec<u8>,
    /// Bytes before the answer, so that it begins where copies are cheap.
    start: usize,
    /// Bytes of the answer.
    length: usize,
}

#[wasm_bindgen]
impl AnswerBuffer {
    /// An empty buffer with room for as many bytes as are expected; it grows
    /// beyond them.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(js_name = expectedBytes)] expected_bytes: Option<u32>,
    ) -> Result<Self, JsValue> {
        let room = expected_bytes.unwrap_or_default() as usize;
        check_length(room).map_err(|error| to_js_error(&error))?;
        Ok(Self::with_room(room))
    }

    /// Appends a chunk. Throws `too-large` beyond the longest body that is read.
    pub fn push(&mut self, chunk: &js_sys::Uint8Array) -> Result<(), JsValue> {
        let length = self.length + chunk.length() as usize;
        check_length(length).map_err(|error| to_js_error(&error))?;
        if self.start + length > self.bytes.len() {
            let mut larger = Self::with_room(length.max(self.length * 2));
            let place = larger.bytes.get_mut(larger.start..larger.start + self.length);
            if let Some(place) = place {
                place.copy_from_slice(self.read());
            }
            (self.bytes, self.start) = (larger.bytes, larger.start);
        }
        let place = self.start + self.length..self.start + length;
        if let Some(place) = self.bytes.get_mut(place) {
            chunk.copy_to(place);
            self.length = length;
        }
        Ok(())
    }

    /// Number of bytes so far.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.length
    }

    /// A copy of the bytes, to keep or to save.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.read().to_vec()
    }

    /// What `parse` gives for the same bytes.
    #[wasm_bindgen(unchecked_return_type = "Page")]
    pub fn parse(&self) -> Result<JsValue, JsValue> {
        to_js(&self.page()?)
    }

    /// What `summarize` gives for the same bytes.
    #[wasm_bindgen(unchecked_return_type = "AnswerFigures")]
    pub fn summarize(&self) -> Result<JsValue, JsValue> {
        figures_of(self.read())
    }

    /// What `decodeOutputs` gives for the same bytes.
    #[wasm_bindgen(js_name = decodeOutputs, unchecked_return_type = "DecodedOutputs")]
    pub fn decode_outputs(&self) -> Result<JsValue, JsValue> {
        outputs_of(&self.page()?)
    }

    /// What `new Outputs(body)` gives for the same bytes.
    pub fn outputs(&self) -> Result<Outputs, JsValue> {
        Ok(Outputs::of(&self.page()?))
    }

    /// What `store.ingest` gives for the same bytes.
    #[wasm_bindgen(js_name = ingestInto, unchecked_return_type = "IngestReport")]
    pub fn ingest_into(
        &self,
        store: &mut InvocationStore,
        #[wasm_bindgen(unchecked_param_type = "IngestContext | undefined")] context: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let context = read_context(&from_js(context)?).map_err(|error| to_js_error(&error))?;
        report_of(store.store.ingest(self.read(), context))
    }
}

impl AnswerBuffer {
    fn with_room(room: usize) -> Self {
        let bytes = vec![0; room + ALIGNMENT];
        let start = bytes.as_ptr().align_offset(ALIGNMENT).min(ALIGNMENT);
        Self { bytes, start, length: 0 }
    }

    fn read(&self) -> &[u8] {
        self.bytes.get(self.start..self.start + self.length).unwrap_or_default()
    }

    fn page(&self) -> Result<Page<'_>, JsValue> {
        parse(self.read()).map_err(|error| to_js_error(&error))
    }
}
