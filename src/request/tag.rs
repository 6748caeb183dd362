//! Tags of a request.

/// A tag to filter by, `Tag.N.Key` and `Tag.N.Value`.
///
/// A missing value filters by the key alone; an empty one is a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tag {
    pub(super) key: Option<String>,
    pub(super) value: Option<String>,
}

impl Tag {
    /// A tag with any value.
    pub fn key_only(key: impl Into<String>) -> Self {
        Self { key: Some(key.into()), value: None }
    }

    /// A tag with one value.
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: Some(key.into()), value: Some(value.into()) }
    }

    /// The key; none while it has not been typed.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}
