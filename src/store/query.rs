//! What to show of a list, from the plain objects of JavaScript.

use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;
use crate::status::Outcome;

/// Which runs, in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListQuery {
    /// Text that the id, name, description, command id or an instance id holds;
    /// case of ASCII letters does not matter.
    pub text: String,
    /// Status texts, reported or derived; empty for all.
    pub statuses: Vec<String>,
    /// `CommandType`s; empty for all.
    pub command_types: Vec<String>,
    /// `RepeatMode`s; empty for all.
    pub repeat_modes: Vec<String>,
    /// The order.
    pub sort: RunSort,
    /// Whether the order is turned round.
    pub reverse: bool,
    /// Whether each `InvokeId` stands alone, rather than with its run set.
    pub ungrouped: bool,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Rows to give; all where absent.
    pub limit: Option<usize>,
}

/// The order of runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RunSort {
    /// Newest first.
    #[default]
    Created,
    /// By command name.
    Name,
    /// Most instances first.
    Instances,
    /// Most failures first.
    Failed,
}

/// Which instances of a run, in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InstanceQuery {
    /// Text that the instance id, error code or error info holds; case of ASCII
    /// letters does not matter.
    pub text: String,
    /// Classes of status; empty for all.
    pub outcomes: Vec<Outcome>,
    /// Status texts; empty for all.
    pub statuses: Vec<String>,
    /// Instance ids; empty for all.
    pub instance_ids: Vec<String>,
    /// Whether only instances whose output lost bytes are given.
    pub truncated: bool,
    /// The order.
    pub sort: InstanceSort,
    /// Whether the order is turned round.
    pub reverse: bool,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Rows to give; all where absent.
    pub limit: Option<usize>,
}

/// The order of instances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum InstanceSort {
    /// Failures first, then what is unknown or moves, then the rest.
    #[default]
    Attention,
    /// By instance id.
    InstanceId,
    /// By status text.
    Status,
    /// By exit code, absent last.
    ExitCode,
    /// Longest run first.
    Duration,
    /// First started first.
    Started,
    /// Longest output first.
    Output,
}

impl ListQuery {
    /// Whether it asks for every run, newest first.
    pub(super) fn is_all_newest_first(&self) -> bool {
        self.text.trim().is_empty()
            && self.statuses.is_empty()
            && self.command_types.is_empty()
            && self.repeat_modes.is_empty()
            && self.sort == RunSort::Created
            && !self.reverse
    }

    /// Reads `{text?, statuses?, commandTypes?, repeatModes?, sort?, reverse?,
    /// ungrouped?, offset?, limit?}`.
    ///
    /// # Errors
    /// [`ErrorKind::JsonSyntax`], and with the member's path
    /// [`ErrorKind::InvalidType`] or [`ErrorKind::InvalidValue`].
    pub fn from_json(json: &str) -> Result<Self> {
        let value = Value::parse(json)?;
        let query = Members(&value);
        Ok(Self {
            text: query.text("text")?,
            statuses: query.texts("statuses")?,
            command_types: query.texts("commandTypes")?,
            repeat_modes: query.texts("repeatModes")?,
            sort: match query.text("sort")?.as_str() {
                "" | "created" => RunSort::Created,
                "name" => RunSort::Name,
                "instances" => RunSort::Instances,
                "failed" => RunSort::Failed,
                other => return Err(unknown("sort", other)),
            },
            reverse: query.flag("reverse")?,
            ungrouped: query.flag("ungrouped")?,
            offset: query.count("offset")?.unwrap_or_default(),
            limit: query.count("limit")?,
        })
    }
}

