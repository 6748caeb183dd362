//! Many strings across the boundary as one.
//!
//! A string costs far more to cross than its bytes.

use wasm_bindgen::JsValue;

/// Strings on their way to an array.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    count: u32,
    /// Those that hold what stands between lines, by their places.
    apart: Vec<(u32, String)>,
}

impl Lines {
    pub(super) fn push(&mut self, line: &str) {
        if line.contains('\n') {
            self.apart.push((self.count, line.to_owned()));
        } else {
            self.text.push_str(line);
        }
        self.text.push('\n');
        self.count += 1;
    }

    pub(super) fn into_array(self) -> js_sys::Array {
        let array = js_sys::JsString::from(self.text.as_str()).split("\n");
        array.pop();
        for (place, line) in self.apart {
            array.set(place, JsValue::from_str(&line));
        }
        array
    }
}
