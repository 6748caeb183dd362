//! Answers into the store: all of a page, or nothing of it.

use super::cell::Cell;
use super::interner::Interner;
use super::profiles::{Content, Pairs, Profiles, Record};
use super::table::Store;
use crate::error::Result;
use crate::json::{ToJson, Writer};
use crate::output::encoding::Encoding;
use crate::response::{Action, Notice, Page, Paging, parse};
use intake::Intake;

mod intake;
mod merge;
mod places;
mod reading;

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

/// Garbage below this is not worth new tables.
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
        let bytes_before = self.table_bytes();
        let mut intake = Intake::new(self, context, IngestReport::of(&page));
        for invocation in page.invocations() {
            intake.take_invocation(invocation);
        }
        for result in page.results() {
            intake.take_result(result);
        }
        let Intake { report, reads_otherwise, .. } = intake;
        if report.has_changes() {
            self.units.take();
            self.postings.take();
        }
        if report.has_changes() || reads_otherwise {
            self.memo.clear();
        }
        if report.runs_added < page.invocations().len() + page.results().len() {
            self.churned_bytes += self.table_bytes().saturating_sub(bytes_before);
            self.compact_if_worth_it();
        }
        Ok(report)
    }

    /// Makes the tables anew when more than half of them may be garbage.
    fn compact_if_worth_it(&mut self) {
        let kept = self.table_bytes().saturating_sub(self.churned_bytes);
        if self.churned_bytes < kept + COMPACT_SLACK_BYTES {
            return;
        }
        let old = Tables {
            interner: std::mem::take(&mut self.interner),
            runs: std::mem::replace(&mut self.run_profiles, Profiles::of_runs()),
            instances: std::mem::replace(&mut self.instance_profiles, Profiles::of_instances()),
        };
        for run in &mut self.runs {
            run.record =
                old.moved(&run.record, &old.runs, &mut self.run_profiles, &mut self.interner);
            for one in &mut run.instances {
                let profiles = &mut self.instance_profiles;
                *one = old.moved(one, &old.instances, profiles, &mut self.interner);
            }
            for cell in run.history.iter_mut().flat_map(|history| history.cells_mut()) {
                *cell = cell.moved(&old.interner, &mut self.interner);
            }
        }
        self.by_id.rebuild(&self.runs);
        self.postings.take();
        self.churned_bytes = 0;
    }
}

/// What the records of a store stand in.
struct Tables {
    interner: Interner,
    runs: Profiles,
    instances: Profiles,
}

impl Tables {
    /// The same record in other tables.
    fn moved(
        &self,
        record: &Record,
        profiles: &Profiles,
        to: &mut Profiles,
        interner: &mut Interner,
    ) -> Record {
        let mut moved = |cell: Cell| cell.moved(&self.interner, interner);
        let cells = profiles.cells(record).map(&mut moved);
        let mut pairs = |pairs: &Pairs| -> Vec<(Cell, Cell)> {
            pairs.iter().map(|(name, value)| (moved(*name), moved(*value))).collect()
        };
        let (tags, extras) = (pairs(profiles.tags(record)), pairs(profiles.extras(record)));
        to.add(Content { cells: &cells, tags: &tags, extras: &extras })
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
