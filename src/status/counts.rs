//! How many instances are where.

use super::InstanceStatus;
use crate::json::{ToJson, Writer};

/// The classes into which the page's aggregation rules sort instance statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Outcome {
    /// `Pending`
    Pending,
    /// `Running`
    Running,
    /// `Stopping`
    Stopping,
    /// `Scheduled`
    Scheduled,
    /// `Success`
    Success,
    /// `Invalid`, `Aborted`, `Failed`, `Timeout`, `Error`
    Failed,
    /// `Cancelled`, `Terminated`, `Stopped`
    Stopped,
    /// A status that the page does not list.
    Unknown,
}

impl Outcome {
    /// Every class, in the order of the derivation.
    pub const ALL: [Self; 8] = [
        Self::Pending,
        Self::Running,
        Self::Stopping,
        Self::Scheduled,
        Self::Success,
        Self::Failed,
        Self::Stopped,
        Self::Unknown,
    ];

    /// Whether an instance of this class can change no more.
    #[must_use]
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Success | Self::Failed | Self::Stopped)
    }

    /// The class in camelCase, the key of [`Counts`] in JavaScript.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Stopping => "stopping",
            Self::Scheduled => "scheduled",
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Stopped => "stopped",
            Self::Unknown => "unknown",
        }
    }
}

/// Number of instances per class. Counts of the invocations of a run set add
/// up to the counts of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([u32; Outcome::ALL.len()]);

impl Counts {
    /// Counts one more instance.
    pub fn add(&mut self, status: &InstanceStatus) {
        self.add_outcome(status.outcome());
    }

    /// Counts one more instance of a class.
    pub fn add_outcome(&mut self, outcome: Outcome) {
        if let Some(count) = self.0.get_mut(outcome as usize) {
            *count = count.saturating_add(1);
        }
    }

    /// Adds the counts of another invocation.
    pub fn merge(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count = count.saturating_add(more);
        }
    }

    /// Number of instances in a class.
    #[must_use]
    pub fn get(&self, outcome: Outcome) -> u32 {
        self.0.get(outcome as usize).copied().unwrap_or_default()
    }

    /// Number of all instances.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Number of instances that can change no more.
    #[must_use]
    pub fn terminal(&self) -> u32 {
        Outcome::ALL
            .iter()
            .filter(|outcome| outcome.is_terminal())
            .fold(0, |sum, outcome| sum.saturating_add(self.get(*outcome)))
    }
}

impl ToJson for Outcome {
    fn write(&self, out: &mut Writer) {
        out.string(self.name());
    }
}

/// `{"total": 3, "pending": 0, …}`
impl ToJson for Counts {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("total", self.total());
            for outcome in Outcome::ALL {
                o.field(outcome.name(), self.get(outcome));
            }
        });
    }
}
