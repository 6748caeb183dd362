use super::entry::facts as facts_of;
use super::status::StatusScope;
use super::texts::{files, texts};
use super::{api_error, error_code, facts, line};
use crate::locale::Locale::{En, ZhCn};
use std::collections::BTreeSet;

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[test]
fn facts_and_both_languages_have_the_same_unique_ids() {
    let facts: Vec<_> = facts::ALL.into_iter().flatten().map(|facts| facts.id).collect();
    let zh: Vec<_> = texts(ZhCn).map(|text| text.id).collect();
    let en: Vec<_> = texts(En).map(|text| text.id).collect();

    assert_eq!(facts, zh);
    assert_eq!(facts, en);
    assert_eq!(facts.len(), facts.iter().collect::<BTreeSet<_>>().len());
}

#[test]
fn every_block_of_texts_has_five_lines() {
    for file in files(ZhCn).into_iter().chain(files(En)) {
        for block in file.split("\n\n") {
            assert_eq!(block.lines().count(), 5, "{block}");
            assert!(block.lines().all(|line| line.trim() == line), "{block}");
        }
    }
}

#[test]
fn no_text_is_empty_or_in_the_other_language() {
    for texts in texts(ZhCn) {
        for sentence in [texts.title, texts.cause, texts.check, texts.fix] {
            assert!(!sentence.trim().is_empty(), "{}", texts.id);
            // `Agent` and exit code headlines aside, every sentence is Chinese.
            assert!(sentence.chars().any(is_han), "{}: {sentence}", texts.id);
        }
    }
    for texts in texts(En) {
        for sentence in [texts.title, texts.cause, texts.check, texts.fix] {
            assert!(!sentence.trim().is_empty(), "{}", texts.id);
            assert!(!sentence.chars().any(is_han), "{}: {sentence}", texts.id);
        }
    }
}

#[test]
fn titles_are_headlines_and_sentences_end_in_both_languages() {
    for texts in texts(ZhCn).chain(texts(En)) {
        assert!(texts.title.chars().count() <= 60, "{}: {}", texts.id, texts.title);
        assert!(!texts.title.ends_with(['.', '。']), "{}", texts.id);
        for sentence in [texts.cause, texts.check, texts.fix] {
            assert!(sentence.ends_with(['.', '。', '?', '？']), "{}: {sentence}", texts.id);
            assert!(sentence.chars().count() <= 200, "{}: {sentence}", texts.id);
        }
    }
}

#[test]
fn every_table_names_entries_that_exist() {
    let statuses = [
        StatusScope::Instance,
        StatusScope::Invocation,
        StatusScope::LegacyInvocation,
        StatusScope::LegacyInstance,
    ];
    let named = error_code::CODES
        .iter()
        .chain(api_error::CODES)
        .chain(line::RULES)
        .chain(statuses.iter().flat_map(|scope| scope.table()))
        .map(|(_, entry)| *entry)
        .chain(error_code::AGENT.iter().map(|(_, _, entry)| *entry));

    for entry in named {
        assert!(facts_of(entry).is_some(), "{entry}");
    }
}

#[test]
fn every_entry_that_failed_says_who_can_fix_it() {
    // Nobody has to act on what goes on, ended well or heals by itself.
    for facts in facts::ALL.into_iter().flatten().filter(|facts| facts.who.is_empty()) {
        let harmless = facts.retry.is_none()
            || facts.id == "error/ClientIsUpgrading"
            || facts.id.starts_with("status/");
        assert!(harmless, "{}", facts.id);
    }
}

#[test]
fn every_entry_has_a_source() {
    for facts in facts::ALL.into_iter().flatten() {
        assert!(!facts.sources.is_empty(), "{}", facts.id);
    }
}

#[test]
fn no_rule_is_hidden_by_an_earlier_one() {
    for (index, (phrase, entry)) in line::RULES.iter().enumerate() {
        let first = line::RULES.iter().position(|(other, _)| phrase.contains(other));
        let winner = first.map(|first| line::RULES[first].1);

        assert!(first == Some(index) || winner == Some(*entry), "{phrase}");
    }
}

mod properties {
    use crate::catalog::{Platform, explain, explain_api_error, explain_error_info, explain_line};
    use crate::catalog::{explain_exit_code, retry_class};
    use crate::locale::Locale::{En, ZhCn};
    use proptest::prelude::*;

    /// Texts near the rules: fragments of sentences, marks and noise.
    fn near() -> impl Strategy<Value = String> {
        let fragment = prop_oneof![
            Just("the aliyun service in the instance need to be upgraded to at least version"),
            Just("to support the"),
            Just("feature"),
            Just("The security group rules denied access to the aliyun service"),
            Just("Throttling."),
            Just("line 3: 7 Killed"),
            Just("：1.2.3.4 sg-x"),
            Just(": "),
            Just("İ"),
        ];
        proptest::collection::vec(prop_oneof![fragment.prop_map(str::to_owned), ".{0,8}"], 0..6)
            .prop_map(|parts| parts.join(" "))
    }

    proptest! {
        #[test]
        fn prop_every_text_is_answered_with_the_text_unchanged(text in prop_oneof![near(), ".*"]) {
            let zh = explain(&text, ZhCn);
            let en = explain(&text, En);

            prop_assert_eq!(&zh.subject, &text);
            prop_assert_eq!(zh.entry, en.entry);
            prop_assert_eq!(zh.values, en.values);
            let _ = (explain_error_info(&text, En), explain_line(&text, En));
            let _ = (explain_api_error(&text, Some(500), En), retry_class(Some(&text), Some(400)));
        }

        #[test]
        fn prop_every_number_is_answered(code in prop_oneof![any::<i64>(), -300_i64..10_000]) {
            for platform in [None, Some(Platform::Linux), Some(Platform::Windows)] {
                if let Some(found) = explain_exit_code(code, platform, En) {
                    prop_assert_eq!(found.subject, code.to_string());
                }
            }
        }
    }
}
