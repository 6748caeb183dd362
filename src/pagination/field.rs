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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_absent_typed_or_refused_by_name() {
        let object = Value::parse(r#"{"yes":true,"no":false,"null":null,"text":"a","minus":-1}"#);
        let object = object.expect("JSON");

        assert_eq!(boolean(&object, "yes"), Ok(Some(true)));
        assert_eq!(boolean(&object, "no"), Ok(Some(false)));
        assert_eq!((boolean(&object, "null"), boolean(&object, "absent")), (Ok(None), Ok(None)));
        assert_eq!(text(&object, "text"), Ok(Some("a")));
        for error in [
            boolean(&object, "text").unwrap_err(),
            text(&object, "yes").unwrap_err(),
            integer(&object, "minus").unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidType);
            assert!(error.path().is_some_and(|path| object.get(path).is_some()), "{error:?}");
        }
    }
}
