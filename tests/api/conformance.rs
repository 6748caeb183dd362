//! RFC 8259 by a table of cases, bare and inside an answer.

use invoscope::ErrorKind;
use invoscope::response::{MAX_BODY_BYTES, Notice, Paging, check_length, parse};
use serde_json::Value;

const CASES: &str = include_str!("../fixtures/json/cases.json");

struct Case {
    name: String,
    bytes: Vec<u8>,
}

fn bytes_of_hex(hex: &str) -> Vec<u8> {
    let digit = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits");
    (0..hex.len()).step_by(2).map(digit).collect()
}

fn cases() -> Vec<Case> {
    let table: Vec<Value> = serde_json::from_str(CASES).expect("a table");
    let case = |row: Value| Case {
        name: row["name"].as_str().expect("a name").to_owned(),
        bytes: match (row["text"].as_str(), row["hex"].as_str()) {
            (Some(text), _) => text.as_bytes().to_vec(),
            (_, hex) => bytes_of_hex(hex.expect("text or hex")),
        },
    };
    table.into_iter().map(case).collect()
}

/// Whether the reader takes the bytes for JSON, whatever it makes of them.
fn is_read(bytes: &[u8]) -> bool {
    let kind = parse(bytes).err().map(|error| error.kind());
    !matches!(
        kind,
        Some(
            ErrorKind::JsonSyntax
                | ErrorKind::InvalidUtf8
                | ErrorKind::EmptyAnswer
                | ErrorKind::HtmlAnswer
        )
    )
}

/// An answer with the case as the value of a member that nobody documents.
fn wrapped(value: &[u8]) -> Vec<u8> {
    [br#"{"Invocations":[{"InvokeId":"t-1","Unknown":"#, value, b"}]}"].concat()
}

#[test]
fn the_table_has_every_verdict() {
    let cases = cases();
    let count = |verdict: &str| cases.iter().filter(|case| case.name.starts_with(verdict)).count();

    assert!(count("y_") >= 75 && count("n_") >= 150 && count("i_") >= 20);
    assert_eq!(count("y_") + count("n_") + count("i_"), cases.len());
}

#[test]
fn every_case_is_accepted_or_refused_as_its_name_says() {
    for Case { name, bytes } in cases() {
        let read = [is_read(&bytes), is_read(&wrapped(&bytes))];
        match &name[..2] {
            "y_" => assert_eq!(read, [true, true], "{name}"),
            "n_" => assert_eq!(read, [false, false], "{name}"),
            _ => {}
        }
    }
}

#[test]
fn either_is_decided_as_the_module_says() {
    for Case { name, bytes } in cases().iter().filter(|case| case.name.starts_with("i_")) {
        // One byte order mark is skipped, where a file starts.
        let marked = name.starts_with("i_structure_bom");
        let refused = ["i_structure_bom_twice", "i_structure_bom_alone"].contains(&&**name);

        assert_eq!(is_read(bytes), !refused, "{name}");
        assert_eq!(is_read(&wrapped(bytes)), !marked, "{name} inside an answer");
    }
}

#[test]
fn every_verdict_is_that_of_serde_json() {
    for Case { name, bytes } in cases().iter().filter(|case| !case.name.contains("_bom_")) {
        assert_eq!(is_read(bytes), crate::checks::is_json(bytes), "{name}");
    }
}

#[test]
fn an_accepted_value_is_kept_byte_by_byte() {
    for Case { name, bytes } in cases().iter().filter(|case| case.name.starts_with("y_")) {
        let body = wrapped(bytes);
        let page = parse(&body).expect(name);
        let run = page.invocations().next().expect("a run");
        let raw = run.raw().as_str();

        assert!(raw.as_bytes().windows(bytes.len()).any(|found| found == bytes), "{name}");
        assert_eq!(run.extra().count(), 1, "{name}");
    }
}

#[test]
fn a_million_levels_exhaust_no_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":[", "]}")] {
        let depth = 1_000_000 / open.len();
        let whole = [open.repeat(depth), close.repeat(depth)].concat();
        let cut = wrapped(open.repeat(depth).as_bytes());

        assert!(is_read(&wrapped(whole.as_bytes())));
        assert_eq!(parse(&cut).expect_err("never closed").kind(), ErrorKind::JsonSyntax);
        assert_eq!(parse(whole.as_bytes()).expect_err("no answer").kind(), ErrorKind::NotAnAnswer);
    }
}

#[test]
fn the_last_of_duplicate_members_counts_and_is_noticed() {
    let body =
        r#"{"NextToken":"a","NextToken":"b","Invocations":[{"InvokeId":"t-1","InvokeId":"t-2"}]}"#;

    let page = parse(body.as_bytes()).expect("a page");

    assert_eq!(page.paging(Paging::NextToken).text().as_deref(), Some("b"));
    let paths: Vec<_> = page.notices().iter().map(Notice::path).collect();
    assert_eq!(paths, ["NextToken", "Invocation[0].InvokeId"]);
}

#[test]
fn a_long_number_stays_as_it_was_written() {
    let digits = "9".repeat(100_000);
    let body = format!(r#"{{"TotalCount":{digits},"Invocations":[]}}"#);

    let page = parse(body.as_bytes()).expect("a page");

    assert_eq!(page.paging(Paging::TotalCount).text().as_deref(), Some(&*digits));
    assert_eq!(page.paging(Paging::TotalCount).integer(), None);
}

#[test]
fn a_body_beyond_the_limit_is_too_large() {
    let body = vec![0; MAX_BODY_BYTES + 1];

    assert_eq!(parse(&body).expect_err("too large").kind(), ErrorKind::TooLarge);
    assert_eq!(parse(&body).err(), check_length(body.len()).err());
    assert_eq!(check_length(MAX_BODY_BYTES), Ok(()));
}

/// Takes two seconds and half a gigabyte.
#[test]
fn a_body_of_two_hundred_megabytes_is_read() {
    let output = "QUJD".repeat(6_000);
    let instance = format!(r#"{{"InstanceId":"i-1","Output":"{output}"}},"#);
    let many = instance.repeat(200_000_000 / instance.len());
    let body = format!(r#"{{"Invocations":[{{"InvokeInstances":[{many}{{}}]}}]}}"#);

    assert!(parse(body.as_bytes()).expect("a page").instance_count() > 8_000);
}
