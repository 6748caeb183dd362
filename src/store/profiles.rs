//! Records that share most of their members.
//!
//! One command makes runs of one name, and one run makes instances of one
//! status, so a record is kept as what it has otherwise than a profile: a record
//! with all of its cells, which many are like.

use super::arena::Arena;
use super::cell::Cell;
use crate::response::{InstanceField, InvocationField};

/// Room for the fields of either type of record.
pub(super) const FIELDS: usize = InvocationField::ALL.len();

const _: () = assert!(InstanceField::ALL.len() <= FIELDS && FIELDS <= u32::BITS as usize);

/// The fields of a record by their indices.
pub(super) type Cells = [Cell; FIELDS];

/// Names and values.
pub(super) type Pairs = [(Cell, Cell)];

/// A record with so many cells of its own is like its profile.
const FEW: u32 = 6;

/// Profiles that a new record is compared with.
const RECENT: usize = 4;

/// Records for each profile that there may be for want of likeness.
const SHARERS: usize = 8;

/// One record: its key, and what it has otherwise than its profile.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Record {
    /// The cell of its id.
    pub(super) key: Cell,
    profile: u32,
    /// Bit n for each field n that it has a cell of its own for.
    own: u32,
    /// Where its own cells stand, in the order of their fields.
    at: u32,
}

impl Record {
    /// A record of which nothing is kept yet.
    pub(super) fn of_key(key: Cell) -> Self {
        Self { key, ..Self::default() }
    }
}

/// All that is kept of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Content<'c> {
    pub(super) cells: &'c Cells,
    pub(super) tags: &'c Pairs,
    /// Members that the API page does not document.
    pub(super) extras: &'c Pairs,
}

#[derive(Debug)]
struct Profile {
    cells: Cells,
    tags: Box<Pairs>,
    extras: Box<Pairs>,
}

/// The records of one type.
#[derive(Debug)]
pub(super) struct Profiles {
    /// The field that no two records share.
    key: usize,
    list: Vec<Profile>,
    /// The profiles that were used last, the last one first.
    recent: [u32; RECENT],
    /// How many records were put in.
    records: usize,
    own: Arena<Cell>,
    /// Bytes of tags and extras.
    pair_bytes: usize,
}

impl Profiles {
    pub(super) fn of_runs() -> Self {
        Self::new(InvocationField::InvokeId as usize)
    }

    pub(super) fn of_instances() -> Self {
        Self::new(InstanceField::InstanceId as usize)
    }

    fn new(key: usize) -> Self {
        Self {
            key,
            list: Vec::new(),
            recent: [0; RECENT],
            records: 0,
            own: Arena::default(),
            pair_bytes: 0,
        }
    }

    /// Bytes that the profiles and the cells of records take.
    pub(super) fn bytes(&self) -> usize {
        self.list.capacity() * size_of::<Profile>() + self.own.bytes() + self.pair_bytes
    }

    /// The cell of one field.
    pub(super) fn cell(&self, record: &Record, field: usize) -> Cell {
        if field == self.key {
            return record.key;
        }
        let bit = 1 << field;
        if record.own & bit != 0 {
            let before = (record.own & (bit - 1)).count_ones() as usize;
            let own = self.own.rest(record.at).and_then(|own| own.get(before));
            return own.copied().unwrap_or_default();
        }
        let cells = self.list.get(record.profile as usize).map(|profile| &profile.cells);
        cells.and_then(|cells| cells.get(field)).copied().unwrap_or_default()
    }

    /// The cells of all fields.
    #[inline]
    pub(super) fn cells(&self, record: &Record) -> Cells {
        let profile = self.list.get(record.profile as usize);
        let mut cells = profile.map_or([Cell::ABSENT; FIELDS], |profile| profile.cells);
        let own = self.own.get(record.at, record.own.count_ones() as usize).unwrap_or_default();
        let mut left = record.own;
        for cell in own {
            if let Some(place) = cells.get_mut(left.trailing_zeros() as usize) {
                *place = *cell;
            }
            left &= left.wrapping_sub(1);
        }
        if let Some(place) = cells.get_mut(self.key) {
            *place = record.key;
        }
        cells
    }

