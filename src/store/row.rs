//! The instances of a run: filter, sort, slice.

use super::cell::{Cell, CellValue};
use super::needle::Needle;
use super::query::{InstanceQuery, InstanceSort};
use super::run::{InstanceCells, Run};
use super::table::Store;
use crate::error::Result;
use crate::json::{ToJson, Writer};
use crate::order::sort_by_key;
use crate::response::InstanceField;
use crate::status::{InstanceStatus, Outcome};
use std::cmp::Reverse;

/// One instance in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InstanceRow {
    /// The `InvokeId` of the run that it stands in.
    pub invoke_id: String,
    /// The status; of answers before 2020, what the older vocabulary tells.
    pub status: InstanceStatus,
    /// Fields, where the answer has them.
    pub fields: Vec<(InstanceField, String)>,
    /// The exit code; absent where there is none.
    pub exit_code: Option<i64>,
    /// Bytes that were cut from the output.
    pub dropped: i64,
    /// Bytes of the output that are here.
    pub output_bytes: usize,
    /// Seconds from creation to start; none of a run that starts by itself.
    pub queue_seconds: Option<i64>,
    /// Seconds from start to end.
    pub run_seconds: Option<i64>,
}

/// A slice of the instances.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InstanceRows {
    /// Instances that pass the filter.
    pub total: usize,
    /// The rows of the slice.
    pub rows: Vec<InstanceRow>,
}

/// The text fields that a row shows.
const SHOWN: [InstanceField; 14] = [
    InstanceField::InstanceId,
    InstanceField::InstanceInvokeStatus,
    InstanceField::ErrorCode,
    InstanceField::ErrorInfo,
    InstanceField::Repeats,
    InstanceField::CreationTime,
    InstanceField::StartTime,
    InstanceField::FinishTime,
    InstanceField::StopTime,
    InstanceField::UpdateTime,
    InstanceField::OssOutputStatus,
    InstanceField::OssOutputUri,
    InstanceField::OssOutputErrorCode,
    InstanceField::OssOutputErrorInfo,
];

/// An instance and its run.
pub(super) type Member<'s> = (&'s Run, InstanceCells);

