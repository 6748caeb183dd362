//! `ErrorInfo` sentences, in the wordings of the present page and of 2018 to
//! 2021.

use super::entry::{Found, Values};
use super::error_code;
use super::explanation::{Explanation, Kind};
use crate::locale::Locale;

/// Sentences in [`normalized`] form, and the code that they belong to.
pub(super) static SENTENCES: &[(&str, &str)] = &[
    ("the security group rules denied access to the aliyun service", "SecurityGroupRuleDenied"),
    ("the specified instance does not exist", "InstanceNotExists"),
    ("the specified instance was released during task execution", "InstanceReleased"),
    ("the instance has released when create task", "InstanceReleased"),
    ("the specified instance has been released", "InstanceReleased"),
    ("the specified instance was not running during task execution", "InstanceNotRunning"),
    ("the instance is not running when create task", "InstanceNotRunning"),
    (
        "the os type of the instance does not support the specified command type",
        "CommandNotApplicable",
    ),
    ("the command is not applicable", "CommandNotApplicable"),
    ("the specified account does not exist", "AccountNotExists"),
    ("the specified directory does not exist", "DirectoryNotExists"),
    ("the cron expression is invalid", "BadCronExpression"),
    ("the cron job expression is invalid", "BadCronExpression"),
    ("the aliyun service is not running on the instance", "ClientNotRunning"),
    ("the aliyun service in the instance does not response", "ClientNotResponse"),
    ("the aliyun service in the instance does not respond", "ClientNotResponse"),
    ("the aliyun service in the instance is upgrading during task execution", "ClientIsUpgrading"),
    ("the aliyun service in the instance is upgrading now", "ClientIsUpgrading"),
    ("the aliyun service in the instance need upgrade", "ClientNeedUpgrade"),
    ("the command delivery has been timeout", "DeliveryTimeout"),
    ("the command execution has been timeout", "ExecutionTimeout"),
    ("the command execution got an exception", "ExecutionException"),
    ("the command execution has been interrupted", "ExecutionInterrupted"),
    ("the command execution exit code is not zero", "ExitCodeNonzero"),
];

/// What stands before the version in the sentence of `ClientNeedUpgrade`.
const UPGRADE: &str = "the aliyun service in the instance need to be upgraded to at least version";

/// Explains the `ErrorInfo` of an instance; `""` means that there was no error.
///
/// Tolerated: ASCII case, runs of white space, a final full stop, `exists` for
/// `exist`, `needs` for `need`, and details after the sentence and a mark
/// (`.`, `,`, `:`, `;`, a bracket). Of the upgrade sentence the values `version`
/// and `feature` are read, in both orders of “the feature Y” and “the Y
/// feature”; of a security group's, `securityGroupId` and `ip`.
///
/// A text that starts with the name of a known code or of an agent error and a
/// mark (`SaveScriptFileFailed.NoEnoughSpace: …`) is explained by that name.
/// None for everything else: the text is not matched in part. Decide by
/// `ErrorCode` where there is one; sentences change.
#[must_use]
pub fn explain_error_info(info: &str, locale: Locale) -> Option<Explanation> {
    Some(find_error_info(info)?.told(locale))
}

pub(crate) fn find_error_info(info: &str) -> Option<Found> {
    let (entry, values) = entry(info)?;
    Found::new(Kind::ErrorInfo, info, entry, values)
}

pub(super) fn entry(info: &str) -> Option<(&'static str, Values)> {
    let words = normalized(info);
    if words.is_empty() {
        return error_code::entry("");
    }
    if let Some(code) = sentence(&words) {
        let (entry, mut values) = error_code::entry(code)?;
        if code == "SecurityGroupRuleDenied" {
            values = addresses(info);
        }
        return Some((entry, values));
    }
    upgrade(info, &words).or_else(|| named(info))
}

fn sentence(words: &str) -> Option<&'static str> {
    let (_, code) = SENTENCES.iter().find(|(sentence, _)| {
        words.strip_prefix(sentence).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(['.', ',', ':', ';', '(', '[', '。', '，', '：'])
        })
    })?;
    Some(code)
}

/// Lower case, single spaces, no final full stop, `exist` and `need` for their
/// third persons.
fn normalized(info: &str) -> String {
    let mut out = String::with_capacity(info.len());
    for word in info.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let word = word.to_ascii_lowercase();
        let stem = word.trim_end_matches(['.', '。']);
        let end = word.get(stem.len()..).unwrap_or_default();
        out.push_str(match stem {
            "exists" => "exist",
            "needs" => "need",
            other => other,
        });
        out.push_str(end);
    }
    out.truncate(out.trim_end_matches(['.', '。', ' ']).len());
    out
}

