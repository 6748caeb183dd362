//! The texts in English, one row an entry, same ids as the facts.

mod api_errors;
mod error_codes;
mod exit_codes;
mod lines;
mod statuses;

use super::entry::Text;

/// All rows, by subject.
pub(super) static ALL: [&[Text]; 5] =
    [error_codes::TEXTS, statuses::TEXTS, exit_codes::TEXTS, api_errors::TEXTS, lines::TEXTS];
