//! What an invocation comes to, without keeping it.

use super::page::Page;
use super::record::{Instance, Invocation};
use super::schema::InstanceField;
use super::time::Timestamp;
use crate::json::Kind;
use crate::output::base64;
use crate::status::{Aggregate, Counts, InstanceStatus, aggregate_counts};
use std::borrow::Cow;

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
            dropped = dropped.saturating_add(instance.dropped().unwrap_or_default());
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
            let plain = instance.plain(InstanceField::Output).map(Cow::Borrowed);
            if let Some(text) = plain.or_else(|| instance.field(InstanceField::Output).text()) {
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

impl<'p> Instance<'p> {
    /// The status; where the answer has none, what the older vocabulary tells;
    /// an unknown status of no text where it has neither.
    #[must_use]
    pub fn told_status(self) -> InstanceStatus {
        if let Some(status) = self.plain(InstanceField::InvocationStatus)
            && !status.is_empty()
        {
            return InstanceStatus::from_text(status);
        }
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
        let seconds =
            self.seconds(InstanceField::FinishTime)? - self.seconds(InstanceField::StartTime)?;
        (seconds >= 0).then_some(seconds)
    }

    fn seconds(self, field: InstanceField) -> Option<i64> {
        let canonical = self.plain(field).and_then(Timestamp::parse_canonical);
        canonical.or_else(|| self.field(field).time()).map(Timestamp::unix_seconds)
    }

    fn dropped(self) -> Option<i64> {
        match self.plain(InstanceField::Dropped).map(str::as_bytes) {
            Some([digit @ b'0'..=b'9']) => Some(i64::from(digit - b'0')),
            _ => self.field(InstanceField::Dropped).integer(),
        }
    }

    /// The text of a string without escapes or of a number; none of another value.
    #[inline]
    fn plain(self, field: InstanceField) -> Option<&'p str> {
        let (place, source) = self.place(field);
        matches!(place.kind(), Kind::Text | Kind::Number).then(|| place.text(source))
    }
}
