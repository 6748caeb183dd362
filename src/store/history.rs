//! The executions of a run, each once.

use super::cell::Cell;
use super::interner::Interner;
use super::run::InstanceRecord;
use crate::response::{InstanceField, Timestamp};
use std::collections::HashMap;

/// So many executions are sooner looked through than a map is made.
const SCANNED: usize = 64;

/// Executions as results tell them, in the order they were read.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    records: Vec<InstanceRecord>,
    /// Of a history that is longer than [`SCANNED`]. It outlives the answer: a
    /// command that runs each minute has ten thousand executions a week, which
    /// come fifty a page.
    index: Option<Box<Index>>,
}

/// Instance, number, and start or end: what tells one execution from another.
type Execution = [Cell; 4];

#[derive(Debug, Clone, Default)]
struct Index {
    /// Of the first so many records.
    known: usize,
    places: HashMap<Execution, usize>,
    /// By instance, the place of the execution that started and ended last.
    latest: HashMap<Cell, usize>,
}

impl History {
    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &InstanceRecord> {
        self.records.iter()
    }

    /// Every record, to move its cells into another interner.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut InstanceRecord> {
        // It is made of cells as they were.
        self.index = None;
        self.records.iter_mut()
    }

    /// Bytes that the records and their index take.
    pub(super) fn bytes(&self) -> usize {
        let index = self.index.as_ref().map_or(0, |index| {
            index.places.capacity() * size_of::<(Execution, usize)>()
                + index.latest.capacity() * size_of::<(Cell, usize)>()
        });
        self.records.capacity() * size_of::<InstanceRecord>() + index
    }

    /// Takes in an execution, in place of what was known of it; whether its
    /// instance is to be shown so, because none there is later. What came before
    /// an end that is known is left out.
    ///
    /// An execution of no instance is shown when it comes first: nothing tells
    /// which instance it was, so it would be added anew.
    pub(super) fn take(&mut self, record: &InstanceRecord, interner: &Interner) -> bool {
        let (place, latest) = self.find(record, interner);
        let new = ended(record, interner);
        let is_latest = latest.is_none_or(|latest| latest <= new);
        let Some((place, known)) = place.and_then(|at| Some((at, self.records.get_mut(at)?)))
        else {
            self.records.push(record.clone());
            return is_latest;
        };
        if new < ended(known, interner) {
            return false;
        }
        known.clone_from(record);
        let id = id_of(record);
        if let Some(index) = self.index.as_mut().filter(|_| is_latest) {
            index.latest.insert(id, place);
        }
        is_latest && !id.is_none()
    }

    /// The place of an execution, and when the latest of its instance started
    /// and ended.
    fn find(
        &mut self,
        record: &InstanceRecord,
        interner: &Interner,
    ) -> (Option<usize>, Option<Ended>) {
        let (key, id) = (execution(record), id_of(record));
        if self.records.len() <= SCANNED {
            let place = self.records.iter().position(|known| execution(known) == key);
            let of_instance = self.records.iter().filter(|known| id_of(known) == id);
            return (place, of_instance.map(|known| ended(known, interner)).max());
        }
        let index = self.index.get_or_insert_default();
        index.learn(&self.records, interner);
        let latest = index.latest.get(&id).and_then(|place| self.records.get(*place));
        (index.places.get(&key).copied(), latest.map(|known| ended(known, interner)))
    }
}

impl Index {
    /// Takes in the executions that were added since the last time.
    fn learn(&mut self, records: &[InstanceRecord], interner: &Interner) {
        for (place, record) in records.iter().enumerate().skip(self.known) {
            self.places.insert(execution(record), place);
            let latest = self.latest.entry(id_of(record)).or_insert(place);
            let known = records.get(*latest).map(|known| ended(known, interner));
            if known <= Some(ended(record, interner)) {
                *latest = place;
            }
        }
        self.known = records.len();
    }
}

/// Start and end; an execution that has not ended is before one that has.
type Ended = (Option<Timestamp>, Option<Timestamp>);

fn ended(record: &InstanceRecord, interner: &Interner) -> Ended {
    let time = |field| record.cell(field).time(interner);
    (time(InstanceField::StartTime), time(InstanceField::FinishTime))
}

fn execution(record: &InstanceRecord) -> Execution {
    let cell = |field| record.cell(field);
    let start = cell(InstanceField::StartTime);
    // One that runs has no end yet. Answers of 2018 tell the end alone.
    let end = if start.is_none() { cell(InstanceField::FinishTime) } else { Cell::ABSENT };
    [cell(InstanceField::InstanceId), cell(InstanceField::Repeats), start, end]
}

fn id_of(record: &InstanceRecord) -> Cell {
    record.cell(InstanceField::InstanceId)
}
