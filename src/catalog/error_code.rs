//! The `ErrorCode` of an instance, and the errors of the agent by number and
//! name.

use super::entry::{Found, Values, lookup};
use super::explanation::{Explanation, Kind};
use crate::locale::Locale;

/// Codes and the entry that explains them.
///
/// First those of the API page, then `TaskConcurrencyLimit` of the SDK, then
/// those of the help page on common problems.
pub(super) static CODES: &[(&str, &str)] = &[
    ("", "error/none"),
    ("InstanceNotExists", "error/InstanceNotExists"),
    ("InstanceReleased", "error/InstanceReleased"),
    ("InstanceNotRunning", "error/InstanceNotRunning"),
    ("CommandNotApplicable", "error/CommandNotApplicable"),
    ("AccountNotExists", "error/AccountNotExists"),
    ("DirectoryNotExists", "error/DirectoryNotExists"),
    ("BadCronExpression", "error/BadCronExpression"),
    ("ClientNotRunning", "error/ClientNotRunning"),
    ("ClientNotResponse", "error/ClientNotResponse"),
    ("ClientIsUpgrading", "error/ClientIsUpgrading"),
    ("ClientNeedUpgrade", "error/ClientNeedUpgrade"),
    ("DeliveryTimeout", "error/DeliveryTimeout"),
    ("ExecutionTimeout", "error/ExecutionTimeout"),
    ("ExecutionException", "error/ExecutionException"),
    ("ExecutionInterrupted", "error/ExecutionInterrupted"),
    ("ExitCodeNonzero", "error/ExitCodeNonzero"),
    ("SecurityGroupRuleDenied", "error/SecurityGroupRuleDenied"),
    ("TaskConcurrencyLimit", "error/TaskConcurrencyLimit"),
    ("ClientNetworkBlocked", "error/ClientNetworkBlocked"),
    ("ClientNotOnline", "error/ClientNotOnline"),
    ("ClientRestarted", "error/ClientRestarted"),
    ("InstanceRestarted", "error/InstanceRestarted"),
    ("InstanceDeregistered", "error/InstanceDeregistered"),
    ("InvalidSystemBuiltInParameter", "error/InvalidSystemBuiltInParameter"),
    ("DefaultWorkingDirectoryNotAvailable", "error/DefaultWorkingDirectoryNotAvailable"),
    ("HomeDirectoryNotAvailable", "error/DefaultWorkingDirectoryNotAvailable"),
    ("WorkingDirectoryNotExist", "error/DirectoryNotExists"),
    ("InvalidCommandText", "error/InvalidCommandText"),
    ("CommandContentDecodeError", "error/InvalidCommandText"),
    ("CronExpressionExpired", "error/ScheduleExpired"),
    ("AtExpressionExpired", "error/ScheduleExpired"),
    ("InvalidGMTOffsetForTimezone", "error/InvalidTimezone"),
    ("InvalidGMTOffsetHourForTimezone", "error/InvalidTimezone"),
    ("InvalidGMTOffsetMinuteForTimezone", "error/InvalidTimezone"),
    ("TimezoneInformationCorrupt", "error/TimezoneInformationCorrupt"),
    ("InvalidRateExpression", "error/InvalidRateExpression"),
    ("RateFrequencyTooLarge", "error/InvalidRateExpression"),
    ("InvalidAtExpression", "error/InvalidAtExpression"),
    ("InvalidContainerName", "error/InvalidContainer"),
    ("InvalidContainerId", "error/InvalidContainer"),
    ("UnsupportedContainerRuntime", "error/InvalidContainer"),
    ("ContainerNameAndIdNotMatch", "error/InvalidContainer"),
    ("ContainerConnectFailed", "error/ContainerUnavailable"),
    ("ContainerStateAbnormal", "error/ContainerUnavailable"),
    ("ContainerNotFound", "error/ContainerUnavailable"),
    ("ContainerNameDuplicated", "error/ContainerNameDuplicated"),
    ("ContainerRuntimeInternalError", "error/ContainerRuntimeInternalError"),
    ("UserOrPasswordInvalid", "error/UserOrPasswordInvalid"),
    ("UsernameOrPasswordInvalid", "error/UserOrPasswordInvalid"),
    ("QueryParameterStoreFailed", "error/QueryParameterStoreFailed"),
    ("InstanceRoleInvalid", "error/InstanceRoleInvalid"),
    ("TerminationException", "error/TerminationException"),
    ("FileAlreadyExists", "error/SendFile"),
    ("FileNameInvalid", "error/SendFile"),
    ("FilePathInvalid", "error/SendFile"),
    ("FileAuthorityInvalid", "error/SendFile"),
    ("UserGroupNotExists", "error/SendFile"),
];

/// Errors of the agent: number, name, entry (`agent/taskengine/taskerrors` of
/// `aliyun/aliyun_assist_client`).
pub(super) static AGENT: &[(i64, &str, &str)] = &[
    (-1, "GetScriptPathFailed", "agent/SaveScript"),
    (-2, "UnknownCommandType", "agent/Content"),
    (-3, "Base64DecodeFailed", "agent/Content"),
    (-4, "SaveScriptFileFailed", "agent/SaveScript"),
    (-5, "SetExecutablePermissionFailed", "agent/SaveScript"),
    (-6, "SetWindowsPermissionFailed", "agent/SaveScript"),
    (-7, "ExecuteScriptFailed", "agent/Execute"),
    (-8, "NoEnoughSpace", "agent/NoEnoughSpace"),
    (-9, "ScriptFileExisted", "agent/SaveScript"),
    (-10, "PowershellNotFound", "agent/Interpreter"),
    (-11, "SystemDefaultShellNotFound", "agent/Interpreter"),
    (-12, "ResolveEnvironmentParameterFailed", "agent/Content"),
    (-13, "GeneralError", "agent/Execute"),
    (-14, "ConnectContainerRuntimeFailed", "agent/Container"),
    (-15, "NoAvailableContainerRuntime", "agent/Container"),
    (-16, "ContainerRuntimeInternalFailed", "agent/Container"),
    (-17, "ContainerNotFoundById", "agent/Container"),
    (-18, "ManyContainersFoundById", "agent/Container"),
    (-19, "ContainerNotRunning", "agent/Container"),
    (-20, "CreatePipeFailed", "agent/Execute"),
    (-21, "CreateProcessCollectionFailed", "agent/Execute"),
    (-22, "CommanderError", "agent/Execute"),
    (-23, "ServerResponseError", "agent/Server"),
];

/// Explains the `ErrorCode` of an instance; `""` means that there was no error.
///
/// None for a code that the catalog does not know. Sources: the API page's list
/// of `ErrorCode`, the SDK's, the help page on common problems, the agent.
#[must_use]
pub fn explain_error_code(code: &str, locale: Locale) -> Option<Explanation> {
    Some(find_error_code(code)?.told(locale))
}

pub(crate) fn find_error_code(code: &str) -> Option<Found> {
    let (entry, values) = entry(code)?;
    Found::new(Kind::ErrorCode, code, entry, values)
}

/// The entry of a code or of an agent error's name.
pub(super) fn entry(code: &str) -> Option<(&'static str, Values)> {
    let code = code.trim();
    if let Some(entry) = lookup(CODES, code) {
        return Some((entry, Values::new()));
    }
    let (_, name, entry) = AGENT.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(code))?;
    Some((entry, vec![("name", (*name).to_owned())]))
}
