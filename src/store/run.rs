//! One run and its instances, as cells.

use super::cell::Cell;
use super::history::History;
use super::interner::Interner;
use crate::output::encoding::Encoding;
use crate::response::{InstanceField, InvocationField};
use crate::status::{Counts, InstanceStatus, InvocationStatus};

pub(super) const RUN_FIELDS: usize = InvocationField::ALL.len();
pub(super) const INSTANCE_FIELDS: usize = InstanceField::ALL.len();

/// Members that the API page does not document: name and value.
pub(super) type Extras = Box<[(Cell, Cell)]>;

/// One run.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) cells: [Cell; RUN_FIELDS],
    /// Key and value.
    pub(super) tags: Box<[(Cell, Cell)]>,
    pub(super) extras: Extras,
    pub(super) instances: Vec<InstanceRecord>,
    /// Executions, of a periodic run more than one on an instance.
    pub(super) history: History,
    /// The `ContentEncoding` of the last request that told one.
    pub(super) encoding: Option<Encoding>,
}

/// One instance in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InstanceRecord {
    pub(super) cells: [Cell; INSTANCE_FIELDS],
    pub(super) extras: Extras,
}

impl Run {
    pub(super) fn new() -> Self {
        Self {
            cells: [Cell::ABSENT; RUN_FIELDS],
            tags: Box::default(),
            extras: Box::default(),
            instances: Vec::new(),
            history: History::default(),
            encoding: None,
        }
    }

    pub(super) fn cell(&self, field: InvocationField) -> Cell {
        self.cells.get(field as usize).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, field: InvocationField, cell: Cell) {
        if let Some(place) = self.cells.get_mut(field as usize) {
            *place = cell;
        }
    }

    /// The status that answers report for the run.
    pub(super) fn reported(&self, interner: &Interner) -> Option<InvocationStatus> {
        let text = self.cell(InvocationField::InvocationStatus).non_empty(interner)?;
        Some(InvocationStatus::from_text(&text))
    }

    pub(super) fn counts(&self, interner: &Interner) -> Counts {
        let mut counts = Counts::default();
        for instance in &self.instances {
            counts.add(&instance.status(interner));
        }
        counts
    }

    /// Every cell, to move them into another interner.
    pub(super) fn cells_mut(&mut self) -> impl Iterator<Item = &mut Cell> {
        let pairs = self.tags.iter_mut().chain(self.extras.iter_mut());
        let records = self.instances.iter_mut().chain(self.history.iter_mut());
        self.cells
            .iter_mut()
            .chain(pairs.flat_map(|(name, value)| [name, value]))
            .chain(records.flat_map(InstanceRecord::cells_mut))
    }
}

impl InstanceRecord {
    pub(super) fn cell(&self, field: InstanceField) -> Cell {
        self.cells.get(field as usize).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, field: InstanceField, cell: Cell) {
        if let Some(place) = self.cells.get_mut(field as usize) {
            *place = cell;
        }
    }

    /// The status; an instance without one has the unknown status of no text,
    /// unless the vocabulary that the page does not recommend tells more.
    pub(super) fn status(&self, interner: &Interner) -> InstanceStatus {
        InstanceStatus::told(
            self.cell(InstanceField::InvocationStatus).non_empty(interner),
            || self.cell(InstanceField::InstanceInvokeStatus).non_empty(interner),
            || self.cell(InstanceField::ExitCode).integer(interner),
        )
    }

    fn cells_mut(&mut self) -> impl Iterator<Item = &mut Cell> {
        self.cells.iter_mut().chain(self.extras.iter_mut().flat_map(|(name, value)| [name, value]))
    }
}
