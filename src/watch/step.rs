//! What to do next, and what to show while waiting for it.

use crate::json::{ToJson, Writer};
use crate::pagination::Failure;

/// One call of `DescribeInvocations`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// `InvokeId` of the request.
    pub invoke_id: String,
    /// `InstanceId` of the request; none for the whole run.
    pub instance_id: Option<String>,
    /// `IncludeOutput` of the request.
    pub include_output: bool,
}

/// What the caller does next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// Ask, then report with [`accept`](super::Watch::accept) or
    /// [`fail`](super::Watch::fail).
    Call(Call),
    /// Ask nothing before that time.
    Wait {
        /// The time, on the caller's clock.
        until_ms: u64,
        /// How long that is from the given time; more than 0.
        wait_ms: u64,
        /// What is waited for.
        reason: Reason,
    },
    /// Ask nothing before [`resume`](super::Watch::resume).
    Paused,
    /// Nothing more to ask: every run is finished.
    Finished,
    /// Nothing more to ask: the same call would fail again.
    /// [`resume`](super::Watch::resume) tries nevertheless.
    Failed(Failure),
}

/// The part of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Statuses of the runs that are due.
    Status,
    /// Outputs of the instances that moved.
    Output,
    /// Between rounds.
    Idle,
}

/// Why the watch does what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// A call is due.
    Due,
    /// A call is under way.
    Asking,
    /// No run is due yet.
    Interval,
    /// The calls of the last 60 seconds are as many as the budget allows.
    Budget,
    /// Calls keep a distance from each other.
    Spacing,
    /// The service answers again in the next minute.
    Throttled,
    /// A call failed and will be tried again.
    Retry,
    /// The caller paused.
    Paused,
    /// Every run is finished.
    Finished,
    /// The same call would fail again.
    Failed,
}

/// What a display shows of a watch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WatchStatus {
    /// The part of the round.
    pub phase: Phase,
    /// Why the watch does what it does.
    pub reason: Reason,
    /// The earliest time of the next call, on the caller's clock; none while
    /// paused and at the end.
    pub next_call_at_ms: Option<u64>,
    /// Calls left of the budget in the last 60 seconds.
    pub calls_left: u32,
    /// The budget.
    pub calls_per_minute: u32,
    /// Whether it is paused.
    pub is_paused: bool,
    /// Runs watched.
    pub runs: usize,
    /// Runs in which nothing can change any more.
    pub finished_runs: usize,
    /// Runs that three answers in a row did not have.
    pub missing_runs: usize,
    /// Instances whose output is still to be asked for.
    pub outputs_wanted: usize,
    /// The failure that delays or stopped the watch.
    pub failure: Option<Failure>,
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Output => "output",
            Self::Idle => "idle",
        }
    }
}

impl Reason {
    fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Asking => "asking",
            Self::Interval => "interval",
            Self::Budget => "budget",
            Self::Spacing => "spacing",
            Self::Throttled => "throttled",
            Self::Retry => "retry",
            Self::Paused => "paused",
            Self::Finished => "finished",
            Self::Failed => "failed",
        }
    }
}

impl ToJson for Step {
    fn write(&self, out: &mut Writer) {
        out.object(|o| match self {
            Self::Call(call) => {
                o.field("type", "call").field("invokeId", &call.invoke_id);
                o.optional("instanceId", call.instance_id.as_ref());
                o.field("includeOutput", call.include_output);
            }
            Self::Wait { until_ms, wait_ms, reason } => {
                o.field("type", "wait").field("untilMs", *until_ms).field("waitMs", *wait_ms);
                o.field("reason", reason.name());
            }
            Self::Paused => {
                o.field("type", "paused");
            }
            Self::Finished => {
                o.field("type", "finished");
            }
            Self::Failed(failure) => {
                o.field("type", "failed").field("failure", failure);
            }
        });
    }
}

impl ToJson for WatchStatus {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("phase", self.phase.name())
                .field("reason", self.reason.name())
                .optional("nextCallAtMs", self.next_call_at_ms)
                .field("callsLeft", self.calls_left)
                .field("callsPerMinute", self.calls_per_minute)
                .field("isPaused", self.is_paused)
                .field("runs", self.runs)
                .field("finishedRuns", self.finished_runs)
                .field("missingRuns", self.missing_runs)
                .field("outputsWanted", self.outputs_wanted)
                .optional("failure", self.failure.as_ref());
        });
    }
}
