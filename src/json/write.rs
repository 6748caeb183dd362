//! JSON text from core values, without an intermediate tree.

use super::RawJson;
use super::decimal;
use std::fmt::Write as _;

/// A value that can be written as JSON.
///
/// What it writes is what JavaScript receives: the bindings hand the text to
/// `JSON.parse`, one crossing a call. Keys are camelCase and declared in
/// `src/wasm/types/*.d.ts`.
pub trait ToJson {
    /// Writes exactly one JSON value.
    fn write(&self, out: &mut Writer);
}

/// The JSON text of `value`.
#[must_use]
pub fn to_json(value: &(impl ToJson + ?Sized)) -> String {
    let mut writer = Writer::new();
    value.write(&mut writer);
    writer.finish()
}

/// An append-only JSON text.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
}

impl Writer {
    /// An empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text written so far.
    #[must_use]
    pub fn finish(self) -> String {
        self.out
    }

    /// Writes an object; `fields` writes its members with [`Members::field`].
    pub fn object(&mut self, fields: impl FnOnce(&mut Members<'_>)) {
        self.out.push('{');
        fields(&mut Members { writer: self, first: true });
        self.out.push('}');
    }

    /// Writes an array of `items`.
    pub fn array<T: ToJson>(&mut self, items: impl IntoIterator<Item = T>) {
        self.out.push('[');
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            item.write(self);
        }
        self.out.push(']');
    }

    /// Writes a string literal.
    ///
    /// `<` and U+2028/U+2029 are escaped so that the text may stand inside a
    /// script element of an offline capsule.
    pub fn string(&mut self, text: &str) {
        self.out.push('"');
        let mut plain = 0;
        for (index, character) in text.char_indices() {
            let escape = match character {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '<' | '\u{0}'..='\u{1f}' | '\u{2028}' | '\u{2029}' => "",
                _ => continue,
            };
            self.out.push_str(text.get(plain..index).unwrap_or_default());
            if escape.is_empty() {
                // Writing to a String cannot fail.
                let _ = write!(self.out, "\\u{:04x}", u32::from(character));
            } else {
                self.out.push_str(escape);
            }
            plain = index + character.len_utf8();
        }
        self.out.push_str(text.get(plain..).unwrap_or_default());
        self.out.push('"');
    }

    /// Writes JSON text that is already valid.
    pub fn raw(&mut self, json: RawJson<'_>) {
        self.out.push_str(json.as_str());
    }
}

/// The members of an object being written.
#[derive(Debug)]
pub struct Members<'w> {
    writer: &'w mut Writer,
    first: bool,
}

impl Members<'_> {
    /// Writes one member.
    pub fn field(&mut self, key: &str, value: impl ToJson) -> &mut Self {
        value.write(self.key(key));
        self
    }

    /// Writes one member where there is a value, nothing where there is none.
    pub fn optional(&mut self, key: &str, value: Option<impl ToJson>) -> &mut Self {
        if let Some(value) = value {
            self.field(key, value);
        }
        self
    }

    /// Writes one array member.
    pub fn array<T: ToJson>(&mut self, key: &str, items: impl IntoIterator<Item = T>) -> &mut Self {
        self.key(key).array(items);
        self
    }

    /// Writes one object member.
    pub fn object(&mut self, key: &str, fields: impl FnOnce(&mut Members<'_>)) -> &mut Self {
        self.key(key).object(fields);
        self
    }

    fn key(&mut self, key: &str) -> &mut Writer {
        if !self.first {
            self.writer.out.push(',');
        }
        self.first = false;
        self.writer.string(key);
        self.writer.out.push(':');
        self.writer
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.out.push_str("null"),
        }
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, out: &mut Writer) {
        out.array(self);
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.array(self);
    }
}

impl ToJson for str {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToJson for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToJson for std::borrow::Cow<'_, str> {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToJson for RawJson<'_> {
    fn write(&self, out: &mut Writer) {
        out.raw(*self);
    }
}

impl ToJson for bool {
    fn write(&self, out: &mut Writer) {
        out.out.push_str(if *self { "true" } else { "false" });
    }
}

impl ToJson for f64 {
    /// JSON has no NaN and no infinities: they are written as `null`, as
    /// `JSON.stringify` does.
    fn write(&self, out: &mut Writer) {
        if self.is_finite() {
            decimal::write(&mut out.out, *self);
        } else {
            out.out.push_str("null");
        }
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl ToJson for $integer {
            fn write(&self, out: &mut Writer) {
                let _ = write!(out.out, "{self}");
            }
        }
    )*};
}
integers!(u8, u16, u32, u64, usize, i32, i64);

#[cfg(test)]
mod tests {
    use super::*;

    struct Point;

    impl ToJson for Point {
        fn write(&self, out: &mut Writer) {
            out.object(|o| {
                o.field("x", 1_u32).optional("y", None::<bool>).array("z", ["a", "b"]);
                o.object("inner", |inner| {
                    inner.field("ok", true).field("none", None::<bool>);
                });
            });
        }
    }

    #[test]
    fn objects_arrays_and_optionals_are_written() {
        assert_eq!(to_json(&Point), r#"{"x":1,"z":["a","b"],"inner":{"ok":true,"none":null}}"#);
    }

    #[test]
    fn strings_are_escaped_for_json_and_for_script_elements() {
        assert_eq!(
            to_json("a\"\\\n\u{1}</script>\u{2028}云"),
            r#""a\"\\\n\u0001\u003c/script>\u2028云""#
        );
    }

    #[test]
    fn numbers_without_a_json_form_are_null() {
        assert_eq!(to_json(&f64::NAN), "null");
        assert_eq!(to_json(&0.5), "0.5");
        assert_eq!(to_json(&i64::MIN), "-9223372036854775808");
    }
}
