//! Passwords in arguments of programs whose options have no telling name.

use super::bytes::{rest, run, skip_blanks};
use super::kind::SecretKind;
use super::looks::{is_ordinary, is_stand_in};
use super::scan::Secret;
use super::value::value_at;
use std::ops::Range;

/// Where a program takes a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// `-pSECRET`: a blank would end the option.
    Joined(&'static str),
    /// `-p SECRET`; without an option, the first argument.
    Next(&'static str),
    /// `-u user:SECRET`
    NextBehindColon(&'static str),
}

const PROGRAMS: &[(&str, Place)] = &[
    ("mysql", Place::Joined("-p")),
    ("mysqldump", Place::Joined("-p")),
    ("mysqladmin", Place::Joined("-p")),
    ("mariadb", Place::Joined("-p")),
    ("sshpass", Place::Joined("-p")),
    ("sshpass", Place::Next("-p")),
    ("redis-cli", Place::Next("-a")),
    ("curl", Place::NextBehindColon("-u")),
    ("curl", Place::NextBehindColon("--user")),
    ("ConvertTo-SecureString", Place::Next("")),
    ("ConvertTo-SecureString", Place::Next("-String")),
];

pub(super) fn find(text: &[u8], found: &mut Vec<Secret>) {
    let mut program: &[u8] = b"";
    let mut option: &[u8] = b"";
    let mut position = 0;
    while position < text.len() {
        let start = skip_blanks(text, position);
        let here = rest(text, start);
        let length = run(here, |byte| !byte.is_ascii_whitespace() && !ends_command(byte));
        if length == 0 {
            // The end of a line or of a command.
            (program, option) = (b"", b"");
            position = start + 1;
            continue;
        }
        let word = here.get(..length).unwrap_or_default();
        let name = word.rsplit(|byte| matches!(byte, b'/' | b'"' | b'\'')).next().unwrap_or(word);
        position = start + length;
        let is_known = |name: &[u8]| PROGRAMS.iter().any(|(known, _)| known.as_bytes() == name);
        if is_known(name) {
            (program, option) = (name, b"");
            continue;
        }
        let places = PROGRAMS.iter().filter(|(known, _)| known.as_bytes() == program);
        let span = places.filter_map(|(_, place)| place.password(text, start, word, option)).find(
            |span| {
                let value = text.get(span.clone()).unwrap_or_default();
                !is_stand_in(value) && !is_ordinary(value)
            },
        );
        if let Some(span) = span {
            position = span.end;
            found.push(Secret { kind: SecretKind::Password, span });
        }
        option = word;
    }
}

impl Place {
    /// The password of `word`, which begins at `start` behind `option`.
    fn password(
        self,
        text: &[u8],
        start: usize,
        word: &[u8],
        option: &[u8],
    ) -> Option<Range<usize>> {
        match self {
            Self::Joined(name) => {
                word.starts_with(name.as_bytes()).then(|| value_at(text, start + name.len()).span)
            }
            Self::Next(name) => (option == name.as_bytes()).then(|| value_at(text, start).span),
            Self::NextBehindColon(name) => {
                let user = Self::Next(name).password(text, start, word, option)?;
                let colon = run(text.get(user.clone())?, |byte| byte != b':');
                (user.start + colon < user.end).then(|| user.start + colon + 1..user.end)
            }
        }
    }
}

fn ends_command(byte: u8) -> bool {
    matches!(byte, b'|' | b';' | b'&' | b'(' | b')' | b'`')
}
