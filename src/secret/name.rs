//! Whether a name calls its value a secret.

use super::bytes::{is_wide_mark, rest};
use super::kind::SecretKind;
use std::ops::Range;

/// What a name promises of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) kind: SecretKind,
    pub(super) demand: Demand,
}

/// How much a value must look like a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// Anything that is no prose.
    Any,
    /// As machines make it.
    Random,
}

/// Longer names are no names; the limit keeps a megabyte of letters cheap.
const LONGEST_NAME: usize = 96;

/// Last words of names, joiners left out, the longer before its own end.
const WORDS: &[(&str, SecretKind, Demand)] = &[
    ("accesskeysecret", SecretKind::AccessKeySecret, Demand::Any),
    ("secretaccesskey", SecretKind::AccessKeySecret, Demand::Any),
    ("password", SecretKind::Password, Demand::Any),
    ("passwd", SecretKind::Password, Demand::Any),
    ("passphrase", SecretKind::Password, Demand::Any),
    ("密码", SecretKind::Password, Demand::Any),
    ("口令", SecretKind::Password, Demand::Any),
    ("securitytoken", SecretKind::SecurityToken, Demand::Random),
    ("sessiontoken", SecretKind::SecurityToken, Demand::Random),
    ("token", SecretKind::Token, Demand::Random),
    ("令牌", SecretKind::Token, Demand::Random),
    ("secret", SecretKind::Secret, Demand::Random),
    ("secretkey", SecretKind::Secret, Demand::Random),
    ("accesskey", SecretKind::Secret, Demand::Random),
    ("privatekey", SecretKind::Secret, Demand::Random),
    ("apikey", SecretKind::Secret, Demand::Random),
    ("密钥", SecretKind::Secret, Demand::Random),
];

/// Short forms, which are also the ends of other words.
const SHORT: &[&str] = &["pwd", "pass"];

/// What comes before `token` where it opens nothing.
const OTHER_TOKENS: &[&str] = &["next", "page", "continuation", "client", "cancel", "cancellation"];

/// The kind of secret that a name such as `DB_PASSWORD`, `accessKeySecret` or
/// `x-api-key` announces: its last words decide.
pub(super) fn kind_of_name(name: &[u8]) -> Option<Named> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    // `password1` and `PASSWORD_2` are passwords.
    let name = name.trim_ascii_end();
    let digits = name.iter().rev().take_while(|byte| byte.is_ascii_digit() || is_joiner(**byte));
    let name = name.get(..name.len() - digits.count()).unwrap_or_default();
    for &(word, kind, demand) in WORDS {
        let Some(stem) = stem(name, word) else { continue };
        let is_other = kind == SecretKind::Token
            && OTHER_TOKENS.iter().any(|other| self::stem(stem, other).is_some());
        return (!is_other).then_some(Named { kind, demand });
    }
    let stem = SHORT.iter().find_map(|word| stem(name, word))?;
    // Alone, `PWD` is the working directory and `pass` a count of tests.
    let demand = if stem.is_empty() { Demand::Random } else { Demand::Any };
    is_whole_word(name, stem).then_some(Named { kind: SecretKind::Password, demand })
}

/// What is left of the name before `word`, which is in lower case.
fn stem<'n>(name: &'n [u8], word: &str) -> Option<&'n [u8]> {
    let mut left = name;
    for wanted in word.bytes().rev() {
        loop {
            let (last, head) = left.split_last()?;
            left = head;
            if last.to_ascii_lowercase() == wanted {
                break;
            }
            if !is_joiner(*last) {
                return None;
            }
        }
    }
    Some(left)
}

/// Whether a word begins behind the stem: `db_pass` and `dbPass`, not `compass`.
fn is_whole_word(name: &[u8], stem: &[u8]) -> bool {
    let is_capital = name.get(stem.len()).is_some_and(u8::is_ascii_uppercase);
    match stem.last() {
        None => true,
        Some(last) => is_joiner(*last) || is_capital && last.is_ascii_lowercase(),
    }
}

fn is_joiner(byte: u8) -> bool {
    matches!(byte, b'_' | b'-' | b'.')
}

/// The names of a text: runs of letters, digits and joiners.
pub(super) fn names(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut position = 0;
    std::iter::from_fn(move || {
        loop {
            let here = rest(text, position);
            let length = name_length(here);
            if length > 0 {
                position += length;
                return Some(position - length..position);
            }
            position += if is_wide_mark(here) { 3 } else { 1 };
            if here.is_empty() {
                return None;
            }
        }
    })
}

pub(super) fn name_length(text: &[u8]) -> usize {
    let mut length = 0;
    while let Some(byte) = text.get(length) {
        let is_part = byte.is_ascii_alphanumeric() || is_joiner(*byte);
        if !is_part && (byte.is_ascii() || is_wide_mark(rest(text, length))) {
            break;
        }
        length += 1;
    }
    length
}
