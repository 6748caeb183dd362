use super::*;

fn query(pattern: &str) -> Query {
    Query { pattern: pattern.to_owned(), ..Query::default() }
}

fn regex(pattern: &str) -> Search {
    Search::new(&Query { regex: true, case_sensitive: true, ..query(pattern) }).expect("valid")
}

#[test]
fn positions_are_given_in_bytes_and_in_utf16_units() {
    let text = "one\r\n😀云 disk full, disk\n";

    let found = Search::new(&query("disk")).expect("valid").matches(text, 10);

    let [first, second] = found.matches[..] else { panic!("{found:?}") };
    assert_eq!((first.line, first.line_start, first.start, first.end), (2, 5, 8, 12));
    assert_eq!((first.start_utf16, first.end_utf16), (4, 8));
    assert_eq!((second.line, second.start_utf16), (2, 15));
    assert_eq!(first.line_of(text), "😀云 disk full, disk");
}

#[test]
fn literals_and_expressions_agree_on_plain_patterns() {
    let text = "ab\nxabab\r\n\nab";

    let literal = Search::new(&query("AB")).expect("valid").matches(text, 10);

    assert_eq!(literal, regex("ab").matches(text, 10));
    assert_eq!(literal.count, 4);
}

#[test]
fn anchors_are_those_of_the_line() {
    assert_eq!(regex("^b$").matches("a\nb\r\nbb\n", 9).count, 1);
    assert_eq!(regex(r"a\s+b").matches("a\nb", 9).count, 0);
}

#[test]
fn empty_matches_count_as_none() {
    assert_eq!(regex("x*").matches("axxb\n\n", 9).count, 1);
    assert!(!regex("x*").wants("abc"));
}

#[test]
fn invalid_patterns_are_refused_by_code() {
    let refused = |query: Query| {
        let error = Search::new(&query).expect_err("invalid");
        (error.kind(), error.offset())
    };
    let long = "a".repeat(1_001);

    assert_eq!(refused(query("")), (ErrorKind::InvalidPattern, None));
    assert_eq!(refused(query("a\nb")), (ErrorKind::InvalidPattern, Some(1)));
    assert_eq!(refused(query(&long)), (ErrorKind::InvalidPattern, Some(1_000)));
    for pattern in ["(", "a{2,1}", r"(?<=a)b", r"(a)\1", "((((a{99}){99}){99}){99})"] {
        let kind = refused(Query { regex: true, ..query(pattern) }).0;
        assert_eq!(kind, ErrorKind::InvalidPattern, "{pattern}");
    }
}

#[test]
fn limits_leave_positions_out_and_counts_whole() {
    let search = Search::new(&query("a")).expect("valid");
    let mut run = SearchRun::new(&search, Limits { per_output: 2, total: 3 });
    for (index, text) in ["aaaa", "b", "aa"].into_iter().enumerate() {
        run.push(index, text);
    }

    let found = run.finish();

    let shape: Vec<_> =
        found.outputs.iter().map(|o| (o.index, o.count, o.matches.len(), o.truncated)).collect();
    assert_eq!(shape, [(0, 4, 2, true), (2, 2, 1, true)]);
    assert_eq!((found.searched, found.count, found.truncated), (3, 6, true));
}

#[test]
fn an_inverted_search_wants_the_outputs_without_a_match() {
    let search = Search::new(&Query { invert: true, ..query("ok") }).expect("valid");
    let mut run = SearchRun::new(&search, Limits::default());
    for (index, text) in ["ok", "failed", ""].into_iter().enumerate() {
        run.push(index, text);
    }

    let found = run.finish();

    assert_eq!(found.outputs.iter().map(|o| o.index).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(found.count, 0);
}

#[test]
fn a_line_of_countless_matches_gives_a_lower_bound() {
    let found = regex("a").matches(&"a".repeat(5_000), 1);

    assert_eq!((found.count, found.truncated), (1_000, true));
}

#[test]
fn capture_groups_become_columns_with_value_counts() {
    let search = regex(r"kernel (?<version>\S+)( smp)?");
    let mut table = Columns::new(&search).expect("two groups");
    for (index, text) in
        ["x\nkernel 5.10 smp", "kernel 4.19", "none", "kernel 5.10"].into_iter().enumerate()
    {
        table.push(index, text);
    }

    let columns = table.columns();

    assert_eq!(columns[0].name, "version");
    assert_eq!(columns[1].name, "2");
    let counts: Vec<_> = columns[0].values.iter().map(|v| (v.value.as_str(), v.count)).collect();
    assert_eq!(counts, [("5.10", 2), ("4.19", 1)]);
    assert_eq!(table.rows()[1].values, [Some("4.19".to_owned()), None]);
    assert!(Columns::new(&regex("a")).is_none());
}
