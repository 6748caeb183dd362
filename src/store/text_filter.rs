//! Substring search over cells, each distinct text looked at once.

use super::cell::Cell;
use super::interner::Interner;

/// A text that cells must hold; ASCII case does not matter.
pub(super) struct TextFilter<'s> {
    interner: &'s Interner,
    needle: String,
    /// What is known of each interned id.
    known: Vec<Option<bool>>,
}

impl<'s> TextFilter<'s> {
    pub(super) fn new(interner: &'s Interner, needle: &str) -> Self {
        let needle = needle.trim().to_ascii_lowercase();
        let known = if needle.is_empty() { Vec::new() } else { vec![None; interner.len()] };
        Self { interner, needle, known }
    }

    /// Whether everything passes.
    pub(super) fn is_empty(&self) -> bool {
        self.needle.is_empty()
    }

    /// Whether a text that is in no cell holds the needle.
    pub(super) fn matches_text(&self, text: &str) -> bool {
        contains_ignoring_case(text, &self.needle)
    }

    /// Whether the cell's text holds the needle.
    pub(super) fn matches(&mut self, cell: Cell) -> bool {
        let Some(id) = cell.id() else {
            let text = cell.text(self.interner);
            return text.is_some_and(|text| contains_ignoring_case(&text, &self.needle));
        };
        let Some(known) = self.known.get_mut(id as usize) else { return false };
        *known.get_or_insert_with(|| contains_ignoring_case(self.interner.text(id), &self.needle))
    }
}

/// Whether `text` holds `needle`, which is in ASCII lower case.
pub(super) fn contains_ignoring_case(text: &str, needle: &str) -> bool {
    let Some(first) = needle.bytes().next() else { return true };
    let other = first.to_ascii_uppercase();
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let starts = text.len().saturating_sub(needle.len() - 1);
    text.iter().take(starts).enumerate().any(|(start, byte)| {
        (*byte == first || *byte == other)
            && text
                .get(start..start + needle.len())
                .is_some_and(|part| part.eq_ignore_ascii_case(needle))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ascii_case_does_not_matter_and_other_text_is_exact() {
        assert!(contains_ignoring_case("Deploy Web", "y w"));
        assert!(contains_ignoring_case("部署 Nginx", "署 nginx"));
        assert!(!contains_ignoring_case("web", "webs"));
        assert!(contains_ignoring_case("", ""));
    }

    proptest! {
        #[test]
        fn prop_agrees_with_the_standard_library(text in "[aAbB云 ]{0,12}", needle in "[ab云]{0,3}") {
            let naive = text.to_ascii_lowercase().contains(&needle);

            prop_assert_eq!(contains_ignoring_case(&text, &needle), naive);
        }
    }
}
