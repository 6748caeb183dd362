//! Where the instances of a run stand.

use crate::store::cell::Cell;
use crate::store::profiles::Record;
use std::collections::HashMap;

/// Searches that look at every instance; a run of one call has about a hundred
/// instances, which is sooner done than a map is made.
const SCANS: usize = 128;

/// Finds instances of one run while one answer is merged. Work is linear
/// in the instances, however many the answer brings.
#[derive(Default)]
pub(super) struct Places {
    searches: usize,
    /// Of the first so many instances.
    known: usize,
    by_id: HashMap<Cell, usize>,
    unnamed: Vec<usize>,
}

impl Places {
    /// The instance with that id.
    pub(super) fn of_id(&mut self, instances: &[Record], id: Cell) -> Option<usize> {
        if self.is_scan() {
            return instances.iter().position(|known| known.key == id);
        }
        self.learn(instances);
        self.by_id.get(&id).copied()
    }

    /// The `index`th of the instances without id.
    pub(super) fn of_unnamed(&mut self, instances: &[Record], index: usize) -> Option<usize> {
        if self.is_scan() {
            let places = instances.iter().enumerate().filter(|(_, known)| known.key.is_none());
            return places.map(|(place, _)| place).nth(index);
        }
        self.learn(instances);
        self.unnamed.get(index).copied()
    }

    fn is_scan(&mut self) -> bool {
        self.searches += 1;
        self.searches <= SCANS
    }

    /// Takes in the instances that were added since the last search.
    fn learn(&mut self, instances: &[Record]) {
        for (place, instance) in instances.iter().enumerate().skip(self.known) {
            let id = instance.key;
            if id.is_none() {
                self.unnamed.push(place);
            } else {
                self.by_id.entry(id).or_insert(place);
            }
        }
        self.known = instances.len();
    }
}
