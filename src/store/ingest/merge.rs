//! What an answer says, over what is stored.

use super::records::{
    INSTANCE_FIELDS_OF_RESULT, RUN_FIELDS_OF_RESULT, blob, extras, of_instance, of_result,
};
use super::{IngestContext, IngestReport};
use crate::response::{
    Instance, InstanceField, Invocation, InvocationField, InvocationResult, Tag,
};
use crate::store::cell::Cell;
use crate::store::interner::Interner;
use crate::store::run::{Extras, InstanceRecord, Run};

/// Merges the fields of a run; whether any changed.
pub(super) fn merge_run(
    run: &mut Run,
    invocation: Invocation<'_>,
    context: IngestContext,
    interner: &mut Interner,
) -> bool {
    let mut changed = false;
    for field in InvocationField::ALL {
        let value = invocation.field(*field);
        let cell = match field {
            // The record's key, which also stands for an id that is missing.
            InvocationField::InvokeId => continue,
            InvocationField::CommandContent => blob(value, context.encoding, interner),
            _ => Cell::of(value, interner),
        };
        changed |= replace(run.cells.get_mut(*field as usize), cell);
    }
    changed |= replace_pairs(&mut run.tags, tag_cells(invocation.tags(), interner));
    changed |= replace_pairs(&mut run.extras, extras(invocation.extra(), interner));
    run.encoding = context.encoding.or(run.encoding);
    changed
}

/// Merges the fields of a result that describe its run; whether any changed.
pub(super) fn merge_run_of_result(
    run: &mut Run,
    result: InvocationResult<'_>,
    context: IngestContext,
    interner: &mut Interner,
) -> bool {
    let mut changed = false;
    for (from, to) in RUN_FIELDS_OF_RESULT {
        let cell = Cell::of(result.field(from), interner);
        if !cell.is_absent() {
            changed |= replace(run.cells.get_mut(to as usize), cell);
        }
    }
    let tags = tag_cells(result.tags(), interner);
    if !tags.is_empty() {
        changed |= replace_pairs(&mut run.tags, tags);
    }
    run.encoding = context.encoding.or(run.encoding);
    changed
}

/// Merges an instance that stands at `place` in its answer; one without id, among
/// those without.
pub(super) fn merge_instance(
    run: &mut Run,
    place: usize,
    instance: Instance<'_>,
    context: IngestContext,
    interner: &mut Interner,
    report: &mut IngestReport,
) {
    let record = of_instance(instance, context, interner);
    let has_output = context.include_output == Some(true);
    let fields = InstanceField::ALL.iter().copied().filter(|field| {
        // Without `IncludeOutput` an output is empty whatever the command wrote.
        *field != InstanceField::Output || has_output || !record.cell(*field).is_none()
    });
    let fields: Vec<_> = fields.collect();
    merge_record(run, place, record, &fields, interner, report);
}

/// Merges a result: into the history, and into its instance if it is the
/// latest execution there.
pub(super) fn merge_result_instance(
    run: &mut Run,
    result: InvocationResult<'_>,
    context: IngestContext,
    interner: &mut Interner,
    report: &mut IngestReport,
) {
    let record = of_result(result, context, interner);
    let id = record.cell(InstanceField::InstanceId);
    let execution = |record: &InstanceRecord| {
        let cell = |field| record.cell(field);
        (
            cell(InstanceField::InstanceId),
            cell(InstanceField::Repeats),
            cell(InstanceField::StartTime),
            cell(InstanceField::FinishTime),
        )
    };
    match run.history.iter_mut().find(|known| execution(known) == execution(&record)) {
        Some(known) => {
            *known = record.clone();
            if id.is_none() {
                // Nothing tells which instance it was, so it would be added anew.
                return;
            }
        }
        None => run.history.push(record.clone()),
    }

    let ended = |record: &InstanceRecord| {
        let time = |field| record.cell(field).time(interner);
        (time(InstanceField::StartTime), time(InstanceField::FinishTime))
    };
    let latest = run
        .history
        .iter()
        .filter(|known| known.cell(InstanceField::InstanceId) == id)
        .all(|known| ended(known) <= ended(&record));
    if latest {
        let place = run.instances.len();
        let fields = INSTANCE_FIELDS_OF_RESULT.map(|(_, field)| field);
        merge_record(run, place, record, &fields, interner, report);
    }
}

/// Merges a record whose answer speaks for `fields`: what it does not have of
/// these is gone, such as the exit code of an instance that runs once more.
fn merge_record(
    run: &mut Run,
    place: usize,
    record: InstanceRecord,
    fields: &[InstanceField],
    interner: &Interner,
    report: &mut IngestReport,
) {
    let id = record.cell(InstanceField::InstanceId);
    let is_same = |known: &InstanceRecord| known.cell(InstanceField::InstanceId) == id;
    let known = if id.is_none() {
        let unnamed = |known: &InstanceRecord| known.cell(InstanceField::InstanceId).is_none();
        let places = run.instances.iter().enumerate().filter(|(_, known)| unnamed(known));
        places.map(|(place, _)| place).nth(place)
    } else {
        // Answers repeat their order, so the instance usually stands where it stood.
        match run.instances.get(place) {
            Some(known) if is_same(known) => Some(place),
            _ => run.instances.iter().position(is_same),
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
    for field in fields {
        changed |= replace(known.cells.get_mut(*field as usize), record.cell(*field));
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

fn tag_cells<'p>(tags: impl Iterator<Item = Tag<'p>>, interner: &mut Interner) -> Extras {
    tags.map(|tag| (Cell::of(tag.key, interner), Cell::of(tag.value, interner))).collect()
}
