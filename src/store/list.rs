//! The list of runs: filter, sort, slice.

use super::cell::Cell;
use super::needle::Needle;
use super::query::{ListQuery, RunSort};
use super::run::Run;
use super::table::Store;
use crate::json::{ToJson, Writer};
use crate::order::sort_by_number;
use crate::response::InvocationField;
use crate::status::{Aggregate, Agreement, Counts, InvocationStatus, Outcome, aggregate_counts};

/// One run or run set in a list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RunRow {
    /// The id to ask more with: an `InvokeId`, or those of the set joined by
    /// commas.
    pub id: String,
    /// The `InvokeId`s.
    pub invoke_ids: Vec<String>,
    /// Fields of the first run, where it has them.
    pub fields: Vec<(InvocationField, String)>,
    /// Tags of the first run.
    pub tags: Vec<(String, String)>,
    /// What the instances say.
    pub aggregate: Aggregate,
    /// What the answers say, each status once.
    pub reported: Vec<InvocationStatus>,
    /// Whether both say the same.
    pub agreement: Agreement,
}

/// A slice of the list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RunRows {
    /// Rows that pass the filter.
    pub total: usize,
    /// The rows of the slice.
    pub rows: Vec<RunRow>,
}

/// The fields that a row shows.
const SHOWN: [InvocationField; 10] = [
    InvocationField::CommandName,
    InvocationField::CommandDescription,
    InvocationField::CommandId,
    InvocationField::CommandType,
    InvocationField::CreationTime,
    InvocationField::RepeatMode,
    InvocationField::Frequency,
    InvocationField::Timed,
    InvocationField::Username,
    InvocationField::ContainerName,
];

impl Store {
    /// The runs that pass `query`, in its order.
    #[must_use]
    pub fn list(&self, query: &ListQuery) -> RunRows {
        let units = self.units();
        let row = |unit: &[u32]| self.run_row(&self.runs_at(unit).collect::<Vec<_>>());
        let limit = query.limit.unwrap_or(usize::MAX);
        if query.is_all_newest_first() {
            let mut left = query.offset;
            let mut is_behind_offset = |_: &[u32]| {
                let is_before = left > 0;
                left = left.saturating_sub(1);
                !is_before
            };
            let rows = units.select(query.ungrouped, limit, &mut is_behind_offset);
            let total = if query.ungrouped { self.runs.len() } else { units.len() };
            return RunRows { total, rows: rows.into_iter().map(row).collect() };
        }
        let needle = Needle::new(&query.text);
        let mut kept = if needle.is_empty() {
            units.select(query.ungrouped, usize::MAX, &mut |unit| self.passes(unit, query))
        } else {
            let mut found = units.holding(query.ungrouped, &self.runs_with(&needle));
            found.retain(|unit| self.passes(unit, query));
            found
        };
        self.sort(&mut kept, query);
        let rows = kept.iter().skip(query.offset).take(limit).copied();
        RunRows { total: kept.len(), rows: rows.map(row).collect() }
    }

    /// Whether a unit passes all filters but that of the text.
    fn passes(&self, unit: &[u32], query: &ListQuery) -> bool {
        let any_text = |wanted: &[String], cell: Cell| {
            wanted.is_empty()
                || cell
                    .text(&self.interner)
                    .is_some_and(|text| wanted.iter().any(|one| *one == text))
        };
        let passes_fields = |run: &Run| {
            any_text(&query.command_types, self.run_cell(run, InvocationField::CommandType))
                && any_text(&query.repeat_modes, self.run_cell(run, InvocationField::RepeatMode))
        };
        ((query.command_types.is_empty() && query.repeat_modes.is_empty())
            || self.runs_at(unit).any(passes_fields))
            && (query.statuses.is_empty() || self.has_status(unit, &query.statuses))
    }

    /// Whether the reported or the derived status is one of `wanted`.
    fn has_status(&self, unit: &[u32], wanted: &[String]) -> bool {
        let is_wanted = |status: &str| wanted.iter().any(|one| one == status);
        let reported = |run: &Run| {
            self.run_cell(run, InvocationField::InvocationStatus)
                .text(&self.interner)
                .is_some_and(|status| is_wanted(&status))
        };
        if unit.len() == 1 && self.runs_at(unit).any(reported) {
            return true;
        }
        self.aggregate_of(self.runs_at(unit))
            .status()
            .is_some_and(|status| is_wanted(status.as_str()))
    }

