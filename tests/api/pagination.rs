//! Public API of `pagination`.
