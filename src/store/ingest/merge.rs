//! What an answer says, over what is stored.

use super::intake::Intake;
use super::reading::{INSTANCE_FIELDS_OF_RESULT, RUN_FIELDS_OF_RESULT};
use crate::response::{Instance, InstanceField, Invocation, InvocationField, InvocationResult};
use crate::store::cell::Cell;
use crate::store::history::Execution;
use crate::store::profiles::{Cells, Content, FIELDS, Record};
use crate::store::run::InstanceCells;

impl<'p> Intake<'_, 'p> {
    /// Merges the fields of a run.
    pub(super) fn merge_run(&mut self, place: u32, is_new: bool, invocation: Invocation<'p>) {
        let Some(record) = self.runs.get(place as usize).map(|run| run.record) else { return };
        let known = (!is_new).then(|| self.run_profiles.cells(&record));
        let mut last = self.last_run.take().unwrap_or_default();
        self.read_run(&mut last, invocation, record.key, known.as_ref());
        self.read_tags(invocation.tags());
        self.read_extras(invocation.extra());
        self.put_run(place, known.as_ref(), &last.cells);
        self.last_run = Some(last);
    }

    /// Merges the fields of a result that describe its run.
    pub(super) fn merge_run_of_result(
        &mut self,
        place: u32,
        is_new: bool,
        result: InvocationResult<'p>,
    ) {
        let Some(record) = self.runs.get(place as usize).map(|run| run.record) else { return };
        let known = (!is_new).then(|| self.run_profiles.cells(&record));
        let mut cells = known.unwrap_or([Cell::ABSENT; FIELDS]);
        if let Some(key) = cells.get_mut(InvocationField::InvokeId as usize) {
            *key = record.key;
        }
        for (from, to) in RUN_FIELDS_OF_RESULT {
            let Some(place) = cells.get_mut(to as usize) else { continue };
            let cell = self.cell(result.field(from), *place);
            if !cell.is_absent() {
                *place = cell;
            }
        }
        // Results tell no member of their run that the page does not document.
        self.extras.clear();
        self.read_tags(result.tags());
        if known.is_some() {
            self.extras.extend_from_slice(self.run_profiles.extras(&record));
            if self.tags.is_empty() {
                self.tags.extend_from_slice(self.run_profiles.tags(&record));
            }
        }
        self.put_run(place, known.as_ref(), &cells);
    }

    /// Stores what was read of a run, if it is other than what is known.
    fn put_run(&mut self, place: u32, known: Option<&Cells>, cells: &Cells) {
        let Some(run) = self.runs.get_mut(place as usize) else { return };
        let content = Content { cells, tags: &self.tags, extras: &self.extras };
        match known {
            None => run.record = self.run_profiles.add(content),
            Some(known) => {
                let known = Content {
                    cells: known,
                    tags: self.run_profiles.tags(&run.record),
                    extras: self.run_profiles.extras(&run.record),
                };
                if known != content {
                    self.run_profiles.replace(&mut run.record, content);
                    self.report.runs_changed += 1;
                }
            }
        }
        let encoding = self.context.encoding;
        self.reads_otherwise |= encoding.is_some() && run.encoding != encoding;
        run.encoding = encoding.or(run.encoding);
    }

    /// Merges an instance that stands at `at` in its answer; one without id,
    /// among those without.
    pub(super) fn merge_instance(
        &mut self,
        instances: &mut Vec<Record>,
        place: u32,
        at: usize,
        instance: Instance<'p>,
    ) {
        let texts = self.interner.text_count();
        // A refreshed answer repeats most of what is stored at the same place.
        let known = instances.get(at).map(|known| self.instance_profiles.cells(known));
        let mut last = self.last_instance.take().unwrap_or_default();
        self.read_instance(&mut last, instance, known.as_ref());
        self.read_extras(instance.extra());
        let cell = |field: InstanceField| last.cells.get(field as usize).copied();
        let has_output = self.context.include_output == Some(true);
        // Without `IncludeOutput` an output is empty whatever the command wrote.
        let output = cell(InstanceField::Output).unwrap_or_default();
        let keeps_output = !has_output && output.is_none();
        let fields = FieldSet::ALL.without(InstanceField::Output, keeps_output);
        // A text that no answer had before is no instance's id.
        let id = cell(InstanceField::InstanceId).unwrap_or_default();
        let is_new = id.text_id().is_some_and(|id| id as usize >= texts);
        let at = if is_new { None } else { self.find_instance(instances, place, at, id) };
        self.put_instance(instances, at, &last.cells, fields);
        self.last_instance = Some(last);
    }

    /// Merges a result: into the history, and into its instance if that is to
    /// be shown so.
    pub(super) fn merge_result_instance(&mut self, place: u32, result: InvocationResult<'p>) {
        let mut last = self.last_result.take().unwrap_or_default();
        self.read_result(&mut last, result);
        let cells = InstanceCells(last.cells);
        self.last_result = Some(last);
        self.read_extras(result.extra());
        let Some(run) = self.runs.get_mut(place as usize) else { return };
        let execution = Execution { cells, extras: self.extras.iter().copied().collect() };
        if !run.history.get_or_insert_default().take(execution, self.interner) {
            return;
        }
        let mut instances = std::mem::take(&mut run.instances);
        let fields = FieldSet::of(INSTANCE_FIELDS_OF_RESULT.map(|(_, field)| field));
        let id = cells.cell(InstanceField::InstanceId);
        let at = self.find_instance(&instances, place, instances.len(), id);
        self.put_instance(&mut instances, at, &cells.0, fields);
        if let Some(run) = self.runs.get_mut(place as usize) {
            run.instances = instances;
        }
    }

    /// Where the instance with that id stands among those of a run; one without
    /// id, the `at`th of those without.
    fn find_instance(
        &mut self,
        instances: &[Record],
        place: u32,
        at: usize,
        id: Cell,
    ) -> Option<usize> {
        if instances.is_empty() {
            return None;
        }
        if id.is_none() {
            return self.places.entry(place).or_default().of_unnamed(instances, at);
        }
        // Answers repeat their order, so the instance usually stands where it stood.
        match instances.get(at) {
            Some(known) if known.key == id => Some(at),
            _ => self.places.entry(place).or_default().of_id(instances, id),
        }
    }

    /// Stores an instance whose answer speaks for `fields`: what it does not have
    /// of these is gone, such as the exit code of an instance that runs once more.
    fn put_instance(
        &mut self,
        instances: &mut Vec<Record>,
        at: Option<usize>,
        cells: &Cells,
        fields: FieldSet,
    ) {
        let content = Content { cells, tags: &[], extras: &self.extras };
        let Some(record) = at.and_then(|at| instances.get_mut(at)) else {
            instances.push(self.instance_profiles.add(content));
            self.report.instances_added += 1;
            return;
        };
        let known = self.instance_profiles.cells(record);
        let has_extras = *content.extras == *self.instance_profiles.extras(record);
        if known == *cells && has_extras {
            return;
        }
        let updated =
            |cells: &Cells| cells.get(InstanceField::UpdateTime as usize)?.time(self.interner);
        if matches!((updated(cells), updated(&known)), (Some(new), Some(old)) if new < old) {
            self.report.instances_stale += 1;
            return;
        }
        let mut merged = known;
        for (place, (field, cell)) in merged.iter_mut().zip(InstanceField::ALL.iter().zip(cells)) {
            if fields.has(*field) {
                *place = *cell;
            }
        }
        if merged == known && has_extras {
            return;
        }
        self.instance_profiles.replace(record, Content { cells: &merged, ..content });
        self.report.instances_changed += 1;
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
