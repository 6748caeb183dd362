//! `InvocationStatus` of one instance.

use super::unknown::vocabulary;
use super::{LegacyStatus, Outcome};
use std::borrow::Cow;

vocabulary! {
    /// Progress of a command on one instance.
    ///
    /// Source: API page, `InvokeInstance.InvocationStatus`, and the `Stopped`
    /// that the page's aggregation rules use for an instance.
    InstanceStatus {
        /// The system checks or sends the command.
        Pending,
        /// The command type or a parameter is wrong.
        Invalid,
        /// The command could not be sent.
        Aborted,
        /// The command runs on the instance.
        Running,
        /// The command finished with exit code 0.
        Success,
        /// The command finished with another exit code.
        Failed,
        /// An exception stopped the command.
        Error,
        /// The command ran out of time.
        Timeout,
        /// The command was cancelled before it started.
        Cancelled,
        /// The task is being stopped.
        Stopping,
        /// The command was terminated while it ran.
        Terminated,
        /// A timed command waits for its time.
        Scheduled,
        /// The task was stopped.
        Stopped,
    }
}

impl InstanceStatus {
    /// The status that a record tells.
    ///
    /// Answers before 2020 have the other vocabulary alone. `Finished` hides
    /// the outcome; the exit code beside it tells.
    pub(crate) fn told<'t>(
        status: Option<Cow<'t, str>>,
        legacy: impl FnOnce() -> Option<Cow<'t, str>>,
        exit_code: impl FnOnce() -> Option<i64>,
    ) -> Self {
        if let Some(status) = status {
            return Self::from_text(&status);
        }
        let legacy = legacy().unwrap_or_default();
        match exit_code() {
            Some(0) if legacy.eq_ignore_ascii_case("Finished") => Self::Success,
            Some(_) if legacy.eq_ignore_ascii_case("Finished") => Self::Failed,
            _ => Self::from_text(&legacy),
        }
    }

    /// How the page's aggregation rules count this status.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Pending => Outcome::Pending,
            Self::Scheduled => Outcome::Scheduled,
            Self::Running => Outcome::Running,
            Self::Stopping => Outcome::Stopping,
            Self::Success => Outcome::Success,
            Self::Failed | Self::Invalid | Self::Aborted | Self::Timeout | Self::Error => {
                Outcome::Failed
            }
            Self::Stopped | Self::Cancelled | Self::Terminated => Outcome::Stopped,
            Self::Unknown(_) => Outcome::Unknown,
        }
    }

    /// Whether the status can change no more. An unknown status can.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.outcome().is_terminal()
    }

    /// Whether the command succeeded. An unknown status has not.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.outcome() == Outcome::Success
    }

    /// The value that `InstanceInvokeStatus` has for this status, where sources
    /// tell: a finished process is `Finished` whatever its exit code, a timeout
    /// or an exception is `Failed`, a waiting schedule counts as `Running`.
    #[must_use]
    pub fn legacy(&self) -> Option<LegacyStatus> {
        Some(match self {
            Self::Pending | Self::Scheduled | Self::Running => LegacyStatus::Running,
            Self::Stopping => LegacyStatus::Stopping,
            Self::Success | Self::Failed => LegacyStatus::Finished,
            Self::Timeout | Self::Error | Self::Invalid | Self::Aborted => LegacyStatus::Failed,
            Self::Cancelled | Self::Terminated | Self::Stopped => LegacyStatus::Stopped,
            Self::Unknown(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The status that a record with these members tells.
    fn told(status: Option<&'static str>, legacy: &'static str, exit_code: Option<i64>) -> String {
        let status = status.map(Cow::Borrowed);
        InstanceStatus::told(status, || Some(legacy.into()), || exit_code).as_str().to_owned()
    }

    #[test]
    fn the_exit_code_tells_what_finished_hides_and_nothing_else() {
        assert_eq!(told(None, "Finished", Some(0)), "Success");
        assert_eq!(told(None, "finished", Some(0)), "Success");
        assert_eq!(told(None, "Finished", Some(1)), "Failed");
        assert_eq!(told(None, "Finished", None), "Finished");
        assert_eq!(told(None, "Running", Some(0)), "Running");
        assert_eq!(told(None, "Stopped", Some(137)), "Stopped");
        assert_eq!(told(Some("Timeout"), "Finished", Some(0)), "Timeout");
    }
}
