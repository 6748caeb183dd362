//! What the watch needs to know of a stored run.

use super::table::Store;
use crate::response::{InstanceField, InvocationField};
use crate::watch::{InstanceFacts, RunFacts};

impl Store {
    /// The run's states, so that a watch asks only for what is not here.
    #[must_use]
    pub fn run_facts(&self, invoke_id: &str) -> Option<RunFacts> {
        let run = self.runs.get(self.place(invoke_id)? as usize)?;
        let own = |text: std::borrow::Cow<'_, str>| text.into_owned();
        let instances = self.instances_in(run).map(|one| {
            let text = |field| one.cell(field).text(&self.interner).map(own);
            InstanceFacts {
                instance_id: text(InstanceField::InstanceId).unwrap_or_default(),
                status: one.status(&self.interner),
                update_time: text(InstanceField::UpdateTime),
                has_output: !one.cell(InstanceField::Output).is_none(),
            }
        });
        Some(RunFacts {
            invoke_id: invoke_id.to_owned(),
            command_id: self
                .run_cell(run, InvocationField::CommandId)
                .non_empty(&self.interner)
                .map(own),
            status: self.reported(run),
            instances: instances.collect(),
        })
    }
}
