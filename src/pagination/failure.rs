//! What kind of failure a call met, and what a further try may hope for.

use super::field::{integer, text};
use crate::error::Result;
use crate::json::{ToJson, Value, Writer};

/// What a caller knows of a call that brought no page.
///
/// A call that never reached the service has neither code nor status; an
/// answer that could not be read (cut, an HTML page) has a status alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Failure {
    code: Option<String>,
    status: Option<u16>,
    retry_after_ms: Option<u64>,
}

/// What to do about a failure.
///
/// Source: the retry rules that the official Python core ships for ECS
/// (`ServiceUnavailable`, `InternalError`, `UnknownError`, HTTP 500, 502, 503,
/// 504, network errors; throttling separately) and the official TypeScript
/// core (any code that contains `Throttling`). Both actions only read, so a
/// second try can do no harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FailureKind {
    /// Too many calls: no answer comes before the next minute.
    Throttled,
    /// The network, a gateway or the service failed: try again soon.
    Temporary,
    /// The token is not valid, or not any more: start from the first page.
    TokenRejected,
    /// The same call will fail again.
    Permanent,
}

impl FailureKind {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Temporary => "temporary",
            Self::TokenRejected => "token-rejected",
            Self::Permanent => "permanent",
        }
    }

    /// Whether the same call may succeed later.
    #[must_use]
    pub fn is_retryable(self) -> bool {
        matches!(self, Self::Throttled | Self::Temporary)
    }
}

impl Failure {
    /// A call that never brought an answer.
    #[must_use]
    pub fn network() -> Self {
        Self::default()
    }

    /// An answer that was no page.
    #[must_use]
    pub fn answer(status: u16, code: Option<&str>) -> Self {
        Self { code: code.map(str::to_owned), status: Some(status), retry_after_ms: None }
    }

    /// How long the answer asked to wait (`x-acs-retry-after`, `Retry-After`).
    #[must_use]
    pub fn with_retry_after_ms(mut self, retry_after_ms: u64) -> Self {
        self.retry_after_ms = Some(retry_after_ms);
        self
    }

    /// Reads `{code?, status?, retryAfterMs?}`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`](crate::ErrorKind::InvalidType) with the path
    /// of a member that is neither absent, `null` nor of its type.
    pub fn from_json(value: &Value<'_>) -> Result<Self> {
        Ok(Self {
            code: text(value, "code")?.map(str::to_owned),
            status: integer(value, "status")?.map(|status| u16::try_from(status).unwrap_or(0)),
            retry_after_ms: integer(value, "retryAfterMs")?,
        })
    }

    /// The service's error code.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// How long the answer asked to wait, in milliseconds.
    #[must_use]
    pub fn retry_after_ms(&self) -> Option<u64> {
        self.retry_after_ms
    }

    /// What to do about it. The code decides, then the HTTP status.
    #[must_use]
    pub fn kind(&self) -> FailureKind {
        let code = self.code().unwrap_or_default().trim().to_ascii_lowercase();
        if code.contains("throttling") || self.status == Some(429) {
            FailureKind::Throttled
        } else if code == "invalidparameter.nexttoken" {
            FailureKind::TokenRejected
        } else if TEMPORARY.iter().any(|family| code.starts_with(family))
            || is_temporary_status(self.status, code.is_empty())
        {
            FailureKind::Temporary
        } else {
            FailureKind::Permanent
        }
    }
}

/// Families of codes, in lower case, whatever follows the name.
const TEMPORARY: [&str; 3] = ["serviceunavailable", "internalerror", "unknownerror"];

/// Without a code, a status below 300 belongs to an answer that could not be
/// read.
fn is_temporary_status(status: Option<u16>, without_code: bool) -> bool {
    match status {
        None | Some(0..=299) => without_code,
        Some(status) => status == 408 || status >= 500,
    }
}

impl ToJson for FailureKind {
    fn write(&self, out: &mut Writer) {
        out.string(self.name());
    }
}

impl ToJson for Failure {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("kind", self.kind());
            o.optional("code", self.code());
            o.optional("status", self.status.map(u32::from));
            o.optional("retryAfterMs", self.retry_after_ms);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_sorted_as_the_official_sdks_sort_them() {
        use FailureKind::{Permanent, Temporary, Throttled, TokenRejected};
        for (status, code, kind) in [
            (Some(400), Some("Throttling"), Throttled),
            (Some(400), Some("Throttling.User"), Throttled),
            (Some(200), Some("Throttling.Api"), Throttled),
            (Some(429), None, Throttled),
            (Some(503), Some("ServiceUnavailable"), Temporary),
            (Some(500), Some("InternalError"), Temporary),
            (Some(500), Some("InternalError.Dispatch"), Temporary),
            (Some(400), Some("UnknownError"), Temporary),
            (Some(400), Some("throttling.user"), Throttled),
            (Some(429), Some("CallBudgetExhausted"), Throttled),
            (Some(502), None, Temporary),
            (Some(504), None, Temporary),
            (Some(408), None, Temporary),
            (Some(200), None, Temporary),
            (None, None, Temporary),
            (Some(400), Some("InvalidParameter.NextToken"), TokenRejected),
            (Some(400), Some("InvalidParameter.MaxResults"), Permanent),
            (Some(403), Some("Operation.Forbidden"), Permanent),
            (Some(404), Some("InvalidRegionId.NotFound"), Permanent),
            (Some(200), Some("InvalidAccessKeyId.NotFound"), Permanent),
            (Some(401), None, Permanent),
            (Some(302), None, Permanent),
        ] {
            let failure = Failure { code: code.map(str::to_owned), status, retry_after_ms: None };

            assert_eq!(failure.kind(), kind, "{status:?} {code:?}");
        }
    }
}
