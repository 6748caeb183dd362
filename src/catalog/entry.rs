//! An entry: its facts, its texts, and the way from an id to an explanation.

use super::explanation::{Explanation, Kind};
use super::retry::RetryClass;
use super::source::Source;
use super::who::Who;
use super::{facts, texts_en, texts_zh};
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

/// The sentences of one language; `{name}` stands for a value of the subject.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) cause: &'static str,
    pub(super) check: &'static str,
    pub(super) fix: &'static str,
}

/// Values read from a subject.
pub(super) type Values = Vec<(&'static str, String)>;

pub(super) fn facts(id: &str) -> Option<&'static Facts> {
    facts::ALL.into_iter().flatten().find(|facts| facts.id == id)
}

pub(super) fn text(id: &str, locale: Locale) -> Option<Text> {
    texts(locale).find(|text| text.id == id)
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

/// The texts of a language, in the order of the facts.
pub(super) fn texts(locale: Locale) -> impl Iterator<Item = Text> {
    let all = match locale {
        Locale::ZhCn => texts_zh::ALL,
        Locale::En => texts_en::ALL,
    };
    all.into_iter().flat_map(|texts| texts.split("\n\n")).filter_map(parse)
}

fn parse(block: &'static str) -> Option<Text> {
    let mut lines = block.trim_start().lines();
    Some(Text {
        id: lines.next()?,
        title: lines.next()?,
        cause: lines.next()?,
        check: lines.next()?,
        fix: lines.next()?,
    })
}

/// The entry `id` applied to `subject`; none only where a table names an id
/// that has no row, which a test excludes.
pub(super) fn explanation(
    kind: Kind,
    subject: &str,
    id: &str,
    values: Values,
    locale: Locale,
) -> Option<Explanation> {
    let facts = facts(id)?;
    let text = text(id, locale)?;
    let fill = |template| filled(template, &values);
    Some(Explanation {
        subject: subject.to_owned(),
        kind,
        entry: Some(facts.id),
        locale,
        title: fill(text.title),
        cause: fill(text.cause),
        check: fill(text.check),
        commands: facts.commands.lines().map(fill).collect(),
        fix: fill(text.fix),
        who: facts.who,
        retry: facts.retry,
        sources: facts.sources,
        values,
    })
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
