//! Bindings of `store`.

use super::convert::{from_js, to_js, with_body};
use super::error::to_js_error;
use super::lines::Lines;
use crate::error::Result as CoreResult;
use crate::json::Value;
use crate::output::encoding::Encoding;
use crate::store::{IngestContext, IngestReport, InstanceQuery, ListQuery, Store};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/store.d.ts");

/// The records of any number of answers, merged.
///
/// Every id is an `InvokeId`, or several of them joined by commas: a run set.
/// Call `free()` (or use `using`) when the store is done with; the engine's
/// finalizer does so otherwise.
#[wasm_bindgen(js_name = InvocationStore)]
#[derive(Default)]
pub struct InvocationStore {
    pub(super) store: Store,
}

#[wasm_bindgen(js_class = InvocationStore)]
impl InvocationStore {
    /// A store without records.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads one answer and merges its records: all of it, or nothing and an error.
    #[wasm_bindgen(unchecked_return_type = "IngestReport")]
    pub fn ingest(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] body: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "IngestContext | undefined")] context: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let context = read_context(&from_js(context)?).map_err(|error| to_js_error(&error))?;
        report_of(with_body(body, |body| self.store.ingest(body, context))?)
    }

    /// The runs that pass the query, in its order.
    #[wasm_bindgen(unchecked_return_type = "RunRows")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ListQuery | undefined")] query: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = ListQuery::from_json(&from_js(query)?);
        answer(query.map(|query| self.store.list(&query)))
    }

    /// The figures of a run or run set.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summary(&self, id: &str) -> Result<JsValue, JsValue> {
        answer(self.store.summary(id))
    }

    /// The fields of a run, of a set its first.
    #[wasm_bindgen(unchecked_return_type = "RunDetail")]
    pub fn run(&self, id: &str) -> Result<JsValue, JsValue> {
        let json = self.store.run(id).map_err(|error| to_js_error(&error))?;
        js_sys::JSON::parse(&json)
    }

    /// The instances of a run or run set that pass the query, in its order.
    #[wasm_bindgen(unchecked_return_type = "InstanceRows")]
    pub fn instances(
        &self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "InstanceQuery | undefined")] query: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = InstanceQuery::from_json(&from_js(query)?);
        answer(query.and_then(|query| self.store.instances(id, &query)))
    }

    /// The executions of a periodic run that were read, newest first.
    #[wasm_bindgen(unchecked_return_type = "InstanceRows")]
    pub fn history(&self, id: &str) -> Result<JsValue, JsValue> {
        answer(self.store.history(id))
    }

    /// The ways in which a run or run set failed, largest first.
    #[wasm_bindgen(unchecked_return_type = "readonly FamilyRow[]")]
    pub fn families(&self, id: &str) -> Result<JsValue, JsValue> {
        answer(self.store.families(id))
    }

    /// The outputs of the successes, equal ones once, largest first.
    #[wasm_bindgen(unchecked_return_type = "readonly GroupRow[]")]
    pub fn groups(&self, id: &str) -> Result<JsValue, JsValue> {
        answer(self.store.groups(id))
    }

    /// The instance whose output the others are compared with.
    #[wasm_bindgen(js_name = referenceInstance)]
    pub fn reference_instance(&self, id: &str) -> Result<Option<String>, JsValue> {
        self.store.reference_instance(id).map_err(|error| to_js_error(&error))
    }

    /// An instance's output as bytes.
    #[wasm_bindgen(js_name = outputBytes)]
    pub fn output_bytes(&self, id: &str, instance_id: &str) -> Result<Vec<u8>, JsValue> {
        let bytes =
            self.store.output_bytes(id, instance_id).map_err(|error| to_js_error(&error))?;
        Ok(bytes.to_vec())
    }

    /// An instance's output, read whole; `null` where no request asked for it.
    #[wasm_bindgen(unchecked_return_type = "OutputReading | null")]
    pub fn output(&self, id: &str, instance_id: &str) -> Result<JsValue, JsValue> {
        answer(self.store.output(id, instance_id))
    }

    /// Searches all outputs of a run or run set.
    #[wasm_bindgen(unchecked_return_type = "OutputHits")]
    pub fn search(
        &self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "SearchQuery")] query: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(query)?;
        answer(self.store.search_json(id, &query))
    }

    /// What the watch needs to know of a run; `undefined` for one that was not read.
    #[wasm_bindgen(js_name = runFacts, unchecked_return_type = "RunFacts | undefined")]
    pub fn run_facts(
        &self,
        #[wasm_bindgen(js_name = invokeId)] invoke_id: &str,
    ) -> Result<JsValue, JsValue> {
        self.store.run_facts(invoke_id).map_or(Ok(JsValue::UNDEFINED), |facts| to_js(&facts))
    }

    /// The runs of an id as JSON text in the API's shape, every value as it came.
    pub fn raw(&self, id: &str) -> Result<String, JsValue> {
        self.store.raw(id).map_err(|error| to_js_error(&error))
    }

    /// The ids of the run sets among the runs, newest first.
    #[wasm_bindgen(js_name = proposeRunSets, unchecked_return_type = "readonly (readonly string[])[]")]
    pub fn propose_run_sets(&self) -> Result<JsValue, JsValue> {
        let sets: Vec<_> =
            self.store.propose_run_sets().into_iter().map(|set| set.invoke_ids).collect();
        to_js(&sets)
    }

    /// Whether the store has the run.
    pub fn contains(&self, invoke_id: &str) -> bool {
        self.store.contains(invoke_id)
    }

    /// Number of runs.
    #[wasm_bindgen(getter, js_name = runCount)]
    pub fn run_count(&self) -> usize {
        self.store.run_count()
    }

    /// Number of instances in all runs.
    #[wasm_bindgen(getter, js_name = instanceCount)]
    pub fn instance_count(&self) -> usize {
        self.store.instance_count()
    }

    /// Bytes that the records take.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> usize {
        self.store.bytes()
    }

    /// Forgets every record.
    pub fn clear(&mut self) {
        self.store.clear();
    }
}

pub(super) fn answer(result: CoreResult<impl crate::json::ToJson>) -> Result<JsValue, JsValue> {
    match result {
        Ok(value) => to_js(&value),
        Err(error) => Err(to_js_error(&error)),
    }
}

#[wasm_bindgen]
extern "C" {
    type Report;

    #[wasm_bindgen(method, setter, js_name = invokeIds)]
    fn set_invoke_ids(this: &Report, ids: &js_sys::Array);
}

/// What an answer changed; its ids, most of it, cross as one string.
pub(super) fn report_of(result: CoreResult<IngestReport>) -> Result<JsValue, JsValue> {
    let mut report = result.map_err(|error| to_js_error(&error))?;
    let mut ids = Lines::default();
    for id in std::mem::take(&mut report.invoke_ids) {
        ids.push(&id);
    }
    let object: Report = to_js(&report)?.unchecked_into();
    object.set_invoke_ids(&ids.into_array());
    Ok(object.into())
}

pub(super) fn read_context(json: &str) -> CoreResult<IngestContext> {
    let value = Value::parse(json)?;
    Ok(IngestContext {
        encoding: value.get("encoding").and_then(Value::as_str).and_then(Encoding::from_api),
        include_output: value.get("includeOutput").and_then(Value::as_bool),
    })
}
