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
//! commands, sources), `texts/` the sentences of each language under the same
//! ids. The `find` functions answer without a text: what uses them alone, as
//! the WebAssembly module does, links none.

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
mod texts;
mod who;

#[cfg(test)]
mod tests;

#[cfg(target_arch = "wasm32")]
pub(crate) use self::{
    api_error::find_api_error, entry::Found, error_code::find_error_code,
    error_info::find_error_info, exit_code::find_exit_code, explain::find, line::find_line,
    status::find_status,
};
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
