//! What a report changed.

use crate::json::{ToJson, Writer};

/// What the answer of a call changed in its run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AcceptedRun {
    /// Instances that are new or whose status or `UpdateTime` moved.
    pub changed: Vec<String>,
    /// Whether the run is finished: nothing in it can change any more.
    pub is_finished: bool,
}

/// What an event changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventOutcome {
    /// That record has the event's status; its output will be asked for.
    Updated {
        /// The run.
        invoke_id: String,
        /// The instance in it.
        instance_id: String,
    },
    /// The record was final already.
    Unchanged,
    /// The instance is in several runs that may have finished, and the event
    /// does not tell them apart: they are asked at once.
    Ambiguous,
    /// No watched run has the instance.
    NotWatched,
}

impl ToJson for AcceptedRun {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("changed", &self.changed).field("isFinished", self.is_finished);
        });
    }
}

impl ToJson for EventOutcome {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            let name = match self {
                Self::Updated { .. } => "updated",
                Self::Unchanged => "unchanged",
                Self::Ambiguous => "ambiguous",
                Self::NotWatched => "not-watched",
            };
            o.field("outcome", name);
            if let Self::Updated { invoke_id, instance_id } = self {
                o.field("invokeId", invoke_id).field("instanceId", instance_id);
            }
        });
    }
}
