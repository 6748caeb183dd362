//! One sort for the whole crate.
//!
//! The standard library's sorts are compiled once for every type of item and
//! key: a tenth of the WebAssembly module. Here the keys are compared through
//! one function pointer, places are sorted, and the items moved afterwards.

use std::cmp::Ordering;

/// Sorts `items` by a key that is made once for each; equal ones keep their
/// order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let mut places = places(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    // Each round closes one cycle of the permutation: an item is moved once.
    for start in 0..places.len() {
        let mut place = start;
        while let Some(next) = places.get_mut(place) {
            let from = std::mem::replace(next, place);
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// The places `0..length` in the order of `compare`, which takes two of them.
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn prop_sorts_as_the_standard_library_does(keys in prop::collection::vec(0_u8..9, 0..60)) {
            let mut items: Vec<_> = keys.into_iter().enumerate().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(_, key)| *key);

            sort_by_key(&mut items, |(_, key)| *key);

            prop_assert_eq!(items, expected);
        }
    }
}
