use super::*;
use proptest::prelude::*;

const EXACT: DiffOptions<'static> = DiffOptions {
    context: 1,
    ignore_masked: false,
    ignore_trailing_space: false,
    reference_names: &[],
    other_names: &[],
};

/// Turns the reference into the other text by the hunks alone.
fn apply(reference: &str, found: &LineDiff<'_>, ends_with_newline: bool) -> String {
    let old = lines(reference);
    let mut out: Vec<&str> = Vec::new();
    let mut at = 0;
    for hunk in &found.hunks {
        out.extend(&old[at..hunk.reference_start - 1]);
        assert_eq!(out.len(), hunk.other_start - 1);
        let kept = hunk.lines.iter().filter(|line| line.kind != LineKind::Removed);
        out.extend(kept.map(|line| line.text));
        at = hunk.reference_start - 1 + hunk.reference_count;
        assert_eq!(out.len(), hunk.other_start - 1 + hunk.other_count);
    }
    out.extend(&old[at..]);
    out.join("\n") + if ends_with_newline { "\n" } else { "" }
}

fn shape<'a>(found: &LineDiff<'a>) -> Vec<(LineKind, &'a str)> {
    found.hunks.iter().flat_map(|hunk| &hunk.lines).map(|line| (line.kind, line.text)).collect()
}

#[test]
fn a_hunk_shows_the_change_with_its_context_and_numbers() {
    let found = diff("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", &EXACT);

    assert_eq!(
        shape(&found),
        [
            (LineKind::Equal, "b"),
            (LineKind::Removed, "c"),
            (LineKind::Added, "X"),
            (LineKind::Equal, "d"),
        ]
    );
    let hunk = &found.hunks[0];
    assert_eq!(
        (hunk.reference_start, hunk.reference_count, hunk.other_start, hunk.other_count),
        (2, 3, 2, 3)
    );
    assert_eq!(found.first_difference, Some((3, 3)));
}

#[test]
fn changes_share_a_hunk_where_their_contexts_meet() {
    let hunks = |reference: &str, other: &str| diff(reference, other, &EXACT).hunks.len();

    assert_eq!(hunks("1\na\nb\n2", "x\na\nb\ny"), 1);
    assert_eq!(hunks("1\na\nb\nc\n2", "x\na\nb\nc\ny"), 2);
}

#[test]
fn masked_tokens_count_as_equal_by_option_and_stay_visible() {
    let options = DiffOptions {
        ignore_masked: true,
        reference_names: &["a1"],
        other_names: &["b2"],
        ..EXACT
    };

    let found = diff("a1 up 3 days\nok", "b2 up 9 days\nfailed", &options);

    let lines = &found.hunks[0].lines;
    assert_eq!(lines[0].kind, LineKind::Similar);
    assert_eq!((lines[0].text, lines[0].reference_text), ("b2 up 9 days", Some("a1 up 3 days")));
    assert_eq!((found.added, found.removed, found.first_difference), (1, 1, Some((2, 2))));
}

#[test]
fn line_ends_are_no_difference_by_default() {
    let found = diff("a\r\nb  \r\n", "a\nb", &DiffOptions::default());

    assert!(found.hunks.is_empty());
    assert!(found.final_newline_differs);
}

#[test]
fn a_text_that_ends_early_differs_past_its_last_line() {
    assert_eq!(diff("a\nb\n", "a\n", &EXACT).first_difference, Some((2, 2)));
    assert_eq!(diff("", "a", &EXACT).first_difference, Some((1, 1)));
    assert_eq!(diff("", "", &EXACT).first_difference, None);
}

#[test]
fn emphasis_crosses_in_utf16_units() {
    let found = diff("😀云 state: one of many", "😀云 state: two of many", &EXACT);

    let json = crate::json::to_json(&found.hunks[0].lines[1]);
    assert!(json.contains(r#""emphasis":[{"start":11,"end":14}]"#), "{json}");
}

#[test]
fn outputs_of_the_quota_are_compared_exactly() {
    let text = |step: usize| -> String {
        let line = |n: usize| format!("line {:05} of the output, padded", n * step % 601);
        (0..600).map(line).collect::<Vec<_>>().join("\n") + "\n"
    };
    let (reference, other) = (text(1), text(7));

    let found = diff(&reference, &other, &EXACT);

    assert!(!found.coarse);
    assert_eq!(apply(&reference, &found, true), other);
}

#[test]
fn hostile_outputs_end_coarse_and_right() {
    let lines = |mut order: Vec<usize>, reverse: bool| -> String {
        if reverse {
            order.reverse();
        }
        order.iter().map(usize::to_string).collect::<Vec<_>>().join("\n") + "\n"
    };
    let (reference, other) =
        (lines((0..10_000).collect(), false), lines((0..10_000).collect(), true));

    let found = diff(&reference, &other, &EXACT);

    assert!(found.coarse);
    assert_eq!(apply(&reference, &found, true), other);
}

proptest! {
    #[test]
    fn prop_applying_the_diff_gives_the_other_text(reference in "[abc \r\n]{0,40}", other in "[abc \r\n]{0,40}", context in 0_usize..4) {
        let found = diff(&reference, &other, &DiffOptions { context, ..EXACT });

        prop_assert_eq!(apply(&reference, &found, other.ends_with('\n')), other);
    }

    #[test]
    fn prop_texts_are_equal_to_themselves(text in "[ab1. \n]{0,40}", ignore_masked: bool) {
        let found = diff(&text, &text, &DiffOptions { ignore_masked, ..EXACT });

        prop_assert!(found.hunks.is_empty());
    }
}
