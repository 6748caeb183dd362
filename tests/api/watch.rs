//! Public API of `watch`.
