//! Bindings of `pagination`.
