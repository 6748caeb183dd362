//! One watched run: what was seen of it, and when it is due.

use super::by_id::ById;
use super::facts::{InstanceFacts, RunFacts};
use super::options::WatchOptions;
use super::step::Call;
use crate::status::{InstanceStatus, InvocationStatus};

/// More instances of a run than this are asked for in one call for the whole
/// run: calls are scarcer than bytes.
const MOST_SINGLE_OUTPUTS: usize = 3;

/// A run is taken for gone after as many answers without it: a run that was
/// just started may not be listed yet.
const ANSWERS_WITHOUT_IT: u32 = 3;

#[derive(Debug)]
pub(super) struct Run {
    command_id: Option<String>,
    status: Option<InvocationStatus>,
    instances: ById<Watched>,
    is_read: bool,
    answers_without_it: u32,
    interval_ms: u64,
    /// When the status is due.
    pub(super) status_due_ms: u64,
    /// When outputs may be asked for.
    pub(super) output_due_ms: u64,
}

#[derive(Debug)]
struct Watched {
    seen: Version,
    /// The state that the output at hand belongs to.
    held: Option<Version>,
}

/// What moves when an instance changes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Version {
    status: InstanceStatus,
    update_time: Option<String>,
}

/// Where facts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source<'a> {
    /// What the caller had before.
    Caller,
    /// The answer of a call.
    Answer(&'a Call),
}

impl Run {
    pub(super) fn new(options: &WatchOptions) -> Self {
        Self {
            command_id: None,
            status: None,
            instances: ById::new(),
            is_read: false,
            answers_without_it: 0,
            interval_ms: options.shortest_interval_ms,
            status_due_ms: 0,
            output_due_ms: 0,
        }
    }

    pub(super) fn status(&self) -> Option<&InvocationStatus> {
        self.status.as_ref()
    }

    /// Takes over what an answer shows; gives the instances that changed.
    pub(super) fn apply(&mut self, facts: &RunFacts, source: Source<'_>) -> Vec<String> {
        self.is_read = true;
        self.answers_without_it = 0;
        if facts.command_id.is_some() {
            self.command_id.clone_from(&facts.command_id);
        }
        // Of an answer for one instance, the run's own status is not known to
        // speak of the others.
        let is_whole = !matches!(source, Source::Answer(Call { instance_id: Some(_), .. }));
        if is_whole {
            self.status.clone_from(&facts.status);
            let listed = |id: &str| facts.instances.iter().any(|f| f.instance_id == *id);
            self.instances.retain(listed);
        }
        let holds_output = |instance: &InstanceFacts| match source {
            Source::Caller => instance.has_output,
            Source::Answer(call) => call.include_output,
        };
        let changed = facts.instances.iter().filter(|instance| {
            let version = Version::of(instance);
            let held = holds_output(instance).then(|| version.clone());
            let Some(watched) = self.instances.get_mut(&instance.instance_id) else {
                self.instances.add(&instance.instance_id, || Watched { seen: version, held });
                return true;
            };
            if held.is_some() {
                watched.held = held;
            }
            let is_changed = watched.seen != version;
            watched.seen = version;
            is_changed
        });
        changed.map(|instance| instance.instance_id.clone()).collect()
    }

    /// An answer did not have the run.
    pub(super) fn note_missing(&mut self) {
        self.answers_without_it = self.answers_without_it.saturating_add(1);
    }

    pub(super) fn is_missing(&self) -> bool {
        self.answers_without_it >= ANSWERS_WITHOUT_IT
    }

    /// Whether nothing in the run can change any more: the run's own status
    /// and every instance's say so. A contradiction is watched on.
    pub(super) fn is_finished(&self) -> bool {
        let own_status = match &self.status {
            Some(status) => status.is_terminal(),
            None => !self.instances.is_empty(),
        };
        self.is_read && own_status && self.instances.values().all(Watched::is_terminal)
    }

    /// Whether the status is worth another call.
    pub(super) fn is_open(&self) -> bool {
        !self.is_finished() && !self.is_missing()
    }

