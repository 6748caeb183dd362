//! Public API of `errors`.
