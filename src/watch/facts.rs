//! What the watch needs to know of a run.

use crate::error::{Error, ErrorKind, Result};
use crate::json::{ToJson, Value, Writer};
use crate::pagination::{boolean, text};
use crate::status::{InstanceStatus, InvocationStatus};

/// A run as an answer shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunFacts {
    /// `InvokeId`
    pub invoke_id: String,
    /// `CommandId`, to tell the runs that an event may belong to apart.
    pub command_id: Option<String>,
    /// The run's `InvocationStatus`, where the answer has it.
    pub status: Option<InvocationStatus>,
    /// Every instance of the run that the answer lists.
    pub instances: Vec<InstanceFacts>,
}

/// One instance of a run as an answer shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstanceFacts {
    /// `InstanceId`
    pub instance_id: String,
    /// The instance's `InvocationStatus`; of an answer without it the unknown
    /// status `""`.
    pub status: InstanceStatus,
    /// `UpdateTime`, where the answer has it; compared, never read.
    pub update_time: Option<String>,
    /// Whether the output that belongs to this state is at hand.
    pub has_output: bool,
}

impl RunFacts {
    /// Reads `{invokeId, commandId?, status?, instances: [{instanceId,
    /// status?, updateTime?, hasOutput?}]}`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] with the path of a member that is missing or
    /// of another type.
    pub fn from_json(value: &Value<'_>) -> Result<Self> {
        let Some(Value::Array(items)) = value.get("instances") else {
            return Err(
                Error::new(ErrorKind::InvalidType, "expected an array").in_path("instances")
            );
        };
        Ok(Self {
            invoke_id: required(value, "invokeId")?,
            command_id: text(value, "commandId")?.map(str::to_owned),
            status: text(value, "status")?.map(InvocationStatus::from_text),
            instances: items.iter().map(InstanceFacts::from_json).collect::<Result<_>>()?,
        })
    }

    /// Reads an array of runs.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] where it is no array, and those of
    /// [`RunFacts::from_json`].
    pub fn list_from_json(value: &Value<'_>) -> Result<Vec<Self>> {
        match value {
            Value::Array(items) => items.iter().map(Self::from_json).collect(),
            _ => Err(Error::new(
                ErrorKind::InvalidType,
                format!("expected an array of runs, found {}", value.type_name()),
            )),
        }
    }
}

impl InstanceFacts {
    fn from_json(value: &Value<'_>) -> Result<Self> {
        Ok(Self {
            instance_id: required(value, "instanceId")?,
            status: InstanceStatus::from_text(text(value, "status")?.unwrap_or_default()),
            update_time: text(value, "updateTime")?.map(str::to_owned),
            has_output: boolean(value, "hasOutput")?.unwrap_or_default(),
        })
    }
}

fn required(value: &Value<'_>, name: &str) -> Result<String> {
    text(value, name)?.map(str::to_owned).ok_or_else(|| {
        Error::new(ErrorKind::InvalidType, "expected a string, found none").in_path(name)
    })
}

impl ToJson for RunFacts {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("invokeId", &self.invoke_id);
            o.optional("commandId", self.command_id.as_ref());
            o.optional("status", self.status.as_ref());
            o.field("instances", &self.instances);
        });
    }
}

impl ToJson for InstanceFacts {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("instanceId", &self.instance_id).field("status", &self.status);
            o.optional("updateTime", self.update_time.as_ref());
            o.field("hasOutput", self.has_output);
        });
    }
}
