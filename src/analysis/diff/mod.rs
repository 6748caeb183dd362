//! Line diff of an output against the reference output.
//!
//! The script is a shortest one (Myers) as long as the step budget lasts;
//! beyond it the diff is coarse and says so. Two outputs of 24 KB of ordinary
//! lines stay far below it.

mod emphasis;
mod myers;

use crate::analysis::mask::mask;
use crate::json::{ToJson, Writer};
use crate::numbering::Numbering;
use myers::{Change, compare};
use std::borrow::Cow;
use std::ops::Range;

/// Steps spent on lines, then on words: some ten milliseconds.
const LINE_BUDGET: usize = 4_000_000;
const WORD_BUDGET: usize = 200_000;

/// What counts as equal, and how much is shown.
#[derive(Debug, Clone, Copy)]
pub struct DiffOptions<'a> {
    /// How many unchanged lines surround each change.
    pub context: usize,
    /// Lines that are equal once noise is masked count as equal.
    pub ignore_masked: bool,
    /// White space at the end of a line does not count; nor does a CR.
    pub ignore_trailing_space: bool,
    /// Names of the machine that printed the reference, for masking.
    pub reference_names: &'a [&'a str],
    /// Names of the machine that printed the other text, for masking.
    pub other_names: &'a [&'a str],
}

/// Three lines of context, trailing white space ignored, masks not used.
impl Default for DiffOptions<'_> {
    fn default() -> Self {
        Self {
            context: 3,
            ignore_masked: false,
            ignore_trailing_space: true,
            reference_names: &[],
            other_names: &[],
        }
    }
}

/// What a line of a diff is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LineKind {
    /// In both texts, byte by byte.
    Equal,
    /// In both texts, equal by the options alone.
    Similar,
    /// In the reference alone.
    Removed,
    /// In the other text alone.
    Added,
}

impl LineKind {
    /// The stable code, as JavaScript sees it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Similar => "similar",
            Self::Removed => "removed",
            Self::Added => "added",
        }
    }
}

/// One line of a hunk.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DiffLine<'a> {
    /// What it is.
    pub kind: LineKind,
    /// Its one-based number in the reference; `None` for an added line.
    pub reference_line: Option<usize>,
    /// Its one-based number in the other text; `None` for a removed line.
    pub other_line: Option<usize>,
    /// The line without its `\n`; of a similar line the other text's.
    pub text: &'a str,
    /// Of a similar line the reference's.
    pub reference_text: Option<&'a str>,
    /// Byte ranges of `text` that differ from the line it replaces or is
    /// replaced by; empty where too little is common.
    pub emphasis: Vec<Range<usize>>,
}

/// Changes that are near each other, with their context.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hunk<'a> {
    /// One-based number of its first reference line; where it has none, of the
    /// reference line that would follow.
    pub reference_start: usize,
    /// How many reference lines it covers.
    pub reference_count: usize,
    /// One-based number of its first line of the other text, likewise.
    pub other_start: usize,
    /// How many lines of the other text it covers.
    pub other_count: usize,
    /// Its lines; within a change, removed ones come first.
    pub lines: Vec<DiffLine<'a>>,
}

/// The difference between two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LineDiff<'a> {
    /// The changes in order; none where the texts count as equal.
    pub hunks: Vec<Hunk<'a>>,
    /// How many lines the other text has more.
    pub added: usize,
    /// How many lines of the reference it lacks.
    pub removed: usize,
    /// One-based numbers of the first line that differs, in the reference and
    /// in the other text; one past the last line where one text ended.
    pub first_difference: Option<(usize, usize)>,
    /// Whether one text ends with a line break and the other does not. Lines
    /// are compared without it.
    pub final_newline_differs: bool,
    /// Whether the budget ran out, so that more lines are shown as changed than
    /// need be.
    pub coarse: bool,
}

