//! Bindings of `request`.
