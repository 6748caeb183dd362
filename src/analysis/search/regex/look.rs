//! Assertions on a place between two characters.

/// What has to hold at a place for a match to go on there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// `\A`, and `^` without the flag `m`.
    Start,
    /// `\z`, and `$` without the flag `m`.
    End,
    /// `^` with the flag `m`.
    LineStart,
    /// `$` with the flag `m`.
    LineEnd,
    /// `^` with the flags `m` and `R`.
    CrlfStart,
    /// `$` with the flags `m` and `R`.
    CrlfEnd,
    /// `\b`
    WordBoundary,
    /// `\B`
    NotWordBoundary,
    /// `\<`, `\b{start}`
    WordStart,
    /// `\>`, `\b{end}`
    WordEnd,
    /// `\b{start-half}`
    NoWordBefore,
    /// `\b{end-half}`
    NoWordAfter,
}

impl Look {
    pub(super) fn holds(self, text: &[u8], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
        let after = text.get(at).copied();
        let is_word = |byte: Option<u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        let (word_before, word_after) = (is_word(before), is_word(after));
        match self {
            Self::Start => before.is_none(),
            Self::End => after.is_none(),
            Self::LineStart => matches!(before, None | Some(b'\n')),
            Self::LineEnd => matches!(after, None | Some(b'\n')),
            // Not between the two bytes of one line break.
            Self::CrlfStart => match before {
                None | Some(b'\n') => true,
                Some(b'\r') => after != Some(b'\n'),
                _ => false,
            },
            Self::CrlfEnd => match after {
                None | Some(b'\r') => true,
                Some(b'\n') => before != Some(b'\r'),
                _ => false,
            },
            Self::WordBoundary => word_before != word_after,
            Self::NotWordBoundary => word_before == word_after,
            Self::WordStart => !word_before && word_after,
            Self::WordEnd => word_before && !word_after,
            Self::NoWordBefore => !word_before,
            Self::NoWordAfter => !word_after,
        }
    }
}
