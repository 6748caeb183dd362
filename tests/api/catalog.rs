//! Public API of `catalog`.

use invoscope::catalog::{
    Explanation, Kind, Platform, RetryClass, StatusScope, Who, explain, explain_api_error,
    explain_error_code, explain_error_info, explain_exit_code, explain_line, explain_status,
    retry_class,
};
use invoscope::json::to_json;
use invoscope::locale::Locale::{self, En, ZhCn};

/// The list of `ErrorCode` on the API page.
const PAGE_CODES: [&str; 17] = [
    "InstanceNotExists",
    "InstanceReleased",
    "InstanceNotRunning",
    "CommandNotApplicable",
    "AccountNotExists",
    "DirectoryNotExists",
    "BadCronExpression",
    "ClientNotRunning",
    "ClientNotResponse",
    "ClientIsUpgrading",
    "ClientNeedUpgrade",
    "DeliveryTimeout",
    "ExecutionTimeout",
    "ExecutionException",
    "ExecutionInterrupted",
    "ExitCodeNonzero",
    "SecurityGroupRuleDenied",
];

/// Codes of the SDK and of the help page on common problems.
const OTHER_CODES: [&str; 38] = [
    "TaskConcurrencyLimit",
    "ClientNetworkBlocked",
    "ClientNotOnline",
    "ClientRestarted",
    "InstanceRestarted",
    "InstanceDeregistered",
    "InvalidSystemBuiltInParameter",
    "DefaultWorkingDirectoryNotAvailable",
    "InvalidCommandText",
    "CommandContentDecodeError",
    "CronExpressionExpired",
    "InvalidGMTOffsetForTimezone",
    "InvalidGMTOffsetHourForTimezone",
    "InvalidGMTOffsetMinuteForTimezone",
    "TimezoneInformationCorrupt",
    "InvalidRateExpression",
    "RateFrequencyTooLarge",
    "InvalidAtExpression",
    "AtExpressionExpired",
    "InvalidContainerName",
    "UnsupportedContainerRuntime",
    "InvalidContainerId",
    "ContainerConnectFailed",
    "ContainerStateAbnormal",
    "ContainerNotFound",
    "ContainerNameDuplicated",
    "ContainerNameAndIdNotMatch",
    "ContainerRuntimeInternalError",
    "UserOrPasswordInvalid",
    "QueryParameterStoreFailed",
    "InstanceRoleInvalid",
    "TerminationException",
    "FileAlreadyExists",
    "FileNameInvalid",
    "FilePathInvalid",
    "FileAuthorityInvalid",
    "UserGroupNotExists",
    "SaveScriptFileFailed",
];

/// The list of `ErrorInfo` on the API page, with the code that each stands for.
const PAGE_SENTENCES: [(&str, &str); 16] = [
    (
        "The security group rules denied access to the aliyun service",
        "error/SecurityGroupRuleDenied",
    ),
    ("The specified instance does not exist", "error/InstanceNotExists"),
    ("The specified instance was released during task execution", "error/InstanceReleased"),
    ("The specified instance was not running during task execution", "error/InstanceNotRunning"),
    (
        "The OS type of the instance does not support the specified command type",
        "error/CommandNotApplicable",
    ),
    ("The specified account does not exist", "error/AccountNotExists"),
    ("The specified directory does not exist", "error/DirectoryNotExists"),
    ("The cron expression is invalid", "error/BadCronExpression"),
    ("The aliyun service is not running on the instance", "error/ClientNotRunning"),
    ("The aliyun service in the instance does not response", "error/ClientNotResponse"),
    (
        "The aliyun service in the instance is upgrading during task execution",
        "error/ClientIsUpgrading",
    ),
    (
        "The aliyun service in the instance need to be upgraded to at least version to support the feature",
        "error/ClientNeedUpgrade",
    ),
    ("The command delivery has been timeout", "error/DeliveryTimeout"),
    ("The command execution has been timeout", "error/ExecutionTimeout"),
    ("The command execution got an exception", "error/ExecutionException"),
    ("The command execution exit code is not zero", "error/ExitCodeNonzero"),
];

