//! What the catalog answers.

use super::retry::RetryClass;
use super::source::Source;
use super::who::Who;
use crate::json::{Members, ToJson, Writer};
use crate::locale::Locale;
use std::borrow::Cow;

/// What kind of thing was explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The `ErrorCode` of an instance.
    ErrorCode,
    /// The `ErrorInfo` sentence of an instance.
    ErrorInfo,
    /// A status of either level and vocabulary.
    Status,
    /// The exit code of a process.
    ExitCode,
    /// The `Code` of a refused request, or its HTTP status.
    ApiError,
    /// A line of output.
    Line,
    /// Nothing that the catalog knows.
    Unknown,
}

impl Kind {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ErrorCode => "error-code",
            Self::ErrorInfo => "error-info",
            Self::Status => "status",
            Self::ExitCode => "exit-code",
            Self::ApiError => "api-error",
            Self::Line => "line",
            Self::Unknown => "unknown",
        }
    }
}

/// One entry of the catalog in one language, applied to one text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The code, sentence, number or line that was asked, unchanged.
    pub subject: String,
    /// What it was taken for.
    pub kind: Kind,
    /// The entry's id; none where the catalog has no entry.
    pub entry: Option<&'static str>,
    /// The language of the texts.
    pub locale: Locale,
    /// A headline.
    pub title: Cow<'static, str>,
    /// What happened.
    pub cause: Cow<'static, str>,
    /// The proof to look for.
    pub check: Cow<'static, str>,
    /// Commands that show the proof; `<…>` stands for a value to fill in.
    pub commands: Vec<Cow<'static, str>>,
    /// What to do.
    pub fix: Cow<'static, str>,
    /// Who can do it, likeliest first; empty where nobody needs to.
    pub who: &'static [Who],
    /// Whether a retry helps; none where nothing failed or nothing is known.
    pub retry: Option<RetryClass>,
    /// Where this is from.
    pub sources: &'static [Source],
    /// Values read from the subject, such as `version` and `feature`.
    pub values: Vec<(&'static str, String)>,
}

impl Explanation {
    /// Whether the catalog has an entry for the subject.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.entry.is_some()
    }

    /// A value read from the subject.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    /// Writes everything but the texts.
    pub(super) fn write_facts(&self, o: &mut Members<'_>) {
        let locale = self.locale;
        o.field("subject", &self.subject)
            .field("kind", self.kind.as_str())
            .field("known", self.is_known())
            .field("entry", self.entry)
            .field("locale", locale.tag())
            .array("commands", &self.commands)
            .array("who", self.who)
            .array("whoLabels", self.who.iter().map(|who| who.label(locale)))
            .field("retry", self.retry)
            .field("retryLabel", self.retry.map(|retry| retry.label(locale)))
            .array("sources", self.sources)
            .object("values", |values| {
                for (name, value) in &self.values {
                    values.field(name, value);
                }
            });
    }
}

impl ToJson for Explanation {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            self.write_facts(o);
            o.field("title", &self.title)
                .field("cause", &self.cause)
                .field("check", &self.check)
                .field("fix", &self.fix);
        });
    }
}
