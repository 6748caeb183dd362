//! Bindings of `status`.

use super::convert::{from_js, to_js};
use super::error::to_js_error;
use crate::error::{Error, ErrorKind};
use crate::json::{ToJson, Value, Writer};
use crate::status::{InstanceStatus, InvocationStatus, LegacyStatus, Outcome, aggregate};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/status.d.ts");

/// Derives the status of a run from those of its instances.
#[wasm_bindgen(js_name = aggregate, unchecked_return_type = "Aggregate")]
pub fn aggregate_statuses(
    #[wasm_bindgen(unchecked_param_type = "readonly InstanceStatus[]")] statuses: &JsValue,
) -> Result<JsValue, JsValue> {
    let json = from_js(statuses)?;
    let value = Value::parse(&json).map_err(|error| to_js_error(&error))?;
    let texts: Option<Vec<_>> =
        value.items().iter().map(|item| item.as_str().map(InstanceStatus::from_text)).collect();
    match (&value, texts) {
        (Value::Array(_), Some(statuses)) => to_js(&aggregate(&statuses)),
        _ => Err(to_js_error(&Error::new(
            ErrorKind::InvalidType,
            format!("expected an array of strings, found {}", value.type_name()),
        ))),
    }
}

/// What is known of an instance's status.
#[wasm_bindgen(js_name = instanceStatusFacts, unchecked_return_type = "StatusFacts")]
pub fn instance_status_facts(status: &str) -> Result<JsValue, JsValue> {
    let status = InstanceStatus::from_text(status);
    to_js(&Facts(status.outcome(), status.legacy()))
}

/// What is known of a run's status.
#[wasm_bindgen(js_name = invocationStatusFacts, unchecked_return_type = "StatusFacts")]
pub fn invocation_status_facts(status: &str) -> Result<JsValue, JsValue> {
    let status = InvocationStatus::from_text(status);
    to_js(&Facts(status.outcome(), status.legacy()))
}

struct Facts(Outcome, Option<LegacyStatus>);

impl ToJson for Facts {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("outcome", self.0)
                .field("isTerminal", self.0.is_terminal())
                .field("isSuccess", self.0 == Outcome::Success)
                .field("legacy", &self.1);
        });
    }
}
