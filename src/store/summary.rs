//! A run in figures.

use super::list::RunRow;
use super::row::Member;
use super::table::Store;
use crate::analysis::stats::DurationStats;
use crate::error::Result;
use crate::json::{ToJson, Writer};
use crate::locale::Bilingual;
use crate::response::{InstanceField, Timestamp};
use crate::status::Outcome;

mod headline;

/// What an operator wants to know first.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// The run as its row in the list.
    pub row: RunRow,
    /// Number of failure families.
    pub families: usize,
    /// Instances whose output lost bytes.
    pub truncated: usize,
    /// Bytes that were lost in all outputs.
    pub dropped_bytes: i64,
    /// Instances whose output is here.
    pub outputs: usize,
    /// Ended instances whose output is not here.
    pub outputs_missing: usize,
    /// First start of all instances.
    pub first_start: Option<Timestamp>,
    /// Last end of all instances.
    pub last_finish: Option<Timestamp>,
    /// Seconds from creation to start, of runs that do not start by themselves.
    pub queue: Option<DurationStats>,
    /// Seconds from start to end.
    pub run: Option<DurationStats>,
    /// The first sentence on the screen.
    pub headline: Bilingual,
}

impl Store {
    /// The figures of a run or run set.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn summary(&self, ids: &str) -> Result<Summary> {
        let runs = self.runs_of(ids)?;
        let members = self.members(ids)?;
        let row = self.run_row(&runs);
        let families = self.families(ids)?.len();
        let truncated = members.iter().filter(|(_, one)| self.dropped(one) > 0).count();
        let has_output = |member: &&Member<'_>| !member.1.cell(InstanceField::Output).is_none();
        let lacks_output = |(_, one): &&Member<'_>| {
            one.cell(InstanceField::Output).is_absent() && one.status(&self.interner).is_terminal()
        };
        let times =
            |field| members.iter().filter_map(move |(_, one)| one.cell(field).time(&self.interner));
        let stats = |seconds: &dyn Fn(&Member<'_>) -> Option<i64>| {
            // Durations of a run are far below 2^52 seconds.
            #[allow(clippy::cast_precision_loss)]
            DurationStats::of(members.iter().filter_map(seconds).map(|seconds| seconds as f64))
        };
        Ok(Summary {
            headline: headline::write(row.aggregate.counts(), families, truncated),
            families,
            truncated,
            dropped_bytes: members.iter().map(|(_, one)| self.dropped(one)).sum(),
            outputs: members.iter().filter(has_output).count(),
            outputs_missing: members.iter().filter(lacks_output).count(),
            first_start: times(InstanceField::StartTime).min(),
            last_finish: times(InstanceField::FinishTime).max(),
            queue: stats(&|(run, one)| self.queue_seconds(run, one)),
            run: stats(&|(_, one)| self.run_seconds(one)),
            row,
        })
    }
}

impl Summary {
    /// Number of instances of a class.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> u32 {
        self.row.aggregate.counts().get(outcome)
    }
}

impl ToJson for Summary {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("run", &self.row)
                .field("families", self.families)
                .field("truncated", self.truncated)
                .field("droppedBytes", self.dropped_bytes)
                .field("outputs", self.outputs)
                .field("outputsMissing", self.outputs_missing)
                .optional("firstStart", self.first_start.map(Timestamp::to_utc_text))
                .optional("lastFinish", self.last_finish.map(Timestamp::to_utc_text))
                .optional("queueSeconds", self.queue.as_ref())
                .optional("runSeconds", self.run.as_ref())
                .field("headline", &self.headline);
        });
    }
}
