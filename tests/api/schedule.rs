//! Public API of `schedule`.
