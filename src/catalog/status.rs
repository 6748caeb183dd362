//! The statuses of both levels and both vocabularies.

use super::entry::{Found, Values, lookup};
use super::explanation::{Explanation, Kind};
use crate::locale::Locale;

/// Which field a status stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusScope {
    /// `InvocationStatus` of an instance.
    Instance,
    /// `InvocationStatus` of an invocation.
    Invocation,
    /// `InvokeStatus` (or `InvokeRecordStatus`) of an invocation; not recommended.
    LegacyInvocation,
    /// `InstanceInvokeStatus` of an instance; not recommended.
    LegacyInstance,
}

impl StatusScope {
    /// The scope of its stable name in kebab case, such as `legacy-instance`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "instance" => Some(Self::Instance),
            "invocation" => Some(Self::Invocation),
            "legacy-invocation" => Some(Self::LegacyInvocation),
            "legacy-instance" => Some(Self::LegacyInstance),
            _ => None,
        }
    }

    /// The values that the field takes, with their entries.
    pub(super) fn table(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Instance => INSTANCE,
            Self::Invocation => INVOCATION,
            Self::LegacyInvocation => LEGACY_INVOCATION,
            Self::LegacyInstance => LEGACY_INSTANCE,
        }
    }
}

static INSTANCE: &[(&str, &str)] = &[
    ("Pending", "status/instance/Pending"),
    ("Scheduled", "status/instance/Scheduled"),
    ("Running", "status/instance/Running"),
    ("Stopping", "status/instance/Stopping"),
    ("Success", "status/instance/Success"),
    ("Failed", "status/instance/Failed"),
    ("Timeout", "status/instance/Timeout"),
    ("Error", "status/instance/Error"),
    ("Invalid", "status/instance/Invalid"),
    ("Aborted", "status/instance/Aborted"),
    ("Cancelled", "status/instance/Cancelled"),
    ("Terminated", "status/instance/Terminated"),
];

static INVOCATION: &[(&str, &str)] = &[
    ("Pending", "status/invocation/Pending"),
    ("Scheduled", "status/invocation/Scheduled"),
    ("Running", "status/invocation/Running"),
    ("Stopping", "status/invocation/Stopping"),
    ("Success", "status/invocation/Success"),
    ("Failed", "status/invocation/Failed"),
    ("Stopped", "status/invocation/Stopped"),
    ("PartialFailed", "status/invocation/PartialFailed"),
];

static LEGACY_INVOCATION: &[(&str, &str)] = &[
    ("Running", "status/legacy/Running"),
    ("Finished", "status/legacy/Finished"),
    ("Failed", "status/legacy/Failed"),
    ("Stopped", "status/legacy/Stopped"),
    ("Success", "status/invocation/Success"),
    ("Stopping", "status/invocation/Stopping"),
    ("PartialFailed", "status/invocation/PartialFailed"),
    ("Pending", "status/invocation/Pending"),
    ("Scheduled", "status/invocation/Scheduled"),
];

static LEGACY_INSTANCE: &[(&str, &str)] = &[
    ("Running", "status/legacy-instance/Running"),
    ("Finished", "status/legacy-instance/Finished"),
    ("Failed", "status/legacy-instance/Failed"),
    ("Stopped", "status/legacy-instance/Stopped"),
];

/// Explains a status of the field `scope`.
///
/// Without a scope the instance's own vocabulary is read first, then the
/// invocation's, then the legacy one. None for a value that the field does not
/// take. Source: the API page's lists of `InvocationStatus` and `InvokeStatus`.
#[must_use]
pub fn explain_status(
    status: &str,
    scope: Option<StatusScope>,
    locale: Locale,
) -> Option<Explanation> {
    Some(find_status(status, scope)?.told(locale))
}

pub(crate) fn find_status(status: &str, scope: Option<StatusScope>) -> Option<Found> {
    let entry = match scope {
        Some(scope) => find(status, scope),
        None => find(status, StatusScope::Instance)
            .or_else(|| find(status, StatusScope::Invocation))
            .or_else(|| find(status, StatusScope::LegacyInvocation)),
    }?;
    Found::new(Kind::Status, status, entry, Values::new())
}

fn find(status: &str, scope: StatusScope) -> Option<&'static str> {
    lookup(scope.table(), status.trim())
}
