//! One instance's output, and a run's command, as bytes.

use super::cell::{Cell, CellValue};
use super::row::Member;
use super::run::Run;
use super::table::Store;
use crate::error::{Error, ErrorKind, Result};
use crate::output::encoding::Encoding;
use crate::output::text;
use crate::response::{InstanceField, InvocationField};
use std::borrow::Cow;

/// What an instance wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOutput<'s> {
    /// The decoded bytes, or the text's bytes where it is no Base64; `None`
    /// where no answer had the output, because no request asked for it.
    pub bytes: Option<&'s [u8]>,
    /// How the answer had it.
    pub encoding: Encoding,
    /// Whether the request told the encoding; a guess if not.
    pub is_certain: bool,
    /// Bytes that the service says it cut (`Dropped`).
    pub dropped: i64,
    /// Whether the command runs by a schedule, which decides where bytes are cut.
    pub is_scheduled: bool,
}

impl Store {
    /// The output of an instance in a run or run set.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an id that no answer had.
    pub fn output(&self, ids: &str, instance_id: &str) -> Result<StoredOutput<'_>> {
        let (run, one) = self.member(ids, instance_id)?;
        let cell = one.cell(InstanceField::Output);
        let (bytes, is_base64) = self.blob(cell);
        Ok(StoredOutput {
            bytes: (!cell.is_absent()).then_some(bytes),
            encoding: if is_base64 { Encoding::Base64 } else { Encoding::PlainText },
            is_certain: run.encoding_known,
            dropped: self.dropped(one),
            is_scheduled: is_scheduled(run),
        })
    }

    /// The command's content as text; `None` where no answer had it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an id that no answer had.
    pub fn command_content(&self, ids: &str) -> Result<Option<Cow<'_, str>>> {
        let runs = self.runs_of(ids)?;
        let cell = runs.first().map(|run| run.cell(InvocationField::CommandContent));
        Ok(cell.filter(|cell| !cell.is_none()).map(|cell| self.blob_text(cell)))
    }

    pub(super) fn member(&self, ids: &str, instance_id: &str) -> Result<Member<'_>> {
        let is_it = |(_, one): &Member<'_>| {
            let id = one.cell(InstanceField::InstanceId).text(&self.interner);
            id.unwrap_or_default() == instance_id
        };
        self.members(ids)?.into_iter().find(is_it).ok_or_else(|| {
            let message = format!("expected an instance of the run, found {instance_id:?}");
            Error::new(ErrorKind::NotFound, message).in_path("instanceId")
        })
    }

    pub(super) fn blob(&self, cell: Cell) -> (&[u8], bool) {
        match cell.value(&self.interner) {
            CellValue::Base64(bytes) => (bytes, true),
            CellValue::Text(text) | CellValue::Number(text) | CellValue::Json(text) => {
                (text.as_bytes(), false)
            }
            _ => (&[], false),
        }
    }

    pub(super) fn blob_text(&self, cell: Cell) -> Cow<'_, str> {
        text::decode(self.blob(cell).0).text
    }
}

/// Whether the run repeats, by its mode or by its schedule.
pub(super) fn is_scheduled(run: &Run) -> bool {
    !run.cell(InvocationField::Frequency).is_none()
}