impl Store {
    /// The instances of a run or run set that pass `query`, in its order.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn instances(&self, ids: &str, query: &InstanceQuery) -> Result<InstanceRows> {
        let members = self.members(ids)?;
        let needle = Needle::new(&query.text);
        let mut kept: Vec<Member<'_>> =
            members.into_iter().filter(|(_, one)| self.keeps(one, query, &needle)).collect();
        self.sort_members(&mut kept, query);
        let rows = kept
            .iter()
            .skip(query.offset)
            .take(query.limit.unwrap_or(usize::MAX))
            .map(|(run, one)| self.instance_row((*run, one)))
            .collect();
        Ok(InstanceRows { total: kept.len(), rows })
    }

    /// Every instance of a run or run set, in the order of the answers.
    pub(super) fn members(&self, ids: &str) -> Result<Vec<Member<'_>>> {
        let runs = self.runs_of(ids)?;
        Ok(runs
            .into_iter()
            .flat_map(|run| self.instances_in(run).map(move |one| (run, one)))
            .collect())
    }

    fn keeps(&self, one: &InstanceCells, query: &InstanceQuery, needle: &Needle) -> bool {
        let status = one.status(&self.interner);
        let id = one.cell(InstanceField::InstanceId);
        let searched =
            [InstanceField::InstanceId, InstanceField::ErrorCode, InstanceField::ErrorInfo];
        let holds = |cell: Cell| cell.text(&self.interner).is_some_and(|text| needle.is_in(&text));
        (query.outcomes.is_empty() || query.outcomes.contains(&status.outcome()))
            && (query.statuses.is_empty()
                || query.statuses.iter().any(|wanted| wanted == status.as_str()))
            && (query.instance_ids.is_empty()
                || id
                    .text(&self.interner)
                    .is_some_and(|id| query.instance_ids.iter().any(|one| *one == id)))
            && (!query.truncated || self.dropped(one) > 0)
            && (needle.is_empty()
                || searched.iter().any(|field| holds(one.cell(*field)))
                || needle.is_in(status.as_str()))
    }

    fn sort_members(&self, members: &mut [Member<'_>], query: &InstanceQuery) {
        let text = |one: &InstanceCells, field| {
            one.cell(field).text(&self.interner).unwrap_or_default().into_owned()
        };
        let id = |one: &InstanceCells| text(one, InstanceField::InstanceId);
        match query.sort {
            InstanceSort::Attention => {
                sort_by_key(members, |(_, one)| attention(one.status(&self.interner).outcome()));
            }
            InstanceSort::InstanceId => sort_by_key(members, |(_, one)| id(one)),
            InstanceSort::Status => {
                sort_by_key(members, |(_, one)| one.status(&self.interner).as_str().to_owned());
            }
            InstanceSort::ExitCode => sort_by_key(members, |(_, one)| {
                let code = self.exit_code(one);
                (code.is_none(), code)
            }),
            InstanceSort::Duration => {
                sort_by_key(members, |(_, one)| Reverse(self.run_seconds(one)));
            }
            InstanceSort::Started => sort_by_key(members, |(_, one)| {
                let start = one.cell(InstanceField::StartTime).time(&self.interner);
                (start.is_none(), start)
            }),
            InstanceSort::Output => {
                sort_by_key(members, |(_, one)| Reverse(self.output_length(one)));
            }
        }
        if query.reverse {
            members.reverse();
        }
    }

    pub(super) fn instance_row(&self, (run, one): (&Run, &InstanceCells)) -> InstanceRow {
        let shown = |field: &InstanceField| {
            let text = one.cell(*field).non_empty(&self.interner)?.into_owned();
            Some((*field, text))
        };
        InstanceRow {
            invoke_id: self.invoke_id(run),
            status: one.status(&self.interner),
            fields: SHOWN.iter().filter_map(shown).collect(),
            exit_code: self.exit_code(one),
            dropped: self.dropped(one),
            output_bytes: self.output_length(one),
            queue_seconds: self.queue_seconds(run, one),
            run_seconds: self.run_seconds(one),
        }
    }

    pub(super) fn exit_code(&self, one: &InstanceCells) -> Option<i64> {
        one.cell(InstanceField::ExitCode).integer(&self.interner)
    }

    pub(super) fn dropped(&self, one: &InstanceCells) -> i64 {
        one.cell(InstanceField::Dropped).integer(&self.interner).unwrap_or_default()
    }

    pub(super) fn output_length(&self, one: &InstanceCells) -> usize {
        match one.cell(InstanceField::Output).value(&self.interner) {
            CellValue::Base64(bytes) => bytes.len(),
            CellValue::Text(text) => text.len(),
            _ => 0,
        }
    }

    /// A run that starts on a schedule or at a reboot is created long before.
    pub(super) fn queue_seconds(&self, run: &Run, one: &InstanceCells) -> Option<i64> {
        let seconds = self.between(one, InstanceField::CreationTime, InstanceField::StartTime)?;
        (!self.starts_by_itself(run)).then_some(seconds)
    }

    pub(super) fn run_seconds(&self, one: &InstanceCells) -> Option<i64> {
        self.between(one, InstanceField::StartTime, InstanceField::FinishTime)
    }

    /// Seconds from one time to a later one; none where one is missing or the
    /// order is wrong.
    pub(super) fn between(
        &self,
        one: &InstanceCells,
        from: InstanceField,
        to: InstanceField,
    ) -> Option<i64> {
        let time = |field| one.cell(field).time(&self.interner);
        let seconds = time(to)?.unix_seconds() - time(from)?.unix_seconds();
        (seconds >= 0).then_some(seconds)
    }
}

/// What an operator looks at first.
fn attention(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Failed => 0,
        Outcome::Unknown => 1,
        Outcome::Stopping => 2,
        Outcome::Running => 3,
        Outcome::Pending => 4,
        Outcome::Scheduled => 5,
        Outcome::Stopped => 6,
        Outcome::Success => 7,
    }
}

impl ToJson for InstanceRow {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("invokeId", &self.invoke_id)
                .field("status", &self.status)
                .field("outcome", self.status.outcome());
            for (field, text) in &self.fields {
                o.field(&field.camel_name(), text);
            }
            o.optional("exitCode", self.exit_code)
                .field("dropped", self.dropped)
                .field("outputBytes", self.output_bytes)
                .optional("queueSeconds", self.queue_seconds)
                .optional("runSeconds", self.run_seconds);
        });
    }
}

impl ToJson for InstanceRows {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("total", self.total).field("rows", &self.rows);
        });
    }
}
