//! One instance's output, and a run's command.

use super::cell::{Cell, CellValue};
use super::profiles::Record;
use super::row::Member;
use super::run::{InstanceCells, Run};
use super::table::Store;
use crate::error::{Error, ErrorKind, Result};
use crate::output::truncation::{Context, ScheduleKind};
use crate::output::{Output, base64, text};
use crate::response::{InstanceField, InvocationField};
use std::borrow::Cow;

impl Store {
    /// The output of an instance in a run or run set; `None` where no answer
    /// had it, because no request asked for it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an id that no answer had.
    pub fn output(&self, ids: &str, instance_id: &str) -> Result<Option<Output>> {
        let (run, one) = self.member(ids, instance_id)?;
        let cell = one.cell(InstanceField::Output);
        if cell.is_absent() {
            return Ok(None);
        }
        let field = match cell.value(&self.interner) {
            CellValue::Base64(bytes) => Cow::Owned(base64::encode(bytes)),
            _ => cell.text(&self.interner).unwrap_or_default(),
        };
        let mode = self.run_cell(run, InvocationField::RepeatMode).text(&self.interner);
        let context = Context {
            dropped: Some(self.dropped(&one)),
            schedule: mode.and_then(|mode| ScheduleKind::from_repeat_mode(&mode)),
            duration_ms: self
                .run_seconds(&one)
                .and_then(|seconds| u64::try_from(seconds).ok())
                .map(|seconds| seconds.saturating_mul(1000)),
        };
        Ok(Some(Output::from_field(&field, run.encoding, context)))
    }

    /// The output's bytes: decoded where it is canonical Base64, as they came
    /// where it is not; empty where no answer had it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an id that no answer had.
    pub fn output_bytes(&self, ids: &str, instance_id: &str) -> Result<&[u8]> {
        let (_, one) = self.member(ids, instance_id)?;
        Ok(self.blob(one.cell(InstanceField::Output)))
    }

    /// The command's content as text; `None` where no answer had it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an id that no answer had.
    pub fn command_content(&self, ids: &str) -> Result<Option<Cow<'_, str>>> {
        let runs = self.runs_of(ids)?;
        let cell = runs.first().map(|run| self.run_cell(run, InvocationField::CommandContent));
        Ok(cell.filter(|cell| !cell.is_none()).map(|cell| self.blob_text(cell)))
    }

    pub(super) fn member(&self, ids: &str, instance_id: &str) -> Result<Member<'_>> {
        let interner = &self.interner;
        // Equal texts have one cell, so no text is compared.
        let wanted = Cell::find(instance_id, interner);
        let runs = self.runs_of(ids)?;
        let mut members =
            runs.into_iter().flat_map(|run| run.instances.iter().map(move |one| (run, one)));
        let is_it = |(_, one): &(&Run, &Record)| {
            wanted == Some(one.key)
                || (one.key.text_id().is_none()
                    && one.key.text(interner).unwrap_or_default() == instance_id)
        };
        let found = members.find(is_it);
        let cells = |(run, one)| (run, InstanceCells(self.instance_profiles.cells(one)));
        found.map(cells).ok_or_else(|| {
            let message = format!("expected an instance of the run, found {instance_id:?}");
            Error::new(ErrorKind::NotFound, message).in_path("instanceId")
        })
    }

    fn blob(&self, cell: Cell) -> &[u8] {
        match cell.value(&self.interner) {
            CellValue::Base64(bytes) => bytes,
            CellValue::Text(text) | CellValue::Number(text) | CellValue::Json(text) => {
                text.as_bytes()
            }
            _ => &[],
        }
    }

    pub(super) fn blob_text(&self, cell: Cell) -> Cow<'_, str> {
        text::decode(self.blob(cell)).text
    }
}
