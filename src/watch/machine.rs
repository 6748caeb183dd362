//! The machine itself.

use super::by_id::ById;
use super::event::TaskEvent;
use super::facts::RunFacts;
use super::gate::Gate;
use super::options::WatchOptions;
use super::outcome::{AcceptedRun, EventOutcome};
use super::run::{Run, Source};
use super::step::{Call, Phase, Reason, Step, WatchStatus};
use crate::error::{Error, ErrorKind, Result};
use crate::pagination::{Clock, Failure, FailureKind};
use std::collections::VecDeque;

/// Failures in a row after which a call is put off instead of repeated.
const MOST_REPEATS: u32 = 4;

/// Watches any number of runs until they are finished.
#[derive(Debug)]
pub struct Watch {
    options: WatchOptions,
    runs: ById<Run>,
    phase: Phase,
    /// What is left to ask in this phase.
    queue: VecDeque<Call>,
    in_flight: Option<Call>,
    is_paused: bool,
    gate: Gate,
    clock: Clock,
    is_stopped: bool,
}

impl Watch {
    /// Watches nothing yet.
    #[must_use]
    pub fn new(options: WatchOptions) -> Self {
        Self {
            gate: Gate::new(options.calls_per_minute),
            options,
            runs: ById::new(),
            phase: Phase::Idle,
            queue: VecDeque::new(),
            in_flight: None,
            is_paused: false,
            clock: Clock::default(),
            is_stopped: false,
        }
    }

    /// Watches a run of which nothing is known; a watched run stays as it is.
    pub fn add(&mut self, invoke_id: &str) {
        let Self { runs, options, .. } = self;
        runs.add(invoke_id, || Run::new(options));
    }

    /// Watches a run of which that is known, or tells what is known by now of a
    /// watched one. A run that is known to be finished costs no call for its
    /// status, and outputs at hand cost none either.
    pub fn observe(&mut self, facts: &RunFacts, now_ms: u64) {
        let now_ms = self.clock.read(now_ms);
        self.add(&facts.invoke_id);
        if let Some(run) = self.runs.get_mut(&facts.invoke_id) {
            let changed = run.apply(facts, Source::Caller);
            run.schedule(!changed.is_empty(), now_ms, &self.options);
        }
    }

    /// Watches a run no more.
    pub fn remove(&mut self, invoke_id: &str) {
        self.runs.remove(invoke_id);
    }

    /// Counts a call that the caller made for something else against the
    /// budget.
    pub fn spend(&mut self, now_ms: u64) {
        let now_ms = self.clock.read(now_ms);
        self.gate.spend(now_ms);
    }

    /// Asks nothing until [`resume`](Self::resume), as for a hidden page. The
    /// answer of a call under way may still be reported.
    pub fn pause(&mut self) {
        self.is_paused = true;
    }

    /// Goes on after a pause or after a failure: runs that are not finished
    /// are due, within the budget.
    pub fn resume(&mut self, now_ms: u64) {
        if self.is_stopped {
            self.is_stopped = false;
            self.gate.clear_failures();
        }
        self.is_paused = false;
        self.refresh(now_ms);
    }

    /// Makes every run that is not finished due, within the budget.
    pub fn refresh(&mut self, now_ms: u64) {
        let now_ms = self.clock.read(now_ms);
        for (_, run) in self.runs.iter_mut() {
            run.hurry(now_ms, &self.options);
        }
    }

    /// What to do at that time of the caller's clock.
    ///
    /// A call that was neither accepted nor failed is asked again.
    pub fn next_step(&mut self, now_ms: u64) -> Step {
        let now_ms = self.clock.read(now_ms);
        if let (true, Some(failure)) = (self.is_stopped, self.gate.failure()) {
            return Step::Failed(failure.clone());
        }
        if self.is_paused {
            return Step::Paused;
        }
        if let Some(call) = self.in_flight.take() {
            self.queue.push_front(call);
        }
        self.fill_queue(now_ms);
        if let (reason, Some(until_ms)) = self.outlook(now_ms)
            && until_ms > now_ms
        {
            let wait_ms = until_ms.saturating_sub(now_ms);
            return Step::Wait { until_ms: self.clock.to_wall(until_ms), wait_ms, reason };
        }
        let Some(call) = self.queue.pop_front() else { return Step::Finished };
        self.gate.pass(now_ms);
        self.in_flight = Some(call.clone());
        Step::Call(call)
    }

