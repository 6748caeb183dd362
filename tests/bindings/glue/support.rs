//! The bindings as JavaScript sees them.

use js_sys::{Error, Function, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

/// The glue module that the test page has loaded: its exports are the API.
const GLUE: &str = r"
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
    return import(loaded.find((name) => /wasm-bindgen-test(\.js)?$/.test(name)));";

pub(crate) struct Api(JsValue);

pub(crate) async fn api() -> Api {
    let load = Function::new_no_args(GLUE).call0(&JsValue::NULL).expect("the page's own module");
    let module = js_sys::futures::JsFuture::from(js_sys::Promise::from(load)).await;
    Api(module.expect("the page's own module"))
}

/// JSON text of a value; `undefined` where there is none.
fn json(value: &JsValue) -> String {
    JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or("undefined".to_owned())
}

impl Api {
    /// Runs the body of a function of `api` and `input`.
    pub(crate) fn run(&self, body: &str, input: &JsValue) -> Result<JsValue, JsValue> {
        Function::new_with_args("api, input", body).call2(&JsValue::NULL, &self.0, input)
    }

    /// The value of an expression of `api` and `input`.
    pub(crate) fn value(&self, expression: &str, input: &JsValue) -> Result<JsValue, JsValue> {
        self.run(&format!("return ({expression});"), input)
    }

    /// An expression has exactly that JSON: same members, same order, same types.
    #[track_caller]
    pub(crate) fn shows(&self, expression: &str, expected: &str) {
        self.shows_of(expression, &JsValue::UNDEFINED, expected);
    }

    /// As [`shows`](Self::shows), for an expression of `input`.
    #[track_caller]
    pub(crate) fn shows_of(&self, expression: &str, input: &JsValue, expected: &str) {
        match self.value(expression, input) {
            Ok(value) => assert_eq!(json(&value), expected, "{expression}"),
            Err(error) => panic!("{expression} throws {error:?}"),
        }
    }

    /// A script holds: it returns `true`.
    #[track_caller]
    pub(crate) fn holds(&self, body: &str) {
        match self.run(body, &JsValue::UNDEFINED) {
            Ok(value) => assert_eq!(value, JsValue::TRUE, "{body}\nreturns {value:?}"),
            Err(error) => panic!("{body}\nthrows {error:?}"),
        }
    }

    /// An expression throws an `InvoscopeError` with exactly these members
    /// beside `name` and `message`, such as `{"code":"json-syntax","offset":3}`.
    #[track_caller]
    pub(crate) fn refuses(&self, expression: &str, expected: &str) {
        let thrown = match self.value(expression, &JsValue::UNDEFINED) {
            Ok(value) => panic!("{expression} gives {value:?}"),
            Err(thrown) => thrown,
        };
        let error = thrown.dyn_ref::<Error>().expect("an instance of Error");
        assert_eq!(error.name(), "InvoscopeError", "{expression}: {error:?}");
        assert!(error.message().length() > 0, "{expression}");
        let members = Object::new();
        for key in ["code", "offset", "path", "api"] {
            let value = Reflect::get(&thrown, &key.into()).expect("a member");
            if !value.is_undefined() {
                Reflect::set(&members, &key.into(), &value).expect("an object");
            }
        }
        assert_eq!(json(&members), expected, "{expression}");
    }

    /// Names of the exports.
    pub(crate) fn exports(&self) -> Vec<String> {
        let keys = Object::keys(self.0.unchecked_ref::<Object>());
        keys.iter().filter_map(|key| key.as_string()).collect()
    }
}
