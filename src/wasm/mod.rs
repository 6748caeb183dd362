//! Bindings only: convert arguments, one core call, convert the result.
//!
//! Plain objects cross as JSON text: the engine's own `JSON.parse` builds them
//! faster than one call per property.

// wasm-bindgen wants `pub` items in modules that Rust callers do not see.
#![allow(unreachable_pub)]
#![allow(missing_docs)]
// JavaScript has no such attribute.
#![allow(clippy::must_use_candidate)]

pub mod analysis;
pub mod answer;
pub mod catalog;
mod convert;
mod error;
mod lines;
pub mod output;
pub mod outputs;
pub mod pagination;
pub mod request;
pub mod response;
pub mod schedule;
pub mod secret;
pub mod status;
pub mod store;
pub mod watch;
