//! The documented rules of tags.

use super::finding::{Finding, Severity};
use super::model::Tag;
use crate::locale::Bilingual;
use std::collections::BTreeSet;

const MAX_TAGS: usize = 20;
const MAX_TAG_KEY_CHARACTERS: usize = 64;
const MAX_TAG_VALUE_CHARACTERS: usize = 128;
const RESERVED_KEY_PREFIXES: [&str; 2] = ["aliyun", "acs:"];

pub(super) fn check_tags(tags: &[Tag], findings: &mut Vec<Finding>) {
    if tags.len() > MAX_TAGS {
        let found = tags.len();
        findings.push(Finding::new(
            "tag-count-exceeded",
            Severity::Error,
            "Tag",
            Bilingual::filled(
                format!("标签最多 {MAX_TAGS} 个，当前 {found} 个。"),
                format!("At most {MAX_TAGS} tags are allowed, found {found}."),
            ),
        ));
    }
    let mut seen = BTreeSet::new();
    for (index, tag) in tags.iter().enumerate() {
        let key = tag.key().unwrap_or_default();
        check_tag_key(index, key, !seen.insert(key), findings);
        check_tag_value(index, tag.value().unwrap_or_default(), findings);
    }
}

fn check_tag_key(index: usize, key: &str, is_repeated: bool, findings: &mut Vec<Finding>) {
    let mut find = |code, zh: String, en: String| {
        let path = format!("Tag[{index}].Key");
        findings.push(Finding::new(code, Severity::Error, path, Bilingual::filled(zh, en)));
    };
    let name = format!("Tag.{}.Key", index.saturating_add(1));
    if key.is_empty() {
        find("tag-key-missing", format!("{name} 不能为空。"), format!("{name} must not be empty."));
        return;
    }
    let length = key.chars().count();
    if length > MAX_TAG_KEY_CHARACTERS {
        find(
            "tag-key-too-long",
            format!("{name} 最多 {MAX_TAG_KEY_CHARACTERS} 个字符，当前 {length} 个。"),
            format!("{name} may have {MAX_TAG_KEY_CHARACTERS} characters, found {length}."),
        );
    }
    if let Some(prefix) = RESERVED_KEY_PREFIXES.iter().find(|prefix| key.starts_with(**prefix)) {
        find(
            "tag-key-reserved",
            format!("{name} 不能以 {prefix} 开头。"),
            format!("{name} must not start with {prefix}."),
        );
    }
    if has_url(key) {
        find(
            "tag-key-url",
            format!("{name} 不能包含 http:// 或 https://。"),
            format!("{name} must not contain http:// or https://."),
        );
    }
    if is_repeated {
        find(
            "tag-key-duplicate",
            format!("{name} 与前面的标签键重复。"),
            format!("{name} repeats the key of an earlier tag."),
        );
    }
}

fn check_tag_value(index: usize, value: &str, findings: &mut Vec<Finding>) {
    let mut find = |code, zh: String, en: String| {
        let path = format!("Tag[{index}].Value");
        findings.push(Finding::new(code, Severity::Error, path, Bilingual::filled(zh, en)));
    };
    let name = format!("Tag.{}.Value", index.saturating_add(1));
    let length = value.chars().count();
    if length > MAX_TAG_VALUE_CHARACTERS {
        find(
            "tag-value-too-long",
            format!("{name} 最多 {MAX_TAG_VALUE_CHARACTERS} 个字符，当前 {length} 个。"),
            format!("{name} may have {MAX_TAG_VALUE_CHARACTERS} characters, found {length}."),
        );
    }
    if has_url(value) {
        find(
            "tag-value-url",
            format!("{name} 不能包含 http:// 或 https://。"),
            format!("{name} must not contain http:// or https://."),
        );
    }
}

fn has_url(text: &str) -> bool {
    text.contains("http://") || text.contains("https://")
}
