//! The types of parameters: how each is read, written and encoded.

use super::vocabulary::{
    CommandType, ContentEncoding, InvokeRecordStatus, InvokeStatus, RepeatMode,
};
use crate::json::{ToJson, Value, Writer};
use std::borrow::Cow;

/// Largest integer that every JavaScript number holds exactly, 2^53 - 1.
const MAX_SAFE_INTEGER: u64 = 9_007_199_254_740_991;

/// A parameter's type.
///
/// Law: `from_text(&value.text())` is `value`, for every value that
/// [`Scalar::present`] lets through.
pub(super) trait Scalar: Sized {
    /// What a message says was expected, in Chinese and English.
    const EXPECTED: (&'static str, &'static str);

    /// The documented values, for an enumerated parameter.
    const KNOWN: &'static [&'static str] = &[];

    /// Nothing for an empty text: an emptied form field sets no parameter.
    fn present(self) -> Option<Self> {
        Some(self)
    }

    fn from_text(text: &str) -> Option<Self>;

    fn from_json(value: &Value<'_>) -> Option<Self> {
        Self::from_text(value.as_str()?)
    }

    fn text(&self) -> Cow<'_, str>;

    fn write(&self, out: &mut Writer) {
        out.string(&self.text());
    }

    fn is_known(&self) -> bool {
        true
    }
}

impl Scalar for String {
    const EXPECTED: (&'static str, &'static str) = ("文本", "a string");

    fn present(self) -> Option<Self> {
        if self.is_empty() { None } else { Some(self) }
    }

    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Scalar for i64 {
    const EXPECTED: (&'static str, &'static str) = ("整数", "an integer");

    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    /// Numbers as text are read too: form fields hold text.
    fn from_json(value: &Value<'_>) -> Option<Self> {
        value.as_i64().or_else(|| Self::from_text(value.as_str()?))
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    /// A number, or text where a JavaScript number would round it.
    fn write(&self, out: &mut Writer) {
        if self.unsigned_abs() <= MAX_SAFE_INTEGER {
            ToJson::write(self, out);
        } else {
            out.string(&self.to_string());
        }
    }
}

impl Scalar for bool {
    const EXPECTED: (&'static str, &'static str) = ("true 或 false", "true or false");

    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn from_json(value: &Value<'_>) -> Option<Self> {
        value.as_bool().or_else(|| Self::from_text(value.as_str()?))
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "true" } else { "false" })
    }

    fn write(&self, out: &mut Writer) {
        ToJson::write(self, out);
    }
}

macro_rules! open_enum_scalars {
    ($($name:ident),+) => {$(
        impl Scalar for $name {
            const EXPECTED: (&'static str, &'static str) = String::EXPECTED;
            const KNOWN: &'static [&'static str] = $name::KNOWN;

            fn present(self) -> Option<Self> {
                if self.as_str().is_empty() { None } else { Some(self) }
            }

            fn from_text(text: &str) -> Option<Self> {
                Some(Self::from(text))
            }

            fn text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.as_str())
            }

            fn is_known(&self) -> bool {
                $name::is_known(self)
            }
        }
    )+};
}
open_enum_scalars!(CommandType, ContentEncoding, InvokeRecordStatus, InvokeStatus, RepeatMode);
