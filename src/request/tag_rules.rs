//! The documented rules of tags.

use super::finding::{Finding, Severity};
use super::say::say;
use super::tag::Tag;
use crate::locale::Bilingual;

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
                say!("标签最多 {} 个，当前 {} 个。", MAX_TAGS, found),
                say!("At most {} tags are allowed, found {}.", MAX_TAGS, found),
            ),
        ));
    }
    for (index, tag) in tags.iter().enumerate() {
        let key = tag.key().unwrap_or_default();
        // More tags are refused anyway, so a longer list costs no square time.
        let mut earlier = tags.iter().take(index.min(MAX_TAGS));
        let is_repeated = earlier.any(|other| other.key() == Some(key));
        check_tag_key(index, key, is_repeated, findings);
        check_tag_value(index, tag.value().unwrap_or_default(), findings);
    }
}

fn check_tag_key(index: usize, key: &str, is_repeated: bool, findings: &mut Vec<Finding>) {
    let mut find = |code, zh: String, en: String| {
        let path = say!("Tag[{}].Key", index);
        findings.push(Finding::new(code, Severity::Error, &path, Bilingual::filled(zh, en)));
    };
    let name = say!("Tag.{}.Key", index.saturating_add(1));
    if key.is_empty() {
        find("tag-key-missing", say!("{} 不能为空。", name), say!("{} must not be empty.", name));
        return;
    }
    let length = key.chars().count();
    if length > MAX_TAG_KEY_CHARACTERS {
        find(
            "tag-key-too-long",
            say!("{} 最多 {} 个字符，当前 {} 个。", name, MAX_TAG_KEY_CHARACTERS, length),
            say!("{} may have {} characters, found {}.", name, MAX_TAG_KEY_CHARACTERS, length),
        );
    }
    if let Some(prefix) = RESERVED_KEY_PREFIXES.iter().find(|prefix| key.starts_with(**prefix)) {
        find(
            "tag-key-reserved",
            say!("{} 不能以 {} 开头。", name, prefix),
            say!("{} must not start with {}.", name, prefix),
        );
    }
    if has_url(key) {
        find(
            "tag-key-url",
            say!("{} 不能包含 http:// 或 https://。", name),
            say!("{} must not contain http:// or https://.", name),
        );
    }
    if is_repeated {
        find(
            "tag-key-duplicate",
            say!("{} 与前面的标签键重复。", name),
            say!("{} repeats the key of an earlier tag.", name),
        );
    }
}

fn check_tag_value(index: usize, value: &str, findings: &mut Vec<Finding>) {
    let mut find = |code, zh: String, en: String| {
        let path = say!("Tag[{}].Value", index);
        findings.push(Finding::new(code, Severity::Error, &path, Bilingual::filled(zh, en)));
    };
    let name = say!("Tag.{}.Value", index.saturating_add(1));
    let length = value.chars().count();
    if length > MAX_TAG_VALUE_CHARACTERS {
        find(
            "tag-value-too-long",
            say!("{} 最多 {} 个字符，当前 {} 个。", name, MAX_TAG_VALUE_CHARACTERS, length),
            say!("{} may have {} characters, found {}.", name, MAX_TAG_VALUE_CHARACTERS, length),
        );
    }
    if has_url(value) {
        find(
            "tag-value-url",
            say!("{} 不能包含 http:// 或 https://。", name),
            say!("{} must not contain http:// or https://.", name),
        );
    }
}

fn has_url(text: &str) -> bool {
    text.contains("http://") || text.contains("https://")
}
