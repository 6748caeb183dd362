//! The two languages of every text that the crate writes for people.

use crate::json::{ToJson, Writer};
use std::borrow::Cow;

/// A language of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Locale {
    /// Simplified Chinese, `zh-CN`.
    ZhCn,
    /// English, `en`.
    #[default]
    En,
}

impl Locale {
    /// The language of a BCP 47 tag: Chinese for `zh` and its regions, English
    /// for everything else.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { Self::ZhCn } else { Self::En }
    }

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }
}

/// One sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Bilingual {
    /// A sentence that is the same for every input.
    #[must_use]
    pub const fn fixed(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// A sentence with values in it.
    #[must_use]
    pub fn filled(zh: String, en: String) -> Self {
        Self { zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }

    /// The sentence in `locale`.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::ZhCn => &self.zh,
            Locale::En => &self.en,
        }
    }
}

/// `{"zh": …, "en": …}`
impl ToJson for Bilingual {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("zh", &self.zh).field("en", &self.en);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chinese_tag_is_chinese_and_every_other_is_english() {
        for tag in ["zh", "zh-CN", "ZH_hans", "zh-TW"] {
            assert_eq!(Locale::from_tag(tag), Locale::ZhCn, "{tag}");
        }
        for tag in ["en", "en-GB", "fr", "", "zhx"] {
            assert_eq!(Locale::from_tag(tag), Locale::En, "{tag}");
        }
    }
}
