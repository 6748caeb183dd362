//! Failure families: how many different ways a run failed.
//!
//! Two failures are of one family when they have the same error code, the same
//! exit code and the same *decision*:
//!
//! 1. Where the output names a resource that has run out (disk, memory, file
//!    handles, …), the decision is that resource. A full disk is the same
//!    failure in every path and whichever program met it.
//! 2. Otherwise, where there is output, it is the decisive line after masking:
//!    the one with most in its favour of a word of failure in English or
//!    Chinese, absence from the reference output of the successes, and being
//!    the last; of equals the last. A word of failure counts for nothing in a
//!    line that the successes print too. Paths and names in the line count,
//!    because a missing file is another failure than another missing file.
//! 3. Without output it is the masked `ErrorInfo` sentence.
//!
//! So equal masked outputs are always of one family, and outputs that differ
//! in other lines than the decisive one may be.
//!
//! # Limits
//! Texts are taken as plain: control sequences (colours) should be removed
//! before.

mod decisive;
mod words;

use crate::analysis::mask::mask;
use crate::json::{ToJson, Writer};
use crate::numbering::Numbering;
use crate::order::sort_by_key;
use decisive::{Decision, ReferenceLines, canonical};
pub use decisive::{DecisiveLine, Reason};
use std::cmp::Reverse;

/// One failed machine, as the caller knows it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Failure<'a> {
    /// What the caller calls it; families list it unchanged.
    pub index: usize,
    /// The service's `ErrorCode`; empty where there is none.
    pub error_code: &'a str,
    /// The service's `ErrorInfo`; empty where there is none.
    pub error_info: &'a str,
    /// The exit code, where one was reported.
    pub exit_code: Option<i64>,
    /// The decoded output; empty where there is none.
    pub text: &'a str,
    /// Names of the machine itself, for [`mask`].
    pub own_names: &'a [&'a str],
}

/// What the decision of a family rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Basis {
    /// A resource that has run out.
    Resource,
    /// The masked decisive line.
    Line,
    /// The masked `ErrorInfo` sentence: there is no output.
    ErrorInfo,
    /// Nothing but the codes.
    Codes,
}

impl Basis {
    /// The stable code, as JavaScript sees it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::Line => "line",
            Self::ErrorInfo => "error-info",
            Self::Codes => "codes",
        }
    }
}

/// Failures of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Family {
    /// The error code of all of them; empty where they have none.
    pub error_code: String,
    /// The exit code of all of them.
    pub exit_code: Option<i64>,
    /// What `decision` is.
    pub basis: Basis,
    /// What they have in common, masked; empty for [`Basis::Codes`].
    pub decision: String,
    /// Their indices in order of appearance; never empty.
    pub members: Vec<usize>,
    /// Up to three lines of the first member's output that say why it failed,
    /// in their order.
    pub lines: Vec<DecisiveLine>,
    /// The one-based number of the line that decides; it is among `lines`.
    pub decisive_line: Option<usize>,
}

impl Family {
    /// The member whose output and lines stand for the family: the first.
    #[must_use]
    pub fn representative(&self) -> Option<usize> {
        self.members.first().copied()
    }

    /// The text of the line that decides, as the representative printed it.
    #[must_use]
    pub fn decisive_text(&self) -> Option<&str> {
        let number = self.decisive_line?;
        self.lines.iter().find(|line| line.line == number).map(|line| line.text.as_str())
    }
}

/// Gathers failures that come one at a time.
#[derive(Debug, Default)]
pub struct Families {
    reference: ReferenceLines,
    found: Vec<Family>,
    by_key: Numbering<'static>,
}

impl Families {
    /// Without a reference: no success to compare with.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With the reference output of the successes
    /// ([`Groups::reference`](crate::analysis::group::Groups::reference)) and
    /// the names of the machine that printed it.
    #[must_use]
    pub fn against(reference: &str, own_names: &[&str]) -> Self {
        Self { reference: ReferenceLines::of(reference, own_names), ..Self::default() }
    }

    /// Adds one failure; its texts are not kept.
    pub fn push(&mut self, failure: &Failure<'_>) {
        let decision = self.decide(failure);
        let slot = self.by_key.number(key(failure, &decision).into());
        if slot == self.found.len() {
            self.found.push(Family {
                error_code: failure.error_code.to_owned(),
                exit_code: failure.exit_code,
                basis: decision.basis,
                decision: decision.key,
                members: Vec::new(),
                lines: decision.lines,
                decisive_line: decision.decisive_line,
            });
        }
        if let Some(family) = self.found.get_mut(slot) {
            family.members.push(failure.index);
        }
    }

    /// The families, largest first, of equal size in order of appearance.
    #[must_use]
    pub fn finish(mut self) -> Vec<Family> {
        sort_by_key(&mut self.found, |family| Reverse(family.members.len()));
        self.found
    }

    fn decide(&self, failure: &Failure<'_>) -> Decision {
        decisive::decide(failure.text, failure.own_names, &self.reference).unwrap_or_else(|| {
            let masked = mask(failure.error_info, failure.own_names);
            let key = canonical(masked.text());
            let basis = if key.is_empty() { Basis::Codes } else { Basis::ErrorInfo };
            Decision { basis, key, decisive_line: None, lines: Vec::new() }
        })
    }
}

/// What failures of one family have in common, as bytes. The parts of fixed
/// length come first and the error code with its length, so that no two
/// families have the same.
fn key(failure: &Failure<'_>, decision: &Decision) -> Vec<u8> {
    let mut key = vec![decision.basis as u8, u8::from(failure.exit_code.is_some())];
    key.extend(failure.exit_code.unwrap_or_default().to_le_bytes());
    key.extend(failure.error_code.len().to_le_bytes());
    key.extend(failure.error_code.bytes());
    key.extend(decision.key.bytes());
    key
}

/// Gathers `failures` into families.
///
/// ```
/// use invoscope::analysis::family::{Failure, families};
///
/// let failed = |index, text| Failure { index, text, exit_code: Some(1), ..Failure::default() };
/// let found = families([
///     failed(0, "cp: /data/a: No space left on device"),
///     failed(1, "tar: /opt/b: No space left on device"),
///     failed(2, "bash: jq: command not found"),
/// ]);
///
/// assert_eq!(found.iter().map(|f| f.members.len()).collect::<Vec<_>>(), [2, 1]);
/// ```
#[must_use]
pub fn families<'a>(failures: impl IntoIterator<Item = Failure<'a>>) -> Vec<Family> {
    let mut gathered = Families::new();
    for failure in failures {
        gathered.push(&failure);
    }
    gathered.finish()
}

impl ToJson for Family {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("errorCode", &self.error_code)
                .optional("exitCode", self.exit_code)
                .field("basis", self.basis.code())
                .field("decision", &self.decision)
                .field("count", self.members.len())
                .array("members", &self.members)
                .array("lines", &self.lines)
                .optional("decisiveLine", self.decisive_line)
                .optional("decisiveText", self.decisive_text());
        });
    }
}

#[cfg(test)]
mod tests;
