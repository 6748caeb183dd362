//! What a reader of the answer should know about it.

use crate::json::{ToJson, Writer};

/// Something in the answer that is not as documented and was kept as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub(super) kind: NoticeKind,
    pub(super) path: String,
    pub(super) offset: usize,
}

/// The kinds of [`Notice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoticeKind {
    /// A member stands twice in one object; the last one counts, as for
    /// `JSON.parse`.
    DuplicateField,
    /// A value has a type that the page does not give it and that does not
    /// convert.
    UnexpectedType,
    /// A result of `SendFile` (`f-…`) stands among the runs.
    SendFile,
}

impl NoticeKind {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::DuplicateField => "duplicate-field",
            Self::UnexpectedType => "unexpected-type",
            Self::SendFile => "send-file",
        }
    }
}

impl Notice {
    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> NoticeKind {
        self.kind
    }

    /// The field, such as `Invocation[3].ExitCode`: record index in this page,
    /// zero-based.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Zero-based byte offset just behind the value.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl ToJson for Notice {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("code", self.kind.code())
                .field("path", &self.path)
                .field("offset", self.offset);
        });
    }
}
