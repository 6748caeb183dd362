//! Which runs a text stands in, so that a search looks at texts and not at runs.
//!
//! A run is told by its place among the [`Units`](super::run_set::Units), so that
//! what is found comes in the order of the list.

use super::bits::Bits;
use super::cell::Cell;
use super::needle::Needle;
use super::run::Run;
use super::table::Store;
use crate::response::InvocationField;

/// The fields that the text filter of the list looks into, beside the ids.
const SEARCHED: [InvocationField; 3] =
    [InvocationField::CommandName, InvocationField::CommandId, InvocationField::CommandDescription];

/// For each interned text the runs that have it in a field which is searched.
/// They are void where the units are made anew.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where the runs of each text start in `runs`, and a last one where they end.
    starts: Vec<u32>,
    runs: Vec<u32>,
    /// Values that are not interned, such as a name that is a number.
    others: Vec<(Cell, u32)>,
}

impl Postings {
    pub(super) fn bytes(&self) -> usize {
        (self.starts.capacity() + self.runs.capacity()) * size_of::<u32>()
            + self.others.capacity() * size_of::<(Cell, u32)>()
    }

    fn of(&self, text: usize) -> &[u32] {
        match self.starts.get(text..text + 2) {
            Some([start, end]) => self.runs.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Store {
    /// The places in the units of the runs of which a searched field holds the
    /// needle.
    pub(super) fn runs_with(&self, needle: &Needle) -> Bits {
        let postings = self.postings.get_or_init(|| self.find_postings());
        let mut found = Bits::default();
        for text in self.interner.texts_with(needle).iter() {
            postings.of(text).iter().for_each(|place| found.insert(*place as usize));
        }
        for (cell, place) in &postings.others {
            if cell.text(&self.interner).is_some_and(|text| needle.is_in(&text)) {
                found.insert(*place as usize);
            }
        }
        found
    }

    fn find_postings(&self) -> Postings {
        let mut postings = Postings::default();
        // Each text's number, where the runs of the next one start, and so on: a
        // text's count becomes its end, and its end its start as they are filled in.
        let mut ends = vec![0; self.interner.text_count() + 1];
        let places = &self.units().places;
        for (place, run) in (0..).zip(self.runs_at(places)) {
            for cell in self.searched_cells(run) {
                match cell.text_id() {
                    Some(text) => {
                        if let Some(count) = ends.get_mut(text as usize) {
                            *count += 1;
                        }
                    }
                    None if !cell.is_none() => postings.others.push((cell, place)),
                    None => {}
                }
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += *end;
            *end = total;
        }
        postings.runs = vec![0; total as usize];
        for (place, run) in (0..).zip(self.runs_at(places)) {
            for text in self.searched_cells(run).filter_map(Cell::text_id) {
                if let Some(end) = ends.get_mut(text as usize) {
                    *end -= 1;
                    if let Some(free) = postings.runs.get_mut(*end as usize) {
                        *free = place;
                    }
                }
            }
        }
        postings.starts = ends;
        postings
    }

    fn searched_cells<'s>(&'s self, run: &'s Run) -> impl Iterator<Item = Cell> + 's {
        let fields = SEARCHED.iter().map(|field| self.run_cell(run, *field));
        let ids = run.instances.iter().map(|one| one.key);
        fields.chain([run.record.key]).chain(ids)
    }
}
