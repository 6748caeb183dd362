//! Task events: an instance finished, told without a call.

use crate::error::{Error, ErrorKind, Result};
use crate::json::{RawJson, ToJson, Value, Writer, to_json};
use crate::status::InstanceStatus;

const TYPE: &str = "ecs:CloudAssistant:TaskCompleted";

/// `EventBridge` takes events of 64 KB at most; the rest is room for batches
/// of white space.
const MAX_EVENT_BYTES: usize = 1 << 20;

/// An instance entered a final status.
///
/// Source: the page "Subscribe to Cloud Assistant events" of the ECS user
/// guide. Its sample names six members of `data` and stops there; the others
/// are kept as they come.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TaskEvent {
    /// `instanceId`
    pub instance_id: String,
    /// `invocationStatus`
    pub status: InstanceStatus,
    /// `invokeId`, where the event has it; the documented sample has none.
    pub invoke_id: Option<String>,
    /// `commandId`
    pub command_id: Option<String>,
    /// `commandName`
    pub command_name: Option<String>,
    /// `exitCode`, a string in events; none where it is no whole number.
    pub exit_code: Option<i64>,
    /// `finishTime`, as it came.
    pub finish_time: Option<String>,
    /// All members of `data`, as JSON text.
    pub data: String,
}

/// Reads a task event: `EventBridge`'s envelope, or its `data` alone.
///
/// # Errors
/// [`ErrorKind::InvalidUtf8`], [`ErrorKind::JsonSyntax`] and
/// [`ErrorKind::JsonDepth`] with their offset; [`ErrorKind::TooLarge`] beyond
/// 1 MiB; [`ErrorKind::InvalidType`] where it is no object;
/// [`ErrorKind::InvalidValue`] with the path where it is another event, or has
/// no instance or status.
pub fn parse_event(bytes: &[u8]) -> Result<TaskEvent> {
    if bytes.len() > MAX_EVENT_BYTES {
        let message = format!("expected at most {MAX_EVENT_BYTES} bytes, found {}", bytes.len());
        return Err(Error::new(ErrorKind::TooLarge, message));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Error::new(ErrorKind::InvalidUtf8, "expected UTF-8, found another byte")
            .at(error.valid_up_to())
    })?;
    let event = Value::parse(text)?;
    if !matches!(event, Value::Object(_)) {
        let message = format!("expected an event, found {}", event.type_name());
        return Err(Error::new(ErrorKind::InvalidType, message));
    }
    match (event.get("type"), event.get("data")) {
        (Some(Value::String(kind)), _) if kind != TYPE => {
            let message = format!("expected {TYPE}, found another event");
            Err(Error::new(ErrorKind::InvalidValue, message).in_path("type"))
        }
        (_, Some(data @ Value::Object(_))) => read(data, "data."),
        _ => read(&event, ""),
    }
}

fn read(data: &Value<'_>, prefix: &str) -> Result<TaskEvent> {
    let member = |name| data.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let owned = |name| member(name).map(str::to_owned);
    let required = |name: &'static str| {
        member(name).ok_or_else(|| {
            Error::new(ErrorKind::InvalidValue, "expected a text, found none")
                .in_path(format!("{prefix}{name}"))
        })
    };
    Ok(TaskEvent {
        instance_id: required("instanceId")?.to_owned(),
        status: InstanceStatus::from_text(required("invocationStatus")?),
        invoke_id: owned("invokeId"),
        command_id: owned("commandId"),
        command_name: owned("commandName"),
        exit_code: data.get("exitCode").and_then(whole_number),
        finish_time: owned("finishTime"),
        data: to_json(data),
    })
}

fn whole_number(value: &Value<'_>) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

impl ToJson for TaskEvent {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("instanceId", &self.instance_id).field("status", &self.status);
            o.optional("invokeId", self.invoke_id.as_ref());
            o.optional("commandId", self.command_id.as_ref());
            o.optional("commandName", self.command_name.as_ref());
            o.optional("exitCode", self.exit_code);
            o.optional("finishTime", self.finish_time.as_ref());
            o.field("data", RawJson(&self.data));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &[u8]) -> (ErrorKind, Option<String>) {
        let error = parse_event(text).unwrap_err();
        (error.kind(), error.path().map(str::to_owned))
    }

    #[test]
    fn data_alone_is_an_event_and_unknown_members_are_kept() {
        let event = parse_event(
            br#"{"instanceId":"i-1","invocationStatus":"Vanished","invokeId":"t-1","exitCode":-1,"x":[1.50]}"#,
        )
        .unwrap();

        assert_eq!(event.status.as_str(), "Vanished");
        assert!(!event.status.is_terminal());
        assert_eq!(event.invoke_id.as_deref(), Some("t-1"));
        assert_eq!(event.exit_code, Some(-1));
        assert!(event.data.ends_with(r#""x":[1.50]}"#));
    }

    #[test]
    fn exit_codes_that_are_no_numbers_are_none() {
        for code in [r#""""#, r#""n/a""#, "null", "1.5", "{}"] {
            let text =
                format!(r#"{{"instanceId":"i-1","invocationStatus":"Aborted","exitCode":{code}}}"#);

            assert_eq!(parse_event(text.as_bytes()).unwrap().exit_code, None, "{code}");
        }
    }

    #[test]
    fn what_is_no_task_event_is_refused_with_its_place() {
        use ErrorKind::{InvalidType, InvalidUtf8, InvalidValue, JsonSyntax};
        for (text, kind, path) in [
            (&b"[]"[..], InvalidType, None),
            (b"\"x\"", InvalidType, None),
            (b"{", JsonSyntax, None),
            (b"\xff", InvalidUtf8, None),
            (
                br#"{"type":"ecs:CloudAssistant:FirstHeartbeat","data":{}}"#,
                InvalidValue,
                Some("type"),
            ),
            (br#"{"data":{"invocationStatus":"Success"}}"#, InvalidValue, Some("data.instanceId")),
            (br#"{"instanceId":"i-1"}"#, InvalidValue, Some("invocationStatus")),
        ] {
            assert_eq!(error(text), (kind, path.map(str::to_owned)), "{text:?}");
        }
        assert_eq!(error(&vec![b' '; MAX_EVENT_BYTES + 1]).0, ErrorKind::TooLarge);
    }
}
