//! The tables of the store and how records are found in them.

use super::interner::{Interner, Kind};
use super::memo::Memo;
use super::run::{InstanceRecord, Run};
use super::run_set::Units;
use crate::error::{Error, ErrorKind, Result};
use crate::response::InvocationField;
use std::cell::OnceCell;
use std::collections::HashMap;

/// Runs and instances of any number of answers.
///
/// Ids are `InvokeId`s, or several of them joined by commas: a run set.
#[derive(Debug, Default)]
pub struct Store {
    pub(super) interner: Interner,
    pub(super) runs: Vec<Run>,
    /// From the interned `InvokeId` to the place in `runs`.
    pub(super) by_id: HashMap<u32, u32>,
    /// The runs as they are listed: newest first, runs of one action together.
    pub(super) units: OnceCell<Units>,
    pub(super) memo: Memo,
    /// Bytes of the interner after it was last made anew.
    pub(super) compact_bytes: usize,
}

impl Store {
    /// A store without records.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of runs.
    #[must_use]
    pub fn run_count(&self) -> usize {
        self.runs.len()
    }

    /// Number of instances in all runs.
    #[must_use]
    pub fn instance_count(&self) -> usize {
        self.runs.iter().map(|run| run.instances.len()).sum()
    }

    /// Bytes that the records take, without the allocator's overhead.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let records = |run: &Run| {
            run.instances.capacity() * size_of::<InstanceRecord>() + run.history.bytes()
        };
        self.interner.bytes()
            + self.runs.capacity() * size_of::<Run>()
            + self.runs.iter().map(records).sum::<usize>()
    }

    /// Whether the store has the run.
    #[must_use]
    pub fn contains(&self, invoke_id: &str) -> bool {
        self.place(invoke_id).is_some()
    }

    /// Forgets every record.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn place(&self, invoke_id: &str) -> Option<u32> {
        let id = self.interner.find(Kind::Text, invoke_id.as_bytes())?;
        self.by_id.get(&id).copied()
    }

    /// The runs of an id, in its order, each once.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an id that no answer had.
    pub(super) fn runs_of(&self, ids: &str) -> Result<Vec<&Run>> {
        let mut places = Vec::new();
        for id in ids.split(',') {
            // Exactly first: an answer's own id may begin or end with white space.
            let place = self.place(id).or_else(|| self.place(id.trim()));
            match place {
                Some(place) if places.contains(&place) => {}
                Some(place) => places.push(place),
                None if id.trim().is_empty() => {}
                None => return Ok(vec![self.run_of_whole(ids)?]),
            }
        }
        if places.is_empty() {
            return Ok(vec![self.run_of_whole(ids)?]);
        }
        Ok(places.into_iter().filter_map(|place| self.runs.get(place as usize)).collect())
    }

    /// The run whose own id holds a comma.
    fn run_of_whole(&self, id: &str) -> Result<&Run> {
        let run = self.place(id).and_then(|place| self.runs.get(place as usize));
        run.ok_or_else(|| {
            let message = format!("expected the id of a run that was read, found {id:?}");
            Error::new(ErrorKind::NotFound, message).in_path("invokeId")
        })
    }

    /// The run's `InvokeId`.
    pub(super) fn invoke_id(&self, run: &Run) -> String {
        let text = run.cell(InvocationField::InvokeId).text(&self.interner);
        text.map(std::borrow::Cow::into_owned).unwrap_or_default()
    }
}
