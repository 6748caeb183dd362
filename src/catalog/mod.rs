//! What error codes, sentences, exit codes, statuses, API errors and output
//! lines mean: cause, proof to look for, fix, who can fix it and whether a
//! retry helps, in zh-CN and en.
//!
//! [`explain`] takes any of them; the typed functions take one kind and return
//! `None` for what the catalog does not know.
//!
//! # Guarantees
//!
//! - Nothing is guessed: an unknown text is reported as unknown, unchanged.
//! - Codes and statuses are compared without regard to ASCII case, because
//!   answers of 2018 are in lower case. Sentences are compared as
//!   [`explain_error_info`] describes.
//! - Both languages have every entry; a test holds them to it.
//!
//! # Layout
//!
//! `facts/` holds what is the same in every language (who, retry class,
//! commands, sources), `texts_zh/` and `texts_en/` hold the sentences under the
//! same ids, so that a build may leave a language out.

mod api_error;
mod entry;
mod error_code;
mod error_info;
mod exit_code;
mod explain;
mod explanation;
mod facts;
mod line;
mod ntstatus;
mod retry;
mod signal;
mod source;
mod status;
mod texts_en;
mod texts_zh;
mod who;

#[cfg(test)]
mod tests;

pub use api_error::{explain_api_error, retry_class};
pub use error_code::explain_error_code;
pub use error_info::explain_error_info;
pub use exit_code::{Platform, explain_exit_code};
pub use explain::explain;
pub use explanation::{Explanation, Kind};
pub use line::explain_line;
pub use retry::RetryClass;
pub use source::Source;
pub use status::{StatusScope, explain_status};
pub use who::Who;