/// The wordings of the documentation of 2021.
const LEGACY_SENTENCES: [(&str, &str); 16] = [
    ("the specified instance does not exists", "error/InstanceNotExists"),
    ("the instance has released when create task", "error/InstanceReleased"),
    ("the instance is not running when create task", "error/InstanceNotRunning"),
    ("the command is not applicable", "error/CommandNotApplicable"),
    ("the specified account does not exists", "error/AccountNotExists"),
    ("the specified directory does not exists", "error/DirectoryNotExists"),
    ("the cron job expression is invalid", "error/BadCronExpression"),
    ("the aliyun service is not running on the instance", "error/ClientNotRunning"),
    ("the aliyun service in the instance does not response", "error/ClientNotResponse"),
    ("the aliyun service in the instance is upgrading now", "error/ClientIsUpgrading"),
    ("the aliyun service in the instance need upgrade", "error/ClientNeedUpgrade"),
    ("the command delivery has been timeout", "error/DeliveryTimeout"),
    ("the command execution has been timeout.", "error/ExecutionTimeout"),
    ("the command execution got an exception", "error/ExecutionException"),
    ("the command execution has been interrupted", "error/ExecutionInterrupted"),
    ("the command execution exit code is not zero.", "error/ExitCodeNonzero"),
];

/// The error table of the API page, with HTTP statuses.
const PAGE_ERRORS: [(u16, &str); 13] = [
    (400, "RegionId.ApiNotSupported"),
    (400, "NumberExceed.Tags"),
    (400, "Duplicate.TagKey"),
    (400, "InvalidTagKey.Malformed"),
    (400, "InvalidTagValue.Malformed"),
    (400, "MissingParameter.TagKey"),
    (400, "InvalidParam.PageNumber"),
    (400, "InvalidParam.PageSize"),
    (400, "InvalidParameter.NextToken"),
    (400, "InvalidParameter.MaxResults"),
    (403, "Operation.Forbidden"),
    (404, "InvalidRegionId.NotFound"),
    (500, "InternalError.Dispatch"),
];

const COMMON_ERRORS: [&str; 20] = [
    "InternalError",
    "ServiceUnavailable",
    "UnknownError",
    "Throttling",
    "Throttling.User",
    "Throttling.Api",
    "InvalidAccessKeyId.NotFound",
    "InvalidAccessKeyId.Inactive",
    "SignatureDoesNotMatch",
    "IncompleteSignature",
    "InvalidTimeStamp.Expired",
    "InvalidTimeStamp.Format",
    "SignatureNonceUsed",
    "Forbidden.RAM",
    "NoPermission",
    "InvalidSecurityToken.Expired",
    "InvalidSecurityToken.Malformed",
    "MissingSecurityToken",
    "MissingParameter",
    "Forbidden.RiskControl",
];

fn entry(found: Option<Explanation>) -> Option<&'static str> {
    found.and_then(|found| found.entry)
}

fn in_both(explained: impl Fn(Locale) -> Option<Explanation>) {
    let (Some(zh), Some(en)) = (explained(ZhCn), explained(En)) else {
        unreachable!("an entry in both languages")
    };

    assert!(zh.is_known() && en.is_known());
    assert_eq!(zh.entry, en.entry);
    assert_eq!((zh.retry, zh.who), (en.retry, en.who));
    assert_ne!(zh.title, en.title);
    assert!(!zh.title.contains('{') && !en.title.contains('{'), "{}", en.title);
}

#[test]
fn every_error_code_of_the_page_is_explained() {
    for code in PAGE_CODES {
        in_both(|locale| explain_error_code(code, locale));
        assert_eq!(
            entry(explain_error_code(code, En)).and_then(|id| id.strip_prefix("error/")),
            Some(code)
        );
    }
}

#[test]
fn every_error_code_of_sdk_and_help_is_explained() {
    for code in OTHER_CODES {
        in_both(|locale| explain_error_code(code, locale));
    }
}

#[test]
fn an_empty_error_code_or_sentence_means_no_error() {
    for found in [explain_error_code("", En), explain_error_info(" ", En)] {
        let found = found.expect("an entry");

        assert_eq!(found.entry, Some("error/none"));
        assert_eq!(found.retry, None);
    }
}

#[test]
fn every_error_sentence_of_the_page_is_explained() {
    for (sentence, expected) in PAGE_SENTENCES {
        in_both(|locale| explain_error_info(sentence, locale));
        assert_eq!(entry(explain_error_info(sentence, En)), Some(expected), "{sentence}");
    }
}

