//! Every distinct text once, and every distinct output.
//!
//! Ids are never reused: garbage goes when the store compacts
//! ([`super::Store::ingest`]), which makes a new interner.

mod pool;

use super::bits::Bits;
use super::needle::Needle;
use pool::Pool;

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

/// What is interned: texts, and apart from them decoded Base64, so that a search
/// over the texts passes by the outputs.
#[derive(Debug, Default)]
pub(super) struct Interner {
    texts: Pool,
    blobs: Pool,
}

impl Interner {
    /// The id of `bytes` among those of its kind's pool; `None` when that has no
    /// room left (4 GiB, or 2^29 entries).
    pub(super) fn intern(&mut self, kind: Kind, bytes: &[u8]) -> Option<u32> {
        if kind == Kind::Base64 { &mut self.blobs } else { &mut self.texts }.intern(kind, bytes)
    }

    /// The id of a text that is not Base64, if it is here.
    pub(super) fn find(&self, kind: Kind, bytes: &[u8]) -> Option<u32> {
        self.texts.find(kind, bytes)
    }

    /// The text of an id.
    pub(super) fn text(&self, id: u32) -> Option<(Kind, &str)> {
        let (kind, bytes) = self.texts.get(id)?;
        // Texts were interned from `&str`, so this check cannot fail.
        Some((kind, std::str::from_utf8(bytes).ok()?))
    }

    /// The bytes that an id of Base64 stands for.
    pub(super) fn blob(&self, id: u32) -> Option<&[u8]> {
        self.blobs.get(id).map(|(_, bytes)| bytes)
    }

    /// Whether an id stands for a text.
    pub(super) fn is_text(&self, id: u32, kind: Kind, bytes: &[u8]) -> bool {
        self.texts.is(id, kind, bytes)
    }

    /// Whether an id of Base64 stands for these bytes.
    pub(super) fn is_blob(&self, id: u32, bytes: &[u8]) -> bool {
        self.blobs.is(id, Kind::Base64, bytes)
    }

    /// The ids of the texts that hold a needle.
    pub(super) fn texts_with(&self, needle: &Needle) -> Bits {
        self.texts.ids_with(needle)
    }

    /// Number of texts, which is above every id of a text.
    pub(super) fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// Number of entries.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.texts.len() + self.blobs.len()
    }

    /// Bytes that the texts and their tables take.
    pub(super) fn bytes(&self) -> usize {
        self.texts.bytes() + self.blobs.bytes()
    }
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
        assert_eq!(Interner::default().texts_with(&Needle::new("a")).iter().count(), 0);
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
                prop_assert_eq!(interner.blob(id), Some(text.as_slice()));
            }
            prop_assert_eq!(interner.len(), naive.len());
        }

        #[test]
        fn prop_a_search_agrees_with_one_text_after_another(
            texts in prop::collection::vec("[aAkK云1-]{0,40}", 0..60),
            long in 0_usize..3,
            more in prop::collection::vec("[aAkK云1-]{0,40}", 0..60),
            needle in "[ak云1-]{1,4}",
        ) {
            let mut interner = Interner::default();
            let long = format!("{}k-a", "x".repeat(long * 150_000));
            let mut expected = Vec::new();
            for text in texts.iter().chain([&long]).chain(&more) {
                let before = interner.text_count();
                let id = interner.intern(Kind::Text, text.as_bytes()).expect("room");
                if id as usize == before && text.to_ascii_lowercase().contains(&needle) {
                    expected.push(id as usize);
                }
            }

            let found: Vec<usize> = interner.texts_with(&Needle::new(&needle)).iter().collect();

            prop_assert_eq!(found, expected);
        }
    }
}
