//! Two texts and a pattern: the diff applies, the search finds what is there.

use super::json_of;
use invoscope::analysis::diff::{DiffOptions, LineKind, diff};
use invoscope::analysis::fingerprint::Fingerprint;
use invoscope::analysis::mask::mask;
use invoscope::analysis::search::{Query, Search};
use regex_lite::Regex;

/// Pattern, reference and other text, 0xFF between them.
pub(crate) fn check(data: &[u8]) {
    let mut parts = data.splitn(3, |byte| *byte == 0xFF).map(String::from_utf8_lossy);
    let mut part = || parts.next().unwrap_or_default().into_owned();
    let (pattern, reference, other) = (part(), part(), part());
    diff_applies(&reference, &other);
    masks_are_stable(&reference);
    literals_are_found(&pattern, &reference);
    expressions_are_found(&pattern, &reference);
}

fn diff_applies(reference: &str, other: &str) {
    let exact = DiffOptions { ignore_trailing_space: false, ..DiffOptions::default() };
    for context in [0, 3, usize::MAX] {
        let found = diff(reference, other, &DiffOptions { context, ..exact });
        json_of(&found);
        let old: Vec<_> = reference.split_inclusive('\n').map(line).collect();
        let (mut at, mut rebuilt) = (0, Vec::new());
        for hunk in &found.hunks {
            rebuilt.extend_from_slice(&old[at..hunk.reference_start - 1]);
            assert_eq!(rebuilt.len() + 1, hunk.other_start);
            for one in &hunk.lines {
                assert_ne!(one.kind, LineKind::Similar);
                if one.kind != LineKind::Removed {
                    rebuilt.push(one.text);
                }
                for range in &one.emphasis {
                    assert!(one.text.get(range.clone()).is_some(), "{one:?}");
                }
            }
            at = hunk.reference_start - 1 + hunk.reference_count;
        }
        rebuilt.extend_from_slice(&old[at..]);
        let new: Vec<_> = other.split_inclusive('\n').map(line).collect();
        assert_eq!(rebuilt, new, "the diff does not turn one text into the other");
    }
    let masked = DiffOptions { ignore_masked: true, ..DiffOptions::default() };
    json_of(&diff(reference, other, &masked));
}

fn line(segment: &str) -> &str {
    segment.strip_suffix('\n').unwrap_or(segment)
}

fn masks_are_stable(text: &str) {
    let masked = mask(text, &["web-1"]);
    json_of(&masked);
    assert_eq!(mask(masked.text(), &["web-1"]).text(), masked.text(), "a mask is masked");
    assert_eq!(masked.text().matches('\n').count(), text.matches('\n').count());
    assert_eq!(Fingerprint::masked(text, &[]), Fingerprint::masked(mask(text, &[]).text(), &[]));
}

fn literals_are_found(pattern: &str, text: &str) {
    let query =
        |case_sensitive| Query { pattern: pattern.into(), case_sensitive, ..Query::default() };
    let Ok(search) = Search::new(&query(true)) else { return };
    let found = search.matches(text, usize::MAX);
    json_of(&found);
    let naive: Vec<_> = text.match_indices(pattern).map(|(at, _)| at).collect();
    let places: Vec<_> = found.matches.iter().map(|one| one.line_start + one.start).collect();
    assert_eq!(places, naive);
    for one in &found.matches {
        let wide: Vec<_> =
            text[one.line_start..].split('\n').next().unwrap_or("").encode_utf16().collect();
        let cut =
            String::from_utf16(&wide[one.start_utf16..one.end_utf16]).expect("whole characters");
        assert_eq!(cut, pattern);
        assert_eq!(one.line, text[..one.line_start].matches('\n').count() + 1);
    }
    if pattern.is_ascii() && text.is_ascii() {
        let folded = Search::new(&query(false)).expect("it was one before").matches(text, 0).count;
        let (pattern, text) = (pattern.to_ascii_lowercase(), text.to_ascii_lowercase());
        assert_eq!(folded, text.matches(&pattern).count());
    } else {
        json_of(&Search::new(&query(false)).expect("it was one before").matches(text, 9));
    }
}

fn expressions_are_found(pattern: &str, text: &str) {
    let query = Query { pattern: pattern.into(), regex: true, case_sensitive: true, invert: false };
    let Ok(search) = Search::new(&query) else { return };
    let regex = Regex::new(pattern).expect("it was one before");
    let found = search.matches(text, usize::MAX);
    json_of(&found);
    if !found.truncated {
        let lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
        let naive =
            lines.flat_map(|line| regex.find_iter(line)).filter(|hit| !hit.is_empty()).count();
        assert_eq!(found.count, naive);
    }
}
