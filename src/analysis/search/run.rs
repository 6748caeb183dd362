//! One search over many outputs.

use super::{Match, Search};
use crate::json::{ToJson, Writer};

/// How many matches are located. All are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// In one output.
    pub per_output: usize,
    /// In all outputs together.
    pub total: usize,
}

/// 100 in one output, 5,000 in all.
impl Default for Limits {
    fn default() -> Self {
        Self { per_output: 100, total: 5_000 }
    }
}

/// An output that the search wants.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutputMatches {
    /// What the caller calls it.
    pub index: usize,
    /// How many matches it has; none where the search is inverted.
    pub count: usize,
    /// The first of them, in order.
    pub matches: Vec<Match>,
    /// Whether `matches` or `count` leave some out.
    pub truncated: bool,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SearchResult {
    /// The outputs wanted, in the order they were given.
    pub outputs: Vec<OutputMatches>,
    /// How many outputs were searched.
    pub searched: usize,
    /// How many matches there are in all of them.
    pub count: usize,
    /// Whether some matches are not located or not counted.
    pub truncated: bool,
}

/// A search in progress; outputs come one at a time and are not kept.
#[derive(Debug)]
pub struct SearchRun<'s> {
    search: &'s Search,
    limits: Limits,
    located: usize,
    result: SearchResult,
}

impl<'s> SearchRun<'s> {
    /// Begins.
    #[must_use]
    pub fn new(search: &'s Search, limits: Limits) -> Self {
        Self { search, limits, located: 0, result: SearchResult::default() }
    }

    /// Searches one output.
    pub fn push(&mut self, index: usize, text: &str) {
        self.result.searched += 1;
        if self.search.is_inverted() {
            if self.search.wants(text) {
                let none = OutputMatches { index, count: 0, matches: Vec::new(), truncated: false };
                self.result.outputs.push(none);
            }
            return;
        }
        let left = self.limits.total.saturating_sub(self.located);
        let found = self.search.matches(text, self.limits.per_output.min(left));
        if found.count == 0 {
            return;
        }
        self.located += found.matches.len();
        self.result.count += found.count;
        self.result.truncated |= found.truncated;
        self.result.outputs.push(OutputMatches {
            index,
            count: found.count,
            matches: found.matches,
            truncated: found.truncated,
        });
    }

    /// What was found.
    #[must_use]
    pub fn finish(self) -> SearchResult {
        self.result
    }
}

/// Columns cross in UTF-16 units: `line.slice(start, end)` is the match.
impl ToJson for Match {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("line", self.line)
                .field("start", self.start_utf16)
                .field("end", self.end_utf16)
                .field("startByte", self.start)
                .field("endByte", self.end);
        });
    }
}

impl ToJson for OutputMatches {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("index", self.index)
                .field("count", self.count)
                .array("matches", &self.matches)
                .field("truncated", self.truncated);
        });
    }
}

impl ToJson for SearchResult {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.array("outputs", &self.outputs)
                .field("searched", self.searched)
                .field("count", self.count)
                .field("truncated", self.truncated);
        });
    }
}

impl ToJson for super::TextMatches {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("count", self.count)
                .array("matches", &self.matches)
                .field("truncated", self.truncated);
        });
    }
}
