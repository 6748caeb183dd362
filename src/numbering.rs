//! Equal keys get equal numbers.
//!
//! The standard library's maps are compiled once for every type of key and
//! value. Here the keys are bytes and the values places in the caller's list.

use std::borrow::Cow;
use std::collections::HashMap;

/// Numbers keys from 0, in the order in which they first come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbering<'k> {
    numbers: HashMap<Cow<'k, [u8]>, usize>,
}

impl<'k> Numbering<'k> {
    /// The key's number; for a key that has none yet, how many there were.
    pub(crate) fn number(&mut self, key: Cow<'k, [u8]>) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(key).or_insert(next)
    }

    /// Numbers a key that is not kept by the caller; says whether it is new.
    pub(crate) fn insert(&mut self, key: String) -> bool {
        let next = self.numbers.len();
        self.number(Cow::Owned(key.into_bytes())) == next
    }

    /// Whether the key has a number.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.numbers.contains_key(key.as_bytes())
    }

    /// Forgets every key.
    pub(crate) fn clear(&mut self) {
        self.numbers.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_numbered_as_they_first_come() {
        let mut numbering = Numbering::default();

        let numbers = ["b", "a", "b", "", "a"].map(|key| numbering.number(key.as_bytes().into()));

        assert_eq!(numbers, [0, 1, 0, 2, 1]);
        assert!(!numbering.insert("a".to_owned()));
        assert!(numbering.insert("c".to_owned()));
        assert!(numbering.contains("c") && !numbering.contains("d"));
    }
}
