//! The one funnel from core errors to JavaScript errors.

use crate::error::Error;
use crate::json::to_json;
use wasm_bindgen::prelude::*;

/// An `Error` named `InvoscopeError` with `code` and, where known, `offset`
/// and `path`.
pub(super) fn to_js_error(error: &Error) -> JsValue {
    let js = js_sys::Error::new(&error.to_string());
    js.set_name("InvoscopeError");
    set(&js, "code", &error.kind().code().into());
    if let Some(offset) = error.offset() {
        // Offsets are below 2^32: wasm32 memory ends there.
        #[allow(clippy::cast_precision_loss)]
        set(&js, "offset", &JsValue::from_f64(offset as f64));
    }
    if let Some(path) = error.path() {
        set(&js, "path", &path.into());
    }
    if let Some(api) = error.api() {
        // The envelope's own JSON is valid by construction.
        if let Ok(envelope) = js_sys::JSON::parse(&to_json(api)) {
            set(&js, "api", &envelope);
        }
    }
    js.into()
}

fn set(target: &js_sys::Error, key: &str, value: &JsValue) {
    // Setting a property of a fresh, extensible object cannot fail.
    let _ = js_sys::Reflect::set(target, &key.into(), value);
}
