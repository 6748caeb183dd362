//! Records of an answer as cells.

use super::intake::Intake;
use crate::response::{
    Extra, Field, Instance, InstanceField, Invocation, InvocationField, InvocationResult,
    ResultField, Slots, Tag,
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

/// Which fields of a record are read, as indices in the answer and in the store.
struct Plan {
    fields: &'static [(usize, usize)],
    /// The field that holds bytes.
    blob: usize,
}

#[allow(clippy::indexing_slicing)] // The compiler runs it.
const IN_PLACE: [(usize, usize); FIELDS] = {
    let mut fields = [(0, 0); FIELDS];
    let mut at = 0;
    while at < FIELDS {
        fields[at] = (at, at);
        at += 1;
    }
    fields
};

#[allow(clippy::indexing_slicing)] // The compiler runs it.
const OF_RESULT: [(usize, usize); INSTANCE_FIELDS_OF_RESULT.len()] = {
    let mut fields = [(0, 0); INSTANCE_FIELDS_OF_RESULT.len()];
    let mut at = 0;
    while at < fields.len() {
        let (from, to) = INSTANCE_FIELDS_OF_RESULT[at];
        fields[at] = (from as usize, to as usize);
        at += 1;
    }
    fields
};

const RUN: Plan = Plan { fields: &IN_PLACE, blob: InvocationField::CommandContent as usize };
const INSTANCE: Plan = Plan {
    fields: IN_PLACE.split_at(InstanceField::ALL.len()).0,
    blob: InstanceField::Output as usize,
};
const RESULT: Plan = Plan { fields: &OF_RESULT, blob: InstanceField::Output as usize };

/// The record of a type that was read last. It is boxed, because it is handed
/// round for every record.
#[derive(Debug, Default)]
pub(super) struct Last<'p> {
    slots: Option<Slots<'p>>,
    pub(super) cells: Cells,
}

impl<'p> Intake<'_, 'p> {
    /// Reads a run over the one before; `known` are the cells that are stored of
    /// it.
    pub(super) fn read_run(
        &mut self,
        last: &mut Last<'p>,
        invocation: Invocation<'p>,
        key: Cell,
        known: Option<&Cells>,
    ) {
        self.read(last, &RUN, invocation.slots(), known);
        // The record's key, which also stands for an id that is missing.
        if let Some(place) = last.cells.get_mut(InvocationField::InvokeId as usize) {
            *place = key;
        }
    }

    /// Reads an instance over the one before; `known` are the cells of what stands
    /// at its place.
    pub(super) fn read_instance(
        &mut self,
        last: &mut Last<'p>,
        instance: Instance<'p>,
        known: Option<&Cells>,
    ) {
        self.read(last, &INSTANCE, instance.slots(), known);
    }

    /// Reads a result, as the cells of an instance, over the one before.
    pub(super) fn read_result(&mut self, last: &mut Last<'p>, result: InvocationResult<'p>) {
        self.read(last, &RESULT, result.slots(), None);
    }

    /// What is written as in the record before has the cell that it has there,
    /// and the rest another one: what is known of the record itself is likely.
    #[inline(never)]
    fn read(&mut self, last: &mut Last<'p>, plan: &Plan, slots: Slots<'p>, known: Option<&Cells>) {
        let before = last.slots.replace(slots);
        for (from, to) in plan.fields {
            let Some(place) = last.cells.get_mut(*to) else { continue };
            if before.is_some_and(|before| slots.repeats(before, *from)) {
                continue;
            }
            let hint = known.and_then(|cells| cells.get(*to)).copied().unwrap_or_default();
            let field = slots.field(*from);
            *place = if *to == plan.blob { self.blob(field, hint) } else { self.cell(field, hint) };
        }
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
