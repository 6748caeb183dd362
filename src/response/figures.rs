//! What an invocation comes to, without keeping it.

use super::page::Page;
use super::read::visit;
use super::record::{Instance, Invocation};
use super::schema::InstanceField;
use super::time::{Day, Timestamp};
use crate::error::Result;
use crate::json::Kind;
use crate::output::base64;
use crate::status::{Aggregate, Counts, InstanceStatus, Outcome, aggregate_counts};
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

/// Reads one answer and hands over each of its runs with its figures, in order.
///
/// No run is kept, so that this takes less time and memory than the figures of a
/// page's runs. What was handed over is void where an error follows.
///
/// # Errors
/// Those of [`super::parse`].
pub fn summarize(body: &[u8], see: &mut dyn FnMut(Invocation<'_>, Figures)) -> Result<()> {
    let mut day = Day::default();
    visit(body, &mut |invocation| see(invocation, invocation.figures_on(&mut day)))
}

impl Invocation<'_> {
    /// The figures, from one look at each instance.
    ///
    /// They are those of the store's summary. No output is decoded.
    #[must_use]
    pub fn figures(self) -> Figures {
        self.figures_on(&mut Day::default())
    }

    fn figures_on(self, day: &mut Day) -> Figures {
        let mut counts = Counts::default();
        let mut dropped = 0_i64;
        let mut longest_seconds = None;
        for instance in self.instances() {
            counts.add_outcome(instance.told_outcome());
            dropped = dropped.saturating_add(instance.dropped().unwrap_or_default());
            longest_seconds = longest_seconds.max(instance.run_seconds_on(day));
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

    /// The class of the status that is told.
    fn told_outcome(self) -> Outcome {
        let (place, source) = self.place(InstanceField::InvocationStatus);
        let is_text = place.kind() == Kind::Text;
        let known = place.word(source).filter(|_| is_text).and_then(outcome_of_word);
        known.unwrap_or_else(|| self.told_status().outcome())
    }

    /// Seconds from start to end; none where one is missing or the order is
    /// wrong.
    #[must_use]
    pub fn run_seconds(self) -> Option<i64> {
        self.run_seconds_on(&mut Day::default())
    }

    #[inline]
    fn run_seconds_on(self, day: &mut Day) -> Option<i64> {
        let start = self.seconds(InstanceField::StartTime, day)?;
        let seconds = self.seconds(InstanceField::FinishTime, day)? - start;
        (seconds >= 0).then_some(seconds)
    }

    fn seconds(self, field: InstanceField, day: &mut Day) -> Option<i64> {
        let canonical = self.plain(field).and_then(|text| day.seconds(text.as_bytes()));
        canonical.or_else(|| self.field(field).time().map(Timestamp::unix_seconds))
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

/// The class of the statuses that most instances have.
fn outcome_of_word(word: u64) -> Option<Outcome> {
    const fn word_of(text: [u8; 8]) -> u64 {
        u64::from_le_bytes(text)
    }
    const SUCCESS: u64 = word_of(*b"Success\0");
    const FAILED: u64 = word_of(*b"Failed\0\0");
    const TIMEOUT: u64 = word_of(*b"Timeout\0");
    const RUNNING: u64 = word_of(*b"Running\0");
    const PENDING: u64 = word_of(*b"Pending\0");
    match word {
        SUCCESS => Some(Outcome::Success),
        FAILED | TIMEOUT => Some(Outcome::Failed),
        RUNNING => Some(Outcome::Running),
        PENDING => Some(Outcome::Pending),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::parse;

    fn instance(members: &str) -> String {
        format!(r#"{{"InvokeInstances":[{{{members}}}]}}"#)
    }

    fn answer(runs: &[String]) -> String {
        format!(r#"{{"Invocations":{{"Invocation":[{}]}}}}"#, runs.join(","))
    }

    #[test]
    fn every_status_counts_in_its_class() {
        let others = ["", "success", "Successs", "Succes", "New", r"Failed\u0000"];
        let listed = InstanceStatus::LISTED.iter().map(InstanceStatus::as_str);
        for status in listed.chain(others) {
            let body = answer(&[instance(&format!(r#""InvocationStatus":"{status}""#))]);
            let page = parse(body.as_bytes()).expect("an answer");
            let instance = page.invocations().flat_map(Invocation::instances).next();
            let instance = instance.expect("one instance");

            assert_eq!(instance.told_outcome(), instance.told_status().outcome(), "{status}");
        }
    }

    #[test]
    fn a_summary_hands_over_what_a_page_has() {
        let times = |start, end| {
            let members = format!(r#""StartTime":"{start}","FinishTime":"{end}","Dropped":"7""#);
            instance(&members)
        };
        let body = answer(&[
            times("2026-11-29T23:59:58Z", "2026-11-30T00:00:03Z"),
            "{}".into(),
            times("2026-11-29T23:59:58Z", "2026-11-29 23:59:59"),
            times("2026-11-29T23:59:58Z", "2026-11-29T23:59:57Z"),
            instance(r#""InvocationStatus":"Success","Output":"a","Extra":1"#),
        ]);
        let page = parse(body.as_bytes()).expect("an answer");
        let mut expected = page.invocations().map(|run| (run.raw().as_str().len(), run.figures()));
        let mut seconds = Vec::new();
        summarize(body.as_bytes(), &mut |run, figures| {
            seconds.push(figures.longest_seconds);
            assert_eq!(Some((run.raw().as_str().len(), figures)), expected.next());
        })
        .expect("an answer");

        assert_eq!(expected.next(), None);
        assert_eq!(seconds, [Some(5), None, Some(1), None, None]);
    }
}
