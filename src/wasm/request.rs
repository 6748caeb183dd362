//! Bindings of `request`.

use super::convert::{from_js, to_js};
use super::error::to_js_error;
use crate::error::Result;
use crate::json::Value;
use crate::request::{Action, Finding, Request};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/request.d.ts");

/// Every documented rule that the request to `action` (`DescribeInvocations`
/// where none is given) breaks or meets; empty where there is nothing to say.
///
/// Works on unfinished requests. Throws where `request` is no object or
/// `action` no action.
#[wasm_bindgen(js_name = validateRequest, unchecked_return_type = "Finding[]")]
pub fn validate_request(
    #[wasm_bindgen(unchecked_param_type = "InvocationRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Action")] action: Option<String>,
) -> std::result::Result<JsValue, JsValue> {
    let json = from_js(request)?;
    let action = action.map_or(Ok(Action::default()), |name| Action::from_name(&name));
    let findings = action.and_then(|action| validate(&json, action));
    to_js(&findings.map_err(|error| to_js_error(&error))?)
}

/// The parameters of `action` as names and values, unencoded, in the order in
/// which ACS3-HMAC-SHA256 signs them (`Tag.1.Key`, `Tag.1.Value`, …).
///
/// Parameters that the action lacks and values that do not fit are left out;
/// `validateRequest` reports them.
#[wasm_bindgen(js_name = encodeRequest, unchecked_return_type = "[string, string][]")]
pub fn encode_request(
    #[wasm_bindgen(unchecked_param_type = "InvocationRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Action")] action: &str,
) -> std::result::Result<JsValue, JsValue> {
    let json = from_js(request)?;
    let pairs = encode(&json, action).map_err(|error| to_js_error(&error))?;
    to_js(&pairs.iter().map(|(name, value)| vec![name, value]).collect::<Vec<_>>())
}

fn validate(json: &str, action: Action) -> Result<Vec<Finding>> {
    Ok(Request::read(&Value::parse(json)?)?.check(action))
}

fn encode(json: &str, action: &str) -> Result<Vec<(String, String)>> {
    let action = Action::from_name(action)?;
    Ok(Request::read(&Value::parse(json)?)?.request.to_query(action))
}