#[test]
fn every_legacy_error_sentence_is_explained() {
    for (sentence, expected) in LEGACY_SENTENCES {
        in_both(|locale| explain_error_info(sentence, locale));
        assert_eq!(entry(explain_error_info(sentence, En)), Some(expected), "{sentence}");
    }
}

#[test]
fn version_and_feature_of_the_upgrade_sentence_are_shown() {
    let info = "The aliyun service in the instance need to be upgraded to at least version 2.2.3.309 to support the feature Launcher";

    let zh = explain_error_info(info, ZhCn).expect("an entry");
    let en = explain_error_info(info, En).expect("an entry");

    assert_eq!((en.value("version"), en.value("feature")), (Some("2.2.3.309"), Some("Launcher")));
    assert_eq!(en.title, "Upgrade the agent to 2.2.3.309");
    assert_eq!(zh.title, "云助手 Agent 须升级到 2.2.3.309");
    assert_eq!(zh.cause, "特性 Launcher 至少需要 Agent 2.2.3.309。");
}

#[test]
fn every_status_of_the_page_is_explained() {
    let instance = [
        "Pending",
        "Invalid",
        "Aborted",
        "Running",
        "Success",
        "Failed",
        "Error",
        "Timeout",
        "Cancelled",
        "Stopping",
        "Terminated",
        "Scheduled",
    ];
    let invocation = [
        "Pending",
        "Scheduled",
        "Running",
        "Success",
        "Failed",
        "Stopping",
        "Stopped",
        "PartialFailed",
    ];
    let filter = [
        "Running",
        "Finished",
        "Success",
        "Failed",
        "Stopped",
        "Stopping",
        "PartialFailed",
        "Pending",
        "Scheduled",
    ];
    let legacy_instance = ["Running", "Finished", "Failed", "Stopped"];
    for (scope, statuses) in [
        (StatusScope::Instance, &instance[..]),
        (StatusScope::Invocation, &invocation[..]),
        (StatusScope::LegacyInvocation, &filter[..]),
        (StatusScope::LegacyInstance, &legacy_instance[..]),
    ] {
        for status in statuses {
            in_both(|locale| explain_status(status, Some(scope), locale));
        }
    }
}

#[test]
fn a_status_of_another_field_or_unknown_is_not_explained() {
    assert_eq!(explain_status("Finished", Some(StatusScope::Instance), En), None);
    assert_eq!(explain_status("Timeout", Some(StatusScope::Invocation), En), None);
    assert_eq!(explain_status("Hibernated", None, En), None);
}

#[test]
fn statuses_of_2018_in_lower_case_are_explained() {
    assert_eq!(entry(explain_status("finished", None, En)), Some("status/legacy/Finished"));
}

#[test]
fn finished_is_not_called_success() {
    let found = explain_status("Finished", None, En).expect("an entry");

    assert!(found.cause.contains("Completed is not successful"));
}

#[test]
fn shell_exit_codes_follow_posix_and_signal_7() {
    for (code, id, title) in [
        (0, "exit/0", "Exit code 0"),
        (1, "exit/1", "Exit code 1"),
        (2, "exit/2", "Exit code 2"),
        (7, "exit/other", "Exit code 7"),
        (126, "exit/126", "Exit code 126: cannot execute"),
        (127, "exit/127", "Exit code 127: command not found"),
        (128, "exit/128", "Exit code 128"),
        (129, "exit/SIGHUP", "Exit code 129: hangup, SIGHUP"),
        (131, "exit/signal", "Exit code 131: signal SIGQUIT"),
        (137, "exit/SIGKILL", "Exit code 137: killed, SIGKILL"),
        (139, "exit/SIGSEGV", "Exit code 139: segmentation fault, SIGSEGV"),
        (143, "exit/SIGTERM", "Exit code 143: terminated, SIGTERM"),
        (162, "exit/signal", "Exit code 162: signal SIGRTMIN"),
        (192, "exit/signal", "Exit code 192: signal SIGRTMAX"),
        (193, "exit/poweroff", "Exit code 193: power off requested"),
        (194, "exit/reboot", "Exit code 194: reboot requested"),
        (255, "exit/255", "Exit code 255"),
    ] {
        let found = explain_exit_code(code, Some(Platform::Linux), En).expect("an entry");

        assert_eq!((found.entry, &*found.title), (Some(id), title));
        assert_eq!(found.subject, code.to_string());
    }
}

