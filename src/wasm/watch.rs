//! Bindings of `watch`.
