use super::*;
use crate::analysis::fingerprint::Fingerprint;
use proptest::prelude::*;

fn failed(index: usize, text: &str) -> Failure<'_> {
    Failure { index, error_code: "ExitCodeNonzero", exit_code: Some(1), text, ..Failure::default() }
}

fn members(families: &[Family]) -> Vec<&[usize]> {
    families.iter().map(|family| family.members.as_slice()).collect()
}

#[test]
fn progress_before_the_decisive_line_does_not_split_a_family() {
    let found = families([
        failed(0, "step one\nstep two\nbash: jq: command not found\n"),
        failed(1, "step one\nbash: jq: command not found"),
        failed(2, "bash: yq: command not found"),
    ]);

    assert_eq!(members(&found), [&[0, 1][..], &[2]]);
    assert_eq!(found[0].decisive_text(), Some("bash: jq: command not found"));
    assert_eq!(found[0].decisive_line, Some(3));
}

#[test]
fn a_missing_file_is_another_failure_than_another_missing_file() {
    let found = families([
        failed(0, "cat: /etc/a.conf: No such file or directory"),
        failed(1, "cat: /etc/b.conf: No such file or directory"),
    ]);

    assert_eq!(found.len(), 2);
}

#[test]
fn codes_split_families_whatever_the_output() {
    let text = "No space left on device";
    let found = families([
        failed(0, text),
        Failure { exit_code: Some(2), ..failed(1, text) },
        Failure { error_code: "", ..failed(2, text) },
    ]);

    assert_eq!(found.len(), 3);
}

#[test]
fn error_info_decides_where_there_is_no_output() {
    let offline = |index, error_info| Failure {
        index,
        error_code: "ClientNotResponse",
        error_info,
        text: " \n",
        ..Failure::default()
    };

    let found = families([
        offline(0, "No answer from i-bp1i7gg30r52z2em0001."),
        offline(1, "No answer from i-bp1i7gg30r52z2em0002."),
        offline(2, ""),
    ]);

    assert_eq!(members(&found), [&[0, 1][..], &[2]]);
    assert_eq!((found[0].basis, found[1].basis), (Basis::ErrorInfo, Basis::Codes));
    assert!(found[0].lines.is_empty());
}

#[test]
fn lines_that_the_successes_print_too_decide_nothing() {
    let reference = "warning: error log rotated\nready";
    let output = "warning: error log rotated\nschema version conflict\nready";

    let mut gathered = Families::against(reference, &[]);
    gathered.push(&failed(0, output));
    let found = gathered.finish();

    let reasons: Vec<_> = found[0].lines.iter().map(|l| (l.line, l.reasons.as_slice())).collect();
    assert_eq!(reasons, [(2, &[Reason::NotInReference][..]), (3, &[Reason::LastLine][..]),]);
    assert_eq!(found[0].decisive_line, Some(2));
}

#[test]
fn of_equal_lines_the_last_decides_and_three_are_shown() {
    let found = families([failed(0, "error: a\nerror: b\nerror: c\nerror: d\nbye")]);

    let lines: Vec<_> = found[0].lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["error: b", "error: c", "error: d"]);
    assert_eq!(found[0].decisive_text(), Some("error: d"));
}

proptest! {
    #[test]
    fn prop_equal_masked_outputs_are_of_one_family(
        words in prop::collection::vec(prop::sample::select(vec!["error", "ok", " ", "\n", "10.0.0.%", "pid %", "失败"]), 1..10),
        left in 1_u8..200, right in 1_u8..200,
    ) {
        let template = words.concat();
        let (left, right) = (template.replace('%', &left.to_string()), template.replace('%', &right.to_string()));
        prop_assume!(Fingerprint::masked(&left, &[]) == Fingerprint::masked(&right, &[]));

        prop_assert_eq!(families([failed(0, &left), failed(1, &right)]).len(), 1);
    }

    #[test]
    fn prop_every_failure_is_in_exactly_one_family(texts in prop::collection::vec("(error|ok|\n| |[a-c]){0,6}", 0..12)) {
        let found = families(texts.iter().enumerate().map(|(index, text)| failed(index, text)));

        let mut all: Vec<_> = found.iter().flat_map(|f| &f.members).copied().collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..texts.len()).collect::<Vec<_>>());
        prop_assert!(found.windows(2).all(|pair| pair[0].members.len() >= pair[1].members.len()));
    }
}
