//! Bindings of `status`.
