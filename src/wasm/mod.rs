//! Bindings only: convert arguments, one core call, convert the result.
//!
//! Plain objects cross as JSON text: the engine's own `JSON.parse` builds them
//! faster than one call per property.

// wasm-bindgen wants `pub` items in modules that Rust callers do not see.
#![allow(unreachable_pub)]
#![allow(missing_docs)]

mod analysis;
mod catalog;
mod convert;
mod error;
mod output;
mod pagination;
mod request;
mod response;
mod schedule;
mod status;
mod store;
mod watch;
