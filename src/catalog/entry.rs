//! An entry: its facts, its texts, and the way from an id to an explanation.

use super::explanation::{Explanation, Kind};
use super::facts;
use super::retry::RetryClass;
use super::source::Source;
use super::texts::texts;
use super::who::Who;
use crate::json::{ToJson, Writer};
use crate::locale::Locale;
use std::borrow::Cow;

/// What holds in every language.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) id: &'static str,
    pub(super) who: &'static [Who],
    pub(super) retry: Option<RetryClass>,
    pub(super) sources: &'static [Source],
    /// One command a line.
    pub(super) commands: &'static str,
}

/// Values read from a subject.
pub(super) type Values = Vec<(&'static str, String)>;

pub(super) fn facts(id: &str) -> Option<&'static Facts> {
    facts::ALL.into_iter().flatten().find(|facts| facts.id == id)
}

/// The entry that a table gives to `name`, in any ASCII case.
// Inlined, the search is repeated for every table: nine kilobytes of wasm.
#[inline(never)]
pub(super) fn lookup(
    table: &'static [(&'static str, &'static str)],
    name: &str,
) -> Option<&'static str> {
    table.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, entry)| *entry)
}

/// An explanation whose texts are kept elsewhere, under its entry's id or
/// `unknown`.
pub(crate) struct Untold(Explanation);

impl ToJson for Untold {
    fn write(&self, out: &mut Writer) {
        out.object(|o| self.0.write_facts(o));
    }
}

/// What was found of a subject, before a language is chosen.
#[derive(Debug)]
pub(crate) struct Found {
    subject: String,
    kind: Kind,
    facts: &'static Facts,
    values: Values,
}

impl Found {
    /// The entry `id` applied to `subject`; none only where a table names an id
    /// that has no row, which a test excludes.
    pub(super) fn new(kind: Kind, subject: &str, id: &str, values: Values) -> Option<Self> {
        Some(Self { subject: subject.to_owned(), kind, facts: facts(id)?, values })
    }

    /// The entry that says that there is none.
    pub(super) fn unknown(subject: &str) -> Self {
        let facts = &facts::UNKNOWN;
        Self { subject: subject.to_owned(), kind: Kind::Unknown, facts, values: Values::new() }
    }

    /// What was found, as of another spelling of the subject.
    pub(super) fn of(self, subject: &str) -> Self {
        Self { subject: subject.to_owned(), ..self }
    }

    /// What the module tells a page that has the texts itself.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    pub(crate) fn untold(self, locale: Locale) -> Untold {
        Untold(self.without_texts(locale))
    }

    fn without_texts(self, locale: Locale) -> Explanation {
        let facts = self.facts;
        Explanation {
            subject: self.subject,
            kind: self.kind,
            entry: (self.kind != Kind::Unknown).then_some(facts.id),
            locale,
            title: Cow::default(),
            cause: Cow::default(),
            check: Cow::default(),
            commands: facts.commands.lines().map(|line| filled(line, &self.values)).collect(),
            fix: Cow::default(),
            who: facts.who,
            retry: facts.retry,
            sources: facts.sources,
            values: self.values,
        }
    }

    /// The explanation in a language.
    pub(super) fn told(self, locale: Locale) -> Explanation {
        let id = self.facts.id;
        let told = self.without_texts(locale);
        // Every entry has a text in every language, a test holds it to that.
        let text = texts(locale).find(|text| text.id == id).unwrap_or_default();
        let fill = |template| filled(template, &told.values);
        Explanation {
            title: fill(text.title),
            cause: fill(text.cause),
            check: fill(text.check),
            fix: fill(text.fix),
            ..told
        }
    }
}

fn filled(template: &'static str, values: &Values) -> Cow<'static, str> {
    if values.is_empty() || !template.contains('{') {
        return Cow::Borrowed(template);
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    // One pass, so that a value with braces in it is never filled itself.
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((value, tail))
        });
        if let Some((value, tail)) = value {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once_and_unknown_ones_stay() {
        let values = vec![("a", "{b}".to_owned()), ("b", "x".to_owned())];

        assert_eq!(filled("{a}-{b}-{c} {{ACS::…}}", &values), "{b}-x-{c} {{ACS::…}}");
    }
}
