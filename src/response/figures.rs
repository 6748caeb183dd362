//! What an invocation comes to, without keeping it.

use super::field::Field;
use super::page::Page;
use super::record::{Instance, Invocation};
use super::schema::InstanceField;
use crate::output::base64;
use crate::status::{Aggregate, Counts, InstanceStatus, aggregate_counts};

/// The figures of one invocation in an answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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

impl Page<'_> {
    /// Decodes every output of the answer, one behind the other, and returns
    /// where each ends, in the order of the instances.
    ///
    /// An output that is no Base64 from its first character on, as of a request
    /// for `PlainText`, stands as it came; an instance without one has no bytes.
    #[must_use]
    pub fn outputs(&self) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = Vec::with_capacity(self.source.len());
        let mut ends = Vec::with_capacity(self.instances.len());
        for instance in self.invocations().flat_map(Invocation::instances) {
            if let Some(text) = instance.field(InstanceField::Output).text() {
                let start = bytes.len();
                let is_canonical = base64::decode_canonical(text.as_bytes(), &mut bytes);
                if !is_canonical {
                    base64::decode_into(text.as_bytes(), &mut bytes);
                }
                if bytes.len() == start {
                    bytes.extend_from_slice(text.as_bytes());
                }
            }
            ends.push(bytes.len());
        }
        (bytes, ends)
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
