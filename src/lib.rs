//! What a command did on a fleet of Alibaba Cloud ECS instances.
//!
//! The crate reads the answers of `DescribeInvocations` and
//! `DescribeInvocationResults`, aggregates statuses, decodes outputs, groups
//! and searches them. It does no I/O, reads no clock and keeps no globals.
//!
//! ```
//! use invoscope::locale::Locale;
//! use invoscope::store::{IngestContext, ListQuery, Store};
//!
//! # fn main() -> invoscope::Result<()> {
//! // The bytes of an answer: from the API, an SDK, the CLI or a file.
//! let body = br#"{"Invocations": {"Invocation": [{
//!     "InvokeId": "t-1", "InvokeInstances": {"InvokeInstance": [
//!         {"InstanceId": "i-1", "InvocationStatus": "Success", "ExitCode": 0, "Output": "aGVsbG8K"},
//!         {"InstanceId": "i-2", "InvocationStatus": "Failed", "ErrorCode": "ClientNotResponse"}
//! ]}}]}}"#;
//!
//! let mut store = Store::new();
//! store.ingest(body, IngestContext { include_output: Some(true), ..Default::default() })?;
//!
//! let run = &store.list(&ListQuery::default()).rows[0];
//! let summary = store.summary(&run.id)?;
//! assert_eq!(summary.headline.get(Locale::En), "2 instances: 1 succeeded, 1 failed in 1 way");
//! assert_eq!(store.output(&run.id, "i-1")?.unwrap().text(), "hello\n");
//! # Ok(())
//! # }
//! ```
//!
//! # Where to start
//!
//! [`store`] holds any number of answers and answers questions about them.
//! [`response`] reads one answer without keeping it. [`status`], [`catalog`],
//! [`output`], [`analysis`] and [`schedule`] each explain one kind of value.
//! [`request`], [`pagination`] and [`watch`] say what to ask next; the call
//! itself is the caller's.
//!
//! # Limits
//!
//! An answer may have up to [`response::MAX_BODY_BYTES`] bytes. Bad input is an
//! [`Error`] with a code and a location, and never a panic. Charsets other than
//! UTF-8 are recognised but not decoded, and zones of the time-zone database
//! need their offsets from the caller: neither table is in the crate.
//!
//! # Compatibility
//!
//! Results and vocabularies are `#[non_exhaustive]`: the service adds statuses,
//! and the crate learns to tell more. What a caller builds (queries, contexts,
//! facts) is not, and neither is a `Step`, because a caller who does not know a
//! step cannot go on. Rust 1.95 or later.

mod action;
pub mod analysis;
mod calendar;
pub mod catalog;
pub mod error;
mod fold;
pub mod json;
pub mod locale;
mod numbering;
mod order;
pub mod output;
pub mod pagination;
pub mod request;
pub mod response;
pub mod schedule;
pub mod secret;
pub mod status;
pub mod store;
pub mod watch;
mod wide;

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;

pub use action::Action;
pub use error::{ApiError, Error, ErrorKind, Result};
