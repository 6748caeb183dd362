//! Bindings of `analysis`.

use super::convert::{from_js, to_js};
use super::error::to_js_error;
use crate::analysis::diff::{DiffOptions, diff};
use crate::analysis::fingerprint::Fingerprint;
use crate::analysis::mask::mask;
use crate::analysis::search::{Limits, Query, Search};
use crate::analysis::stats::DurationStats;
use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/analysis.d.ts");

/// Replaces what differs without meaning (names, addresses, times, sizes, …) by
/// placeholders. Masking a masked text changes nothing; lines are kept.
#[wasm_bindgen(js_name = maskText, unchecked_return_type = "MaskedText")]
pub fn mask_text(
    text: &str,
    #[wasm_bindgen(js_name = ownNames, unchecked_param_type = "readonly string[] | undefined")]
    own_names: &JsValue,
) -> std::result::Result<JsValue, JsValue> {
    let json = from_js(own_names)?;
    let names = Value::parse(&json).and_then(|value| strings(&value, "ownNames").map(owned));
    let names = names.map_err(|error| to_js_error(&error))?;
    to_js(&mask(text, &borrowed(&names)))
}

/// The fingerprint of a text, 32 hexadecimal digits: equal for equal texts;
/// with `masked`, equal for texts that differ in noise alone.
#[wasm_bindgen(js_name = fingerprint)]
pub fn fingerprint(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "FingerprintOptions | undefined")] options: &JsValue,
) -> std::result::Result<String, JsValue> {
    let json = from_js(options)?;
    let compute = || -> Result<Fingerprint> {
        let options = Value::parse(&json)?;
        let names = strings_of(&options, "ownNames")?;
        Ok(if flag(&options, "masked", false)? {
            Fingerprint::masked(text, &names)
        } else {
            Fingerprint::exact(text)
        })
    };
    compute().map(|found| found.to_string()).map_err(|error| to_js_error(&error))
}

/// The line diff that turns `reference` into `other`, with the words that differ.
#[wasm_bindgen(js_name = diffLines, unchecked_return_type = "LineDiff")]
pub fn diff_lines(
    reference: &str,
    other: &str,
    #[wasm_bindgen(unchecked_param_type = "DiffOptions | undefined")] options: &JsValue,
) -> std::result::Result<JsValue, JsValue> {
    let json = from_js(options)?;
    let read = || -> Result<_> {
        let options = Value::parse(&json)?;
        let default = DiffOptions::default();
        let reference_names = strings_of(&options, "referenceNames")?;
        let other_names = strings_of(&options, "otherNames")?;
        Ok(diff(
            reference,
            other,
            &DiffOptions {
                context: count(&options, "context", default.context)?,
                ignore_masked: flag(&options, "ignoreMasked", default.ignore_masked)?,
                ignore_trailing_space: flag(
                    &options,
                    "ignoreTrailingSpace",
                    default.ignore_trailing_space,
                )?,
                reference_names: &reference_names,
                other_names: &other_names,
            },
        ))
    };
    to_js(&read().map_err(|error| to_js_error(&error))?)
}

/// The matches of a query in one text. Throws `invalid-pattern`.
#[wasm_bindgen(js_name = searchText, unchecked_return_type = "TextMatches")]
pub fn search_text(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "SearchQuery | string")] query: &JsValue,
) -> std::result::Result<JsValue, JsValue> {
    let json = from_js(query)?;
    let find = || {
        let value = Value::parse(&json)?;
        let limit = count(&value, "limit", Limits::default().per_output)?;
        Ok(Search::new(&search_query(&value)?)?.matches(text, limit))
    };
    to_js(&find().map_err(|error: Error| to_js_error(&error))?)
}

/// Percentiles of durations in seconds, and the thresholds of stragglers; `null`
/// where no value counts.
#[wasm_bindgen(js_name = durationStats, unchecked_return_type = "DurationStats | null")]
pub fn duration_stats(
    #[wasm_bindgen(unchecked_param_type = "ArrayLike<number>")] seconds: Vec<f64>,
) -> std::result::Result<JsValue, JsValue> {
    to_js(&DurationStats::of(seconds))
}

/// A search query from a pattern alone or from an object.
pub(super) fn search_query(value: &Value<'_>) -> Result<Query> {
    let pattern = match value.as_str() {
        Some(pattern) => pattern,
        None => value
            .get("pattern")
            .and_then(Value::as_str)
            .ok_or_else(|| wrong_type("pattern", "a string", value.get("pattern")))?,
    };
    Ok(Query {
        pattern: pattern.to_owned(),
        regex: flag(value, "regex", false)?,
        case_sensitive: flag(value, "caseSensitive", false)?,
        invert: flag(value, "invert", false)?,
    })
}

fn flag(options: &Value<'_>, name: &'static str, default: bool) -> Result<bool> {
    match options.get(name) {
        None => Ok(default),
        Some(value) => value.as_bool().ok_or_else(|| wrong_type(name, "a boolean", Some(value))),
    }
}

fn count(options: &Value<'_>, name: &'static str, default: usize) -> Result<usize> {
    let Some(value) = options.get(name) else { return Ok(default) };
    let count = value.as_i64().and_then(|number| usize::try_from(number).ok());
    count.ok_or_else(|| wrong_type(name, "a whole number from 0", Some(value)))
}

fn strings_of<'v>(options: &'v Value<'_>, name: &'static str) -> Result<Vec<&'v str>> {
    options.get(name).map_or_else(|| Ok(Vec::new()), |value| strings(value, name))
}

fn strings<'v>(value: &'v Value<'_>, name: &'static str) -> Result<Vec<&'v str>> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().ok_or_else(|| wrong_type(name, "strings", Some(item))))
            .collect(),
        _ => Err(wrong_type(name, "an array of strings", Some(value))),
    }
}

fn wrong_type(name: &'static str, expected: &str, found: Option<&Value<'_>>) -> Error {
    let found = found.map_or("nothing", Value::type_name);
    Error::new(ErrorKind::InvalidType, format!("expected {expected}, found {found}")).in_path(name)
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

fn borrowed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
