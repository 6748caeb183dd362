//! Public API of `catalog`.
