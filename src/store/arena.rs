//! Items in chunks that are never moved, so that growing copies nothing.

/// Items in a chunk. A list that is longer has a chunk of its own.
const CHUNK: usize = 1 << OFFSET_BITS;

const OFFSET_BITS: u32 = 18;

/// Lists of items, each in one piece.
#[derive(Debug)]
pub(super) struct Arena<T> {
    chunks: Vec<Vec<T>>,
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T: Copy> Arena<T> {
    /// Appends a list, and gives its place; `None` when 2^14 chunks are full.
    pub(super) fn push(&mut self, items: &[T]) -> Option<u32> {
        self.push_all(&[items])
    }

    /// Appends lists as one.
    pub(super) fn push_all(&mut self, lists: &[&[T]]) -> Option<u32> {
        let length = lists.iter().map(|list| list.len()).sum::<usize>();
        let has_room = |chunk: &Vec<T>| chunk.len() < CHUNK && chunk.len() + length <= CHUNK;
        if !self.chunks.last().is_some_and(has_room) {
            // A small store has no use for a whole chunk.
            let room = if self.chunks.is_empty() { length } else { length.max(CHUNK) };
            self.chunks.push(Vec::with_capacity(room));
        }
        let index = u32::try_from(self.chunks.len()).ok()?.checked_sub(1)?;
        let chunk = self.chunks.last_mut()?;
        let offset = u32::try_from(chunk.len()).ok()?;
        if index >= 1 << (u32::BITS - OFFSET_BITS) {
            return None;
        }
        for list in lists {
            chunk.extend_from_slice(list);
        }
        Some(index << OFFSET_BITS | offset)
    }

    /// The list at a place.
    pub(super) fn get(&self, place: u32, length: usize) -> Option<&[T]> {
        self.rest(place)?.get(..length)
    }

    /// The list at a place, to be changed.
    pub(super) fn get_mut(&mut self, place: u32, length: usize) -> Option<&mut [T]> {
        let (chunk, offset) = split(place);
        self.chunks.get_mut(chunk)?.get_mut(offset..)?.get_mut(..length)
    }

    /// Everything of a chunk that is behind a place.
    pub(super) fn rest(&self, place: u32) -> Option<&[T]> {
        let (chunk, offset) = split(place);
        self.chunks.get(chunk)?.get(offset..)
    }

    /// The items of each chunk.
    pub(super) fn chunks(&self) -> impl Iterator<Item = &[T]> {
        self.chunks.iter().map(Vec::as_slice)
    }

    /// Bytes that the chunks take.
    #[inline(never)]
    pub(super) fn bytes(&self) -> usize {
        self.chunks.iter().map(Vec::capacity).sum::<usize>() * size_of::<T>()
    }
}

/// Chunk and offset of a place.
fn split(place: u32) -> (usize, usize) {
    ((place >> OFFSET_BITS) as usize, place as usize % CHUNK)
}

/// Items from one place to a later one; `None` where they are of two chunks.
pub(super) fn between(place: u32, later: u32) -> Option<usize> {
    let is_one_chunk = place >> OFFSET_BITS == later >> OFFSET_BITS;
    is_one_chunk.then(|| (later as usize).saturating_sub(place as usize))
}

/// The place of an item of a chunk. What is behind the first items of a list
/// that is longer than a chunk has none of its own: the list's last one is told.
pub(super) fn place_in(chunk: usize, offset: usize) -> Option<u32> {
    let offset = u32::try_from(offset.min(CHUNK - 1)).ok()?;
    Some(u32::try_from(chunk).ok()? << OFFSET_BITS | offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_any_length_stand_where_they_were_put() {
        let mut arena = Arena::default();
        let lists: Vec<Vec<u8>> = [0, 1, CHUNK - 1, 5, CHUNK, CHUNK + 7, 0, 3]
            .into_iter()
            .zip(1..)
            .map(|(length, item)| vec![item; length])
            .collect();

        let places: Vec<u32> = lists.iter().map(|list| arena.push(list).expect("room")).collect();

        for (list, place) in lists.iter().zip(&places) {
            assert_eq!(arena.get(*place, list.len()), Some(list.as_slice()));
        }
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(arena.get(places[0], CHUNK + 1), None);
    }

    #[test]
    fn a_list_can_be_changed_in_its_place() {
        let mut arena = Arena::default();
        let (first, second) = (arena.push(&[1, 2, 3]), arena.push_all(&[&[4], &[5]]));

        arena.get_mut(first.expect("room"), 2).expect("two").copy_from_slice(&[7, 8]);

        assert_eq!(arena.rest(first.expect("room")), Some([7, 8, 3, 4, 5].as_slice()));
        assert_eq!(between(first.expect("room"), second.expect("room")), Some(3));
    }
}
