//! Why paging ended.

use super::failure::Failure;
use crate::json::{ToJson, Writer};

/// Why there is no further page to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ending {
    /// The last answer has no token, or `null`: everything is read.
    NoToken,
    /// The last answer has the token `""`: everything is read.
    EmptyToken,
    /// The last answer has a token that was asked with, or received, before:
    /// asking on would go round in a circle. Whether everything is read is not
    /// known.
    RepeatedToken {
        /// The token.
        token: String,
    },
    /// The caller's limit of pages is reached; [`resume`] reads on.
    ///
    /// [`resume`]: super::Pagination::resume
    PageLimit {
        /// The token of the next page.
        next_token: String,
    },
    /// The service does not accept the token, or not any more; [`restart`]
    /// reads from the first page again.
    ///
    /// [`restart`]: super::Pagination::restart
    TokenRejected {
        /// The token that was asked with.
        token: String,
        /// The service's answer.
        failure: Failure,
        /// Records read so far.
        records: u64,
    },
    /// The page cannot be read, or the tries are used up; [`resume`] asks for
    /// the same page again.
    ///
    /// [`resume`]: super::Pagination::resume
    Failed {
        /// The last failure.
        failure: Failure,
        /// Tries of the page.
        attempts: u32,
    },
}

impl Ending {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoToken => "no-token",
            Self::EmptyToken => "empty-token",
            Self::RepeatedToken { .. } => "repeated-token",
            Self::PageLimit { .. } => "page-limit",
            Self::TokenRejected { .. } => "token-rejected",
            Self::Failed { .. } => "failed",
        }
    }

    /// Whether the service said that there are no more pages.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        matches!(self, Self::NoToken | Self::EmptyToken)
    }

    /// Whether [`resume`](super::Pagination::resume) can read on.
    #[must_use]
    pub fn is_resumable(&self) -> bool {
        matches!(self, Self::PageLimit { .. } | Self::Failed { .. })
    }
}

impl ToJson for Ending {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("reason", self.name());
            o.field("isComplete", self.is_complete());
            o.field("isResumable", self.is_resumable());
            match self {
                Self::NoToken | Self::EmptyToken => {}
                Self::RepeatedToken { token } => {
                    o.field("token", token);
                }
                Self::PageLimit { next_token } => {
                    o.field("nextToken", next_token);
                }
                Self::TokenRejected { token, failure, records } => {
                    o.field("token", token).field("failure", failure).field("records", *records);
                }
                Self::Failed { failure, attempts } => {
                    o.field("failure", failure).field("attempts", *attempts);
                }
            }
        });
    }
}