    pub(super) fn tags(&self, record: &Record) -> &Pairs {
        self.list.get(record.profile as usize).map_or(&[], |profile| &profile.tags)
    }

    pub(super) fn extras(&self, record: &Record) -> &Pairs {
        self.list.get(record.profile as usize).map_or(&[], |profile| &profile.extras)
    }

    /// A new record.
    pub(super) fn add(&mut self, content: Content<'_>) -> Record {
        self.records += 1;
        let key = content.cells.get(self.key).copied().unwrap_or_default();
        let (profile, own) = self.profile_for(content);
        let at = self.put(own, content.cells);
        Record { key, profile, own, at }
    }

    /// Other content for a record with the same key.
    pub(super) fn replace(&mut self, record: &mut Record, content: Content<'_>) {
        let like = self.list.get(record.profile as usize);
        let own = like.and_then(|profile| profile.differences(content, self.key));
        let room = record.own.count_ones();
        let Some(own) = own.filter(|own| own.count_ones() <= room) else {
            let (profile, own) = self.profile_for(content);
            let at = self.put(own, content.cells);
            *record = Record { key: record.key, profile, own, at };
            return;
        };
        let place = self.own.get_mut(record.at, own.count_ones() as usize);
        for (to, from) in place.unwrap_or_default().iter_mut().zip(picked(own, content.cells)) {
            *to = from;
        }
        record.own = own;
    }

    /// The profile of a record, and the fields that it has otherwise.
    fn profile_for(&mut self, content: Content<'_>) -> (u32, u32) {
        let mut best: Option<(u32, u32)> = None;
        for profile in self.recent {
            let known = self.list.get(profile as usize);
            let Some(own) = known.and_then(|known| known.differences(content, self.key)) else {
                continue;
            };
            if best.is_none_or(|(_, least)| own.count_ones() < least.count_ones()) {
                best = Some((profile, own));
            }
            if own.count_ones() <= FEW {
                break;
            }
        }
        let may_make = self.list.len() * SHARERS <= self.records;
        match best {
            Some((profile, own)) if own.count_ones() <= FEW || !may_make => {
                self.note(profile);
                (profile, own)
            }
            _ => (self.make(content), 0),
        }
    }

    fn make(&mut self, content: Content<'_>) -> u32 {
        let profile = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let mut cells = *content.cells;
        if let Some(key) = cells.get_mut(self.key) {
            *key = Cell::ABSENT;
        }
        self.pair_bytes += size_of_val(content.tags) + size_of_val(content.extras);
        let boxed = |pairs: &Pairs| pairs.iter().copied().collect();
        let (tags, extras) = (boxed(content.tags), boxed(content.extras));
        super::grown(&mut self.list).push(Profile { cells, tags, extras });
        self.note(profile);
        profile
    }

    /// Moves a profile to the front of those that were used last.
    fn note(&mut self, profile: u32) {
        let known = self.recent.iter().position(|recent| *recent == profile);
        if let Some(moved) = self.recent.get_mut(..=known.unwrap_or(RECENT - 1)) {
            moved.rotate_right(1);
        }
        if let Some(first) = self.recent.first_mut() {
            *first = profile;
        }
    }

    fn put(&mut self, own: u32, cells: &Cells) -> u32 {
        let mut buffer = [Cell::ABSENT; FIELDS];
        for (to, from) in buffer.iter_mut().zip(picked(own, cells)) {
            *to = from;
        }
        // Full at 2^32 cells, which wasm32 memory cannot reach.
        let own = buffer.get(..own.count_ones() as usize).unwrap_or_default();
        self.own.push(own).unwrap_or(u32::MAX)
    }
}

impl Profile {
    /// The fields that a record has otherwise; none where tags or extras differ,
    /// because those are the profile's alone.
    fn differences(&self, content: Content<'_>, key: usize) -> Option<u32> {
        if *self.tags != *content.tags || *self.extras != *content.extras {
            return None;
        }
        let pairs = self.cells.iter().zip(content.cells).zip(0..);
        let bits = pairs.map(|((known, cell), bit)| u32::from(known != cell) << bit);
        Some(bits.fold(0, |own, bit| own | bit) & !(1 << key))
    }
}

