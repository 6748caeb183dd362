//! The bindings in a browser: real values in, plain objects and errors out.

#![cfg(target_arch = "wasm32")]
// Helpers of tests fail like tests do.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use js_sys::{JSON, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test_configure;

mod base64;
mod errors;
mod glue;
mod parts;
mod store;

wasm_bindgen_test_configure!(run_in_browser);

/// The answer of the API page.
const API_PAGE: &str = include_str!("../fixtures/answers/invocations_api_page.json");

/// The JSON text of a value, to compare whole objects.
fn json(value: &JsValue) -> String {
    JSON::stringify(value).expect("a plain value").into()
}

/// The value of JSON text.
fn value(json: &str) -> JsValue {
    JSON::parse(json).expect("valid JSON")
}

/// A member, through any number of objects and arrays.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.')
        .fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).expect("an object"))
}

/// A member that is text.
fn text(value: &JsValue, path: &str) -> String {
    at(value, path).as_string().expect("a string")
}