/// “… at least version X to support the feature Y”, or “… the Y feature”; the
/// page's own text has lost both values with its markup.
fn upgrade(info: &str, words: &str) -> Option<(&'static str, Values)> {
    // Also the order of the help pages: “to at least <version> to support …”.
    let short = UPGRADE.strip_suffix(" version")?;
    let tail = words.strip_prefix(short)?;
    let (version, feature) = tail.split_once("to support the").unwrap_or((tail, ""));
    let version = version.trim().trim_start_matches("version").trim();
    let feature = feature.trim();
    let feature = feature
        .strip_prefix("feature")
        .filter(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
        .or_else(|| feature.strip_suffix("feature"))
        .unwrap_or(feature)
        .trim_matches([' ', ':', '"', '\'', '.']);
    if version.is_empty() || feature.is_empty() {
        return error_code::entry("ClientNeedUpgrade");
    }
    let values =
        vec![("version", as_written(info, version)), ("feature", as_written(info, feature))];
    Some(("error/ClientNeedUpgrade/values", values))
}

/// The words of `info` that `lower` is the normalized form of, in their own
/// case.
fn as_written(info: &str, lower: &str) -> String {
    let spaced = info.split_whitespace().collect::<Vec<_>>().join(" ");
    let start = spaced.to_ascii_lowercase().rfind(lower);
    let found = start.and_then(|start| spaced.get(start..)?.get(..lower.len()));
    found.unwrap_or(lower).to_owned()
}

/// The security group and the address that the service names in the sentence.
fn addresses(info: &str) -> Values {
    let mut values = Values::new();
    let token = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '*' | '/'));
    for word in info.split(token).map(|word| word.trim_end_matches('.')) {
        if word.starts_with("sg-") && word.len() > 3 {
            values.push(("securityGroupId", word.to_owned()));
        } else if word.split('/').next().is_some_and(is_ipv4) {
            values.push(("ip", word.to_owned()));
        }
    }
    values
}

fn is_ipv4(word: &str) -> bool {
    word.parse::<std::net::Ipv4Addr>().is_ok()
}

/// A text that begins with the name of a code: `Name: …`, `Name.Detail: …`.
fn named(info: &str) -> Option<(&'static str, Values)> {
    let head = info.trim().split([':', '：']).next()?;
    let mut names = head.split('.');
    let first = error_code::entry(names.next()?.trim()).filter(|_| !head.is_empty())?;
    // `SaveScriptFileFailed.NoEnoughSpace`: the errno says more than the step.
    match names.next() {
        Some(detail) if detail.trim() == "NoEnoughSpace" => error_code::entry(detail),
        _ => Some(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(info: &str) -> Option<&'static str> {
        entry(info).map(|(entry, _)| entry)
    }

    #[test]
    fn sentences_are_in_normalized_form() {
        for (sentence, _) in SENTENCES {
            assert_eq!(&normalized(sentence), sentence);
        }
        assert_eq!(normalized(UPGRADE), UPGRADE);
    }

    #[test]
    fn case_spacing_full_stop_and_third_person_do_not_matter() {
        for info in [
            "The specified instance does not exist",
            "the specified instance does not exists",
            "  THE specified\tinstance  does not exists. ",
            "the specified instance does not exist。",
        ] {
            assert_eq!(code_of(info), Some("error/InstanceNotExists"), "{info:?}");
        }
    }

    #[test]
    fn details_after_the_sentence_need_a_mark() {
        assert_eq!(
            code_of("The command execution got an exception: fork failed"),
            Some("error/ExecutionException")
        );
        assert_eq!(code_of("The specified instance does not exist in this account"), None);
    }

    #[test]
    fn version_and_feature_are_read_in_both_orders() {
        for info in [
            "The aliyun service in the instance need to be upgraded to at least version 2.2.3.309 to support the feature LauncherX",
            "the aliyun service in the instance needs to be upgraded to at least 2.2.3.309 to support the LauncherX feature.",
            "The aliyun service in the instance need to be upgraded to at least version 2.2.3.309 to support the feature: LauncherX",
        ] {
            let (entry, values) = entry(info).expect("a known sentence");

            assert_eq!(entry, "error/ClientNeedUpgrade/values");
            assert_eq!(
                values,
                [("version", "2.2.3.309".to_owned()), ("feature", "LauncherX".to_owned())],
                "{info}"
            );
        }
    }

    #[test]
    fn the_upgrade_sentence_without_values_is_known() {
        for info in [
            "The aliyun service in the instance need to be upgraded to at least version to support the feature",
            "the aliyun service in the instance need upgrade",
            "The aliyun service in the instance need to be upgraded to at least version 2.2.3.309",
        ] {
            assert_eq!(code_of(info), Some("error/ClientNeedUpgrade"), "{info}");
        }
    }

    #[test]
    fn security_group_and_address_are_read() {
        let (entry, values) = entry(
            "The security group rules denied access to the aliyun service: sg-bp1i7gg30r52z2em**** denies 100.100.45.106.",
        )
        .expect("a known sentence");

        assert_eq!(entry, "error/SecurityGroupRuleDenied");
        assert_eq!(
            values,
            [
                ("securityGroupId", "sg-bp1i7gg30r52z2em****".to_owned()),
                ("ip", "100.100.45.106".to_owned())
            ]
        );
    }

    #[test]
    fn names_of_agent_errors_at_the_start_are_read() {
        assert_eq!(
            code_of("SaveScriptFileFailed.NoEnoughSpace: write: no space left on device"),
            Some("agent/NoEnoughSpace")
        );
        assert_eq!(code_of("WorkingDirectoryNotExist: /data"), Some("error/DirectoryNotExists"));
        assert_eq!(code_of("Something: /data"), None);
        assert_eq!(code_of(": x"), None);
    }
}
