//! Public API.
