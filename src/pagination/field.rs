//! Typed members of a small JSON object; absent and `null` are the same.

use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;

pub(crate) fn text<'v>(object: &'v Value<'_>, name: &str) -> Result<Option<&'v str>> {
    read(object, name, "a string", Value::as_str)
}

/// A whole number of 0 or more.
pub(crate) fn integer(object: &Value<'_>, name: &str) -> Result<Option<u64>> {
    read(object, name, "a whole number of 0 or more", |value| {
        value.as_i64().and_then(|number| u64::try_from(number).ok())
    })
}

pub(crate) fn boolean(object: &Value<'_>, name: &str) -> Result<Option<bool>> {
    read(object, name, "a boolean", Value::as_bool)
}

fn read<'v, T>(
    object: &'v Value<'_>,
    name: &str,
    expected: &str,
    convert: impl FnOnce(&'v Value<'v>) -> Option<T>,
) -> Result<Option<T>> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => convert(value).map(Some).ok_or_else(|| {
            let found = value.type_name();
            Error::new(ErrorKind::InvalidType, format!("expected {expected}, found {found}"))
                .in_path(name)
        }),
    }
}
