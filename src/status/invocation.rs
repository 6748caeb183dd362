//! `InvocationStatus` of a whole run.

use super::unknown::vocabulary;
use super::{LegacyStatus, Outcome};

vocabulary! {
    /// Overall status of a run.
    ///
    /// Source: API page, `Invocation.InvocationStatus`.
    InvocationStatus {
        /// An instance is being checked or sent to.
        Pending,
        /// An instance waits for its schedule.
        Scheduled,
        /// An instance runs the command.
        Running,
        /// Every instance succeeded or was stopped, at least one succeeded.
        Success,
        /// Every instance failed or was stopped.
        Failed,
        /// An instance is being stopped.
        Stopping,
        /// Every instance was stopped.
        Stopped,
        /// Some instances succeeded and some failed.
        PartialFailed,
    }
}

impl InvocationStatus {
    /// How this status counts; `PartialFailed` counts as failed.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Pending => Outcome::Pending,
            Self::Scheduled => Outcome::Scheduled,
            Self::Running => Outcome::Running,
            Self::Stopping => Outcome::Stopping,
            Self::Success => Outcome::Success,
            Self::Failed | Self::PartialFailed => Outcome::Failed,
            Self::Stopped => Outcome::Stopped,
            Self::Unknown(_) => Outcome::Unknown,
        }
    }

    /// Whether the status can change no more. An unknown status can.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.outcome().is_terminal()
    }

    /// Whether the run succeeded. An unknown status has not.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.outcome() == Outcome::Success
    }

    /// The value that `InvokeStatus` has for a one-time run of this status,
    /// where the page tells. `Finished` says nothing about success: the page
    /// gives it to every run whose instances all completed.
    #[must_use]
    pub fn legacy(&self) -> Option<LegacyStatus> {
        Some(match self {
            Self::Pending => LegacyStatus::Pending,
            Self::Scheduled => LegacyStatus::Scheduled,
            Self::Running => LegacyStatus::Running,
            Self::Stopping => LegacyStatus::Stopping,
            Self::Stopped => LegacyStatus::Stopped,
            Self::Success => LegacyStatus::Finished,
            Self::PartialFailed => LegacyStatus::PartialFailed,
            // A failed run is `Finished` when its processes ended and `Failed`
            // when they did not; the status alone cannot tell.
            Self::Failed | Self::Unknown(_) => return None,
        })
    }
}
