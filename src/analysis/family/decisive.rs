//! The lines of an output that say why the run failed.

use super::Basis;
use super::words::{self, Verdict};
use crate::analysis::mask::mask;
use crate::json::{ToJson, Writer};
use crate::numbering::Numbering;
use crate::order::sort_by_key;

/// How many decisive lines a family shows.
const MOST_LINES: usize = 3;

/// Why a line was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// It names a resource that has run out.
    ResourceExhausted,
    /// It holds a word of failure.
    FailureWord,
    /// The reference output of the successes has no such line.
    NotInReference,
    /// It is the last line that is not blank.
    LastLine,
}

impl Reason {
    /// The stable code, as JavaScript sees it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ResourceExhausted => "resource-exhausted",
            Self::FailureWord => "failure-word",
            Self::NotInReference => "not-in-reference",
            Self::LastLine => "last-line",
        }
    }

    /// One exhausted resource outweighs all else, a failing word outweighs
    /// novelty and position together.
    fn weight(self) -> u32 {
        match self {
            Self::ResourceExhausted => 16,
            Self::FailureWord => 4,
            Self::NotInReference => 2,
            Self::LastLine => 1,
        }
    }
}

/// A line that says why the run failed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecisiveLine {
    /// Its one-based number in the output.
    pub line: usize,
    /// The line as it was printed, without its line break.
    pub text: String,
    /// Why it was chosen, weightiest first.
    pub reasons: Vec<Reason>,
}

/// What an output says about its failure.
#[derive(Debug)]
pub(super) struct Decision {
    pub(super) basis: Basis,
    /// What outputs of one family have in common.
    pub(super) key: String,
    /// The line that `key` stands for.
    pub(super) decisive_line: Option<usize>,
    pub(super) lines: Vec<DecisiveLine>,
}

/// The masked lines of the reference output of the successes.
#[derive(Debug, Default)]
pub(super) struct ReferenceLines(Option<Numbering<'static>>);

impl ReferenceLines {
    pub(super) fn of(text: &str, own_names: &[&str]) -> Self {
        let mut lines = Numbering::default();
        for line in mask(text, own_names).text().lines() {
            lines.insert(canonical(line));
        }
        Self(Some(lines))
    }

    /// `None` where there is no reference.
    fn has(&self, canonical_line: &str) -> Option<bool> {
        self.0.as_ref().map(|lines| lines.contains(canonical_line))
    }
}

struct Candidate<'a> {
    number: usize,
    text: &'a str,
    canonical: String,
    exhausted: Option<&'static str>,
    reasons: Vec<Reason>,
}

impl Candidate<'_> {
    fn weight(&self) -> u32 {
        self.reasons.iter().map(|reason| reason.weight()).sum()
    }
}

/// Decides for one output; `None` where it is blank.
///
/// Everything but the text shown is a function of the masked output, so equal
/// masked outputs always come to the same decision.
pub(super) fn decide(
    text: &str,
    own_names: &[&str],
    reference: &ReferenceLines,
) -> Option<Decision> {
    let masked = mask(text, own_names);
    let mut candidates: Vec<Candidate<'_>> = text
        .split('\n')
        .zip(masked.text().split('\n'))
        .enumerate()
        .map(|(index, (line, masked_line))| Candidate {
            number: index + 1,
            text: line.trim_end(),
            canonical: canonical(masked_line),
            exhausted: None,
            reasons: Vec::new(),
        })
        .filter(|candidate| !candidate.canonical.is_empty())
        .collect();
    let last = candidates.len().checked_sub(1)?;
    for (index, candidate) in candidates.iter_mut().enumerate() {
        let line = candidate.canonical.as_str();
        let in_reference = reference.has(line);
        let verdict =
            if in_reference == Some(true) { Verdict::default() } else { words::read(line) };
        candidate.exhausted = verdict.exhausted;
        candidate.reasons = [
            (Reason::ResourceExhausted, verdict.exhausted.is_some()),
            (Reason::FailureWord, verdict.failure),
            (Reason::NotInReference, in_reference == Some(false)),
            (Reason::LastLine, index == last),
        ]
        .into_iter()
        .filter_map(|(reason, holds)| holds.then_some(reason))
        .collect();
    }
    candidates.retain(|candidate| !candidate.reasons.is_empty());
    // Later lines win ties: what was printed last is nearest to the end.
    sort_by_key(&mut candidates, |c| std::cmp::Reverse((c.weight(), c.number)));
    let first = candidates.first()?;
    let (basis, key) = match first.exhausted {
        Some(resource) => (Basis::Resource, resource.to_owned()),
        None => (Basis::Line, first.canonical.clone()),
    };
    let decisive_line = Some(first.number);
    candidates.truncate(MOST_LINES);
    sort_by_key(&mut candidates, |c| c.number);
    let lines = candidates
        .into_iter()
        .map(|c| DecisiveLine { line: c.number, text: c.text.to_owned(), reasons: c.reasons })
        .collect();
    Some(Decision { basis, key, decisive_line, lines })
}

/// Blanks at the ends dropped, runs of blanks as one space.
pub(super) fn canonical(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

impl ToJson for Reason {
    fn write(&self, out: &mut Writer) {
        out.string(self.code());
    }
}

impl ToJson for DecisiveLine {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("line", self.line).field("text", &self.text).array("reasons", &self.reasons);
        });
    }
}