#[test]
fn every_byte_is_an_exit_code_of_a_shell_and_nothing_above_is() {
    for code in 0..=255 {
        in_both(|locale| explain_exit_code(code, Some(Platform::Linux), locale));
    }
    for code in [256, i64::MAX, -24, i64::MIN] {
        assert_eq!(explain_exit_code(code, Some(Platform::Linux), En), None, "{code}");
    }
}

#[test]
fn ntstatus_is_read_signed_and_unsigned() {
    for (signed, unsigned, hex) in [
        (-1_073_741_819, 3_221_225_477, "0xC0000005"),
        (-1_073_741_510, 3_221_225_786, "0xC000013A"),
        (-1_073_741_502, 3_221_225_794, "0xC0000142"),
        (-1_073_740_791, 3_221_226_505, "0xC0000409"),
        (-1_073_741_571, 3_221_225_725, "0xC00000FD"),
        (-1_073_741_515, 3_221_225_781, "0xC0000135"),
        (-1_073_740_940, 3_221_226_356, "0xC0000374"),
        (-532_462_766, 3_762_504_530, "0xE0434352"),
    ] {
        for platform in [None, Some(Platform::Windows)] {
            let a = explain_exit_code(signed, platform, En).expect("an entry");
            let b = explain_exit_code(unsigned, platform, En).expect("an entry");

            assert_eq!(a.entry, b.entry);
            assert_ne!(a.entry, Some("exit/nt/other"), "{hex}");
            assert_eq!((a.value("hex"), b.value("hex")), (Some(hex), Some(hex)));
            assert!(a.title.starts_with(hex), "{}", a.title);
        }
    }
}

#[test]
fn an_unlisted_ntstatus_is_shown_in_hex_and_not_guessed() {
    let found = explain_exit_code(0xC000_0234, Some(Platform::Windows), En).expect("an entry");

    assert_eq!(found.title, "0xC0000234: NTSTATUS error");
    assert_eq!(found.commands, ["certutil -error 0xC0000234"]);
}

#[test]
fn windows_exit_codes_are_not_read_by_the_conventions_of_a_shell() {
    for (code, id) in [
        (0, "exit/0"),
        (1, "exit/1"),
        (5, "exit/win/5"),
        (137, "exit/other"),
        (193, "exit/other"),
        (3009, "exit/poweroff"),
        (3010, "exit/reboot"),
        (9009, "exit/win/9009"),
        (-1, "agent/MinusOne"),
        (4_294_967_295, "agent/MinusOne"),
        (-8, "exit/other"),
    ] {
        assert_eq!(entry(explain_exit_code(code, Some(Platform::Windows), En)), Some(id), "{code}");
    }
    assert_eq!(explain_exit_code(4_294_967_296, Some(Platform::Windows), En), None);
    assert_eq!(entry(explain_exit_code(3010, None, En)), Some("exit/reboot"));
}

#[test]
fn negative_codes_of_the_agent_are_named() {
    for code in -23..=-1 {
        in_both(|locale| explain_exit_code(code, None, locale));
        in_both(|locale| explain_exit_code(code, Some(Platform::Linux), locale));
    }
    let found = explain_exit_code(-8, None, En).expect("an entry");
    assert_eq!(found.title, "Agent error NoEnoughSpace: disk full");
}

#[test]
fn platforms_follow_the_command_type() {
    assert_eq!(Platform::of_command_type("RunShellScript"), Some(Platform::Linux));
    assert_eq!(Platform::of_command_type("RunBatScript"), Some(Platform::Windows));
    assert_eq!(Platform::of_command_type("RunPowerShellScript"), Some(Platform::Windows));
    assert_eq!(Platform::of_command_type("RunPythonScript"), None);
}

#[test]
fn every_api_error_of_the_page_is_explained() {
    for (http, code) in PAGE_ERRORS {
        in_both(|locale| explain_api_error(code, Some(http), locale));
    }
}

#[test]
fn common_api_errors_are_explained() {
    for code in COMMON_ERRORS {
        in_both(|locale| explain_api_error(code, None, locale));
    }
}

