//! The documented fields of each record.
//!
//! Source: API page, response parameters; fields marked SDK stand in the typings
//! of the official SDK 7.11.6 and not on the page.

/// What the page says a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldType {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A point in time.
    Time,
    /// JSON text, or the JSON value itself.
    Json,
}

/// The fields of a record by their indices: names in the API, and types.
pub(super) type Schema = &'static [(&'static str, FieldType)];

/// Defines the fields of one record.
macro_rules! schema {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$field_meta])* $field,)+
        }

        impl $name {
            /// Every field, in the order of the page.
            pub const ALL: &[Self] = &[$(Self::$field,)+];

            pub(super) const SCHEMA: Schema = &[$((stringify!($field), FieldType::$type),)+];

            /// The field's name in the API.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$field => stringify!($field),)+
                }
            }

            /// The field's name in JavaScript and in SDKs.
            #[must_use]
            pub fn camel_name(self) -> String {
                let mut name = self.name().to_owned();
                if let Some(first) = name.get_mut(..1) {
                    first.make_ascii_lowercase();
                }
                name
            }

            /// What the page says the field holds.
            #[must_use]
            pub fn field_type(self) -> FieldType {
                match self {
                    $(Self::$field => FieldType::$type,)+
                }
            }
        }
    };
}

schema! {
    /// Fields of an `Invocation`: one run.
    InvocationField {
        /// When the task was created.
        CreationTime: Time,
        /// When a timed command runs.
        Frequency: Text,
        /// Overall status, recommended.
        InvocationStatus: Text,
        /// `Once`, `Period`, `NextRebootOnly`, `EveryReboot`; SDK: `DryRun`.
        RepeatMode: Text,
        /// The command's id.
        CommandId: Text,
        /// `RunShellScript`, `RunBatScript`, `RunPowerShellScript`.
        CommandType: Text,
        /// Overall status, not recommended.
        InvokeStatus: Text,
        /// Custom parameters: JSON text, in some answers an object.
        Parameters: Json,
        /// Whether the command will run again by itself.
        Timed: Boolean,
        /// The script; Base64 unless the request asked for `PlainText`.
        CommandContent: Text,
        /// The command's name.
        CommandName: Text,
        /// The command's description.
        CommandDescription: Text,
        /// The run's id.
        InvokeId: Text,
        /// The user that ran the command on the instances.
        Username: Text,
        /// The directory that the command ran in.
        WorkingDir: Text,
        /// The longest time that the command may run, in seconds.
        Timeout: Integer,
        /// The container's id.
        ContainerId: Text,
        /// The container's name.
        ContainerName: Text,
        /// `Process` or `ProcessTree`.
        TerminationMode: Text,
        /// The program that starts the script.
        Launcher: Text,
        /// SDK: where outputs are delivered, `oss://bucket/prefix`.
        OssOutputDelivery: Text,
    }
}

schema! {
    /// Fields of an `InvokeInstance`: one instance in a run.
    InstanceField {
        /// When the command started on the instance.
        CreationTime: Time,
        /// When the status last changed.
        UpdateTime: Time,
        /// When the process ended.
        FinishTime: Time,
        /// Status, recommended.
        InvocationStatus: Text,
        /// How often the command ran on the instance.
        Repeats: Integer,
        /// The instance's id.
        InstanceId: Text,
        /// What the command wrote; Base64 unless the request asked for `PlainText`.
        Output: Text,
        /// Bytes that were cut from the output beyond 24 KB.
        Dropped: Integer,
        /// When `StopInvocation` was called.
        StopTime: Time,
        /// The process's exit code; absent where there is none.
        ExitCode: Integer,
        /// When the process started.
        StartTime: Time,
        /// Why sending or running failed, in words.
        ErrorInfo: Text,
        /// Whether the command will run again by itself.
        Timed: Boolean,
        /// Why sending or running failed, as a code.
        ErrorCode: Text,
        /// Status, not recommended.
        InstanceInvokeStatus: Text,
        /// SDK: `InProgress`, `Finished` or `Failed`.
        OssOutputStatus: Text,
        /// SDK: where the whole output is.
        OssOutputUri: Text,
        /// SDK: why the delivery failed, as a code.
        OssOutputErrorCode: Text,
        /// SDK: why the delivery failed, in words.
        OssOutputErrorInfo: Text,
    }
}

schema! {
    /// Fields of an `InvocationResult` of `DescribeInvocationResults`.
    ///
    /// Source: typings of the official SDK 7.11.6.
    ResultField {
        /// The command's id.
        CommandId: Text,
        /// The container's id.
        ContainerId: Text,
        /// The container's name.
        ContainerName: Text,
        /// Bytes that were cut from the output beyond 24 KB.
        Dropped: Integer,
        /// Why sending or running failed, as a code.
        ErrorCode: Text,
        /// Why sending or running failed, in words.
        ErrorInfo: Text,
        /// The process's exit code; absent where there is none.
        ExitCode: Integer,
        /// When the process ended.
        FinishedTime: Time,
        /// The instance's id.
        InstanceId: Text,
        /// Status, recommended.
        InvocationStatus: Text,
        /// The run's id.
        InvokeId: Text,
        /// Status, not recommended.
        InvokeRecordStatus: Text,
        /// The program that starts the script.
        Launcher: Text,
        /// Where outputs are delivered, `oss://bucket/prefix`.
        OssOutputDelivery: Text,
        /// Why the delivery failed, as a code.
        OssOutputErrorCode: Text,
        /// Why the delivery failed, in words.
        OssOutputErrorInfo: Text,
        /// `InProgress`, `Finished` or `Failed`.
        OssOutputStatus: Text,
        /// Where the whole output is.
        OssOutputUri: Text,
        /// What the command wrote; Base64 unless the request asked for `PlainText`.
        Output: Text,
        /// How often the command ran on the instance.
        Repeats: Integer,
        /// When the process started.
        StartTime: Time,
        /// When `StopInvocation` was called.
        StopTime: Time,
        /// `Process` or `ProcessTree`.
        TerminationMode: Text,
        /// The user that ran the command on the instances.
        Username: Text,
    }
}
