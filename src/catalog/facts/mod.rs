//! What holds in every language, one row an entry.

mod api_errors;
mod error_codes;
mod exit_codes;
mod lines;
mod statuses;

use super::entry::Facts;

/// All rows, by subject.
pub(super) static ALL: [&[Facts]; 5] =
    [error_codes::FACTS, statuses::FACTS, exit_codes::FACTS, api_errors::FACTS, lines::FACTS];
