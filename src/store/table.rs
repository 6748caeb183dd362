//! The tables of the store and how records are found in them.

use super::cell::Cell;
use super::interner::Interner;
use super::memo::Memo;
use super::postings::Postings;
use super::profiles::{Profiles, Record};
use super::run::Run;
use super::run_index::RunIndex;
use super::run_set::Units;
use crate::error::{Error, ErrorKind, Result};
use std::cell::OnceCell;

/// Runs and instances of any number of answers.
///
/// Ids are `InvokeId`s, or several of them joined by commas: a run set.
#[derive(Debug)]
pub struct Store {
    pub(super) interner: Interner,
    pub(super) run_profiles: Profiles,
    pub(super) instance_profiles: Profiles,
    pub(super) runs: Vec<Run>,
    pub(super) by_id: RunIndex,
    /// The runs as they are listed: newest first, runs of one action together.
    pub(super) units: OnceCell<Units>,
    /// Where the texts stand that the list is searched for.
    pub(super) postings: OnceCell<Postings>,
    pub(super) memo: Memo,
    /// Bytes that the tables have grown by with answers about what was stored.
    /// What they replaced is garbage.
    pub(super) churned_bytes: usize,
}

impl Default for Store {
    fn default() -> Self {
        Self {
            interner: Interner::default(),
            run_profiles: Profiles::of_runs(),
            instance_profiles: Profiles::of_instances(),
            runs: Vec::new(),
            by_id: RunIndex::default(),
            units: OnceCell::new(),
            postings: OnceCell::new(),
            memo: Memo::default(),
            churned_bytes: 0,
        }
    }
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
            run.instances.capacity() * size_of::<Record>()
                + run.history.as_ref().map_or(0, |history| history.bytes())
        };
        self.table_bytes()
            + self.by_id.bytes()
            + self.runs.capacity() * size_of::<Run>()
            + self.runs.iter().map(records).sum::<usize>()
            + self.units.get().map_or(0, Units::bytes)
            + self.postings.get().map_or(0, Postings::bytes)
    }

    /// Bytes of what may hold garbage.
    pub(super) fn table_bytes(&self) -> usize {
        self.interner.bytes() + self.run_profiles.bytes() + self.instance_profiles.bytes()
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
        let key = Cell::find(invoke_id, &self.interner)?;
        self.by_id.find(key, &self.runs)
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
        let text = run.record.key.text(&self.interner);
        text.map(std::borrow::Cow::into_owned).unwrap_or_default()
    }
}
