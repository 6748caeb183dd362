//! Values beside names: `DB_PASSWORD=…`, `"token": "…"`, `--password …`,
//! `密码：…`, `<password>…</password>`.

use super::bytes::{before, rest, run, skip_blanks};
use super::looks::{is_code, is_ordinary, is_path, is_prose, is_random, is_stand_in, is_wordy};
use super::name::{Demand, Named, kind_of_name, names};
use super::scan::Secret;
use super::value::{Value, value_at};

/// A value that is rejected may hold names itself (`Password: Secret: …`);
/// longer ones are not looked at twice.
const LONGEST_REJECTED: usize = 256;

pub(super) fn find(text: &[u8], found: &mut Vec<Secret>) {
    let mut floor = 0;
    for span in names(text) {
        if span.start < floor {
            continue;
        }
        let name = text.get(span.clone()).unwrap_or_default();
        let Some(named) = kind_of_name(name) else { continue };
        let Some((join, value)) = value_behind(text, span.start, span.end) else { continue };
        let inside = text.get(value.span.clone()).unwrap_or_default();
        if accepts(named, join, value.is_quoted, inside, rest(text, value.span.end)) {
            floor = value.span.end;
            found.push(Secret { kind: named.kind, span: value.span });
        } else if inside.len() > LONGEST_REJECTED {
            floor = value.span.end;
        }
    }
}

/// How a name and its value are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Equals,
    Colon,
    /// `--password value`
    Option,
    /// `<password>value`
    Element,
}

const SIGNS: &[(&str, Join)] = &[
    ("=>", Join::Equals),
    (":=", Join::Equals),
    ("=", Join::Equals),
    ("＝", Join::Equals),
    (":", Join::Colon),
    ("：", Join::Colon),
];

fn value_behind(text: &[u8], start: usize, end: usize) -> Option<(Join, Value)> {
    let here = rest(text, end);
    if before(text, start) == b'<' && here.starts_with(b">") {
        let length = run(rest(text, end + 1), |byte| !matches!(byte, b'<' | b'\n'));
        return Some((Join::Element, Value { span: end + 1..end + 1 + length, is_quoted: true }));
    }
    // The name's own quotes: `"password":`, `\"password\":`, `['password']=`.
    let quotes = run(here, |byte| matches!(byte, b'\\' | b'"' | b'\'' | b'`' | b']'));
    let behind = skip_blanks(text, end + quotes);
    let signed = SIGNS.iter().find(|(sign, _)| rest(text, behind).starts_with(sign.as_bytes()));
    let (join, at) = match signed {
        Some((sign, join)) => (*join, behind + sign.len()),
        None if rest(text, start).starts_with(b"-") && quotes == 0 && behind > end => {
            (Join::Option, behind)
        }
        None => return None,
    };
    // Comparisons, paths of modules, schemes of URLs.
    if join != Join::Option && matches!(rest(text, at), [b'=' | b':' | b'~', ..] | [b'/', b'/', ..])
    {
        return None;
    }
    Some((join, value_at(text, skip_blanks(text, at))))
}

fn accepts(named: Named, join: Join, is_quoted: bool, inside: &[u8], behind: &[u8]) -> bool {
    if is_stand_in(inside) || join == Join::Option && inside.starts_with(b"-") {
        return false;
    }
    match named.demand {
        Demand::Any if is_quoted => !is_prose(inside),
        Demand::Any => is_plain_password(join, inside, behind),
        Demand::Random => is_machine_made(is_quoted, inside, behind),
    }
}

/// Whether a value is accepted by its name alone, as in JSON.
pub(super) fn accepts_member(named: Named, value: &[u8]) -> bool {
    accepts(named, Join::Equals, true, value, b"")
}

/// Whether a value without quotes is a password rather than prose, code or the
/// name of a parameter.
fn is_plain_password(join: Join, inside: &[u8], behind: &[u8]) -> bool {
    let names_another = is_wordy(inside) && kind_of_name(inside).is_some();
    if is_ordinary(inside) || is_code(inside, behind) || names_another {
        return false;
    }
    let next = behind.get(skip_blanks(behind, 0));
    let goes_on = next.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'[');
    !(join == Join::Colon && is_wordy(inside) && goes_on)
}

fn is_machine_made(is_quoted: bool, inside: &[u8], behind: &[u8]) -> bool {
    let is_chosen = is_quoted && inside.len() >= 6 && !is_wordy(inside) && !inside.contains(&b' ');
    !is_path(inside) && !is_code(inside, behind) && (is_random(inside, 8) || is_chosen)
}
