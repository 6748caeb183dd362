//! One run and its instances.

use super::cell::Cell;
use super::history::History;
use super::interner::Interner;
use super::profiles::{Cells, Record};
use super::table::Store;
use crate::output::encoding::Encoding;
use crate::response::{InstanceField, InvocationField};
use crate::status::{Counts, InstanceStatus, InvocationStatus};

/// One run.
#[derive(Debug)]
pub(super) struct Run {
    /// Its cells and tags; the key is the `InvokeId`.
    pub(super) record: Record,
    /// The key is the `InstanceId`.
    pub(super) instances: Vec<Record>,
    /// Executions, of a periodic run more than one on an instance.
    pub(super) history: Option<Box<History>>,
    /// The `ContentEncoding` of the last request that told one.
    pub(super) encoding: Option<Encoding>,
}

/// The cells of one instance in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct InstanceCells(pub(super) Cells);

impl InstanceCells {
    pub(super) fn cell(&self, field: InstanceField) -> Cell {
        self.0.get(field as usize).copied().unwrap_or_default()
    }

    /// The status; an instance without one has the unknown status of no text,
    /// unless the vocabulary that the page does not recommend tells more.
    pub(super) fn status(&self, interner: &Interner) -> InstanceStatus {
        status(|field| self.cell(field), interner)
    }
}

fn status(cell: impl Fn(InstanceField) -> Cell, interner: &Interner) -> InstanceStatus {
    InstanceStatus::told(
        cell(InstanceField::InvocationStatus).non_empty(interner),
        || cell(InstanceField::InstanceInvokeStatus).non_empty(interner),
        || cell(InstanceField::ExitCode).integer(interner),
    )
}

impl Store {
    pub(super) fn run_cell(&self, run: &Run, field: InvocationField) -> Cell {
        self.run_profiles.cell(&run.record, field as usize)
    }

    /// The instances of a run, in the order of the answers.
    pub(super) fn instances_in<'s>(
        &'s self,
        run: &'s Run,
    ) -> impl ExactSizeIterator<Item = InstanceCells> + 's {
        run.instances.iter().map(|one| InstanceCells(self.instance_profiles.cells(one)))
    }

    /// Whether a schedule or a reboot starts the run. `Timed` is false again
    /// once such a run has ended.
    pub(super) fn starts_by_itself(&self, run: &Run) -> bool {
        let is = |field, one_of: &[&str]| {
            let text = self.run_cell(run, field).text(&self.interner);
            text.is_some_and(|text| one_of.contains(&&*text))
        };
        is(InvocationField::RepeatMode, &["Period", "NextRebootOnly", "EveryReboot"])
            || is(InvocationField::Timed, &["true"])
    }

    /// The status that answers report for the run.
    pub(super) fn reported(&self, run: &Run) -> Option<InvocationStatus> {
        let cell = self.run_cell(run, InvocationField::InvocationStatus);
        Some(InvocationStatus::from_text(&cell.non_empty(&self.interner)?))
    }

    pub(super) fn counts(&self, run: &Run) -> Counts {
        let mut counts = Counts::default();
        for one in &run.instances {
            let cell = |field| self.instance_profiles.cell(one, field as usize);
            counts.add(&status(cell, &self.interner));
        }
        counts
    }
}
