//! Where the run of an id stands.

use super::cell::Cell;
use super::run::Run;

/// Open addressing over places of runs. The ids stand in the runs: equal texts
/// have one cell, so a cell is all that is hashed and compared.
#[derive(Debug, Default)]
pub(super) struct RunIndex {
    /// Places plus one; zero is free. At least a third is free.
    table: Vec<u32>,
}

impl RunIndex {
    pub(super) fn bytes(&self) -> usize {
        self.table.capacity() * size_of::<u32>()
    }

    /// The place of the run with that key.
    pub(super) fn find(&self, key: Cell, runs: &[Run]) -> Option<u32> {
        let mut at = self.first_place(key);
        loop {
            let place = self.table.get(at)?.checked_sub(1)?;
            if runs.get(place as usize)?.record.key == key {
                return Some(place);
            }
            at = self.next_place(at);
        }
    }

    /// Takes in the last of the runs, whose key no other has.
    pub(super) fn add_last(&mut self, runs: &[Run]) {
        if runs.len() * 3 > self.table.len() * 2 {
            self.table = vec![0; (self.table.len() / 2 * 3).max(64)];
            for (place, run) in (0..).zip(runs) {
                self.put(run.record.key, place);
            }
        } else if let (Some(run), Ok(length)) = (runs.last(), u32::try_from(runs.len())) {
            self.put(run.record.key, length - 1);
        }
    }

    /// Numbers all runs anew.
    pub(super) fn rebuild(&mut self, runs: &[Run]) {
        self.table.fill(0);
        for (place, run) in (0..).zip(runs) {
            self.put(run.record.key, place);
        }
    }

    fn put(&mut self, key: Cell, place: u32) {
        let mut at = self.first_place(key);
        while self.table.get(at).is_some_and(|taken| *taken != 0) {
            at = self.next_place(at);
        }
        if let Some(free) = self.table.get_mut(at) {
            *free = place + 1;
        }
    }

    fn first_place(&self, key: Cell) -> usize {
        // The product of two numbers below 2^32, its upper half: below the length.
        #[allow(clippy::cast_possible_truncation)]
        let place = ((u64::from(key.mixed()) * self.table.len() as u64) >> u32::BITS) as usize;
        place
    }

    fn next_place(&self, place: usize) -> usize {
        if place + 1 < self.table.len() { place + 1 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::interner::Interner;
    use crate::store::profiles::Record;

    fn run(key: Cell) -> Run {
        Run { record: Record::of_key(key), instances: Vec::new(), history: None, encoding: None }
    }

    #[test]
    fn every_run_is_found_where_it_stands() {
        let mut interner = Interner::default();
        let mut cell = |index: u32| Cell::of_text(&index.to_string(), Cell::ABSENT, &mut interner);
        let cells: Vec<Cell> = (0..2000).map(&mut cell).collect();
        let missing = cell(2000);
        let (mut index, mut runs) = (RunIndex::default(), Vec::new());
        assert_eq!(index.find(missing, &runs), None);
        for key in &cells {
            runs.push(run(*key));
            index.add_last(&runs);
        }

        for round in 0..2 {
            for (place, key) in (0..).zip(&cells) {
                assert_eq!(index.find(*key, &runs), Some(place), "{round}");
            }
            assert_eq!(index.find(missing, &runs), None);
            index.rebuild(&runs);
        }
    }
}
