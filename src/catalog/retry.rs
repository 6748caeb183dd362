//! Whether doing it again helps.

use crate::json::{ToJson, Writer};
use crate::locale::Locale;

/// Whether a retry helps, and what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryClass {
    /// Nothing ran, or only a query was asked: repeat it.
    Safe,
    /// A repetition gives the same result.
    Useless,
    /// A repetition helps once the cause is fixed.
    NeedsFixFirst,
    /// The command may have run in part: it depends on its being repeatable.
    Depends,
}

impl RetryClass {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Useless => "useless",
            Self::NeedsFixFirst => "needs-fix-first",
            Self::Depends => "depends",
        }
    }

    /// The class in words.
    #[must_use]
    pub fn label(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Safe, Locale::ZhCn) => "可以直接重试",
            (Self::Safe, Locale::En) => "Retry is safe",
            (Self::Useless, Locale::ZhCn) => "重试无用",
            (Self::Useless, Locale::En) => "Retry is useless",
            (Self::NeedsFixFirst, Locale::ZhCn) => "先修复，再重试",
            (Self::NeedsFixFirst, Locale::En) => "Fix first, then retry",
            (Self::Depends, Locale::ZhCn) => "取决于命令是否可重复执行",
            (Self::Depends, Locale::En) => "Depends on the command being repeatable",
        }
    }
}

/// The stable name.
impl ToJson for RetryClass {
    fn write(&self, out: &mut Writer) {
        out.string(self.as_str());
    }
}