/// Compares `other` with `reference`.
///
/// Replacing each removed line by the added ones turns the reference into the
/// other text, where `ignore_masked` and `ignore_trailing_space` are off.
///
/// ```
/// use invoscope::analysis::diff::{DiffOptions, diff};
///
/// let found = diff("one\ntwo\nthree\n", "one\n2\nthree\n", &DiffOptions::default());
///
/// assert_eq!(found.first_difference, Some((2, 2)));
/// assert_eq!((found.added, found.removed), (1, 1));
/// ```
#[must_use]
pub fn diff<'a>(reference: &'a str, other: &'a str, options: &DiffOptions<'_>) -> LineDiff<'a> {
    let (old, new) = (lines(reference), lines(other));
    let (old_keys, new_keys) = (
        keys(reference, &old, options.reference_names, options),
        keys(other, &new, options.other_names, options),
    );
    let mut ids = Numbering::default();
    let old_ids = intern(&mut ids, old_keys.iter().map(AsRef::as_ref));
    let new_ids = intern(&mut ids, new_keys.iter().map(AsRef::as_ref));
    let script = compare(&old_ids, &new_ids, &mut LINE_BUDGET.clone());
    let first = script.changes.first();
    LineDiff {
        added: script.changes.iter().map(|change| change.after.len()).sum(),
        removed: script.changes.iter().map(|change| change.before.len()).sum(),
        first_difference: first.map(|change| (change.before.start + 1, change.after.start + 1)),
        final_newline_differs: reference.ends_with('\n') != other.ends_with('\n'),
        coarse: script.coarse,
        hunks: Builder { old: &old, new: &new, word_budget: WORD_BUDGET }
            .hunks(&script.changes, options.context),
    }
}

/// The lines without `\n`; what follows a final `\n` is no line.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').map(|line| line.strip_suffix('\n').unwrap_or(line)).collect()
}

/// What is compared in place of each line.
fn keys<'a>(
    text: &'a str,
    lines: &[&'a str],
    own_names: &[&str],
    options: &DiffOptions<'_>,
) -> Vec<Cow<'a, str>> {
    if options.ignore_masked {
        // Masking keeps the number of lines, and blanks are padding there.
        let masked = mask(text, own_names);
        let canonical = |line: &str| line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        return masked.text().split_inclusive('\n').map(|line| canonical(line).into()).collect();
    }
    let end = |line: &'a str| if options.ignore_trailing_space { line.trim_end() } else { line };
    lines.iter().map(|line| end(line).into()).collect()
}

/// Equal texts get equal numbers.
fn intern<'k>(ids: &mut Numbering<'k>, texts: impl Iterator<Item = &'k str>) -> Vec<u32> {
    texts
        .map(|text| {
            // 2^32 distinct lines do not fit in memory.
            u32::try_from(ids.number(text.as_bytes().into())).unwrap_or(u32::MAX)
        })
        .collect()
}

struct Builder<'s, 'a> {
    old: &'s [&'a str],
    new: &'s [&'a str],
    word_budget: usize,
}

