//! Entries in an arena, found by their bytes.
//!
//! Before the bytes of each entry stands a mark that UTF-8 never has. It tells
//! the kind, and where the entry before ends, so that an entry takes four bytes
//! beside its own; and no search for a text goes from one entry into the next.

use super::Kind;
use crate::order::last_at_most;
use crate::store::arena::{self, Arena};
use crate::store::bits::Bits;
use crate::store::needle::Needle;
use crate::wide::is_same;

/// Ids stay below this.
const MAX_ENTRIES: usize = 1 << 29;

#[derive(Debug, Default)]
pub(super) struct Pool {
    bytes: Arena<u8>,
    /// The place of each entry's mark. They ascend.
    starts: Vec<u32>,
    /// Open addressing. An id plus one in the bits that all of them need, and
    /// bits of the hash in those above; zero is a free place. At least a third
    /// is free.
    table: Vec<u32>,
}

/// Where an entry is looked for first, and what the others there mostly differ in.
#[derive(Clone, Copy)]
struct Hash {
    place: u32,
    tag: u32,
}

impl Pool {
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Bytes that the entries and the table take.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.bytes() + (self.starts.capacity() + self.table.capacity()) * size_of::<u32>()
    }

    /// The id of `bytes`; `None` where it has none and there is no room.
    pub(super) fn intern(&mut self, kind: Kind, bytes: &[u8]) -> Option<u32> {
        if (self.starts.len() + 1) * 3 > self.table.len() * 2 {
            self.grow();
        }
        let hash = hash(kind, bytes);
        let free = match self.look_up(hash, kind, bytes) {
            Ok(id) => return Some(id),
            Err(place) => place,
        };
        let id = u32::try_from(self.starts.len()).ok()?;
        if self.starts.len() >= MAX_ENTRIES {
            return None;
        }
        let start = self.bytes.push_all(&[&[mark(kind)], bytes])?;
        super::super::grown(&mut self.starts).push(start);
        let slot = hash.tag & !self.id_mask() | (id + 1);
        *self.table.get_mut(free)? = slot;
        Some(id)
    }

    /// The id of `bytes`, if they are here.
    pub(super) fn find(&self, kind: Kind, bytes: &[u8]) -> Option<u32> {
        self.look_up(hash(kind, bytes), kind, bytes).ok()
    }

    /// The bytes of an id.
    #[inline]
    pub(super) fn get(&self, id: u32) -> Option<(Kind, &[u8])> {
        let start = *self.starts.get(id as usize)?;
        let rest = self.bytes.rest(start)?;
        let next = self.starts.get(id as usize + 1);
        let entry = match next.and_then(|next| arena::between(start, *next)) {
            Some(length) => rest.get(..length)?,
            None => rest,
        };
        let (mark, bytes) = entry.split_first()?;
        Some((kind_of(*mark), bytes))
    }

    /// Whether an id stands for `bytes`.
    pub(super) fn is(&self, id: u32, kind: Kind, bytes: &[u8]) -> bool {
        self.get(id).is_some_and(|(known_kind, known)| kind == known_kind && is_same(known, bytes))
    }

    /// The ids whose bytes hold a needle.
    pub(super) fn ids_with(&self, needle: &Needle) -> Bits {
        let mut found = Bits::default();
        let mut id = 0;
        for (index, chunk) in self.bytes.chunks().enumerate() {
            let mut at = 0;
            while let Some(place) = needle.find(chunk, at).and_then(|at| arena::place_in(index, at))
            {
                id = last_at_most(&self.starts, id, place as usize);
                found.insert(id);
                let (Some(start), Some(next)) = (self.starts.get(id), self.starts.get(id + 1))
                else {
                    return found;
                };
                let Some(length) = arena::between(*start, *next) else { break };
                at = arena::between(index_start(index), *start).unwrap_or_default() + length;
            }
        }
        found
    }

    /// The id of an entry, or the free place in the table where it would stand.
    #[inline]
    fn look_up(&self, hash: Hash, kind: Kind, bytes: &[u8]) -> Result<u32, usize> {
        let id_mask = self.id_mask();
        let mut place = self.first_place(hash);
        loop {
            let Some(slot) = self.table.get(place).copied().filter(|slot| *slot != 0) else {
                return Err(place);
            };
            let id = (slot & id_mask).wrapping_sub(1);
            if (slot ^ hash.tag) & !id_mask == 0 && self.is(id, kind, bytes) {
                return Ok(id);
            }
            place = self.next_place(place);
        }
    }

    fn grow(&mut self) {
        // Half as much again, so that at most half of the memory waits to be used.
        let length = (self.table.len() / 2 * 3).max(64);
        self.table = vec![0; length];
        let id_mask = self.id_mask();
        for id in (0..).take(self.starts.len()) {
            let Some((kind, bytes)) = self.get(id) else { continue };
            let hash = hash(kind, bytes);
            let mut place = self.first_place(hash);
            while self.table.get(place).is_some_and(|slot| *slot != 0) {
                place = self.next_place(place);
            }
            if let Some(free) = self.table.get_mut(place) {
                *free = hash.tag & !id_mask | (id + 1);
            }
        }
    }

    /// The bits of a slot that an id plus one needs.
    fn id_mask(&self) -> u32 {
        u32::try_from(self.table.len().next_power_of_two() - 1).unwrap_or(u32::MAX)
    }

    fn first_place(&self, hash: Hash) -> usize {
        // The product of two numbers below 2^32, its upper half: below the length.
        #[allow(clippy::cast_possible_truncation)]
        let place = ((u64::from(hash.place) * self.table.len() as u64) >> u32::BITS) as usize;
        place
    }

    fn next_place(&self, place: usize) -> usize {
        if place + 1 < self.table.len() { place + 1 } else { 0 }
    }
}

fn index_start(chunk: usize) -> u32 {
    arena::place_in(chunk, 0).unwrap_or(u32::MAX)
}

fn mark(kind: Kind) -> u8 {
    match kind {
        Kind::Text => 0xFF,
        Kind::Number => 0xFE,
        Kind::Json => 0xFD,
        Kind::Base64 => 0xFC,
    }
}

fn kind_of(mark: u8) -> Kind {
    match mark {
        0xFF => Kind::Text,
        0xFE => Kind::Number,
        0xFD => Kind::Json,
        _ => Kind::Base64,
    }
}

/// A multiply-and-rotate hash over eight bytes a step, as in `FxHash`.
#[inline]
fn hash(kind: Kind, bytes: &[u8]) -> Hash {
    const SEED: u64 = 0x517c_c1b7_2722_0a95;
    let step = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(SEED);
    let (words, tail) = bytes.as_chunks::<8>();
    let mut state = step(kind as u64, bytes.len() as u64);
    for word in words {
        state = step(state, u64::from_le_bytes(*word));
    }
    state = step(state, last_word(bytes, tail));
    // The upper bits depend on all others, the lower ones on few.
    let mixed = (state ^ (state >> 32)).wrapping_mul(SEED);
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or_default();
    Hash { place: half(mixed >> 32), tag: half(mixed ^ state) }
}

/// A number for what whole words leave of `bytes`, without a loop over it: their
/// last word, which overlaps the one before, or of fewer bytes the `tail` that
/// they are.
fn last_word(bytes: &[u8], tail: &[u8]) -> u64 {
    if let Some(word) = bytes.last_chunk() {
        return u64::from_le_bytes(*word);
    }
    if let (Some(first), Some(last)) = (tail.first_chunk(), tail.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last));
    }
    tail.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))
}
