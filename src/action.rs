//! The two actions.

use crate::error::{Error, ErrorKind, Result};

/// An action of the ECS API, version 2014-05-26, that this crate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
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
