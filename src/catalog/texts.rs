//! The sentences of the catalog, under the same ids as the facts.
//!
//! A text is five lines: id, title, cause, check, fix; a blank line stands
//! between texts; `{name}` stands for a value of the subject. The files are read
//! by this crate and by the build of the npm package, which makes a JavaScript
//! module of each language: the WebAssembly module has no texts, so that a page
//! loads the one it shows.

use crate::locale::Locale;

/// The sentences of one entry in one language.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) cause: &'static str,
    pub(super) check: &'static str,
    pub(super) fix: &'static str,
}

macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("texts/", $language, "/error_codes.txt")),
            include_str!(concat!("texts/", $language, "/statuses.txt")),
            include_str!(concat!("texts/", $language, "/exit_codes.txt")),
            include_str!(concat!("texts/", $language, "/api_errors.txt")),
            include_str!(concat!("texts/", $language, "/lines.txt")),
            include_str!(concat!("texts/", $language, "/unknown.txt")),
        ]
    };
}

/// The files of a language, in the order of the facts.
pub(super) fn files(locale: Locale) -> [&'static str; 6] {
    match locale {
        Locale::ZhCn => files!("zh-CN"),
        Locale::En => files!("en"),
    }
}

/// The texts of a language, in the order of the facts.
pub(super) fn texts(locale: Locale) -> impl Iterator<Item = Text> {
    files(locale).into_iter().flat_map(|texts| texts.split("\n\n")).filter_map(parse)
}

fn parse(block: &'static str) -> Option<Text> {
    let mut lines = block.lines();
    Some(Text {
        id: lines.next()?,
        title: lines.next()?,
        cause: lines.next()?,
        check: lines.next()?,
        fix: lines.next()?,
    })
}
