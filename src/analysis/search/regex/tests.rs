use super::Regex;
use proptest::prelude::*;

/// Pieces of patterns, a space between them: every construct, and what breaks
/// them.
const PIECES: &str = r"a b A é 云 0 . ^ $ | ( ) (?: (?<n> (?P<m> (?i) (?i: (?-i) (?m) (?s) (?U)
    (?x) (?R) (?mR) (?s-i: * + ? *? +? ?? {2} {1,} {0,2} {,2} {0} {2,1} { } [ ] [^ [a-c] [^a] [-a]
    [a-] []a] [\d-] [[:alpha:]] [[:^alpha:]_] [\W\d] [a&&b] [a--b] - & ~ : \d \D \w \W \s \S \b
    \B \< \> \b{start} \b{end} \b{start-half} \b{end-half} \b{2} \A \z \n \x41 \x{4e91} \u4E91
    \U00004e91 \. \- \p \1 \q \ # (?= (?<! (? (?) (?i-) (?ii) (?<n (?<1> \x \x{ \xzz
    \x{110000}";

fn pieces() -> Vec<&'static str> {
    PIECES.split_whitespace().chain([" ", "\n", "{ 1 }"]).collect()
}

fn oracle(pattern: &str, ignore_case: bool) -> Option<regex_lite::Regex> {
    regex_lite::RegexBuilder::new(pattern)
        .case_insensitive(ignore_case)
        .size_limit(1 << 20)
        .build()
        .ok()
}

fn agree(pattern: &str, ignore_case: bool, text: &str) -> Result<(), TestCaseError> {
    let expected = oracle(pattern, ignore_case);
    let regex = Regex::new(pattern, ignore_case).ok();
    prop_assert_eq!(regex.is_some(), expected.is_some(), "{:?} is an expression", pattern);
    let (Some(regex), Some(expected)) = (regex, expected) else { return Ok(()) };

    let mut finder = regex.finder();
    let found: Vec<_> = finder.matches(text).collect();
    let wanted: Vec<_> = expected.find_iter(text).map(|hit| (hit.start(), hit.end())).collect();
    prop_assert_eq!(found, wanted, "{:?} in {:?}", pattern, text);

    let groups = regex.capturer().captures(text);
    let wanted = expected.captures(text).map(|found| {
        let text_of = |group| found.get(group).map(|hit| hit.as_str());
        (1..found.len()).map(text_of).collect::<Vec<_>>()
    });
    prop_assert_eq!(groups, wanted, "the groups of {:?} in {:?}", pattern, text);

    let names = expected.capture_names().skip(1).map(|name| name.map(str::to_owned));
    prop_assert_eq!(regex.groups(), names.collect::<Vec<_>>());
    Ok(())
}

fn patterns() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces()), 0..9).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    const CHARACTERS: &[&str] =
        &["a", "b", "c", "A", "B", "é", "云", "0", "_", "-", " ", "\n", "\r\n", "."];
    prop::collection::vec(prop::sample::select(CHARACTERS), 0..12)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn prop_patterns_match_as_those_of_regex_lite(
        pattern in patterns(),
        ignore_case: bool,
        text in texts(),
    ) {
        agree(&pattern, ignore_case, &text)?;
    }

    /// Groups, alternatives and repetitions within each other.
    #[test]
    fn prop_nested_patterns_match_as_those_of_regex_lite(
        pattern in "(\\((\\?:)?){1,4}([ab.]|\\\\b|\\^)?(\\||[*+?]\\??)?[ab]?\\)([*+?]|\\{1,2\\})?(\\|?[ab]?\\)([*+?]\\??)?){0,3}",
        text in "[ab]{0,8}",
    ) {
        agree(&pattern, false, &text)?;
    }

    /// Every character stands where every class says it does.
    #[test]
    fn prop_any_text_is_read_alike(pattern in ".{0,12}", text in ".{0,12}") {
        agree(&pattern, true, &text)?;
    }
}

#[test]
fn leftmost_matches_win_and_then_the_earlier_alternative() {
    let regex = Regex::new("ab|abc|b", false).expect("valid");

    assert_eq!(regex.finder().matches("xabcb").collect::<Vec<_>>(), [(1, 3), (4, 5)]);
}

#[test]
fn every_piece_alone_and_doubled_is_read_alike() {
    for first in pieces() {
        for second in pieces() {
            let pattern = format!("{first}{second}");
            agree(&pattern, false, "aAbé云0 -_\nB").unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

#[test]
fn groups_that_are_repeated_no_times_are_left_out() {
    for pattern in ["(){0}", "(?<n>a){0}(b)", "(a){0,0}", "((a){0}b)(c){0}", "(?:(a)(b)){0}|(c)"] {
        agree(pattern, false, "ab c").unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn patterns_that_grow_beyond_the_limit_are_refused() {
    for pattern in
        ["((a{99}){99}){99}", "(?:){4000000000}{4000000000}", "(?:a{0}){4000000000}", "(a|){9999}"]
    {
        assert!(Regex::new(pattern, false).is_err(), "{pattern}");
    }
    for (open, close) in [("(", ")"), ("(?:a", ")*"), ("", "*")] {
        let deep = format!("{}a{}", open.repeat(60), close.repeat(60));
        assert!(Regex::new(&deep, false).is_err(), "{deep}");
    }
}

#[test]
fn hostile_patterns_take_linear_time() {
    let regex = Regex::new("(?:a?){40}a{40}(a*)*b", false).expect("valid");

    assert_eq!(regex.finder().matches(&"a".repeat(2_000)).count(), 0);
}
