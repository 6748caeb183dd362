//! Tokens that their own form tells.
//!
//! The forms are those that the rules of gitleaks and the services' own pages
//! agree on and that nothing else looks like.

use super::bytes::{before, rest, run};
use super::kind::SecretKind;
use super::scan::Secret;
use std::ops::RangeInclusive;

/// How a token begins, and which and how many characters follow.
struct Form(&'static str, SecretKind, fn(u8) -> bool, RangeInclusive<usize>);

const ANY: usize = usize::MAX;

const FORMS: &[Form] = &[
    // Alibaba Cloud: 16 characters until 2020, 24 since; temporary ones `STS.`.
    Form("LTAI", SecretKind::AccessKeyId, alphanumeric, 12..=36),
    Form("STS.", SecretKind::AccessKeyId, alphanumeric, 20..=60),
    Form("CAIS", SecretKind::SecurityToken, base64, 100..=ANY),
    // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    Form("AKIA", SecretKind::AccessKeyId, upper_or_digit, 16..=16),
    Form("ASIA", SecretKind::AccessKeyId, upper_or_digit, 16..=16),
    Form("ghp_", SecretKind::ServiceToken, alphanumeric, 36..=ANY),
    Form("gho_", SecretKind::ServiceToken, alphanumeric, 36..=ANY),
    Form("ghu_", SecretKind::ServiceToken, alphanumeric, 36..=ANY),
    Form("ghs_", SecretKind::ServiceToken, alphanumeric, 36..=ANY),
    Form("ghr_", SecretKind::ServiceToken, alphanumeric, 36..=ANY),
    Form("github_pat_", SecretKind::ServiceToken, word_or_dash, 22..=ANY),
    Form("glpat-", SecretKind::ServiceToken, word_or_dash, 20..=ANY),
    Form("xoxb-", SecretKind::ServiceToken, word_or_dash, 10..=ANY),
    Form("xoxp-", SecretKind::ServiceToken, word_or_dash, 10..=ANY),
    Form("xapp-", SecretKind::ServiceToken, word_or_dash, 10..=ANY),
    Form("npm_", SecretKind::ServiceToken, alphanumeric, 36..=ANY),
    Form("dckr_pat_", SecretKind::ServiceToken, word_or_dash, 20..=ANY),
    Form("hvs.", SecretKind::ServiceToken, word_or_dash, 20..=ANY),
    Form("sk_live_", SecretKind::ServiceToken, alphanumeric, 16..=ANY),
    Form("AIza", SecretKind::ServiceToken, word_or_dash, 35..=35),
];

pub(super) fn find(text: &[u8], found: &mut Vec<Secret>) {
    let mut position = 0;
    // The end of a run in which no JWT begins, so that it is walked once.
    let mut no_jwt_before = 0;
    while position < text.len() {
        let here = rest(text, position);
        let word = run(here, alphanumeric);
        if word == 0 || before(text, position).is_ascii_alphanumeric() {
            position += word.max(1);
            continue;
        }
        let jwt = if position < no_jwt_before { Err(0) } else { jwt_length(here) };
        if let Err(walked) = jwt {
            no_jwt_before = no_jwt_before.max(position + walked);
        }
        let jwt = jwt.ok().map(|length| (SecretKind::Jwt, length));
        let known =
            jwt.or_else(|| FORMS.iter().find_map(|form| Some((form.1, form.length(here)?))));
        let Some((kind, length)) = known else {
            position += word;
            continue;
        };
        found.push(Secret { kind, span: position..position + length });
        position += length;
        if kind == SecretKind::AccessKeyId {
            found.extend(secret_beside(text, position));
        }
    }
}

impl Form {
    fn length(&self, text: &[u8]) -> Option<usize> {
        let Self(prefix, _, is_part, lengths) = self;
        let length = run(text.strip_prefix(prefix.as_bytes())?, *is_part);
        lengths.contains(&length).then_some(prefix.len() + length)
    }
}

/// `{"alg":"…"}` is longer.
const SHORTEST_JWT_PART: usize = 10;

/// The length of a JWT, or how far it was walked without one.
///
/// Header and payload are JSON objects in Base64 for URLs: both begin with `eyJ`
/// (`{"`); the signature may be cut off.
fn jwt_length(text: &[u8]) -> Result<usize, usize> {
    if !text.starts_with(b"eyJ") {
        return Err(0);
    }
    let part = |from: usize| from + run(rest(text, from), word_or_dash);
    let header = part(0);
    if header < SHORTEST_JWT_PART || !rest(text, header).starts_with(b".eyJ") {
        return Err(header);
    }
    let payload = part(header + 1);
    if payload - header <= SHORTEST_JWT_PART {
        return Err(header);
    }
    Ok(if rest(text, payload).starts_with(b".") { part(payload + 1) } else { payload })
}

/// How far from an access key its secret is looked for, in words.
const WORDS_BESIDE: usize = 4;

/// Lengths of the secrets of Alibaba Cloud and AWS.
const SECRET_LENGTHS: [usize; 2] = [30, 40];

/// Signs and blanks between an access key and its secret, at most.
const WIDEST_GAP: usize = 32;

/// The secret that stands beside an access key, as in tables and lists.
fn secret_beside(text: &[u8], from: usize) -> Option<Secret> {
    let mut position = from;
    for _ in 0..WORDS_BESIDE {
        let gap = rest(text, position).iter().take(WIDEST_GAP);
        position += gap.take_while(|byte| !byte.is_ascii_alphanumeric()).count();
        let length = run(rest(text, position), |byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+')
        });
        let word = text.get(position..position + length)?;
        let has = |test: fn(&u8) -> bool| word.iter().any(test);
        if SECRET_LENGTHS.contains(&length)
            && has(u8::is_ascii_lowercase)
            && has(u8::is_ascii_uppercase)
            && has(u8::is_ascii_digit)
        {
            let span = position..position + length;
            return Some(Secret { kind: SecretKind::AccessKeySecret, span });
        }
        if length > WIDEST_GAP {
            return None;
        }
        position += length;
    }
    None
}

fn alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn upper_or_digit(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

fn word_or_dash(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_' | b'%')
}
