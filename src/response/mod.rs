//! Answers: bytes to pages of records, tolerant of every documented shape.
//!
//! [`parse`] makes one pass over the body and keeps, of every documented field,
//! where it stands. Nothing is unescaped, decoded or converted before it is
//! asked for, so a page costs what is read of it.
//!
//! # Shapes
//!
//! Wrapped arrays of the API, bare arrays and camelCase names of the SDKs,
//! either of them inside the `{headers, statusCode, body}` of Node's SDK; a
//! single record; an array of any of these. Numbers may be strings and strings
//! numbers. Unknown fields are kept as they came ([`Invocation::extra`]).
//!
//! # Limits
//!
//! A body holds at most 256 MiB ([`MAX_BODY_BYTES`]) and about a million records
//! and members ([`MAX_PARTS`]).

mod field;
mod figures;
mod notice;
mod page;
mod read;
mod record;
mod schema;
mod time;
mod to_json;

pub use crate::action::Action;
pub use field::Field;
pub use figures::{Figures, summarize};
pub use notice::{Notice, NoticeKind};
pub use page::{Page, Paging};
pub use read::{MAX_BODY_BYTES, MAX_PARTS, check_length, parse};
pub(crate) use record::Slots;
pub use record::{Extra, Instance, Invocation, InvocationResult, Tag};
pub use schema::{FieldType, InstanceField, InvocationField, ResultField};
pub use time::Timestamp;
