//! The text under the scanner, readable at any offset.

/// Bytes past either end read as NUL, which no token contains.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
}

/// Scripts without spaces between words begin here (CJK radicals): a number
/// inside Chinese text stands on its own.
const FIRST_CJK: char = '\u{2E80}';

pub(super) fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

impl<'a> Source<'a> {
    #[inline]
    pub(super) fn byte(self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte that stands `distance` before `at`.
    pub(super) fn before(self, at: usize, distance: usize) -> u8 {
        at.checked_sub(distance).map_or(0, |index| self.byte(index))
    }

    pub(super) fn rest(self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    pub(super) fn char_at(self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    /// Whether a word character starts at `at`: letter, digit or underscore,
    /// CJK excepted.
    #[inline]
    pub(super) fn is_word(self, at: usize) -> bool {
        let byte = self.byte(at);
        if byte.is_ascii() {
            return is_word_byte(byte);
        }
        self.char_at(at).is_some_and(|c| c < FIRST_CJK && c.is_alphanumeric())
    }

    pub(super) fn starts(self, at: usize, literal: &str) -> bool {
        self.text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(literal.as_bytes()))
    }

    /// End of the run of bytes from `at` that satisfy `wanted`.
    pub(super) fn run(self, at: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().take_while(|&&byte| wanted(byte)).count()
    }

    pub(super) fn digits(self, at: usize) -> usize {
        self.run(at, |byte| byte.is_ascii_digit())
    }

    /// End of `least..=most` digits at `at`, none following.
    pub(super) fn some_digits(self, at: usize, least: usize, most: usize) -> Option<usize> {
        let end = self.digits(at);
        (least..=most).contains(&(end - at)).then_some(end)
    }

    /// The value of exactly two digits at `at` that is at most `most`.
    pub(super) fn two_digits(self, at: usize, most: u8) -> Option<usize> {
        let (tens, ones) = (self.byte(at), self.byte(at + 1));
        let valid = tens.is_ascii_digit()
            && ones.is_ascii_digit()
            && (tens - b'0') * 10 + (ones - b'0') <= most;
        valid.then_some(at + 2)
    }

    /// Whether a token may end before `end`.
    ///
    /// A token whose last character is no word character (`10%`) may not touch
    /// `<` either: there may have stood a word that is masked.
    pub(super) fn ends_token(self, end: usize) -> bool {
        !self.is_word(end) && (is_word_byte(self.before(end, 1)) || self.byte(end) != b'<')
    }

    /// Whether one of `joints` ties the text before `end` to more of the same.
    pub(super) fn continues(self, end: usize, joints: &[u8]) -> bool {
        joints.contains(&self.byte(end)) && (self.is_word(end + 1) || self.byte(end + 1) == b'<')
    }

    /// Whether `joint` ties the text at `start` to a word before it.
    pub(super) fn joined_by(self, start: usize, joint: u8) -> bool {
        let further = self.before(start, 2);
        self.before(start, 1) == joint && (is_word_byte(further) || further == b'>')
    }

    /// Whether `joint` ties the text at `start` to a number before it.
    pub(super) fn joined_to_digit_by(self, start: usize, joint: u8) -> bool {
        let further = self.before(start, 2);
        self.before(start, 1) == joint && (further.is_ascii_digit() || further == b'>')
    }
}
