//! Which words of a changed line changed.

use super::myers::compare;
use crate::numbering::Numbering;
use std::ops::Range;

/// Byte ranges of what differs: in the removed line, in the added line.
pub(super) type Emphasis = (Vec<Range<usize>>, Vec<Range<usize>>);

/// Compares two lines by words; nothing where less than half is common, because
/// marking nearly all of a line marks nothing.
pub(super) fn emphasise(removed: &str, added: &str, budget: &mut usize) -> Emphasis {
    // Cutting and sorting words costs more than comparing them.
    let Some(left) = budget.checked_sub(removed.len() + added.len()) else {
        return Emphasis::default();
    };
    *budget = left;
    let (old_words, new_words) = (words(removed), words(added));
    let mut ids = Numbering::default();
    let old_ids = super::intern(&mut ids, old_words.iter().map(|range| slice(removed, range)));
    let new_ids = super::intern(&mut ids, new_words.iter().map(|range| slice(added, range)));
    let script = compare(&old_ids, &new_ids, budget);
    if script.coarse {
        return Emphasis::default();
    }
    let old: Vec<_> = spans(&old_words, script.changes.iter().map(|change| &change.before));
    let new: Vec<_> = spans(&new_words, script.changes.iter().map(|change| &change.after));
    if covers_most(&old, removed) || covers_most(&new, added) {
        return Emphasis::default();
    }
    (old, new)
}

fn covers_most(spans: &[Range<usize>], line: &str) -> bool {
    spans.iter().map(ExactSizeIterator::len).sum::<usize>() * 2 > line.len()
}

/// The byte ranges of runs of words; empty runs mark nothing.
fn spans<'a>(
    words: &[Range<usize>],
    runs: impl Iterator<Item = &'a Range<usize>>,
) -> Vec<Range<usize>> {
    runs.filter_map(|run| {
        let run = words.get(run.clone())?;
        Some(run.first()?.start..run.last()?.end)
    })
    .collect()
}

/// Runs of letters and digits, runs of white space, and single characters of
/// anything else, Chinese characters among them.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut previous = Class::Single;
    for (at, character) in line.char_indices() {
        let class = Class::of(character);
        let end = at + character.len_utf8();
        match words.last_mut() {
            Some(word) if class == previous && class != Class::Single => word.end = end,
            _ => words.push(at..end),
        }
        previous = class;
    }
    words
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Word,
    Space,
    Single,
}

impl Class {
    fn of(character: char) -> Self {
        if character.is_whitespace() {
            Self::Space
        } else if character < '\u{2E80}' && (character.is_alphanumeric() || character == '_') {
            Self::Word
        } else {
            Self::Single
        }
    }
}

fn slice<'a>(line: &'a str, range: &Range<usize>) -> &'a str {
    line.get(range.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(removed: &str, added: &str) -> (Vec<String>, Vec<String>) {
        let (old, new) = emphasise(removed, added, &mut 10_000);
        let texts = |line: &str, ranges: Vec<Range<usize>>| {
            ranges.into_iter().map(|range| line[range].to_owned()).collect()
        };
        (texts(removed, old), texts(added, new))
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        assert_eq!(
            marked("GET /healthz returned 200 in time", "GET /healthz returned 503 in time"),
            (vec!["200".into()], vec!["503".into()])
        );
        assert_eq!(
            marked("云助手部署完成", "云助手部署失败"),
            (vec!["完成".into()], vec!["失败".into()])
        );
    }

    #[test]
    fn lines_with_little_in_common_are_not_marked() {
        assert_eq!(marked("alpha beta", "gamma delta"), (vec![], vec![]));
    }
}