#[test]
fn an_unknown_api_error_is_explained_by_its_family_or_http_status_alone() {
    assert_eq!(entry(explain_api_error("Throttling.Regional", None, En)), Some("api/Throttling"));
    assert_eq!(entry(explain_api_error("Brand.New", Some(429), En)), Some("api/http/429"));
    let gateway = explain_api_error("Brand.New", Some(502), ZhCn).expect("an entry");
    assert_eq!(gateway.title, "HTTP 502：服务端错误");
    assert_eq!(gateway.subject, "Brand.New");
    assert_eq!(explain_api_error("Brand.New", Some(400), En), None);
    assert_eq!(explain_api_error("ForbiddenFruit", None, En), None);
}

#[test]
fn retry_classes_follow_the_retry_table_of_the_sdk() {
    use RetryClass::{Depends, NeedsFixFirst, Safe, Useless};
    for (code, http, expected) in [
        (Some("Throttling"), Some(400), Safe),
        (Some("Throttling.User"), Some(200), Safe),
        (Some("ThrottlingSomething"), None, Safe),
        (Some("ServiceUnavailable"), Some(503), Safe),
        (Some("InternalError"), Some(500), Safe),
        (Some("InternalError.Dispatch"), Some(500), Safe),
        (Some("InternalErrorX"), None, Safe),
        (Some("UnknownError"), None, Safe),
        (None, Some(429), Safe),
        (Some(""), Some(504), Safe),
        (Some("Brand.New"), Some(503), Safe),
        (None, None, Safe),
        (Some("InvalidParameter.NextToken"), Some(400), NeedsFixFirst),
        (Some("SignatureDoesNotMatch"), Some(400), NeedsFixFirst),
        (Some("Forbidden.RAM"), Some(403), NeedsFixFirst),
        (Some("Operation.Forbidden"), Some(500), Useless),
        (Some("Brand.New"), Some(400), Depends),
        (None, Some(302), Depends),
    ] {
        assert_eq!(retry_class(code, http), expected, "{code:?} {http:?}");
    }
}

#[test]
fn last_lines_are_explained() {
    for (line, id) in [
        ("cp: error writing '/data/x': No space left on device", "line/no-space"),
        ("磁盘空间不足。", "line/no-space"),
        ("bash: /opt/run.sh: Permission denied", "line/permission"),
        ("/tmp/t.sh: line 3: foo: command not found", "line/command-not-found"),
        ("/bin/sh: 1: foo: not found", "line/command-not-found"),
        ("'foo' 不是内部或外部命令，也不是可运行的程序", "line/command-not-found"),
        (
            "E: Could not get lock /var/lib/dpkg/lock-frontend - open (11: Resource temporarily unavailable)",
            "line/dpkg-lock",
        ),
        ("Killed", "line/killed"),
        ("Out of memory: Killed process 4711 (java)", "line/no-memory"),
        ("curl: (7) Failed to connect to 10.0.0.1 port 80: Connection refused", "line/refused"),
        ("curl: (6) Could not resolve host: mirrors.example", "line/resolve"),
        ("touch: cannot touch 'x': Read-only file system", "line/read-only"),
        ("cp: cannot create regular file '/usr/bin/x': Text file busy", "line/text-busy"),
        ("accept: Too many open files", "line/open-files"),
        ("拒绝访问。", "line/win-denied"),
        ("Access is denied.", "line/win-denied"),
        ("/bin/bash^M: bad interpreter: No such file or directory", "line/crlf"),
        ("./x.py: /usr/bin/py: bad interpreter: No such file or directory", "line/no-file"),
        ("git@host: Permission denied (publickey).", "line/auth"),
        ("Unit nginx.service could not be found.", "line/no-service"),
    ] {
        in_both(|locale| explain_line(line, locale));
        assert_eq!(entry(explain_line(line, En)), Some(id), "{line}");
    }
}

#[test]
fn ordinary_lines_are_not_explained() {
    for line in
        ["", "done", "Killed 3 stale sessions", "404: not found", "file could not be found."]
    {
        assert_eq!(explain_line(line, En), None, "{line:?}");
    }
}

