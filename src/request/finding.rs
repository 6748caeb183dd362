//! What the documentation says about an input, as data.

use crate::json::{ToJson, Writer};
use crate::locale::Bilingual;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// The service refuses the input.
    Error,
    /// The service accepts the parameter and does not use it.
    Ignored,
    /// The service is about to drop the parameter.
    Deprecated,
    /// The input may not mean what it seems to.
    Warning,
}

impl Severity {
    /// The name that JavaScript sees.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Ignored => "ignored",
            Self::Deprecated => "deprecated",
            Self::Warning => "warning",
        }
    }
}

/// One rule that an input breaks or meets, with the place and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule, in kebab case; it does not change between versions.
    pub code: &'static str,
    /// The parameter, as a path into the input: `MaxResults`, `Tag[2].Key`
    /// (zero-based, the tag that the API calls `Tag.3`).
    pub parameter: String,
    /// How much it matters.
    pub severity: Severity,
    /// The rule in a sentence, in both languages.
    pub message: Bilingual,
}

/// The codes of [`super::Request::check`] and [`super::Request::read`].
pub const CODES: &[&str] = &[
    "unknown-parameter",
    "duplicate-parameter",
    "invalid-type",
    "unknown-value",
    "not-a-parameter-of-action",
    "region-id-missing",
    "command-name-ignored",
    "invoke-status-ignored",
    "repeat-mode-ignored",
    "include-output-needs-id",
    "include-history-needs-invoke-id",
    "parameter-deprecated",
    "page-number-out-of-range",
    "page-size-out-of-range",
    "page-with-next-token",
    "max-results-out-of-range",
    "tag-count-exceeded",
    "tag-key-missing",
    "tag-key-too-long",
    "tag-key-reserved",
    "tag-key-url",
    "tag-key-duplicate",
    "tag-value-too-long",
    "tag-value-url",
];

impl Finding {
    // One copy of the code for all rules keeps the module small.
    #[inline(never)]
    pub(crate) fn new(
        code: &'static str,
        severity: Severity,
        parameter: &str,
        message: Bilingual,
    ) -> Self {
        Self { code, parameter: parameter.to_owned(), severity, message }
    }
}

/// `{"code": …, "parameter": …, "severity": …, "message": {"zh": …, "en": …}}`
impl ToJson for Finding {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("code", self.code)
                .field("parameter", &self.parameter)
                .field("severity", self.severity.name())
                .field("message", &self.message);
        });
    }
}
