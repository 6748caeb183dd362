//! The texts in Simplified Chinese, under the same ids as the facts.
//!
//! A text is five lines: id, title, cause, check, fix; a blank line stands
//! between texts. One string a file costs no pointers in the wasm and could be
//! loaded apart.

mod api_errors;
mod error_codes;
mod exit_codes;
mod lines;
mod statuses;

/// The texts, by subject.
pub(super) const ALL: [&str; 5] =
    [error_codes::TEXTS, statuses::TEXTS, exit_codes::TEXTS, api_errors::TEXTS, lines::TEXTS];