impl InstanceQuery {
    /// Reads `{text?, outcomes?, statuses?, instanceIds?, truncated?, sort?,
    /// reverse?, offset?, limit?}`.
    ///
    /// # Errors
    /// As [`ListQuery::from_json`].
    pub fn from_json(json: &str) -> Result<Self> {
        let value = Value::parse(json)?;
        let query = Members(&value);
        let mut outcomes = Vec::new();
        for name in query.texts("outcomes")? {
            let known = Outcome::ALL.into_iter().find(|outcome| outcome.name() == name);
            outcomes.push(known.ok_or_else(|| unknown("outcomes", &name))?);
        }
        Ok(Self {
            text: query.text("text")?,
            outcomes,
            statuses: query.texts("statuses")?,
            instance_ids: query.texts("instanceIds")?,
            truncated: query.flag("truncated")?,
            sort: match query.text("sort")?.as_str() {
                "" | "attention" => InstanceSort::Attention,
                "instanceId" => InstanceSort::InstanceId,
                "status" => InstanceSort::Status,
                "exitCode" => InstanceSort::ExitCode,
                "duration" => InstanceSort::Duration,
                "started" => InstanceSort::Started,
                "output" => InstanceSort::Output,
                other => return Err(unknown("sort", other)),
            },
            reverse: query.flag("reverse")?,
            offset: query.count("offset")?.unwrap_or_default(),
            limit: query.count("limit")?,
        })
    }
}

fn unknown(path: &'static str, found: &str) -> Error {
    Error::new(ErrorKind::InvalidValue, format!("expected a listed value, found {found:?}"))
        .in_path(path)
}

/// The members of a query; absent and `null` ones have their defaults.
pub(super) struct Members<'v>(pub(super) &'v Value<'v>);

impl Members<'_> {
    pub(super) fn text(&self, name: &str) -> Result<String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(String::new()),
            Some(Value::String(text)) => Ok(text.to_string()),
            Some(other) => Err(wrong_type(name, "a string", other)),
        }
    }

    pub(super) fn texts(&self, name: &str) -> Result<Vec<String>> {
        let items = match self.0.get(name) {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::Array(items)) => items,
            Some(other) => return Err(wrong_type(name, "an array of strings", other)),
        };
        let text = |item: &Value<'_>| {
            item.as_str().map(str::to_owned).ok_or_else(|| wrong_type(name, "strings", item))
        };
        items.iter().map(text).collect()
    }

    pub(super) fn flag(&self, name: &str) -> Result<bool> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(other) => Err(wrong_type(name, "a boolean", other)),
        }
    }

    pub(super) fn count(&self, name: &str) -> Result<Option<usize>> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value
                .as_i64()
                .and_then(|count| usize::try_from(count).ok())
                .map(Some)
                .ok_or_else(|| wrong_type(name, "a whole number from 0", value)),
        }
    }
}

fn wrong_type(path: &str, expected: &'static str, found: &Value<'_>) -> Error {
    let message = format!("expected {expected}, found {}", found.type_name());
    Error::new(ErrorKind::InvalidType, message).in_path(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_query_has_the_defaults() {
        assert_eq!(ListQuery::from_json("null").expect("valid"), ListQuery::default());
        assert_eq!(InstanceQuery::from_json("{}").expect("valid"), InstanceQuery::default());
    }

    #[test]
    fn wrong_members_are_named() {
        for (json, path, kind) in [
            (r#"{"text":1}"#, "text", ErrorKind::InvalidType),
            (r#"{"statuses":"Running"}"#, "statuses", ErrorKind::InvalidType),
            (r#"{"limit":-1}"#, "limit", ErrorKind::InvalidType),
            (r#"{"sort":"size"}"#, "sort", ErrorKind::InvalidValue),
        ] {
            let error = ListQuery::from_json(json).expect_err(json);

            assert_eq!((error.path(), error.kind()), (Some(path), kind), "{json}");
        }
    }

    #[test]
    fn outcomes_are_read_by_name() {
        let query =
            InstanceQuery::from_json(r#"{"outcomes":["failed","unknown"]}"#).expect("valid");

        assert_eq!(query.outcomes, [Outcome::Failed, Outcome::Unknown]);
    }
}