/// The cells of a set of fields.
fn picked(fields: u32, cells: &Cells) -> impl Iterator<Item = Cell> {
    let mut left = fields;
    std::iter::from_fn(move || {
        let field = left.trailing_zeros() as usize;
        left &= left.wrapping_sub(1);
        cells.get(field).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::interner::Interner;
    use proptest::prelude::*;

    /// Records that are much alike, with a tag or none.
    fn record() -> impl Strategy<Value = ([u8; FIELDS], Option<u8>)> {
        let common = prop::collection::vec(0..3_u8, FIELDS);
        let digits = prop_oneof![
            2 => (common, 0..FIELDS, 0..9_u8).prop_map(|(mut digits, at, digit)| {
                digits.iter_mut().skip(8).for_each(|digit| *digit = 0);
                digits[at] = digit;
                digits
            }),
            1 => prop::collection::vec(0..9_u8, FIELDS),
        ];
        (digits.prop_map(|digits| digits.try_into().unwrap()), prop::option::weighted(0.2, 0..3_u8))
    }

    fn cells_of(digits: &[u8; FIELDS]) -> Cells {
        let mut interner = Interner::default();
        digits.map(|digit| {
            let text = digit.to_string();
            Cell::of(crate::response::Field::Number(&text), Cell::ABSENT, &mut interner)
        })
    }

    proptest! {
        #[test]
        fn prop_a_record_is_what_was_put_in_last(
            records in prop::collection::vec(record(), 1..60),
            changes in prop::collection::vec((any::<prop::sample::Index>(), record()), 0..60),
        ) {
            let mut profiles = Profiles::of_runs();
            let mut model = Vec::new();
            let mut stored = Vec::new();
            for (digits, tag) in &records {
                let (cells, tags) = (cells_of(digits), tag.map(|tag| (cells_of(&[tag; FIELDS])[0], Cell::ABSENT)));
                stored.push(profiles.add(Content { cells: &cells, tags: tags.as_slice(), extras: &[] }));
                model.push((cells, tags));
            }
            for (at, (digits, tag)) in changes {
                let at = at.index(model.len());
                let (mut cells, tags) = (cells_of(&digits), tag.map(|tag| (cells_of(&[tag; FIELDS])[0], Cell::ABSENT)));
                cells[InvocationField::InvokeId as usize] = stored[at].key;
                profiles.replace(&mut stored[at], Content { cells: &cells, tags: &[], extras: tags.as_slice() });
                model[at] = (cells, None);
                prop_assert_eq!(profiles.extras(&stored[at]), tags.as_slice());
            }

            for (record, (cells, tags)) in stored.iter().zip(&model) {
                prop_assert_eq!(profiles.cells(record), *cells);
                prop_assert_eq!(profiles.tags(record), tags.as_slice());
                let each: Vec<Cell> = (0..FIELDS).map(|field| profiles.cell(record, field)).collect();
                prop_assert_eq!(each.as_slice(), cells.as_slice());
            }
        }
    }

    #[test]
    fn records_that_are_alike_share_a_profile() {
        let mut profiles = Profiles::of_instances();
        let mut digits = [0; FIELDS];
        for at in 0..1000_u16 {
            digits[0] = u8::try_from(at % 9).unwrap();
            profiles.add(Content { cells: &cells_of(&digits), tags: &[], extras: &[] });
        }

        assert_eq!(profiles.list.len(), 1);
    }

    #[test]
    fn there_are_few_profiles_of_records_that_have_nothing_in_common() {
        let mut profiles = Profiles::of_instances();
        for at in 0..800_u32 {
            let digits =
                std::array::from_fn(|field| u8::try_from((at >> (field % 7)) % 9).unwrap());
            profiles.add(Content { cells: &cells_of(&digits), tags: &[], extras: &[] });
        }

        assert!(profiles.list.len() <= 101, "{}", profiles.list.len());
    }
}
