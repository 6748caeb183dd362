//! Public API of `store`.
