//! Outputs: Base64, text, terminal control sequences, grouping, diff, search.

pub mod base64;
