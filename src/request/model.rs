//! The two actions, and tags.

use crate::error::{Error, ErrorKind, Result};

/// An action of the ECS API, version 2014-05-26, that this crate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Action {
    /// Runs with their aggregated status and the latest state per instance.
    #[default]
    DescribeInvocations,
    /// Results per instance, with the history of periodic runs.
    DescribeInvocationResults,
}

impl Action {
    /// The action's name, as in the header `x-acs-action`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DescribeInvocations => "DescribeInvocations",
            Self::DescribeInvocationResults => "DescribeInvocationResults",
        }
    }

    /// The action of that name.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] for every other name.
    pub fn from_name(name: &str) -> Result<Self> {
        [Self::DescribeInvocations, Self::DescribeInvocationResults]
            .into_iter()
            .find(|action| action.name() == name)
            .ok_or_else(|| {
                Error::new(
                    ErrorKind::InvalidValue,
                    "expected DescribeInvocations or DescribeInvocationResults",
                )
                .in_path("action")
            })
    }
}

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
