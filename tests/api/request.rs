//! Public API of `request`.
