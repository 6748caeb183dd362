//! One sort for the whole crate, one for small numbers, and a search in what is
//! sorted.
//!
//! The standard library's sorts are compiled once for every type of item and
//! key, and each is the size of a small program: a tenth of the WebAssembly
//! module. Here the keys are compared through one function pointer, places are
//! merged, and the items moved afterwards.

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
///
/// Merges from the bottom up: runs of one, two, four … places. Runs that follow
/// each other in order are not merged, so what is sorted costs one comparison
/// an item.
pub(crate) fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        for both in places.chunks(run * 2) {
            let (left, right) = both.split_at(run.min(both.len()));
            merge(left, right, compare, &mut merged);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        run *= 2;
    }
    places
}

/// Appends two sorted runs in order; of equal places those of the left come
/// first.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    let in_order = |left: &[usize], right: &[usize]| match (left.last(), right.first()) {
        (Some(last), Some(first)) => compare(*last, *first).is_le(),
        _ => true,
    };
    if !in_order(left, right) {
        while let ([first_left, rest_left @ ..], [first_right, rest_right @ ..]) = (left, right) {
            if compare(*first_left, *first_right).is_le() {
                merged.push(*first_left);
                left = rest_left;
            } else {
                merged.push(*first_right);
                right = rest_right;
            }
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// Sorts `items` by numbers that stand beside them; equal ones keep their order.
///
/// Takes a step for each item and each number up to the largest.
pub(crate) fn sort_by_number<T: Copy>(items: &mut [T], numbers: &[usize]) {
    // Where the items of each number stand once those of the smaller ones do.
    let mut starts = vec![0; numbers.iter().max().map_or(0, |most| most + 2)];
    for number in numbers {
        if let Some(count) = starts.get_mut(number + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let unsorted = items.to_vec();
    for (item, number) in unsorted.into_iter().zip(numbers) {
        let Some(start) = starts.get_mut(*number) else { continue };
        if let Some(place) = items.get_mut(*start) {
            *place = item;
        }
        *start += 1;
    }
}

/// The last of ascending numbers that is at most `wanted`; the one at `from` is.
/// Looks near `from` first.
pub(crate) fn last_at_most(numbers: &[u32], from: usize, wanted: usize) -> usize {
    let mut step = 1;
    while numbers.get(from + step).is_some_and(|number| (*number as usize) <= wanted) {
        step *= 2;
    }
    let end = (from + step).min(numbers.len());
    let near = numbers.get(from..end).unwrap_or_default();
    from + near.partition_point(|number| (*number as usize) <= wanted).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_at_most_is_found_from_anywhere_before_it() {
        let numbers = [0, 3, 3, 7, 9, 20, 21];
        for wanted in 0..25_usize {
            let expected = numbers.iter().rposition(|number| (*number as usize) <= wanted).unwrap();
            for from in 0..=expected {
                assert_eq!(last_at_most(&numbers, from, wanted), expected);
            }
        }
    }

    proptest! {
        #[test]
        fn prop_numbers_sort_as_the_standard_library_sorts_them(
            numbers in prop::collection::vec(0_usize..40, 0..60),
        ) {
            let mut items: Vec<_> = numbers.iter().copied().enumerate().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(_, number)| *number);

            sort_by_number(&mut items, &numbers);

            prop_assert_eq!(items, expected);
        }

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
