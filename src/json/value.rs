//! A small tree, for requests and queries rather than for answers.

use super::{RawJson, RawText, Reader, ToJson, Writer, reader::Token};
use crate::error::{Error, ErrorKind, Result};
use std::borrow::Cow;

/// A JSON value that keeps member order, duplicate names and number text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written.
    Number(&'a str),
    /// A string, its escapes read.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Value<'a>>),
    /// An object, its members in order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// A request nests three deep; the limit keeps hostile input off the stack.
const MAX_DEPTH: usize = 64;

impl<'a> Value<'a> {
    /// Reads one JSON text.
    ///
    /// # Errors
    /// [`ErrorKind::JsonSyntax`] with the offset of the first wrong byte,
    /// [`ErrorKind::JsonDepth`] beyond 64 levels.
    pub fn parse(text: &'a str) -> Result<Self> {
        let mut reader = Reader::new(text.as_bytes());
        let value = Self::read(&mut reader, MAX_DEPTH)?;
        reader.end()?;
        Ok(value)
    }

    fn read(reader: &mut Reader<'a>, depth: usize) -> Result<Self> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(Error::new(ErrorKind::JsonDepth, "expected at most 64 levels of nesting")
                .at(reader.offset()));
        };
        match reader.peek() {
            Some(b'{') => {
                let mut members = Vec::new();
                reader.object(|reader, key| {
                    members.push((key.decode(), Self::read(reader, depth)?));
                    Ok(())
                })?;
                Ok(Self::Object(members))
            }
            Some(b'[') => {
                let mut items = Vec::new();
                reader.array(|reader| {
                    items.push(Self::read(reader, depth)?);
                    Ok(())
                })?;
                Ok(Self::Array(items))
            }
            _ => Ok(match reader.value()? {
                Token::Bool(value) => Self::Bool(value),
                Token::Number(text) => Self::Number(text),
                Token::Text(text) => Self::String(text.decode()),
                // Objects and arrays are read above.
                Token::Null | Token::Object(_) | Token::Array(_) => Self::Null,
            }),
        }
    }

    /// The member of that name; of duplicates the last, as `JSON.parse` does.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The members of an object; none for other values.
    #[must_use]
    pub fn members(&self) -> &[(Cow<'a, str>, Value<'a>)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// The items of an array; none for other values.
    #[must_use]
    pub fn items(&self) -> &[Value<'a>] {
        if let Self::Array(items) = self { items } else { &[] }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The value of `true` or `false`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The value of a number without fraction or exponent.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Number(text) = self { text.parse().ok() } else { None }
    }

    /// The type's name, for messages.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

impl ToJson for Value<'_> {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Null => None::<bool>.write(out),
            Self::Bool(value) => value.write(out),
            Self::Number(text) => out.raw(RawJson(text)),
            Self::String(text) => out.string(text),
            Self::Array(items) => out.array(items),
            Self::Object(members) => out.object(|o| {
                for (key, value) in members {
                    o.field(key, value);
                }
            }),
        }
    }
}

impl ToJson for RawText<'_> {
    fn write(&self, out: &mut Writer) {
        out.string(&self.decode());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::to_json;

    #[test]
    fn trees_are_read_and_written_unchanged() {
        let text = r#"{"a":[1,-2.50e3,true,null,"云\n"],"b":{}}"#;

        let value = Value::parse(text).expect("valid");

        assert_eq!(to_json(&value), text);
    }

    #[test]
    fn the_last_of_duplicate_members_wins() {
        let value = Value::parse(r#"{"a":1,"a":2}"#).expect("valid");

        assert_eq!(value.get("a").and_then(Value::as_i64), Some(2));
    }

    #[test]
    fn depth_is_limited() {
        let deep = format!("{}{}", "[".repeat(65), "]".repeat(65));

        assert_eq!(Value::parse(&deep).expect_err("too deep").kind(), ErrorKind::JsonDepth);
    }
}
