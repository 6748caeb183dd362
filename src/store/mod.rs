//! The records of any number of answers, merged.
