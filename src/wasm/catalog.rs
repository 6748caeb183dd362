//! Bindings of `catalog`.
