//! Bindings of `pagination`.

use super::convert::{from_js, to_js};
use super::error::to_js_error;
use crate::json::Value;
use crate::pagination::{self, Failure, PageFacts, PaginationOptions};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/pagination.d.ts");

/// Pages of one request, in order: says what to ask, is told what came back,
/// and says which records are new. It never sends.
#[wasm_bindgen]
pub struct Pagination(pagination::Pagination);

#[wasm_bindgen]
impl Pagination {
    /// Before the first page.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "PaginationOptions")] options: &JsValue,
    ) -> Result<Pagination, JsValue> {
        let options = read(options, PaginationOptions::from_json)?;
        Ok(Self(pagination::Pagination::new(options)))
    }

    /// What to do at that time. Asked again before an answer is reported, it
    /// gives the same request again.
    #[wasm_bindgen(js_name = nextRequest, unchecked_return_type = "PaginationStep")]
    pub fn next_request(
        &mut self,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.0.next_request(milliseconds(now_ms)))
    }

    /// Reports the page that was asked for; tells which of its records are new.
    #[wasm_bindgen(unchecked_return_type = "AcceptedPage")]
    pub fn accept(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PageFacts")] page: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let page = read(page, PageFacts::from_json)?;
        to_js(&self.0.accept(page).map_err(|error| to_js_error(&error))?)
    }

    /// Reports that no page came; tells whether to wait for another try.
    /// `jitter` is a random number from 0 to 1.
    #[wasm_bindgen(unchecked_return_type = "PaginationStep")]
    pub fn fail(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "FailureFacts")] failure: &JsValue,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
        jitter: f64,
    ) -> Result<JsValue, JsValue> {
        let failure = read(failure, Failure::from_json)?;
        let step = self.0.fail(failure, milliseconds(now_ms), jitter);
        to_js(&step.map_err(|error| to_js_error(&error))?)
    }

    /// Reads on from where a failure or the limit of pages ended it.
    pub fn resume(&mut self) -> Result<(), JsValue> {
        self.0.resume().map_err(|error| to_js_error(&error))
    }

    /// Reads from the first page again; known records stay known.
    pub fn restart(&mut self) {
        self.0.restart();
    }

    /// Counts so far.
    #[wasm_bindgen(unchecked_return_type = "PaginationProgress")]
    pub fn progress(&self) -> Result<JsValue, JsValue> {
        to_js(&self.0.progress())
    }
}

/// What to do about a failed call of either action.
#[wasm_bindgen(js_name = failureKind, unchecked_return_type = "FailureKind")]
pub fn failure_kind(
    #[wasm_bindgen(unchecked_param_type = "FailureFacts")] failure: &JsValue,
) -> Result<String, JsValue> {
    Ok(read(failure, Failure::from_json)?.kind().name().to_owned())
}

/// A reading of `Date.now()`; what is no time counts as the nearest one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn milliseconds(time_ms: f64) -> u64 {
    time_ms as u64
}

/// A core value of a plain object.
pub(super) fn read<T>(
    value: &JsValue,
    from_json: impl FnOnce(&Value<'_>) -> crate::Result<T>,
) -> Result<T, JsValue> {
    let text = from_js(value)?;
    Value::parse(&text).and_then(|value| from_json(&value)).map_err(|error| to_js_error(&error))
}