    /// Reports the runs of the answer to the call under way; gives what changed
    /// in the run that was asked for. An answer without that run is not a
    /// failure: after three the run counts as missing.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidState`] where no call is under way; nothing changes.
    pub fn accept(&mut self, runs: &[RunFacts], now_ms: u64) -> Result<AcceptedRun> {
        let call = self.take_call()?;
        let now_ms = self.clock.read(now_ms);
        self.gate.clear_failures();
        let Some(run) = self.runs.get_mut(&call.invoke_id) else {
            return Ok(AcceptedRun::default());
        };
        let facts = runs.iter().find(|facts| facts.invoke_id == call.invoke_id);
        let changed = if let Some(facts) = facts {
            let status_before = run.status().cloned();
            let changed = run.apply(facts, Source::Answer(&call));
            let has_moved = !changed.is_empty() || run.status() != status_before.as_ref();
            if call.instance_id.is_none() {
                run.schedule(has_moved, now_ms, &self.options);
            }
            changed
        } else {
            run.note_missing();
            run.schedule(false, now_ms, &self.options);
            Vec::new()
        };
        if call.include_output && run.needs(&call) {
            // The answer did not bring what was asked for: asking at once again
            // would not either.
            run.output_due_ms = now_ms.saturating_add(self.options.longest_interval_ms);
        }
        Ok(AcceptedRun { changed, is_finished: run.is_finished() })
    }

    /// Reports that the call under way brought no answer.
    ///
    /// `jitter` is a random number from 0 to 1 of the caller.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidState`] where no call is under way; nothing changes.
    pub fn fail(&mut self, failure: Failure, now_ms: u64, jitter: f64) -> Result<()> {
        let call = self.take_call()?;
        let wall_ms = now_ms;
        let now_ms = self.clock.read(now_ms);
        let kind = failure.kind();
        let failures = self.gate.note_failure(failure, now_ms, wall_ms, jitter);
        match kind {
            FailureKind::Temporary if failures >= MOST_REPEATS => {
                if let Some(run) = self.runs.get_mut(&call.invoke_id) {
                    run.postpone(now_ms.saturating_add(self.options.longest_interval_ms));
                }
            }
            FailureKind::Throttled | FailureKind::Temporary => self.queue.push_front(call),
            FailureKind::TokenRejected | FailureKind::Permanent => self.is_stopped = true,
        }
        Ok(())
    }

    /// Takes over what an event tells, without a call.
    ///
    /// The run itself stays open until an answer says that it is finished too:
    /// events are per instance. Where it waits on no instance any more, that
    /// one call is due at once.
    pub fn event(&mut self, event: &TaskEvent, now_ms: u64) -> EventOutcome {
        let now_ms = self.clock.read(now_ms);
        let is_candidate = |id: &str, run: &Run| {
            event.invoke_id.as_deref().is_none_or(|wanted| wanted == id)
                && run.has(&event.instance_id, event.command_id.as_deref())
        };
        let mut candidates: Vec<_> =
            self.runs.iter_mut().filter(|(id, run)| is_candidate(id, run)).collect();
        if candidates.is_empty() {
            return EventOutcome::NotWatched;
        }
        candidates.retain(|(_, run)| run.is_instance_open(&event.instance_id));
        match candidates.as_mut_slice() {
            [] => EventOutcome::Unchanged,
            [(id, run)] => {
                if run.apply_event(&event.instance_id, &event.status) {
                    run.hurry(now_ms, &self.options);
                }
                EventOutcome::Updated {
                    invoke_id: (*id).clone(),
                    instance_id: event.instance_id.clone(),
                }
            }
            several => {
                for (_, run) in several {
                    run.hurry(now_ms, &self.options);
                }
                EventOutcome::Ambiguous
            }
        }
    }