impl<'a> Builder<'_, 'a> {
    fn hunks(&mut self, changes: &[Change], context: usize) -> Vec<Hunk<'a>> {
        let near = |left: &Change, right: &Change| {
            right.before.start - left.before.end <= context.saturating_mul(2)
        };
        changes.chunk_by(near).filter_map(|group| self.hunk(group, context)).collect()
    }

    fn hunk(&mut self, changes: &[Change], context: usize) -> Option<Hunk<'a>> {
        let (first, last) = (changes.first()?, changes.last()?);
        let lead = context.min(first.before.start);
        let trail = context.min(self.old.len() - last.before.end);
        let (old_start, new_start) = (first.before.start - lead, first.after.start - lead);
        let mut lines = Vec::new();
        let (mut old, mut new) = (old_start, new_start);
        for change in changes {
            self.kept(&mut lines, old..change.before.start, new);
            self.changed(&mut lines, change);
            (old, new) = (change.before.end, change.after.end);
        }
        self.kept(&mut lines, old..old + trail, new);
        Some(Hunk {
            reference_start: old_start + 1,
            reference_count: old + trail - old_start,
            other_start: new_start + 1,
            other_count: new + trail - new_start,
            lines,
        })
    }

    fn kept(&self, lines: &mut Vec<DiffLine<'a>>, old: Range<usize>, new_start: usize) {
        let old_lines = self.old.iter().enumerate().skip(old.start).take(old.len());
        let new_lines = self.new.iter().enumerate().skip(new_start);
        for ((old_index, old_text), (new_index, text)) in old_lines.zip(new_lines) {
            let equal = old_text == text;
            lines.push(DiffLine {
                kind: if equal { LineKind::Equal } else { LineKind::Similar },
                reference_line: Some(old_index + 1),
                other_line: Some(new_index + 1),
                text,
                reference_text: (!equal).then_some(old_text),
                emphasis: Vec::new(),
            });
        }
    }

    /// Removed and added lines of one change are compared word by word in pairs,
    /// the first with the first.
    fn changed(&mut self, lines: &mut Vec<DiffLine<'a>>, change: &Change) {
        let old = self.old.get(change.before.clone()).unwrap_or_default();
        let new = self.new.get(change.after.clone()).unwrap_or_default();
        let mut marks: Vec<emphasis::Emphasis> = old
            .iter()
            .zip(new)
            .map(|(removed, added)| emphasis::emphasise(removed, added, &mut self.word_budget))
            .collect();
        for (index, text) in old.iter().enumerate() {
            lines.push(DiffLine {
                kind: LineKind::Removed,
                reference_line: Some(change.before.start + index + 1),
                other_line: None,
                text,
                reference_text: None,
                emphasis: marks
                    .get_mut(index)
                    .map(|m| std::mem::take(&mut m.0))
                    .unwrap_or_default(),
            });
        }
        for (index, text) in new.iter().enumerate() {
            lines.push(DiffLine {
                kind: LineKind::Added,
                reference_line: None,
                other_line: Some(change.after.start + index + 1),
                text,
                reference_text: None,
                emphasis: marks
                    .get_mut(index)
                    .map(|m| std::mem::take(&mut m.1))
                    .unwrap_or_default(),
            });
        }
    }
}

struct Utf16Range<'a>(&'a str, &'a Range<usize>);

impl ToJson for Utf16Range<'_> {
    fn write(&self, out: &mut Writer) {
        let units = |end| self.0.get(..end).map_or(0, |head: &str| head.encode_utf16().count());
        out.object(|o| {
            o.field("start", units(self.1.start)).field("end", units(self.1.end));
        });
    }
}

/// Emphasis crosses in UTF-16 units, as JavaScript slices strings.
impl ToJson for DiffLine<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", self.kind.code())
                .optional("referenceLine", self.reference_line)
                .optional("otherLine", self.other_line)
                .field("text", self.text)
                .optional("referenceText", self.reference_text)
                .array("emphasis", self.emphasis.iter().map(|range| Utf16Range(self.text, range)));
        });
    }
}

impl ToJson for Hunk<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("referenceStart", self.reference_start)
                .field("referenceCount", self.reference_count)
                .field("otherStart", self.other_start)
                .field("otherCount", self.other_count)
                .array("lines", &self.lines);
        });
    }
}

impl ToJson for LineDiff<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.array("hunks", &self.hunks).field("added", self.added).field("removed", self.removed);
            if let Some((reference_line, other_line)) = self.first_difference {
                o.object("firstDifference", |first| {
                    first.field("referenceLine", reference_line).field("otherLine", other_line);
                });
            }
            o.field("finalNewlineDiffers", self.final_newline_differs).field("coarse", self.coarse);
        });
    }
}

#[cfg(test)]
mod tests;
