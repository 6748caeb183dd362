//! Every distinct text once.
//!
//! Open addressing over a table of ids; an id is the index of an entry, an entry
//! the place of its bytes in one arena. Ids are never reused: garbage goes when
//! the store compacts ([`super::Store::ingest`]), which makes a new interner.

use crate::wide::is_same;

/// What the bytes of an entry are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// The text of a JSON string, its escapes read.
    Text,
    /// The text of a JSON number.
    Number,
    /// The text of a JSON object or array.
    Json,
    /// Bytes whose canonical Base64 was the text of a JSON string.
    Base64,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    start: u32,
    length: u32,
    kind: Kind,
}

/// The interned texts.
#[derive(Debug, Default)]
pub(super) struct Interner {
    arena: Vec<u8>,
    entries: Vec<Entry>,
    /// Ids plus one; zero is a free place. Its length is a power of two, at
    /// most half of it in use.
    table: Vec<u32>,
}

impl Interner {
    /// The id of `bytes`; `None` when the arena is full (4 GiB) or there are
    /// 2^30 entries.
    pub(super) fn intern(&mut self, kind: Kind, bytes: &[u8]) -> Option<u32> {
        if (self.entries.len() + 1) * 2 > self.table.len() {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut place = hash(kind, bytes) & mask;
        loop {
            let id_plus_one = self.table.get(place).copied()?;
            if id_plus_one == 0 {
                break;
            }
            if self.is(id_plus_one - 1, kind, bytes) {
                return Some(id_plus_one - 1);
            }
            place = (place + 1) & mask;
        }
        let start = u32::try_from(self.arena.len()).ok()?;
        let length = u32::try_from(bytes.len()).ok()?;
        start.checked_add(length)?;
        let id = u32::try_from(self.entries.len()).ok().filter(|id| *id < super::cell::MAX_ID)?;
        self.arena.extend_from_slice(bytes);
        self.entries.push(Entry { start, length, kind });
        *self.table.get_mut(place)? = id + 1;
        Some(id)
    }

    /// The id of `bytes`, if they are here.
    pub(super) fn find(&self, kind: Kind, bytes: &[u8]) -> Option<u32> {
        let mask = self.table.len().checked_sub(1)?;
        let mut place = hash(kind, bytes) & mask;
        loop {
            let id = self.table.get(place)?.checked_sub(1)?;
            if self.is(id, kind, bytes) {
                return Some(id);
            }
            place = (place + 1) & mask;
        }
    }

    /// The bytes of an id.
    pub(super) fn get(&self, id: u32) -> Option<(Kind, &[u8])> {
        let entry = self.entries.get(id as usize)?;
        let start = entry.start as usize;
        Some((entry.kind, self.arena.get(start..start + entry.length as usize)?))
    }

    /// Whether an id stands for `bytes`.
    pub(super) fn is(&self, id: u32, kind: Kind, bytes: &[u8]) -> bool {
        self.get(id).is_some_and(|(known_kind, known)| kind == known_kind && is_same(known, bytes))
    }

    /// The bytes of an id as text; empty for ids of no text.
    pub(super) fn text(&self, id: u32) -> &str {
        // Texts were interned from `&str`, so this check cannot fail for them.
        self.get(id).and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Number of entries.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Bytes that the texts and their tables take.
    pub(super) fn bytes(&self) -> usize {
        self.arena.len()
            + self.entries.len() * size_of::<Entry>()
            + self.table.len() * size_of::<u32>()
    }

    fn grow(&mut self) {
        let length = (self.table.len() * 2).max(64);
        self.table.clear();
        self.table.resize(length, 0);
        let mask = length - 1;
        for (id, entry) in self.entries.iter().enumerate() {
            let start = entry.start as usize;
            let bytes = self.arena.get(start..start + entry.length as usize).unwrap_or_default();
            let mut place = hash(entry.kind, bytes) & mask;
            while self.table.get(place).is_some_and(|taken| *taken != 0) {
                place = (place + 1) & mask;
            }
            if let (Some(free), Ok(id)) = (self.table.get_mut(place), u32::try_from(id)) {
                *free = id + 1;
            }
        }
    }
}

/// A multiply-and-rotate hash over eight bytes a step, as in `FxHash`; mixed at
/// the end, because the table takes the low bits.
fn hash(kind: Kind, bytes: &[u8]) -> usize {
    const SEED: u64 = 0x517c_c1b7_2722_0a95;
    let step = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(SEED);
    let (words, tail) = bytes.as_chunks::<8>();
    let mut state = step(kind as u64, bytes.len() as u64);
    for word in words {
        state = step(state, u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(tail) {
        *to = *from;
    }
    state = step(state, u64::from_le_bytes(last));
    let mixed = state ^ (state >> 32);
    // The table is far smaller than 2^32 places.
    #[allow(clippy::cast_possible_truncation)]
    let place = mixed as usize;
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[test]
    fn kinds_keep_equal_bytes_apart() {
        let mut interner = Interner::default();

        let text = interner.intern(Kind::Text, b"1");
        let number = interner.intern(Kind::Number, b"1");

        assert_ne!(text, number);
        assert_eq!(interner.find(Kind::Number, b"1"), number);
        assert_eq!(interner.find(Kind::Json, b"1"), None);
    }

    #[test]
    fn an_empty_interner_finds_nothing() {
        assert_eq!(Interner::default().find(Kind::Text, b""), None);
    }

    proptest! {
        #[test]
        fn prop_an_id_stands_for_its_bytes_and_only_for_them(
            texts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 0..300)
        ) {
            let mut interner = Interner::default();
            let mut naive: HashMap<Vec<u8>, u32> = HashMap::new();
            for text in &texts {
                let id = interner.intern(Kind::Base64, text).expect("room");
                let known = *naive.entry(text.clone()).or_insert(id);

                prop_assert_eq!(known, id);
                prop_assert_eq!(interner.get(id), Some((Kind::Base64, text.as_slice())));
            }
            prop_assert_eq!(interner.len(), naive.len());
        }
    }
}
