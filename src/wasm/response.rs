//! Bindings of `response`.

use super::convert::{to_js, with_body};
use super::error::to_js_error;
use super::lines::Lines;
use crate::response::{self, Figures, InvocationField, Page, parse};
use crate::status::Outcome;
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
    with_page(body, |page| to_js(page))
}

/// Runs on most pages: `PageSize` is at most 50.
const USUAL_RUNS: usize = 50;

/// The figures of every invocation in one answer, as columns.
///
/// Nothing is kept and no output is decoded: for pages of a list, and for
/// answers that are only counted.
#[wasm_bindgen(js_name = summarize, unchecked_return_type = "AnswerFigures")]
pub fn summarize(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] body: &JsValue,
) -> Result<JsValue, JsValue> {
    with_body(body, figures_of)?
}

pub(super) fn figures_of(body: &[u8]) -> Result<JsValue, JsValue> {
    let mut ids = Lines::default();
    let mut statuses = Lines::default();
    let mut counts = Vec::with_capacity(USUAL_RUNS * Outcome::ALL.len());
    let mut dropped = Vec::with_capacity(USUAL_RUNS);
    let mut longest = Vec::with_capacity(USUAL_RUNS);
    response::summarize(body, &mut |invocation, figures| {
        let id = invocation.field(InvocationField::InvokeId).text().unwrap_or_default();
        ids.push(&id);
        let Figures { aggregate, dropped: lost, longest_seconds } = figures;
        statuses.push(aggregate.status().map_or("", |status| status.as_str()));
        counts.extend(Outcome::ALL.map(|outcome| aggregate.counts().get(outcome)));
        // Lost bytes and seconds of a run are far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        dropped.push(lost as f64);
        #[allow(clippy::cast_precision_loss)]
        longest.push(longest_seconds.map_or(f64::NAN, |seconds| seconds as f64));
    })
    .map_err(|error| to_js_error(&error))?;

    let columns: Columns = js_sys::Object::new().unchecked_into();
    columns.set_invoke_ids(&ids.into_array());
    columns.set_statuses(&statuses.into_array());
    columns.set_counts(&js_sys::Uint32Array::from(counts.as_slice()));
    columns.set_dropped(&js_sys::Float64Array::from(dropped.as_slice()));
    columns.set_longest_seconds(&js_sys::Float64Array::from(longest.as_slice()));
    Ok(columns.into())
}

// A setter is one store in JavaScript, where `Reflect.set` is handed a new string
// and looks it up.
#[wasm_bindgen]
extern "C" {
    type Columns;

    #[wasm_bindgen(method, setter, js_name = invokeIds)]
    fn set_invoke_ids(this: &Columns, ids: &js_sys::Array);
    #[wasm_bindgen(method, setter)]
    fn set_statuses(this: &Columns, statuses: &js_sys::Array);
    #[wasm_bindgen(method, setter)]
    fn set_counts(this: &Columns, counts: &js_sys::Uint32Array);
    #[wasm_bindgen(method, setter)]
    fn set_dropped(this: &Columns, dropped: &js_sys::Float64Array);
    #[wasm_bindgen(method, setter, js_name = longestSeconds)]
    fn set_longest_seconds(this: &Columns, seconds: &js_sys::Float64Array);
}

/// Every output of one answer, decoded, one behind the other.
///
/// ```ts
/// const { bytes, ends } = decodeOutputs(body);
/// const second = bytes.subarray(ends[0], ends[1]);
/// ```
#[wasm_bindgen(js_name = decodeOutputs, unchecked_return_type = "DecodedOutputs")]
pub fn decode_outputs(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] body: &JsValue,
) -> Result<JsValue, JsValue> {
    with_page(body, outputs_of)
}

pub(super) fn outputs_of(page: &Page<'_>) -> Result<JsValue, JsValue> {
    let (bytes, ends) = page.outputs();
    // Memory of WebAssembly ends at 2^32.
    #[allow(clippy::cast_possible_truncation)]
    let ends: Vec<u32> = ends.into_iter().map(|end| end as u32).collect();
    let outputs = js_sys::Object::new();
    let set = |key: &str, value: &JsValue| js_sys::Reflect::set(&outputs, &key.into(), value);
    set("bytes", &js_sys::Uint8Array::from(bytes.as_slice()))?;
    set("ends", &js_sys::Uint32Array::from(ends.as_slice()))?;
    Ok(outputs.into())
}

fn with_page(
    body: &JsValue,
    read: impl FnOnce(&Page<'_>) -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    with_body(body, |body| match parse(body) {
        Ok(page) => read(&page),
        Err(error) => Err(to_js_error(&error)),
    })?
}