    /// What a display shows at that time.
    #[must_use]
    pub fn status(&self, now_ms: u64) -> WatchStatus {
        let now_ms = self.clock.peek(now_ms);
        let (reason, next_ms) = self.outlook(now_ms);
        let count =
            |is_counted: fn(&Run) -> bool| self.runs.values().filter(|run| is_counted(run)).count();
        WatchStatus {
            phase: self.phase,
            reason,
            next_call_at_ms: next_ms.map(|at_ms| self.clock.to_wall(at_ms.max(now_ms))),
            calls_left: self.gate.budget().left(now_ms),
            calls_per_minute: self.gate.budget().limit(),
            is_paused: self.is_paused,
            runs: self.runs.len(),
            finished_runs: count(Run::is_finished),
            missing_runs: count(Run::is_missing),
            outputs_wanted: self.outputs_wanted(),
            failure: self.gate.failure().cloned(),
        }
    }

    /// Why, and when the next call may be made; no time where none will be.
    fn outlook(&self, now_ms: u64) -> (Reason, Option<u64>) {
        if self.is_stopped {
            return (Reason::Failed, None);
        }
        if self.is_paused {
            return (Reason::Paused, None);
        }
        if self.in_flight.is_some() {
            return (Reason::Asking, Some(now_ms));
        }
        let has_queue = self.queue.iter().any(|call| self.is_needed(call));
        let due_ms = if has_queue { Some(now_ms) } else { self.next_due_ms() };
        let Some(due_ms) = due_ms else { return (Reason::Finished, None) };
        match self.gate.opens_at() {
            (gate_ms, reason) if gate_ms > now_ms.max(due_ms) => (reason, Some(gate_ms)),
            _ if due_ms > now_ms => (Reason::Interval, Some(due_ms)),
            _ => (Reason::Due, Some(now_ms)),
        }
    }

    /// Moves through the phases until there is something to ask, or nothing is
    /// due. Every status phase is followed by an output phase, so neither can
    /// starve the other.
    fn fill_queue(&mut self, now_ms: u64) {
        let queue = std::mem::take(&mut self.queue);
        self.queue = queue.into_iter().filter(|call| self.is_needed(call)).collect();
        if self.queue.is_empty() && self.phase == Phase::Status {
            self.enter(Phase::Output, now_ms);
        }
        if self.queue.is_empty() {
            self.enter(Phase::Status, now_ms);
        }
        if self.queue.is_empty() {
            self.enter(Phase::Output, now_ms);
        }
        if self.queue.is_empty() {
            self.phase = Phase::Idle;
        }
    }

    fn enter(&mut self, phase: Phase, now_ms: u64) {
        self.phase = phase;
        self.queue = match phase {
            Phase::Status => self.status_calls(now_ms).collect(),
            Phase::Output if self.options.outputs => self.output_calls(now_ms).collect(),
            _ => VecDeque::new(),
        };
    }

    fn status_calls(&self, now_ms: u64) -> impl Iterator<Item = Call> {
        let due = move |run: &Run| run.is_open() && run.status_due_ms <= now_ms;
        self.runs.iter().filter(move |(_, run)| due(run)).map(|(id, _)| Call {
            invoke_id: id.clone(),
            instance_id: None,
            include_output: false,
        })
    }

    fn output_calls(&self, now_ms: u64) -> impl Iterator<Item = Call> {
        let due = move |run: &Run| run.output_due_ms <= now_ms;
        self.runs.iter().filter(move |(_, run)| due(run)).flat_map(|(id, run)| run.output_calls(id))
    }

    fn is_needed(&self, call: &Call) -> bool {
        self.runs.get(&call.invoke_id).is_some_and(|run| run.needs(call))
    }

    fn outputs_wanted(&self) -> usize {
        if self.options.outputs { self.runs.values().map(Run::outputs_wanted).sum() } else { 0 }
    }

    /// When the next run is due; none where nothing is left to ask.
    fn next_due_ms(&self) -> Option<u64> {
        let status = self.runs.values().filter(|run| run.is_open()).map(|run| run.status_due_ms);
        let outputs = self
            .runs
            .values()
            .filter(|run| self.options.outputs && run.outputs_wanted() > 0)
            .map(|run| run.output_due_ms);
        status.chain(outputs).min()
    }

    fn take_call(&mut self) -> Result<Call> {
        self.in_flight.take().ok_or_else(|| {
            Error::new(ErrorKind::InvalidState, "expected a call under way, found none")
        })
    }
}
