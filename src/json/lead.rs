//! What stands between two values, recognised when it comes again.

use super::Reader;
use super::blocks::{Pair, WIDTH};

const PAIR: usize = 2 * WIDTH;

/// The bytes from the end of one value to the beginning of the next: in an
/// object a comma or the opening brace, a key and its colon, and the white
/// space between them.
///
/// Where an object's text has the same bytes in the same state, they mean the
/// same, so that one comparison stands for reading them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lead {
    pairs: [[u8; PAIR]; 2],
    /// The bits of the bytes that count, for each pair.
    wanted: [u32; 2],
    length: usize,
}

impl Lead {
    /// The lead of these bytes; one that is never found where they are too many.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut lead = Self { pairs: [[0; PAIR]; 2], wanted: [0; 2], length: 0 };
        if bytes.len() > 2 * PAIR {
            return lead;
        }
        lead.length = bytes.len();
        let places = lead.pairs.iter_mut().zip(&mut lead.wanted);
        for ((pair, wanted), part) in places.zip(bytes.chunks(PAIR)) {
            if let Some(place) = pair.get_mut(..part.len()) {
                place.copy_from_slice(part);
            }
            *wanted = u32::MAX >> (PAIR - part.len());
        }
        lead
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    fn begins(&self, bytes: &[u8]) -> bool {
        let [first, second] = &self.pairs;
        let [first_wanted, second_wanted] = self.wanted;
        let Some(found) = bytes.first_chunk() else { return false };
        first_wanted != 0
            && Pair::new(found).same(Pair::new(first)) & first_wanted == first_wanted
            && (second_wanted == 0 || {
                let found = bytes.get(PAIR..).and_then(<[u8]>::first_chunk);
                found.is_some_and(|found| {
                    Pair::new(found).same(Pair::new(second)) & second_wanted == second_wanted
                })
            })
    }
}

impl Reader<'_> {
    /// Whether `lead` comes next; see [`Self::skip_lead`].
    pub(crate) fn stands_before(&self, lead: &Lead) -> bool {
        lead.begins(self.rest())
    }

    /// Moves behind `lead` where it comes next. It must have been read before in
    /// the same state: at a value's beginning, or behind an object's member.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    pub(crate) fn skip_lead(&mut self, lead: &Lead) -> bool {
        let is_next = lead.begins(self.rest());
        if is_next {
            self.skip_known(lead.length);
        }
        is_next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_too_long_is_never_found() {
        let bytes = [b' '; 65];

        assert!(!Lead::of(&bytes).begins(&bytes));
        assert!(Lead::of(&bytes[..32]).begins(&bytes));
        assert!(!Lead::of(b"").begins(&bytes));
    }

    proptest! {
        #[test]
        fn prop_a_lead_is_found_where_its_bytes_are(
            lead in prop::collection::vec(any::<u8>(), 1..=64),
            behind in prop::collection::vec(any::<u8>(), 32..64),
            damage in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
        ) {
            let mut bytes = lead.clone();
            if let Some((at, byte)) = damage {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes.extend(behind);

            prop_assert_eq!(Lead::of(&lead).begins(&bytes), bytes.starts_with(&lead));
        }
    }
}
