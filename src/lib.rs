//! What a command did on a fleet of Alibaba Cloud ECS instances.
//!
//! The crate reads the answers of `DescribeInvocations` and
//! `DescribeInvocationResults`, aggregates statuses, decodes outputs, groups
//! and searches them. It does no I/O, reads no clock and keeps no globals.

mod action;
pub mod analysis;
mod calendar;
pub mod catalog;
pub mod error;
pub mod json;
pub mod locale;
mod order;
pub mod output;
pub mod pagination;
pub mod request;
pub mod response;
pub mod schedule;
pub mod status;
pub mod store;
pub mod watch;
mod wide;

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;

pub use action::Action;
pub use error::{ApiError, Error, ErrorKind, Result};
