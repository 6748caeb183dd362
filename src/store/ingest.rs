//! Answers into the store: all of a page, or nothing of it.

use super::cell::Cell;
use super::interner::Kind;
use super::run::{INSTANCE_FIELDS, Run};
use super::table::Store;
use crate::error::Result;
use crate::json::{ToJson, Writer};
use crate::output::encoding::Encoding;
use crate::response::{
    Action, Field, InstanceField, Invocation, InvocationField, InvocationResult, Notice, Page,
    Paging, ResultField, parse,
};
use intake::Intake;
use places::Places;
use std::collections::HashMap;

mod intake;
mod merge;
mod places;
mod records;

/// What the request tells about its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IngestContext {
    /// The request's `ContentEncoding`, where it is known.
    pub encoding: Option<Encoding>,
    /// The request's `IncludeOutput`, where it is known. Unless it was `true`,
    /// an empty output replaces none that was read before.
    pub include_output: Option<bool>,
}

/// What an answer changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IngestReport {
    /// The action that was answered.
    pub action: Action,
    /// `RequestId`
    pub request_id: Option<String>,
    /// Token of the next page.
    pub next_token: Option<String>,
    /// `TotalCount`
    pub total_count: Option<i64>,
    /// The page's runs in its order; a page of results names each run once.
    pub invoke_ids: Vec<String>,
    /// Runs that no answer had before.
    pub runs_added: usize,
    /// Runs with a value that is another than before.
    pub runs_changed: usize,
    /// Instances that no answer had before.
    pub instances_added: usize,
    /// Instances with a value that is another than before.
    pub instances_changed: usize,
    /// Instances that came older than what is stored, by `UpdateTime`.
    pub instances_stale: usize,
    /// What is not as documented.
    pub notices: Vec<Notice>,
}

/// Garbage below this is not worth a new interner.
const COMPACT_SLACK_BYTES: usize = 1 << 20;

impl Store {
    /// Reads one answer and merges its records.
    ///
    /// A record of an answer replaces what is stored of the fields that its
    /// action has; the others stay, and so do outputs where the request did not
    /// ask for any.
    /// An instance whose `UpdateTime` is older than the stored one is left out.
    ///
    /// # Errors
    /// Those of [`parse`]; the store is then as before.
    pub fn ingest(&mut self, body: &[u8], context: IngestContext) -> Result<IngestReport> {
        let page = parse(body)?;
        let mut report = IngestReport::of(&page);
        let mut places = HashMap::new();
        for invocation in page.invocations() {
            self.take_invocation(invocation, context, &mut places, &mut report);
        }
        for result in page.results() {
            self.take_result(result, context, &mut places, &mut report);
        }
        if report.has_changes() {
            self.units.take();
            self.memo.clear();
        }
        self.compact_if_worth_it();
        Ok(report)
    }

    fn take_invocation(
        &mut self,
        invocation: Invocation<'_>,
        context: IngestContext,
        places_by_run: &mut HashMap<u32, Places>,
        report: &mut IngestReport,
    ) {
        let id = invocation.field(InvocationField::InvokeId);
        let Some((place, is_new)) = self.place_for(id, invocation.raw().as_str(), report) else {
            return;
        };
        let split = self.runs.split_at_mut_checked(place as usize);
        let (before, rest) = split.unwrap_or_default();
        let Some(run) = rest.first_mut() else { return };
        if context.encoding.is_some_and(|encoding| run.encoding != Some(encoding)) {
            // The same outputs now read otherwise.
            self.memo.clear();
        }
        // A run often repeats the texts of the one read before it.
        let like = if is_new { before.last() } else { None };
        let hints = like.map_or(run.cells, |like| like.cells);
        let mut instance_hints = like
            .and_then(|like| like.instances.last())
            .map_or([Cell::ABSENT; INSTANCE_FIELDS], |like| like.cells);

        let places = places_by_run.entry(place).or_default();
        let mut intake = Intake::new(context, &mut self.interner, places);
        let changed = intake.merge_run(run, invocation, &hints);
        report.runs_changed += usize::from(changed && !is_new);
        if run.instances.is_empty() {
            run.instances.reserve_exact(invocation.instances().len());
        }
        let mut unnamed = 0;
        for (place, instance) in invocation.instances().enumerate() {
            let mut place = place;
            if instance.field(InstanceField::InstanceId).is_none() {
                place = unnamed;
                unnamed += 1;
            }
            intake.merge_instance(run, place, instance, &instance_hints, report);
            if let Some(last) = run.instances.last() {
                instance_hints = last.cells;
            }
        }
    }