    pub(super) fn aggregate_of<'r>(&self, runs: impl Iterator<Item = &'r Run>) -> Aggregate {
        let mut counts = Counts::default();
        runs.for_each(|run| counts.merge(&self.counts(run)));
        aggregate_counts(counts)
    }

    fn sort(&self, units: &mut [&[u32]], query: &ListQuery) {
        match query.sort {
            RunSort::Created => {}
            RunSort::Name => {
                let ranks = self.name_ranks(units);
                sort_by_number(units, &ranks);
            }
            RunSort::Instances => {
                most_first(units, |unit| self.runs_at(unit).map(|run| run.instances.len()).sum());
            }
            RunSort::Failed => most_first(units, |unit| {
                let failed = |run| self.counts(run).get(Outcome::Failed) as usize;
                self.runs_at(unit).map(failed).sum()
            }),
        }
        if query.reverse {
            units.reverse();
        }
    }

    /// The row of runs that are shown as one.
    pub(super) fn run_row(&self, runs: &[&Run]) -> RunRow {
        let invoke_ids: Vec<_> = runs.iter().map(|run| self.invoke_id(run)).collect();
        let aggregate = self.aggregate_of(runs.iter().copied());
        let mut reported: Vec<InvocationStatus> = Vec::new();
        for status in runs.iter().filter_map(|run| self.reported(run)) {
            if !reported.contains(&status) {
                reported.push(status);
            }
        }
        let first = runs.first();
        let shown = |field: &InvocationField| {
            let text = self.run_cell(first?, *field).non_empty(&self.interner)?.into_owned();
            Some((*field, text))
        };
        let text = |cell: &Cell| cell.text(&self.interner).unwrap_or_default().into_owned();
        RunRow {
            id: invoke_ids.join(","),
            agreement: self.agreement_of(runs, &aggregate),
            fields: SHOWN.iter().filter_map(shown).collect(),
            tags: first.map_or_else(Vec::new, |run| {
                let tags = self.run_profiles.tags(&run.record).iter();
                tags.map(|(key, value)| (text(key), text(value))).collect()
            }),
            invoke_ids,
            aggregate,
            reported,
        }
    }

    /// A set agrees when each of its runs does: its parts were reported, not
    /// the whole.
    fn agreement_of(&self, runs: &[&Run], aggregate: &Aggregate) -> Agreement {
        if let [run] = runs {
            return aggregate.agreement(self.reported(run).as_ref());
        }
        let mut all = Agreement::Agrees;
        for run in runs {
            match self.agreement_of(&[run], &self.aggregate_of(std::iter::once(*run))) {
                Agreement::Differs => return Agreement::Differs,
                Agreement::Undecided => all = Agreement::Undecided,
                Agreement::Agrees => {}
            }
        }
        all
    }
}

/// Sorts by a count, the largest first.
fn most_first(units: &mut [&[u32]], count: impl Fn(&[u32]) -> usize) {
    let counts: Vec<usize> = units.iter().map(|unit| count(unit)).collect();
    let most = counts.iter().max().copied().unwrap_or_default();
    let behind_most: Vec<usize> = counts.into_iter().map(|count| most - count).collect();
    sort_by_number(units, &behind_most);
}

impl ToJson for RunRow {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("id", &self.id).field("invokeIds", &self.invoke_ids);
            for (field, text) in &self.fields {
                o.field(&field.camel_name(), text);
            }
            o.array("tags", self.tags.iter().map(TagJson));
            o.field("status", self.aggregate.status())
                .field("rule", self.aggregate.rule().code())
                .field("counts", self.aggregate.counts())
                .field("reported", &self.reported)
                .field("agreement", self.agreement.code());
        });
    }
}

impl ToJson for RunRows {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("total", self.total).field("rows", &self.rows);
        });
    }
}

pub(super) struct TagJson<'t>(pub(super) &'t (String, String));

impl ToJson for TagJson<'_> {
    fn write(&self, out: &mut Writer) {
        let (key, value) = self.0;
        out.object(|o| {
            o.field("key", key).field("value", value);
        });
    }
}
