//! Strict JSON (RFC 8259): a single-pass reader over borrowed text, a small
//! tree for short inputs, and a writer.
//!
//! The reader accepts what `JSON.parse` accepts and rejects what it rejects,
//! with the byte offset of the first wrong byte. Two differences, both on
//! purpose: a leading byte order mark is skipped, because saved files have one,
//! and a lone surrogate escape becomes U+FFFD when text is decoded, because
//! Rust strings are Unicode. The raw text keeps it.

mod blocks;
mod decimal;
mod lead;
mod raw;
mod reader;
mod span;
mod value;
mod write;

pub(crate) use lead::Lead;
pub use raw::{RawJson, RawText};
pub(crate) use reader::{Reader, Token};
pub(crate) use span::{Kind, Span};
pub use value::Value;
pub use write::{Members, ToJson, Writer, to_json};
