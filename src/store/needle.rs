//! Search for a text, whatever the case of its ASCII letters.

/// Bytes that are looked at in one step.
const WIDTH: usize = 32;

/// A text to be found.
#[derive(Debug, Clone)]
pub(super) struct Needle {
    /// In ASCII lower case.
    text: String,
    first: Letter,
    last: Letter,
}

/// A byte in both of its cases.
#[derive(Debug, Clone, Copy)]
struct Letter {
    lower: u8,
    /// What makes the upper case the lower one.
    case: u8,
}

impl Letter {
    fn new(lower: u8) -> Self {
        Self { lower, case: if lower.is_ascii_lowercase() { 0x20 } else { 0 } }
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // The step of a loop over all texts.
    fn is(self, byte: u8) -> bool {
        byte | self.case == self.lower
    }
}

impl Needle {
    /// The text, without the white space around it.
    pub(super) fn new(text: &str) -> Self {
        let text = text.trim().to_ascii_lowercase();
        let letter = |byte: Option<&u8>| Letter::new(byte.copied().unwrap_or_default());
        let (first, last) = (letter(text.as_bytes().first()), letter(text.as_bytes().last()));
        Self { text, first, last }
    }

    /// Whether it is in every text.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether a text holds it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.find(text.as_bytes(), 0).is_some()
    }

    /// Where it is first found at or behind a place.
    pub(super) fn find(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let Some(to_last) = self.text.len().checked_sub(1) else { return Some(from) };
        let starts = bytes.get(from..bytes.len().saturating_sub(to_last))?;
        let ends = bytes.get(from + to_last..)?;
        // Both are of one length, so their blocks stand beside each other.
        let ((blocks, tail), (end_blocks, end_tail)) = (starts.as_chunks(), ends.as_chunks());
        let mut at = from;
        for (block, end_block) in blocks.iter().zip(end_blocks) {
            if self.may_start_in(block, end_block)
                && let Some(found) = self.find_among(bytes, at, block.iter().zip(end_block))
            {
                return Some(found);
            }
            at += WIDTH;
        }
        self.find_among(bytes, at, tail.iter().zip(end_tail))
    }

    /// Whether some byte is the first one, and the byte that is as far behind it
    /// as the last one is, the last one.
    #[inline(always)]
    #[allow(clippy::inline_always)] // The step of a loop over all texts.
    fn may_start_in(&self, starts: &[u8; WIDTH], ends: &[u8; WIDTH]) -> bool {
        // A loop of one length and no branches becomes vector instructions.
        let mut any = 0;
        for (start, end) in starts.iter().zip(ends) {
            any |= u8::from(self.first.is(*start)) & u8::from(self.last.is(*end));
        }
        any != 0
    }

    #[inline(never)]
    fn find_among<'b>(
        &self,
        bytes: &[u8],
        from: usize,
        ends: impl Iterator<Item = (&'b u8, &'b u8)>,
    ) -> Option<usize> {
        let is_here = |at: usize| {
            let part = bytes.get(at..at + self.text.len());
            part.is_some_and(|part| part.eq_ignore_ascii_case(self.text.as_bytes()))
        };
        let mut places = (from..).zip(ends);
        let found = places.find(|(at, (start, end))| {
            self.first.is(**start) && self.last.is(**end) && is_here(*at)
        });
        found.map(|(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ascii_case_does_not_matter_and_other_text_is_exact() {
        assert!(Needle::new("y w").is_in("Deploy Web"));
        assert!(Needle::new("署 NGINX").is_in("部署 Nginx"));
        assert!(!Needle::new("webs").is_in("web"));
        assert!(Needle::new("").is_in(""));
        assert!(!Needle::new("@").is_in("`"));
        assert!(!Needle::new("É").is_in("é"));
    }

    proptest! {
        #[test]
        fn prop_agrees_with_the_standard_library(
            text in "[aAbB云 @`]{0,90}", needle in "[ab云@`]{0,3}", from in 0_usize..9,
        ) {
            let lower = text.to_ascii_lowercase();
            let naive = lower.get(from..).and_then(|rest| rest.find(&needle)).map(|at| from + at);

            prop_assume!(lower.is_char_boundary(from));
            prop_assert_eq!(Needle::new(&needle).find(text.as_bytes(), from), naive);
        }
    }
}
