//! Public API of `status`.
