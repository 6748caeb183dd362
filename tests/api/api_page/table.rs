//! The lines of `tests/api_page.md`.

/// Whether a row's tests exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Shown,
    Pending,
}

/// One line: the section that it stands in, its name and its tests.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) section: &'static str,
    pub(super) name: &'static str,
    pub(super) tests: Vec<&'static str>,
    pub(super) state: State,
}

pub(super) fn rows(markdown: &'static str) -> Vec<Row> {
    let mut section = "";
    let mut rows = Vec::new();
    for line in markdown.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            section = title;
        } else if line.starts_with("| `") {
            rows.push(row(section, line));
        }
    }
    rows
}

fn row(section: &'static str, line: &'static str) -> Row {
    let cells: Vec<_> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let [name, tests, state] = cells[..] else { panic!("expected three cells: {line}") };
    Row {
        section,
        name: name.trim_matches('`'),
        tests: tests
            .split(", ")
            .map(|test| test.trim_matches('`'))
            .filter(|test| !test.is_empty())
            .collect(),
        state: match state {
            "shown" => State::Shown,
            "pending" => State::Pending,
            other => panic!("expected shown or pending, found {other:?}: {line}"),
        },
    }
}
