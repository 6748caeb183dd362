//! Requests from JSON: what fits is read, what does not is a finding.

use super::finding::{Finding, Severity};
use super::parameters::{Parameter, Request, WrongType};
use super::say::say;
use super::tag::Tag;
use crate::action::Action;
use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;
use crate::locale::Bilingual;

/// A request as far as it could be read, and what was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// What could be read.
    pub request: Request,
    /// Unknown names, repeated names, values of another type.
    pub findings: Vec<Finding>,
}

impl Request {
    /// Reads a JSON object of parameters.
    ///
    /// Names are the API's (`MaxResults`, `Tag[].Key`); the official SDK's
    /// (`maxResults`, `tag[].key`) are read too, because people paste SDK calls.
    /// Numbers and booleans may be text, as form fields hold them; `null` and
    /// empty text set nothing. Of a repeated name the last value counts. What
    /// does not fit is left out and reported, so an unfinished form can be read.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] where `value` is no object.
    pub fn read(value: &Value<'_>) -> Result<Reading> {
        if !matches!(value, Value::Object(_)) {
            return Err(Error::new(
                ErrorKind::InvalidType,
                say!("expected an object of parameters, found {}", value.type_name()),
            ));
        }
        let mut reading = Reading { request: Self::new(), findings: Vec::new() };
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in value.members() {
            let parameter = Parameter::from_name(name);
            let canonical = match parameter {
                Some(parameter) => parameter.name(),
                None if name == "Tag" || name == "tag" => "Tag",
                None => {
                    reading.findings.push(unknown_parameter(name));
                    continue;
                }
            };
            if seen.contains(&canonical) {
                reading.findings.push(duplicate_parameter(canonical));
            } else {
                seen.push(canonical);
            }
            match parameter {
                Some(parameter) => reading.read_scalar(parameter, value),
                None => reading.read_tags(value),
            }
        }
        Ok(reading)
    }
}

impl Reading {
    /// What was left out, then what [`Request::check`] finds in the rest.
    #[must_use]
    pub fn check(self, action: Action) -> Vec<Finding> {
        let mut findings = self.findings;
        findings.extend(self.request.check(action));
        findings
    }

    fn read_scalar(&mut self, parameter: Parameter, value: &Value<'_>) {
        if *value == Value::Null || value.as_str() == Some("") {
            self.request.clear(parameter);
            return;
        }
        if let Err(WrongType(expected)) = self.request.set_json(parameter, value) {
            self.findings.push(invalid_type(parameter.name(), expected, value));
        }
    }

    fn read_tags(&mut self, value: &Value<'_>) {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            Value::Null => &[],
            _ => {
                self.findings.push(invalid_type("Tag", ("数组", "an array"), value));
                return;
            }
        };
        let tags = items.iter().enumerate().map(|(index, item)| self.read_tag(index, item));
        let tags = tags.collect();
        self.request.set_tags(tags);
    }

    /// A tag at its place: an item that is none keeps the numbers of the others.
    fn read_tag(&mut self, index: usize, item: &Value<'_>) -> Tag {
        let mut tag = Tag::default();
        if !matches!(item, Value::Object(_)) {
            let path = say!("Tag[{}]", index);
            self.findings.push(invalid_type(&path, ("对象", "an object"), item));
        }
        for (name, value) in item.members() {
            let (name, slot) = match name.as_ref() {
                "Key" | "key" => ("Key", &mut tag.key),
                "Value" | "value" => ("Value", &mut tag.value),
                other => {
                    self.findings.push(unknown_parameter(&say!("Tag[{}].{}", index, other)));
                    continue;
                }
            };
            match value {
                Value::String(text) => *slot = Some(text.clone().into_owned()),
                Value::Null => *slot = None,
                _ => {
                    let path = say!("Tag[{}].{}", index, name);
                    self.findings.push(invalid_type(&path, ("文本", "a string"), value));
                }
            }
        }
        tag
    }
}

pub(super) fn unknown_parameter(name: &str) -> Finding {
    Finding::new(
        "unknown-parameter",
        Severity::Ignored,
        name,
        Bilingual::filled(
            say!("API 没有参数 {}，该参数不会被发送。", name),
            say!("The API has no parameter {}; it is not sent.", name),
        ),
    )
}

pub(super) fn duplicate_parameter(name: &str) -> Finding {
    Finding::new(
        "duplicate-parameter",
        Severity::Warning,
        name,
        Bilingual::filled(
            say!("参数 {} 重复出现，以最后一个值为准。", name),
            say!("{} is given more than once; the last value counts.", name),
        ),
    )
}

fn invalid_type(path: &str, (zh, en): (&str, &str), found: &Value<'_>) -> Finding {
    let found_zh = match found {
        Value::Null => "null",
        Value::Bool(_) => "布尔值",
        Value::Number(_) => "数字",
        Value::String(_) => "文本",
        Value::Array(_) => "数组",
        Value::Object(_) => "对象",
    };
    let found_en = found.type_name();
    Finding::new(
        "invalid-type",
        Severity::Error,
        path,
        Bilingual::filled(
            say!("{} 应为{}，实际为{}，该值不会被发送。", path, zh, found_zh),
            say!("{} must be {}, found {}; the value is not sent.", path, en, found_en),
        ),
    )
}
