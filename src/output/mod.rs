//! Outputs: Base64, text, terminal control sequences, grouping, diff, search.

pub mod base64;
pub mod charset;
pub mod encoding;
mod field;
pub mod terminal;
pub mod text;
pub mod truncation;

pub use field::Output;
