//! The derived status of a run, and how it stands to the reported one.
//!
//! Source: API page, `Invocation.InvocationStatus`. Where the page leaves the
//! result open:
//!
//! - Several "at least one instance is …" rules may apply at once. The order is
//!   `Pending`, `Running`, `Stopping`, `Scheduled`: a run that is not yet sent
//!   everywhere is not yet running everywhere, and a schedule may wait for days,
//!   so whatever moves today says more.
//! - `Stopped` is listed under `Failed` and under `Stopped`: all stopped is
//!   `Stopped`.
//! - The English page calls success beside stopped `PartialFailed`; the `Success`
//!   rule and the Chinese page say `Success`.
//! - An unlisted status is never success and never finished: beside it, only the
//!   "at least one" rules can be decided.

use super::{Counts, InstanceStatus, InvocationStatus, Outcome};
use crate::json::{ToJson, Writer};

/// The sentence of the page that decided a derived status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// At least one instance is Pending.
    AnyPending,
    /// At least one instance is Running.
    AnyRunning,
    /// At least one instance is Stopping.
    AnyStopping,
    /// At least one instance is Scheduled.
    AnyScheduled,
    /// All are Stopped.
    AllStopped,
    /// All are Success or Stopped, at least one is Success.
    SuccessOrStopped,
    /// All are Failed or Stopped, at least one is Failed.
    FailedOrStopped,
    /// Some are Success and some are Failed.
    SuccessAndFailed,
    /// An unlisted status leaves the result open.
    UnknownStatus,
    /// There is no instance to derive from.
    NoInstances,
}

impl Rule {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AnyPending => "any-pending",
            Self::AnyRunning => "any-running",
            Self::AnyStopping => "any-stopping",
            Self::AnyScheduled => "any-scheduled",
            Self::AllStopped => "all-stopped",
            Self::SuccessOrStopped => "success-or-stopped",
            Self::FailedOrStopped => "failed-or-stopped",
            Self::SuccessAndFailed => "success-and-failed",
            Self::UnknownStatus => "unknown-status",
            Self::NoInstances => "no-instances",
        }
    }
}

/// How a reported status stands to the derived one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Agreement {
    /// Both are the same.
    Agrees,
    /// They differ; both must be shown.
    Differs,
    /// One of the two is missing.
    Undecided,
}

impl Agreement {
    /// The word in JavaScript.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Undecided => "undecided",
        }
    }
}

/// What the instances of a run (or run set) say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregate {
    status: Option<InvocationStatus>,
    rule: Rule,
    counts: Counts,
}

impl Aggregate {
    /// The derived status; `None` where the page's rules do not decide.
    #[must_use]
    pub fn status(&self) -> Option<&InvocationStatus> {
        self.status.as_ref()
    }

    /// The rule that decided.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The counts that were aggregated.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Compares with the status that the answer reports for the run.
    #[must_use]
    pub fn agreement(&self, reported: Option<&InvocationStatus>) -> Agreement {
        match (&self.status, reported) {
            (Some(derived), Some(reported)) if derived == reported => Agreement::Agrees,
            (Some(_), Some(_)) => Agreement::Differs,
            _ => Agreement::Undecided,
        }
    }
}

/// Derives the status of a run from those of its instances.
pub fn aggregate<'s>(statuses: impl IntoIterator<Item = &'s InstanceStatus>) -> Aggregate {
    let mut counts = Counts::default();
    for status in statuses {
        counts.add(status);
    }
    aggregate_counts(counts)
}

/// Derives the status of a run from the counts of its instances.
#[must_use]
pub fn aggregate_counts(counts: Counts) -> Aggregate {
    let has = |outcome| counts.get(outcome) > 0;
    let (rule, status) = if counts.total() == 0 {
        (Rule::NoInstances, None)
    } else if has(Outcome::Pending) {
        (Rule::AnyPending, Some(InvocationStatus::Pending))
    } else if has(Outcome::Running) {
        (Rule::AnyRunning, Some(InvocationStatus::Running))
    } else if has(Outcome::Stopping) {
        (Rule::AnyStopping, Some(InvocationStatus::Stopping))
    } else if has(Outcome::Scheduled) {
        (Rule::AnyScheduled, Some(InvocationStatus::Scheduled))
    } else if has(Outcome::Unknown) {
        (Rule::UnknownStatus, None)
    } else {
        match (has(Outcome::Success), has(Outcome::Failed)) {
            (true, true) => (Rule::SuccessAndFailed, Some(InvocationStatus::PartialFailed)),
            (true, false) => (Rule::SuccessOrStopped, Some(InvocationStatus::Success)),
            (false, true) => (Rule::FailedOrStopped, Some(InvocationStatus::Failed)),
            (false, false) => (Rule::AllStopped, Some(InvocationStatus::Stopped)),
        }
    };
    Aggregate { status, rule, counts }
}

/// `{"status": "Success", "rule": "success-or-stopped", "counts": {…}}`
impl ToJson for Aggregate {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("status", &self.status).field("rule", self.rule.code());
            o.field("counts", self.counts);
        });
    }
}
