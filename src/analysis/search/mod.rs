//! Search over many outputs: literal or regular expression, in linear time.
//!
//! A match lies within one line. Literals compare bytes, or letters in either
//! case: by lower-casing each character that has one lower-case form (Latin,
//! Greek, Cyrillic, full-width and so on), with ASCII letters matching ASCII
//! letters alone. Regular expressions have the syntax of the crate `regex-lite`: no
//! look-around, no back-references; classes such as `\w` and ignoring case are
//! ASCII. An empty match counts as none.
//!
//! # Limits
//! A pattern has at most 1,000 bytes. Each step over a text is linear, and a
//! regular expression is tried on a line until it has 1,000 matches there;
//! counts beyond that are lower bounds, and [`TextMatches::truncated`] is set.

mod columns;
mod literal;
mod position;
mod regex;
mod run;

use crate::error::{Error, ErrorKind, Result};
pub use columns::{Column, Columns, Row, ValueCount};
use literal::Literal;
use position::Cursor;
pub use position::Match;
use regex::Regex;
pub use run::{Limits, OutputMatches, SearchResult, SearchRun};

const LONGEST_PATTERN: usize = 1_000;
const MOST_IN_LINE: usize = 1_000;

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The text or the regular expression.
    pub pattern: String,
    /// Whether `pattern` is a regular expression.
    pub regex: bool,
    /// Whether letters match in their own case alone.
    pub case_sensitive: bool,
    /// Whether the outputs without a match are wanted.
    pub invert: bool,
}

/// A query made ready.
#[derive(Debug, Clone)]
pub struct Search {
    matcher: Matcher,
    invert: bool,
}

#[derive(Debug, Clone)]
enum Matcher {
    Literal(Literal),
    Regex(Regex),
}

/// The matches in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TextMatches {
    /// How many there are.
    pub count: usize,
    /// The first of them, in order.
    pub matches: Vec<Match>,
    /// Whether `matches` or `count` leave some out.
    pub truncated: bool,
}

impl Search {
    /// Compiles `query`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidPattern`] when the pattern is empty, longer than
    /// 1,000 bytes, a literal with a line break (with its offset), or not a
    /// regular expression.
    ///
    /// ```
    /// use invoscope::analysis::search::{Query, Search};
    ///
    /// let search = Search::new(&Query { pattern: "ERROR".into(), ..Query::default() })?;
    /// let found = search.matches("ok\nan error", usize::MAX);
    ///
    /// assert_eq!((found.count, found.matches[0].line, found.matches[0].start), (1, 2, 3));
    /// # Ok::<(), invoscope::Error>(())
    /// ```
    pub fn new(query: &Query) -> Result<Self> {
        let invalid = |message: String| Error::new(ErrorKind::InvalidPattern, message);
        let pattern = query.pattern.as_str();
        if pattern.is_empty() {
            return Err(invalid("expected a pattern, found an empty one".to_owned()));
        }
        if pattern.len() > LONGEST_PATTERN {
            return Err(invalid(format!(
                "expected a pattern of at most {LONGEST_PATTERN} bytes, found {}",
                pattern.len()
            ))
            .at(LONGEST_PATTERN));
        }
        let matcher = if query.regex {
            let regex = Regex::new(pattern, !query.case_sensitive);
            let expected = "expected in the regular expression: ";
            Matcher::Regex(regex.map_err(|what| invalid(format!("{expected}{what}")))?)
        } else if let Some(offset) = pattern.find('\n') {
            return Err(invalid("expected a text within one line".to_owned()).at(offset));
        } else {
            Matcher::Literal(Literal::new(pattern, query.case_sensitive))
        };
        Ok(Self { matcher, invert: query.invert })
    }

    /// Whether the outputs without a match are wanted.
    #[must_use]
    pub fn is_inverted(&self) -> bool {
        self.invert
    }

    /// Whether `text` is wanted: it has a match, or, inverted, none.
    #[must_use]
    pub fn wants(&self, text: &str) -> bool {
        let mut found = false;
        self.each(text, |_, _| {
            found = true;
            false
        });
        found != self.invert
    }

    /// The matches in `text`, all counted, the first `most_positions` located.
    #[must_use]
    pub fn matches(&self, text: &str, most_positions: usize) -> TextMatches {
        let mut result = TextMatches::default();
        let mut cursor = Cursor::new(text);
        let complete = self.each(text, |start, end| {
            result.count += 1;
            if result.matches.len() < most_positions {
                result.matches.push(cursor.position(start, end));
            }
            true
        });
        result.truncated = !complete || result.matches.len() < result.count;
        result
    }

    /// Calls `found` with the byte range of each match until it returns false;
    /// whether every match was seen.
    fn each(&self, text: &str, mut found: impl FnMut(usize, usize) -> bool) -> bool {
        match &self.matcher {
            Matcher::Literal(literal) => {
                let mut from = 0;
                while let Some(range) = literal.find(text, from) {
                    from = range.end;
                    if !found(range.start, range.end) {
                        return false;
                    }
                }
                true
            }
            Matcher::Regex(regex) => {
                let mut complete = true;
                let mut finder = regex.finder();
                let mut line_start = 0;
                for segment in text.split_inclusive('\n') {
                    let line = segment.trim_end_matches(['\n', '\r']);
                    for (index, (start, end)) in finder.matches(line).enumerate() {
                        if index >= MOST_IN_LINE {
                            complete = false;
                            break;
                        }
                        if start < end && !found(line_start + start, line_start + end) {
                            return false;
                        }
                    }
                    line_start += segment.len();
                }
                complete
            }
        }
    }
}

#[cfg(test)]
mod tests;
