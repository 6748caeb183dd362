//! The documented values of the enumerated parameters.

use super::unknown::{Unknown, open_enum};

open_enum! {
    /// Kind of script, parameter `CommandType`.
    CommandType {
        /// A Bat script for Windows instances.
        RunBatScript,
        /// A PowerShell script for Windows instances.
        RunPowerShellScript,
        /// A shell script for Linux instances.
        RunShellScript,
    }
}

open_enum! {
    /// Overall status to filter by, parameter `InvokeStatus`.
    InvokeStatus {
        /// A periodic run until it is stopped; a one-time run in progress.
        Running,
        /// A one-time run that has ended on every instance, not always well.
        Finished,
        /// Every instance succeeded or was stopped, at least one succeeded.
        Success,
        /// Every instance failed.
        Failed,
        /// Stopped.
        Stopped,
        /// Being stopped.
        Stopping,
        /// Some instances failed; no effect beside `InstanceId`.
        PartialFailed,
        /// Being checked or sent on at least one instance.
        Pending,
        /// Sent and waiting for its time on at least one instance.
        Scheduled,
    }
}

open_enum! {
    /// How a run repeats, parameter `RepeatMode`.
    RepeatMode {
        /// At once, one time.
        Once,
        /// On a schedule.
        Period,
        /// When the instance starts the next time.
        NextRebootOnly,
        /// Each time the instance starts.
        EveryReboot,
    }
}

open_enum! {
    /// How `CommandContent` and `Output` are written in the answer, parameter
    /// `ContentEncoding`.
    ContentEncoding {
        /// As they are.
        PlainText,
        /// Base64, the service's default.
        Base64,
    }
}

open_enum! {
    /// Status to filter by, parameter `InvokeRecordStatus` of
    /// `DescribeInvocationResults`.
    InvokeRecordStatus {
        /// In progress.
        Running,
        /// Ended on every instance, not always well.
        Finished,
        /// Ended with exit code 0.
        Success,
        /// Failed on every instance.
        Failed,
        /// Failed on some instances.
        PartialFailed,
        /// Stopped.
        Stopped,
        /// Being stopped.
        Stopping,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn documented_values_are_known() {
        for text in ["Once", "Period", "NextRebootOnly", "EveryReboot"] {
            assert!(RepeatMode::from(text).is_known(), "{text}");
        }
    }

    #[test]
    fn another_case_is_another_value() {
        assert!(!RepeatMode::from("once").is_known());
    }

    proptest! {
        #[test]
        fn prop_every_text_survives_unchanged(text in ".*") {
            let status = InvokeStatus::from(text.as_str());

            prop_assert_eq!(status.as_str(), text);
        }
    }
}
