//! Bindings of `watch`.

use super::convert::{bytes, to_js};
use super::error::to_js_error;
use super::pagination::{milliseconds, read};
use crate::pagination::Failure;
use crate::watch::{self, RunFacts, WatchOptions, parse_event, read_answer};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/watch.d.ts");

/// Polite refreshing of any number of runs: says what to ask next and when, is
/// told what came back, and stops by itself. It never sends or sleeps.
#[wasm_bindgen]
pub struct Watch(watch::Watch);

#[wasm_bindgen]
impl Watch {
    /// Watches nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "WatchOptions")] options: &JsValue,
    ) -> Result<Watch, JsValue> {
        Ok(Self(watch::Watch::new(read(options, WatchOptions::from_json)?)))
    }

    /// Watches a run of which nothing is known.
    pub fn add(&mut self, #[wasm_bindgen(js_name = invokeId)] invoke_id: &str) {
        self.0.add(invoke_id);
    }

    /// Watches a run of which that is known, or tells what is known by now.
    pub fn observe(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "RunFacts")] facts: &JsValue,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
    ) -> Result<(), JsValue> {
        self.0.observe(&read(facts, RunFacts::from_json)?, milliseconds(now_ms));
        Ok(())
    }

    /// Watches a run no more.
    pub fn remove(&mut self, #[wasm_bindgen(js_name = invokeId)] invoke_id: &str) {
        self.0.remove(invoke_id);
    }

    /// Counts a call that was made for something else against the budget.
    pub fn spend(&mut self, #[wasm_bindgen(js_name = nowMs)] now_ms: f64) {
        self.0.spend(milliseconds(now_ms));
    }

    /// Asks nothing until `resume`, as for a hidden page.
    pub fn pause(&mut self) {
        self.0.pause();
    }

    /// Goes on after a pause or after a failure.
    pub fn resume(&mut self, #[wasm_bindgen(js_name = nowMs)] now_ms: f64) {
        self.0.resume(milliseconds(now_ms));
    }

    /// Makes every run that is not finished due, within the budget.
    pub fn refresh(&mut self, #[wasm_bindgen(js_name = nowMs)] now_ms: f64) {
        self.0.refresh(milliseconds(now_ms));
    }

    /// What to do at that time. A call that was neither accepted nor failed is
    /// asked again.
    #[wasm_bindgen(js_name = nextStep, unchecked_return_type = "WatchStep")]
    pub fn next_step(
        &mut self,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.0.next_step(milliseconds(now_ms)))
    }

    /// Reports the runs of the answer to the call under way.
    #[wasm_bindgen(unchecked_return_type = "AcceptedRun")]
    pub fn accept(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "readonly RunFacts[]")] runs: &JsValue,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
    ) -> Result<JsValue, JsValue> {
        let runs = read(runs, RunFacts::list_from_json)?;
        let accepted = self.0.accept(&runs, milliseconds(now_ms));
        to_js(&accepted.map_err(|error| to_js_error(&error))?)
    }

    /// Reports that the call under way brought no answer. `jitter` is a random
    /// number from 0 to 1.
    pub fn fail(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "FailureFacts")] failure: &JsValue,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
        jitter: f64,
    ) -> Result<(), JsValue> {
        let failure = read(failure, Failure::from_json)?;
        self.0.fail(failure, milliseconds(now_ms), jitter).map_err(|error| to_js_error(&error))
    }

    /// Takes over what a task event tells, without a call.
    #[wasm_bindgen(unchecked_return_type = "EventOutcome")]
    pub fn event(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] event: &JsValue,
        #[wasm_bindgen(js_name = nowMs)] now_ms: f64,
    ) -> Result<JsValue, JsValue> {
        let event = parse_event(&bytes(event)?).map_err(|error| to_js_error(&error))?;
        to_js(&self.0.event(&event, milliseconds(now_ms)))
    }

    /// What a display shows at that time.
    #[wasm_bindgen(unchecked_return_type = "WatchStatus")]
    pub fn status(&self, #[wasm_bindgen(js_name = nowMs)] now_ms: f64) -> Result<JsValue, JsValue> {
        to_js(&self.0.status(milliseconds(now_ms)))
    }
}

/// Reads a task event: `EventBridge`'s envelope, or its `data` alone.
#[wasm_bindgen(js_name = parseTaskEvent, unchecked_return_type = "TaskEvent")]
pub fn parse_task_event(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] event: &JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&parse_event(&bytes(event)?).map_err(|error| to_js_error(&error))?)
}

/// Reads what a client needs of an answer: its token, the keys of its records
/// and the states of its runs, or the service's own error.
#[wasm_bindgen(js_name = readAnswer, unchecked_return_type = "Answer")]
pub fn read_answer_facts(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] body: &JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&read_answer(&bytes(body)?).map_err(|error| to_js_error(&error))?)
}
