//! `InvokeStatus`, `InstanceInvokeStatus` and `InvokeRecordStatus`.

use super::Outcome;
use super::unknown::vocabulary;

vocabulary! {
    /// The vocabulary that the page does not recommend, of runs and instances.
    ///
    /// Source: API page, request parameter `InvokeStatus`, which lists its
    /// values for runs; `InstanceInvokeStatus` uses a part of them.
    LegacyStatus {
        /// In progress.
        Running,
        /// Completed, whatever the exit codes.
        Finished,
        /// Completed, and every instance succeeded.
        Success,
        /// Failed: timed out or stopped by an exception.
        Failed,
        /// Stopped.
        Stopped,
        /// Being stopped.
        Stopping,
        /// Failed on a part of the instances.
        PartialFailed,
        /// Being checked or sent.
        Pending,
        /// Waiting for its time.
        Scheduled,
    }
}

impl LegacyStatus {
    /// What can be said of the outcome; nothing for `Finished`, which hides it.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        Some(match self {
            Self::Running => Outcome::Running,
            Self::Success => Outcome::Success,
            Self::Failed | Self::PartialFailed => Outcome::Failed,
            Self::Stopped => Outcome::Stopped,
            Self::Stopping => Outcome::Stopping,
            Self::Pending => Outcome::Pending,
            Self::Scheduled => Outcome::Scheduled,
            Self::Unknown(_) => Outcome::Unknown,
            Self::Finished => return None,
        })
    }

    /// Whether the status can change no more. An unknown status can.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.outcome().is_none_or(Outcome::is_terminal)
    }
}