#[test]
fn explain_takes_every_kind() {
    for (subject, kind, id) in [
        ("ClientNotRunning", Kind::ErrorCode, "error/ClientNotRunning"),
        ("clientnotrunning", Kind::ErrorCode, "error/ClientNotRunning"),
        ("Throttling.User", Kind::ApiError, "api/Throttling.User"),
        ("PartialFailed", Kind::Status, "status/invocation/PartialFailed"),
        (" 137 ", Kind::ExitCode, "exit/SIGKILL"),
        ("-1073741819", Kind::ExitCode, "exit/nt/C0000005"),
        ("0xC0000005", Kind::ExitCode, "exit/nt/C0000005"),
        ("the specified account does not exists.", Kind::ErrorInfo, "error/AccountNotExists"),
        ("mkdir: 设备上没有空间", Kind::Line, "line/no-space"),
    ] {
        let found = explain(subject, ZhCn);

        assert_eq!((found.kind, found.entry), (kind, Some(id)), "{subject}");
        assert_eq!(found.subject, subject);
    }
}

#[test]
fn what_is_unknown_is_shown_unchanged_and_not_guessed() {
    for subject in ["QuantumFluxDetected", "99999999999999999999", "0xZZ", "云上无此码", "300.5"]
    {
        for locale in [ZhCn, En] {
            let found = explain(subject, locale);

            assert!(!found.is_known());
            assert_eq!(found.kind, Kind::Unknown);
            assert_eq!(found.subject, subject);
            assert_eq!((found.retry, found.who), (None, &[] as &[Who]));
        }
    }
    assert_eq!(explain_error_code("QuantumFluxDetected", En), None);
    assert_eq!(explain_error_info("The flux is strong", En), None);
}

#[test]
fn advice_on_retries_follows_what_the_code_says_about_the_run() {
    use RetryClass::{Depends, NeedsFixFirst, Safe, Useless};
    for (code, expected, who) in [
        ("DeliveryTimeout", Safe, Who::InstanceOwner),
        ("TaskConcurrencyLimit", Safe, Who::ScriptAuthor),
        ("InstanceReleased", Useless, Who::InstanceOwner),
        ("SecurityGroupRuleDenied", NeedsFixFirst, Who::NetworkAdmin),
        ("AccountNotExists", NeedsFixFirst, Who::ScriptAuthor),
        ("ExitCodeNonzero", Depends, Who::ScriptAuthor),
        ("ExecutionInterrupted", Depends, Who::InstanceOwner),
    ] {
        let found = explain_error_code(code, En).expect("an entry");

        assert_eq!((found.retry, found.who.first()), (Some(expected), Some(&who)), "{code}");
    }
}

#[test]
fn an_explanation_crosses_as_json() {
    let found = explain_exit_code(127, Some(Platform::Linux), En).expect("an entry");

    let json: serde_json::Value = serde_json::from_str(&to_json(&found)).expect("JSON");

    assert_eq!(json["subject"], "127");
    assert_eq!(json["kind"], "exit-code");
    assert_eq!(json["known"], true);
    assert_eq!(json["entry"], "exit/127");
    assert_eq!(json["locale"], "en");
    assert_eq!(json["commands"], serde_json::json!(["command -v <command>", "echo $PATH"]));
    assert_eq!(json["who"], serde_json::json!(["script-author", "instance-owner"]));
    assert_eq!(json["whoLabels"], serde_json::json!(["script author", "instance owner"]));
    assert_eq!(json["retry"], "needs-fix-first");
    assert_eq!(json["retryLabel"], "Fix first, then retry");
    assert_eq!(json["sources"][0]["name"], "POSIX.1-2024, Shell Command Language");
    assert_eq!(json["values"]["code"], "127");

    let unknown: serde_json::Value =
        serde_json::from_str(&to_json(&explain("?", ZhCn))).expect("JSON");
    assert_eq!(unknown["known"], false);
    assert_eq!(unknown["entry"], serde_json::Value::Null);
    assert_eq!(unknown["retry"], serde_json::Value::Null);
}

#[test]
fn typescript_declares_every_key_and_code() {
    let types = include_str!("../../src/wasm/types/catalog.d.ts");
    let json: serde_json::Value =
        serde_json::from_str(&to_json(&explain("ClientNotRunning", En))).expect("JSON");

    for key in json.as_object().expect("an object").keys() {
        assert!(types.contains(&format!("  {key}: ")), "{key}");
    }
    for code in PAGE_CODES.iter().chain(PAGE_ERRORS.iter().map(|(_, code)| code)) {
        assert!(types.contains(&format!("| \"{code}\"")), "{code}");
    }
}
