//! Public API of `response`.
