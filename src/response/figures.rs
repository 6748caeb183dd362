//! What an invocation comes to, without keeping it.

use super::field::Field;
use super::record::{Instance, Invocation};
use super::schema::InstanceField;
use crate::status::{Aggregate, Counts, InstanceStatus, aggregate_counts};

/// The figures of one invocation in an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Its status as the instances tell it, and how many are where.
    pub aggregate: Aggregate,
    /// Bytes that were cut from all outputs.
    pub dropped: i64,
    /// Seconds that the slowest instance took from start to end; none where no
    /// instance has both times.
    pub longest_seconds: Option<i64>,
}

impl Invocation<'_> {
    /// The figures, from one look at each instance.
    ///
    /// They are those of the store's summary. No output is decoded.
    #[must_use]
    pub fn figures(self) -> Figures {
        let mut counts = Counts::default();
        let mut dropped = 0_i64;
        let mut longest_seconds = None;
        for instance in self.instances() {
            counts.add(&instance.told_status());
            let lost = instance.field(InstanceField::Dropped).integer().unwrap_or_default();
            dropped = dropped.saturating_add(lost);
            longest_seconds = longest_seconds.max(instance.run_seconds());
        }
        Figures { aggregate: aggregate_counts(counts), dropped, longest_seconds }
    }
}

impl Instance<'_> {
    /// The status; where the answer has none, what the older vocabulary tells;
    /// an unknown status of no text where it has neither.
    #[must_use]
    pub fn told_status(self) -> InstanceStatus {
        InstanceStatus::told(
            self.field(InstanceField::InvocationStatus).non_empty(),
            || self.field(InstanceField::InstanceInvokeStatus).non_empty(),
            || self.field(InstanceField::ExitCode).integer(),
        )
    }

    /// Seconds from start to end; none where one is missing or the order is
    /// wrong.
    #[must_use]
    pub fn run_seconds(self) -> Option<i64> {
        let time = |field| Field::time(self.field(field));
        let end = time(InstanceField::FinishTime)?.unix_seconds();
        let seconds = end - time(InstanceField::StartTime)?.unix_seconds();
        (seconds >= 0).then_some(seconds)
    }
}
