//! The public Rust API, in one binary.

// Helpers of tests fail like tests do.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod analysis;
mod api_page;
mod catalog;
#[path = "../checks/mod.rs"]
mod checks;
mod conformance;
mod crashers;
mod errors;
mod fuzzed;
mod output;
mod pagination;
mod request;
mod response;
mod schedule;
mod secret;
mod status;
mod store;
mod watch;
