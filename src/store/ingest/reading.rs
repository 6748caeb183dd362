//! Records of an answer as cells.

use super::intake::Intake;
use crate::response::{
    Extra, Field, Instance, InstanceField, Invocation, InvocationField, InvocationResult,
    ResultField, Tag,
};
use crate::store::cell::Cell;
use crate::store::profiles::{Cells, FIELDS};

/// Fields of a result that describe its run.
pub(super) const RUN_FIELDS_OF_RESULT: [(ResultField, InvocationField); 7] = [
    (ResultField::CommandId, InvocationField::CommandId),
    (ResultField::ContainerId, InvocationField::ContainerId),
    (ResultField::ContainerName, InvocationField::ContainerName),
    (ResultField::Launcher, InvocationField::Launcher),
    (ResultField::OssOutputDelivery, InvocationField::OssOutputDelivery),
    (ResultField::TerminationMode, InvocationField::TerminationMode),
    (ResultField::Username, InvocationField::Username),
];

/// Fields of a result that describe its instance.
pub(super) const INSTANCE_FIELDS_OF_RESULT: [(ResultField, InstanceField); 16] = [
    (ResultField::Dropped, InstanceField::Dropped),
    (ResultField::ErrorCode, InstanceField::ErrorCode),
    (ResultField::ErrorInfo, InstanceField::ErrorInfo),
    (ResultField::ExitCode, InstanceField::ExitCode),
    (ResultField::FinishedTime, InstanceField::FinishTime),
    (ResultField::InstanceId, InstanceField::InstanceId),
    (ResultField::InvocationStatus, InstanceField::InvocationStatus),
    (ResultField::InvokeRecordStatus, InstanceField::InstanceInvokeStatus),
    (ResultField::OssOutputErrorCode, InstanceField::OssOutputErrorCode),
    (ResultField::OssOutputErrorInfo, InstanceField::OssOutputErrorInfo),
    (ResultField::OssOutputStatus, InstanceField::OssOutputStatus),
    (ResultField::OssOutputUri, InstanceField::OssOutputUri),
    (ResultField::Output, InstanceField::Output),
    (ResultField::Repeats, InstanceField::Repeats),
    (ResultField::StartTime, InstanceField::StartTime),
    (ResultField::StopTime, InstanceField::StopTime),
];

impl<'p> Intake<'_, 'p> {
    /// The cells of a run; `known` are those that are stored of it.
    pub(super) fn run_cells(
        &mut self,
        invocation: Invocation<'p>,
        key: Cell,
        known: Option<&Cells>,
    ) -> Cells {
        let last = self.last_run.take();
        let mut cells = [Cell::ABSENT; FIELDS];
        for (cell, (index, field)) in cells.iter_mut().zip(InvocationField::ALL.iter().enumerate())
        {
            let before =
                last.as_ref().map(|(last, cells)| (invocation.repeats(*last, index), cells));
            *cell = match (field, before_or_hint(before, known, index)) {
                // The record's key, which also stands for an id that is missing.
                (InvocationField::InvokeId, _) => key,
                (_, Ok(same)) => same,
                (InvocationField::CommandContent, Err(hint)) => {
                    self.blob(invocation.field(*field), hint)
                }
                (_, Err(hint)) => self.cell(invocation.field(*field), hint),
            };
        }
        self.last_run = Some((invocation, cells));
        cells
    }

    /// The cells of an instance; `known` are those of what stands at its place.
    pub(super) fn instance_cells(
        &mut self,
        instance: Instance<'p>,
        known: Option<&Cells>,
    ) -> Cells {
        let last = self.last_instance.take();
        let mut cells = [Cell::ABSENT; FIELDS];
        for (cell, (index, field)) in cells.iter_mut().zip(InstanceField::ALL.iter().enumerate()) {
            let before = last.as_ref().map(|(last, cells)| (instance.repeats(*last, index), cells));
            *cell = match (field, before_or_hint(before, known, index)) {
                (_, Ok(same)) => same,
                (InstanceField::Output, Err(hint)) => self.blob(instance.field(*field), hint),
                (_, Err(hint)) => self.cell(instance.field(*field), hint),
            };
        }
        self.last_instance = Some((instance, cells));
        cells
    }

    /// The cells of a result, as those of an instance.
    pub(super) fn result_cells(&mut self, result: InvocationResult<'p>) -> Cells {
        let last = self.last_result.take();
        let mut cells = [Cell::ABSENT; FIELDS];
        for (from, to) in INSTANCE_FIELDS_OF_RESULT {
            let index = to as usize;
            let before =
                last.as_ref().map(|(last, cells)| (result.repeats(*last, from as usize), cells));
            let cell = match (to, before_or_hint(before, None, index)) {
                (_, Ok(same)) => same,
                (InstanceField::Output, Err(hint)) => self.blob(result.field(from), hint),
                (_, Err(hint)) => self.cell(result.field(from), hint),
            };
            if let Some(place) = cells.get_mut(index) {
                *place = cell;
            }
        }
        self.last_result = Some((result, cells));
        cells
    }

    /// Reads tags over those of the record before.
    pub(super) fn read_tags<'t>(&mut self, tags: impl Iterator<Item = Tag<'t>>) {
        let mut pairs = std::mem::take(&mut self.tags);
        let members = tags.map(|tag| (tag.key, tag.value));
        self.read_pairs(&mut pairs, members);
        self.tags = pairs;
    }

    /// Reads the members that the page does not document over those of the
    /// record before.
    pub(super) fn read_extras<'e>(&mut self, extras: impl Iterator<Item = Extra<'e>>) {
        let mut pairs = std::mem::take(&mut self.extras);
        let members = extras.map(|member| (Field::Text(member.name), member.value));
        self.read_pairs(&mut pairs, members);
        self.extras = pairs;
    }

    fn read_pairs<'f>(
        &mut self,
        pairs: &mut Vec<(Cell, Cell)>,
        members: impl Iterator<Item = (Field<'f>, Field<'f>)>,
    ) {
        let mut length = 0;
        for (name, value) in members {
            let hints = pairs.get(length).copied().unwrap_or_default();
            let pair = (self.cell(name, hints.0), self.cell(value, hints.1));
            match pairs.get_mut(length) {
                Some(place) => *place = pair,
                None => pairs.push(pair),
            }
            length += 1;
        }
        pairs.truncate(length);
    }
}

/// The cell of the record before where that has the same text; else a cell that
/// it may well be: what is known of the record itself, or that one.
fn before_or_hint(
    before: Option<(bool, &Cells)>,
    known: Option<&Cells>,
    index: usize,
) -> Result<Cell, Cell> {
    let of = |cells: &Cells| cells.get(index).copied().unwrap_or_default();
    match before {
        Some((true, cells)) => Ok(of(cells)),
        Some((false, cells)) => Err(of(known.unwrap_or(cells))),
        None => Err(known.map(of).unwrap_or_default()),
    }
}
