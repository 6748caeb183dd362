//! Bindings of `output`.
