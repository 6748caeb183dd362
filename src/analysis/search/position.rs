//! From byte offsets to lines and columns, forwards in one pass.

/// A match within one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// One-based number of the line.
    pub line: usize,
    /// Byte offset of the line in the text.
    pub line_start: usize,
    /// Byte offset of the match from the start of the line.
    pub start: usize,
    /// Byte offset behind the match, from the start of the line.
    pub end: usize,
    /// Zero-based UTF-16 column of the match, as JavaScript slices the line.
    pub start_utf16: usize,
    /// UTF-16 column behind the match.
    pub end_utf16: usize,
}

impl Match {
    /// The line it is in, without its line break.
    #[must_use]
    pub fn line_of<'t>(&self, text: &'t str) -> &'t str {
        let rest = text.get(self.line_start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        line.strip_suffix('\r').unwrap_or(line)
    }
}

/// Turns offsets that never decrease into positions.
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    line_start: usize,
    column_utf16: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, line_start: 0, column_utf16: 0 }
    }

    /// The position of `start..end`, which holds no line break.
    pub(super) fn position(&mut self, start: usize, end: usize) -> Match {
        self.advance(start);
        let start_utf16 = self.column_utf16;
        self.advance(end);
        Match {
            line: self.line,
            line_start: self.line_start,
            start: start.saturating_sub(self.line_start),
            end: end.saturating_sub(self.line_start),
            start_utf16,
            end_utf16: self.column_utf16,
        }
    }

    fn advance(&mut self, to: usize) {
        let passed = self.text.get(self.at..to).unwrap_or_default();
        let breaks = passed.bytes().filter(|byte| *byte == b'\n').count();
        let mut on_line = passed;
        if let Some((_, rest)) = passed.rsplit_once('\n') {
            self.line += breaks;
            self.line_start = to - rest.len();
            self.column_utf16 = 0;
            on_line = rest;
        }
        self.column_utf16 += on_line.encode_utf16().count();
        self.at = to;
    }
}
