//! Bindings of `schedule`.
