//! What goes wrong is an `Error` with a code, never a trap.

use super::{API_PAGE, at, text, value};
use invoscope::wasm::response::parse_page;
use invoscope::wasm::store::InvocationStore;
use js_sys::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The error's name and code.
fn name_and_code(error: &JsValue) -> (String, String) {
    assert!(error.is_instance_of::<Error>(), "an Error object");
    (text(error, "name"), text(error, "code"))
}

#[test]
fn a_cut_answer_is_an_error_with_its_offset() {
    let error = parse_page(&API_PAGE[..100].into()).expect_err("cut");

    assert_eq!(name_and_code(&error), ("InvoscopeError".into(), "json-syntax".into()));
    assert_eq!(at(&error, "offset").as_f64(), Some(100.0));
}

#[test]
fn the_services_error_keeps_its_envelope() {
    let body = r#"{"RequestId":"R","Code":"Throttling.User","Message":"slow down"}"#;

    let error = parse_page(&body.into()).expect_err("an error");

    assert_eq!(name_and_code(&error).1, "api-error");
    assert_eq!(text(&error, "api.code"), "Throttling.User");
    assert_eq!(text(&error, "api.requestId"), "R");
}

#[test]
fn values_of_a_wrong_type_are_refused_by_name() {
    for wrong in [JsValue::from_f64(1.0), JsValue::NULL, JsValue::UNDEFINED, value("{}")] {
        let error = parse_page(&wrong).expect_err("no body");

        assert_eq!(name_and_code(&error).1, "invalid-type");
    }
    let store = InvocationStore::new();
    let error = store.list(&value(r#"{"limit":"ten"}"#)).expect_err("a wrong query");
    assert_eq!(
        (name_and_code(&error).1, text(&error, "path")),
        ("invalid-type".into(), "limit".into())
    );
}

#[test]
fn an_id_that_was_not_read_is_not_found() {
    let error = InvocationStore::new().summary("t-1").expect_err("nothing was read");

    assert_eq!(name_and_code(&error).1, "not-found");
}

#[test]
fn a_value_without_a_json_form_is_refused() {
    let cycle = js_sys::Object::new();
    js_sys::Reflect::set(&cycle, &"self".into(), &cycle).expect("an object");

    let error = InvocationStore::new().list(&cycle).expect_err("a cycle");

    assert_eq!(name_and_code(&error).1, "invalid-type");
}
