//! When any call may be made, whatever it asks for.

use super::budget::Budget;
use super::step::Reason;
use crate::pagination::{Failure, FailureKind, MINUTE_MS, retry_delay_ms};

/// Distance between calls: a round is no burst.
const SPACING_MS: u64 = 200;

/// Distance between calls in the minute after throttling: one call a second.
const PROBING_MS: u64 = 1_000;

/// Budget, distance between calls, and waits after failures. Times are steady.
#[derive(Debug)]
pub(super) struct Gate {
    budget: Budget,
    last_call_ms: Option<u64>,
    blocked_until_ms: u64,
    probing_until_ms: u64,
    failures_in_a_row: u32,
    failure: Option<Failure>,
}

impl Gate {
    pub(super) fn new(calls_per_minute: u32) -> Self {
        Self {
            budget: Budget::new(calls_per_minute),
            last_call_ms: None,
            blocked_until_ms: 0,
            probing_until_ms: 0,
            failures_in_a_row: 0,
            failure: None,
        }
    }

    pub(super) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// The failure that no answer followed yet.
    pub(super) fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// Counts a call of the watch.
    pub(super) fn pass(&mut self, now_ms: u64) {
        self.budget.spend(now_ms);
        self.last_call_ms = Some(now_ms);
    }

    /// Counts a call that was made for something else.
    pub(super) fn spend(&mut self, now_ms: u64) {
        self.budget.spend(now_ms);
    }

    /// A call was answered, or the failures are to be forgotten.
    pub(super) fn clear_failures(&mut self) {
        self.failures_in_a_row = 0;
        self.failure = None;
    }

    /// A call failed; gives how many have in a row.
    pub(super) fn note_failure(
        &mut self,
        failure: Failure,
        now_ms: u64,
        wall_ms: u64,
        jitter: f64,
    ) -> u32 {
        self.failures_in_a_row = self.failures_in_a_row.saturating_add(1);
        let delay_ms = retry_delay_ms(&failure, self.failures_in_a_row, wall_ms, jitter);
        self.blocked_until_ms = now_ms.saturating_add(delay_ms);
        if failure.kind() == FailureKind::Throttled {
            self.probing_until_ms = self.blocked_until_ms.saturating_add(MINUTE_MS);
        }
        self.failure = Some(failure);
        self.failures_in_a_row
    }

    /// The earliest time of the next call, and what sets it.
    pub(super) fn opens_at(&self) -> (u64, Reason) {
        let spaced_ms = self.last_call_ms.map_or(0, |last_ms| {
            let is_probing = last_ms < self.probing_until_ms;
            last_ms.saturating_add(if is_probing { PROBING_MS } else { SPACING_MS })
        });
        let is_throttled =
            self.failure().is_some_and(|failure| failure.kind() == FailureKind::Throttled);
        let blocked = if is_throttled { Reason::Throttled } else { Reason::Retry };
        [
            (spaced_ms, Reason::Spacing),
            (self.budget.free_at_ms(), Reason::Budget),
            (self.blocked_until_ms, blocked),
        ]
        .into_iter()
        .max_by_key(|(at_ms, _)| *at_ms)
        .unwrap_or((0, Reason::Due))
    }
}
