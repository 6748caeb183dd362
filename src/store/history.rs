//! The executions of a run, each once.

use super::cell::Cell;
use super::interner::Interner;
use super::run::InstanceCells;
use crate::response::{InstanceField, Timestamp};
use std::collections::HashMap;

/// So many executions are sooner looked through than a map is made.
const SCANNED: usize = 64;

/// One execution.
#[derive(Debug, Clone)]
pub(super) struct Execution {
    pub(super) cells: InstanceCells,
    /// Members that the API page does not document: name and value.
    pub(super) extras: Box<[(Cell, Cell)]>,
}

/// Executions as results tell them, in the order they were read.
#[derive(Debug, Default)]
pub(super) struct History {
    records: Vec<Execution>,
    /// Of a history that is longer than [`SCANNED`]. It outlives the answer: a
    /// command that runs each minute has ten thousand executions a week, which
    /// come fifty a page.
    index: Option<Box<Index>>,
}

/// Instance, number, and start or end: what tells one execution from another.
type Key = [Cell; 4];

#[derive(Debug, Default)]
struct Index {
    /// Of the first so many records.
    known: usize,
    places: HashMap<Key, usize>,
    /// By instance, the place of the execution that started and ended last.
    latest: HashMap<Cell, usize>,
}

impl History {
    pub(super) fn iter(&self) -> impl Iterator<Item = &InstanceCells> {
        self.records.iter().map(|record| &record.cells)
    }

    /// Every cell, to move it into another interner.
    pub(super) fn cells_mut(&mut self) -> impl Iterator<Item = &mut Cell> {
        // It is made of cells as they were.
        self.index = None;
        self.records.iter_mut().flat_map(|record| {
            let extras = record.extras.iter_mut().flat_map(|(name, value)| [name, value]);
            record.cells.0.iter_mut().chain(extras)
        })
    }

    /// Bytes that the records and their index take.
    pub(super) fn bytes(&self) -> usize {
        let index = self.index.as_ref().map_or(0, |index| {
            index.places.capacity() * size_of::<(Key, usize)>()
                + index.latest.capacity() * size_of::<(Cell, usize)>()
        });
        self.records.capacity() * size_of::<Execution>() + index
    }

    /// Takes in an execution, in place of what was known of it; whether its
    /// instance is to be shown so, because none there is later. What came before
    /// an end that is known is left out.
    ///
    /// An execution of no instance is shown when it comes first: nothing tells
    /// which instance it was, so it would be added anew.
    pub(super) fn take(&mut self, record: Execution, interner: &Interner) -> bool {
        let cells = record.cells;
        let (place, latest) = self.find(&cells, interner);
        let new = ended(&cells, interner);
        let is_latest = latest.is_none_or(|latest| latest <= new);
        let Some((place, known)) = place.and_then(|at| Some((at, self.records.get_mut(at)?)))
        else {
            self.records.push(record);
            return is_latest;
        };
        if new < ended(&known.cells, interner) {
            return false;
        }
        *known = record;
        let id = id_of(&cells);
        if let Some(index) = self.index.as_mut().filter(|_| is_latest) {
            index.latest.insert(id, place);
        }
        is_latest && !id.is_none()
    }

    /// The place of an execution, and when the latest of its instance started
    /// and ended.
    fn find(
        &mut self,
        record: &InstanceCells,
        interner: &Interner,
    ) -> (Option<usize>, Option<Ended>) {
        let (key, id) = (key_of(record), id_of(record));
        if self.records.len() <= SCANNED {
            let place = self.iter().position(|known| key_of(known) == key);
            let of_instance = self.iter().filter(|known| id_of(known) == id);
            return (place, of_instance.map(|known| ended(known, interner)).max());
        }
        let index = self.index.get_or_insert_default();
        index.learn(&self.records, interner);
        let latest = index.latest.get(&id).and_then(|place| self.records.get(*place));
        (index.places.get(&key).copied(), latest.map(|known| ended(&known.cells, interner)))
    }
}

impl Index {
    /// Takes in the executions that were added since the last time.
    fn learn(&mut self, records: &[Execution], interner: &Interner) {
        for (place, record) in records.iter().enumerate().skip(self.known) {
            let record = &record.cells;
            self.places.insert(key_of(record), place);
            let latest = self.latest.entry(id_of(record)).or_insert(place);
            let known = records.get(*latest).map(|known| ended(&known.cells, interner));
            if known <= Some(ended(record, interner)) {
                *latest = place;
            }
        }
        self.known = records.len();
    }
}

/// Start and end; an execution that has not ended is before one that has.
type Ended = (Option<Timestamp>, Option<Timestamp>);

fn ended(record: &InstanceCells, interner: &Interner) -> Ended {
    let time = |field| record.cell(field).time(interner);
    (time(InstanceField::StartTime), time(InstanceField::FinishTime))
}

fn key_of(record: &InstanceCells) -> Key {
    let cell = |field| record.cell(field);
    let start = cell(InstanceField::StartTime);
    // One that runs has no end yet. Answers of 2018 tell the end alone.
    let end = if start.is_none() { cell(InstanceField::FinishTime) } else { Cell::ABSENT };
    [cell(InstanceField::InstanceId), cell(InstanceField::Repeats), start, end]
}

fn id_of(record: &InstanceCells) -> Cell {
    record.cell(InstanceField::InstanceId)
}
