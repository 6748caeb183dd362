//! Public API of `output`.
