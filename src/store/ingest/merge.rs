//! What an answer says, over what is stored.

use super::IngestReport;
use super::intake::Intake;
use super::places::Places;
use super::records::{INSTANCE_FIELDS_OF_RESULT, RUN_FIELDS_OF_RESULT};
use crate::response::{
    Instance, InstanceField, Invocation, InvocationField, InvocationResult, Tag,
};
use crate::store::cell::Cell;
use crate::store::interner::Interner;
use crate::store::run::{Extras, INSTANCE_FIELDS, InstanceRecord, RUN_FIELDS, Run};

impl Intake<'_> {
    /// Merges the fields of a run; whether any changed. `hints` are the cells of a
    /// run that is like it.
    pub(super) fn merge_run(
        &mut self,
        run: &mut Run,
        invocation: Invocation<'_>,
        hints: &[Cell; RUN_FIELDS],
    ) -> bool {
        let mut changed = false;
        for (field, hint) in InvocationField::ALL.iter().zip(hints) {
            let value = invocation.field(*field);
            let cell = match field {
                // The record's key, which also stands for an id that is missing.
                InvocationField::InvokeId => continue,
                InvocationField::CommandContent => self.blob(value, *hint),
                _ => self.cell(value, *hint),
            };
            changed |= replace(run.cells.get_mut(*field as usize), cell);
        }
        let tags = self.tags(invocation.tags(), &run.tags);
        changed |= replace_pairs(&mut run.tags, tags);
        changed |= replace_pairs(&mut run.extras, self.extras(invocation.extra()));
        run.encoding = self.context.encoding.or(run.encoding);
        changed
    }

    /// Merges the fields of a result that describe its run; whether any changed.
    pub(super) fn merge_run_of_result(
        &mut self,
        run: &mut Run,
        result: InvocationResult<'_>,
    ) -> bool {
        let mut changed = false;
        for (from, to) in RUN_FIELDS_OF_RESULT {
            let cell = self.cell(result.field(from), run.cell(to));
            if !cell.is_absent() {
                changed |= replace(run.cells.get_mut(to as usize), cell);
            }
        }
        let tags = self.tags(result.tags(), &run.tags);
        if !tags.is_empty() {
            changed |= replace_pairs(&mut run.tags, tags);
        }
        run.encoding = self.context.encoding.or(run.encoding);
        changed
    }

    /// Merges an instance that stands at `place` in its answer; one without id,
    /// among those without. `hints` are the cells of one that is like it.
    pub(super) fn merge_instance(
        &mut self,
        run: &mut Run,
        place: usize,
        instance: Instance<'_>,
        hints: &[Cell; INSTANCE_FIELDS],
        report: &mut IngestReport,
    ) {
        // A refreshed answer repeats most of what is stored at the same place.
        let hints = run.instances.get(place).map_or(*hints, |known| known.cells);
        let record = self.instance(instance, &hints);
        let has_output = self.context.include_output == Some(true);
        // Without `IncludeOutput` an output is empty whatever the command wrote.
        let keeps_output = !has_output && record.cell(InstanceField::Output).is_none();
        let fields = FieldSet::ALL.without(InstanceField::Output, keeps_output);
        merge_record(run, place, record, fields, (self.places, self.interner), report);
    }

    /// Merges a result: into the history, and into its instance if that is to
    /// be shown so.
    pub(super) fn merge_result_instance(
        &mut self,
        run: &mut Run,
        result: InvocationResult<'_>,
        report: &mut IngestReport,
    ) {
        let record = self.result(result);
        if run.history.take(&record, self.interner) {
            let place = run.instances.len();
            let fields = FieldSet::of(INSTANCE_FIELDS_OF_RESULT.map(|(_, field)| field));
            merge_record(run, place, record, fields, (self.places, self.interner), report);
        }
    }

    /// The cells of tags; `hints` are those that the run before had.
    fn tags<'p>(&mut self, tags: impl Iterator<Item = Tag<'p>>, hints: &Extras) -> Extras {
        let hints = hints.iter().copied().chain(std::iter::repeat_with(Default::default));
        let cells = tags
            .zip(hints)
            .map(|(tag, (key, value))| (self.cell(tag.key, key), self.cell(tag.value, value)));
        cells.collect()
    }
}

/// A set of instance fields.
#[derive(Clone, Copy)]
struct FieldSet(u32);

impl FieldSet {
    const ALL: Self = Self(u32::MAX);

    fn of(fields: impl IntoIterator<Item = InstanceField>) -> Self {
        Self(fields.into_iter().fold(0, |set, field| set | 1 << field as u32))
    }

    /// The set without one field, if so.
    fn without(self, field: InstanceField, is_left_out: bool) -> Self {
        Self(self.0 & !(u32::from(is_left_out) << field as u32))
    }

    fn has(self, field: InstanceField) -> bool {
        self.0 >> field as u32 & 1 == 1
    }
}

/// Merges a record whose answer speaks for `fields`: what it does not have of
/// these is gone, such as the exit code of an instance that runs once more.
fn merge_record(
    run: &mut Run,
    place: usize,
    record: InstanceRecord,
    fields: FieldSet,
    (places, interner): (&mut Places, &Interner),
    report: &mut IngestReport,
) {
    let id = record.cell(InstanceField::InstanceId);
    let known = if id.is_none() {
        places.of_unnamed(&run.instances, place)
    } else {
        // Answers repeat their order, so the instance usually stands where it stood.
        match run.instances.get(place) {
            Some(known) if known.cell(InstanceField::InstanceId) == id => Some(place),
            _ => places.of_id(&run.instances, id),
        }
    };
    let Some(known) = known.and_then(|place| run.instances.get_mut(place)) else {
        run.instances.push(record);
        report.instances_added += 1;
        return;
    };

    let updated = |record: &InstanceRecord| record.cell(InstanceField::UpdateTime).time(interner);
    if matches!((updated(&record), updated(known)), (Some(new), Some(old)) if new < old) {
        report.instances_stale += 1;
        return;
    }
    let mut changed = false;
    for (field, (known, cell)) in
        InstanceField::ALL.iter().zip(known.cells.iter_mut().zip(record.cells))
    {
        changed |= fields.has(*field) && replace(Some(known), cell);
    }
    changed |= replace_pairs(&mut known.extras, record.extras);
    report.instances_changed += usize::from(changed);
}

fn replace(place: Option<&mut Cell>, cell: Cell) -> bool {
    let Some(place) = place else { return false };
    std::mem::replace(place, cell) != cell
}

fn replace_pairs(place: &mut Extras, pairs: Extras) -> bool {
    let changed = *place != pairs;
    *place = pairs;
    changed
}
