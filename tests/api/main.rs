//! The public Rust API, in one binary.

mod catalog;
mod errors;
mod output;
mod pagination;
mod request;
mod response;
mod schedule;
mod status;
mod store;
mod watch;