    fn take_result(
        &mut self,
        result: InvocationResult<'_>,
        context: IngestContext,
        places_by_run: &mut HashMap<u32, Places>,
        report: &mut IngestReport,
    ) {
        let id = result.field(ResultField::InvokeId);
        let Some((place, is_new)) = self.place_for(id, result.raw().as_str(), report) else {
            return;
        };
        let Some(run) = self.runs.get_mut(place as usize) else { return };
        if context.encoding.is_some_and(|encoding| run.encoding != Some(encoding)) {
            self.memo.clear();
        }
        let places = places_by_run.entry(place).or_default();
        let mut intake = Intake::new(context, &mut self.interner, places);
        let changed = intake.merge_run_of_result(run, result);
        report.runs_changed += usize::from(changed && !is_new);
        intake.merge_result_instance(run, result, report);
    }

    /// The place of the run with that id, made where there is none, and
    /// whether it was made.
    ///
    /// A record without id, as answers of 2018 have, gets one made of its text,
    /// so that reading the same answer twice adds nothing.
    fn place_for(
        &mut self,
        id: Field<'_>,
        raw: &str,
        report: &mut IngestReport,
    ) -> Option<(u32, bool)> {
        let id = id.non_empty().map_or_else(|| id_of_text(raw), std::borrow::Cow::into_owned);
        let key = self.interner.intern(Kind::Text, id.as_bytes())?;
        let next = u32::try_from(self.runs.len()).ok()?;
        let place = *self.by_id.entry(key).or_insert(next);
        let is_new = place == next;
        if is_new {
            let mut run = Run::new();
            run.set(
                InvocationField::InvokeId,
                Cell::of_text(&id, Cell::ABSENT, &mut self.interner),
            );
            self.runs.push(run);
            report.runs_added += 1;
        }
        if report.invoke_ids.last() != Some(&id) {
            report.invoke_ids.push(id);
        }
        Some((place, is_new))
    }

    /// Makes the interner anew when more than half of it is garbage.
    fn compact_if_worth_it(&mut self) {
        if self.interner.bytes() < self.compact_bytes * 2 + COMPACT_SLACK_BYTES {
            return;
        }
        let old = std::mem::take(&mut self.interner);
        self.by_id.clear();
        for (place, run) in self.runs.iter_mut().enumerate() {
            for cell in run.cells_mut() {
                *cell = cell.moved(&old, &mut self.interner);
            }
            let id = run.cell(InvocationField::InvokeId).text(&self.interner);
            let id = id.map(std::borrow::Cow::into_owned).unwrap_or_default();
            let key = self.interner.intern(Kind::Text, id.as_bytes());
            if let (Some(key), Ok(place)) = (key, u32::try_from(place)) {
                self.by_id.insert(key, place);
            }
        }
        self.compact_bytes = self.interner.bytes();
    }
}

impl IngestReport {
    /// Whether anything in the store is other than before.
    fn has_changes(&self) -> bool {
        let changes =
            [self.runs_added, self.runs_changed, self.instances_added, self.instances_changed];
        changes.iter().any(|count| *count > 0)
    }

    fn of(page: &Page<'_>) -> Self {
        Self {
            action: page.action(),
            request_id: page.paging(Paging::RequestId).non_empty().map(String::from),
            next_token: page.next_token(),
            total_count: page.paging(Paging::TotalCount).integer(),
            invoke_ids: Vec::new(),
            runs_added: 0,
            runs_changed: 0,
            instances_added: 0,
            instances_changed: 0,
            instances_stale: 0,
            notices: page.notices().to_vec(),
        }
    }
}

/// FNV-1a, 64 bits, of a record's text, as an id that no service gives.
fn id_of_text(raw: &str) -> String {
    let hash = raw.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("no-id-{hash:016x}")
}

impl ToJson for IngestReport {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("action", self.action.name())
                .optional("requestId", self.request_id.as_ref())
                .optional("nextToken", self.next_token.as_ref())
                .optional("totalCount", self.total_count)
                .field("invokeIds", &self.invoke_ids)
                .field("runsAdded", self.runs_added)
                .field("runsChanged", self.runs_changed)
                .field("instancesAdded", self.instances_added)
                .field("instancesChanged", self.instances_changed)
                .field("instancesStale", self.instances_stale)
                .field("notices", &self.notices);
        });
    }
}
