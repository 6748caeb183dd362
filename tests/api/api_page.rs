//! `tests/api_page.md` names a test for every row of the API page, and every
//! test that it names exists.

mod expected;
mod request_values;
mod sources;
mod table;
mod values;

use expected::SECTIONS;
use std::collections::BTreeSet;
use table::{Row, State};

fn rows() -> Vec<Row> {
    table::rows(include_str!("../api_page.md"))
}

#[test]
fn the_table_has_exactly_the_rows_of_the_page() {
    let rows = rows();
    let found: Vec<_> = rows.iter().map(|row| (row.section, row.name)).collect();
    let expected: Vec<_> = SECTIONS
        .iter()
        .flat_map(|(section, names)| names.iter().map(|name| (*section, *name)))
        .collect();

    let missing: Vec<_> = expected.iter().filter(|row| !found.contains(row)).collect();
    let extra: Vec<_> = found.iter().filter(|row| !expected.contains(row)).collect();

    assert!(missing.is_empty(), "rows of the page without a line: {missing:#?}");
    assert!(extra.is_empty(), "lines that are not on the page: {extra:#?}");
    assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len(), "a row stands twice");
}

#[test]
fn every_row_names_a_test_that_exists() {
    let tests = sources::tests();

    for row in rows() {
        assert!(!row.tests.is_empty(), "{}: {} names no test", row.section, row.name);
        if row.state == State::Shown {
            for test in row.tests {
                assert!(tests.contains(test), "{}: there is no test {test}", row.name);
            }
        }
    }
}

#[test]
fn no_row_is_pending() {
    let pending: Vec<_> = rows()
        .into_iter()
        .filter(|row| row.state == State::Pending)
        .map(|row| format!("{}: {} ({})", row.section, row.name, row.tests.join(", ")))
        .collect();

    assert!(pending.is_empty(), "{pending:#?}");
}