    /// Sets when the status is due after an answer, or the lack of one.
    pub(super) fn schedule(&mut self, is_changed: bool, now_ms: u64, options: &WatchOptions) {
        self.interval_ms = if self.waits_on_unknown() {
            options.longest_interval_ms
        } else if is_changed {
            options.shortest_interval_ms
        } else {
            (self.interval_ms + self.interval_ms / 2).min(options.longest_interval_ms)
        };
        self.status_due_ms = now_ms.saturating_add(self.interval_ms);
    }

    /// Puts every call of the run off.
    pub(super) fn postpone(&mut self, until_ms: u64) {
        self.status_due_ms = self.status_due_ms.max(until_ms);
        self.output_due_ms = self.output_due_ms.max(until_ms);
    }

    /// Makes the status due, at the pace of a run that changes.
    pub(super) fn hurry(&mut self, now_ms: u64, options: &WatchOptions) {
        self.interval_ms = options.shortest_interval_ms;
        self.status_due_ms = self.status_due_ms.min(now_ms);
    }

    fn waits_on_unknown(&self) -> bool {
        let mut open = self.instances.values().filter(|watched| !watched.is_terminal()).peekable();
        if open.peek().is_none() {
            return matches!(self.status, Some(InvocationStatus::Unknown(_)));
        }
        open.all(|watched| matches!(watched.seen.status, InstanceStatus::Unknown(_)))
    }

    fn wanting(&self) -> impl Iterator<Item = &String> {
        let is_gone = self.is_missing();
        self.instances
            .iter()
            .filter(move |(_, watched)| !is_gone && watched.wants_output())
            .map(|(id, _)| id)
    }

    /// Number of instances whose output is to be asked for.
    pub(super) fn outputs_wanted(&self) -> usize {
        self.wanting().count()
    }

    /// Whether the call would bring something.
    pub(super) fn needs(&self, call: &Call) -> bool {
        if !call.include_output {
            return self.is_open();
        }
        match &call.instance_id {
            Some(id) => self.wanting().any(|wanting| wanting == id),
            None => self.outputs_wanted() > 0,
        }
    }

    /// The calls that bring every output that is wanted.
    pub(super) fn output_calls(&self, invoke_id: &str) -> Vec<Call> {
        let call = |instance_id: Option<&String>| Call {
            invoke_id: invoke_id.to_owned(),
            instance_id: instance_id.cloned(),
            include_output: true,
        };
        match self.outputs_wanted() {
            1..=MOST_SINGLE_OUTPUTS => self.wanting().map(|id| call(Some(id))).collect(),
            0 => Vec::new(),
            _ => vec![call(None)],
        }
    }

    /// Whether an event of that instance and command may be of this run.
    pub(super) fn has(&self, instance_id: &str, command_id: Option<&str>) -> bool {
        let is_same_command = match (command_id, &self.command_id) {
            (Some(event), Some(own)) => event == own,
            _ => true,
        };
        is_same_command && self.instances.get(instance_id).is_some()
    }

    pub(super) fn is_instance_open(&self, instance_id: &str) -> bool {
        self.instances.get(instance_id).is_some_and(|watched| !watched.is_terminal())
    }

    /// Takes over the status of an event; says whether the run waits on no
    /// instance any more.
    pub(super) fn apply_event(&mut self, instance_id: &str, status: &InstanceStatus) -> bool {
        if let Some(watched) = self.instances.get_mut(instance_id) {
            watched.seen.status = status.clone();
        }
        self.instances.values().all(Watched::is_terminal)
    }
}

impl Version {
    fn of(instance: &InstanceFacts) -> Self {
        Self { status: instance.status.clone(), update_time: instance.update_time.clone() }
    }
}

impl Watched {
    fn is_terminal(&self) -> bool {
        self.seen.status.is_terminal()
    }

    /// A command that was not sent yet wrote nothing.
    fn wants_output(&self) -> bool {
        self.seen.status != InstanceStatus::Pending && self.held.as_ref() != Some(&self.seen)
    }
}
