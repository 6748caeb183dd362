//! What many outputs have in common and where they differ: masking of noise,
//! fingerprints, groups, failure families, diff, search, duration statistics.
//!
//! Everything here takes decoded text and caller-chosen indices; nothing here
//! knows records, encodings or statuses.

pub mod diff;
pub mod family;
pub mod fingerprint;
pub mod group;
pub mod mask;
pub mod search;
pub mod stats;
