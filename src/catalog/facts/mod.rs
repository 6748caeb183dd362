//! What holds in every language, one row an entry.

mod api_errors;
mod error_codes;
mod exit_codes;
mod lines;
mod statuses;
mod unknown;

use super::entry::Facts;
pub(super) use unknown::UNKNOWN;

/// All rows, by subject.
pub(super) static ALL: [&[Facts]; 6] = [
    error_codes::FACTS,
    statuses::FACTS,
    exit_codes::FACTS,
    api_errors::FACTS,
    lines::FACTS,
    unknown::FACTS,
];
