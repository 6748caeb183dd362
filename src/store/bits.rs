//! A set of small numbers.

/// One bit a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(super) fn insert(&mut self, number: usize) {
        let word = number / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word |= 1 << (number % 64);
        }
    }

    /// The numbers, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                let found = (left != 0).then_some(index * 64 + bit);
                left &= left.wrapping_sub(1);
                found
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn prop_a_set_has_what_was_put_into_it(numbers: Vec<u8>) {
            let mut bits = Bits::default();
            for number in &numbers {
                bits.insert(usize::from(*number));
            }
            let expected: BTreeSet<usize> = numbers.iter().map(|number| usize::from(*number)).collect();

            prop_assert!(bits.iter().eq(expected));
        }
    }
}
