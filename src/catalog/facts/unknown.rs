//! Facts of what the catalog does not know.

use crate::catalog::entry::Facts;
use crate::catalog::source::Source::Errors;

pub(super) static FACTS: &[Facts] = &[UNKNOWN];

pub(in crate::catalog) const UNKNOWN: Facts =
    Facts { id: "unknown", who: &[], retry: None, sources: &[Errors], commands: "" };
