//! The one error of the crate: a stable code, a location, a sentence.

use crate::json::{ToJson, Writer};
use std::borrow::Cow;
use std::fmt;

/// What went wrong, for programs.
///
/// Match with a wildcard arm: kinds are added as the crate learns to tell more
/// causes apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are not JSON text (RFC 8259).
    JsonSyntax,
    /// The JSON text nests deeper than the reader follows.
    JsonDepth,
    /// The bytes are not UTF-8.
    InvalidUtf8,
    /// The input is longer than the reader accepts.
    TooLarge,
    /// The answer is empty.
    EmptyAnswer,
    /// The answer is an HTML page, as a broken gateway sends.
    HtmlAnswer,
    /// The JSON is well formed but is no answer of the supported actions.
    NotAnAnswer,
    /// The answer is the service's own error; [`Error::api`] has it.
    Api,
    /// A value has another type than the caller's contract says.
    InvalidType,
    /// A value is outside its documented range or vocabulary.
    InvalidValue,
    /// The text is not Base64 (RFC 4648).
    InvalidBase64,
    /// The text is no `rate()`, `at()` or cron expression of the service.
    InvalidSchedule,
    /// The search pattern cannot be compiled.
    InvalidPattern,
    /// No record has the given id.
    NotFound,
    /// The call is not allowed in the present state.
    InvalidState,
}

impl ErrorKind {
    /// The stable code, in kebab case; it is what JavaScript sees as `error.code`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::JsonSyntax => "json-syntax",
            Self::JsonDepth => "json-depth",
            Self::InvalidUtf8 => "invalid-utf8",
            Self::TooLarge => "too-large",
            Self::EmptyAnswer => "empty-answer",
            Self::HtmlAnswer => "html-answer",
            Self::NotAnAnswer => "not-an-answer",
            Self::Api => "api-error",
            Self::InvalidType => "invalid-type",
            Self::InvalidValue => "invalid-value",
            Self::InvalidBase64 => "invalid-base64",
            Self::InvalidSchedule => "invalid-schedule",
            Self::InvalidPattern => "invalid-pattern",
            Self::NotFound => "not-found",
            Self::InvalidState => "invalid-state",
        }
    }
}

/// An error with its kind and, where there is one, its location in the input.
///
/// The message is lower case, without a full stop, and says what was found and
/// what was expected. It may change; [`ErrorKind::code`] does not.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    offset: Option<usize>,
    path: Option<String>,
    api: Option<ApiError>,
}

/// The service's error envelope, as it came.
///
/// Source: API page, error codes; `Recommend` is absent in older answers,
/// `AccessDeniedDetail` comes with denials of RAM.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ApiError {
    /// `Code`, such as `Throttling.User`.
    pub code: String,
    /// `Message`, in English.
    pub message: String,
    /// `RequestId`
    pub request_id: Option<String>,
    /// `HostId`: the endpoint that answered.
    pub host_id: Option<String>,
    /// `Recommend`: address of the troubleshooting page.
    pub recommend: Option<String>,
    /// `AccessDeniedDetail`, JSON text.
    pub access_denied_detail: Option<String>,
}

/// The crate's result.
pub type Result<T> = std::result::Result<T, Error>;

impl ToJson for ApiError {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("code", &self.code)
                .field("message", &self.message)
                .optional("requestId", self.request_id.as_ref())
                .optional("hostId", self.host_id.as_ref())
                .optional("recommend", self.recommend.as_ref())
                .optional("accessDeniedDetail", self.access_denied_detail.as_ref());
        });
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { kind, message: message.into(), offset: None, path: None, api: None }))
    }

    /// The service's own error.
    pub(crate) fn from_api(api: ApiError) -> Self {
        let mut error = Self::new(ErrorKind::Api, format!("{}: {}", api.code, api.message));
        error.0.api = Some(api);
        error
    }

    /// Adds the byte offset at which the input stops being acceptable.
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.0.offset = Some(offset);
        self
    }

    /// Adds the path of the value (`Tag[2].Key`).
    pub(crate) fn in_path(mut self, path: impl Into<String>) -> Self {
        self.0.path = Some(path.into());
        self
    }

    /// The kind, to match on.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Zero-based byte offset in the input where the error was detected.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// Path of the offending value in the input, such as `Tag[2].Key`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The service's error envelope, for [`ErrorKind::Api`].
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// The sentence without its location.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        if let Some(path) = &self.0.path {
            write!(f, " in {path}")?;
        }
        if let Some(offset) = self.0.offset {
            write!(f, " at byte {offset}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}: {self})", self.0.kind.code())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_names_message_path_and_offset() {
        let error = Error::new(ErrorKind::InvalidValue, "expected 1 to 50, found 51")
            .in_path("MaxResults")
            .at(7);

        assert_eq!(error.to_string(), "expected 1 to 50, found 51 in MaxResults at byte 7");
        assert_eq!(error.kind().code(), "invalid-value");
    }
}
