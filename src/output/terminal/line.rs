//! Lines as runs of equal style.

use super::invisible::{self, Invisible};
use super::style::Style;
use crate::json::{ToJson, Writer};
use std::borrow::Cow;
use std::sync::Arc;

/// A run of text with one style and one link.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Span<'a> {
    /// The text, without control characters.
    pub text: Cow<'a, str>,
    /// How it looks.
    pub style: Style,
    /// An `http`, `https` or `mailto` target.
    pub link: Option<Arc<str>>,
}

/// One line of an output.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Line<'a> {
    /// Its spans, left to right, none empty.
    pub spans: Vec<Span<'a>>,
}

impl Line<'_> {
    /// The text of all spans.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match &self.spans[..] {
            [] => Cow::Borrowed(""),
            [span] => Cow::Borrowed(&span.text),
            spans => Cow::Owned(spans.iter().map(|span| span.text.as_ref()).collect()),
        }
    }

    /// The characters that a viewer should make visible, in order.
    #[must_use]
    pub fn invisible(&self) -> Vec<Invisible> {
        invisible::find(self.spans.iter().map(|span| span.text.as_ref()))
    }
}

/// `{"text": "ok", "style"?: {…}, "link"?: "https://…"}`
impl ToJson for Span<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("text", &self.text)
                .optional("style", (!self.style.is_plain()).then_some(self.style))
                .optional("link", self.link.as_deref());
        });
    }
}

/// `{"spans": […], "invisible"?: […]}`
impl ToJson for Line<'_> {
    fn write(&self, out: &mut Writer) {
        let invisible = self.invisible();
        out.object(|o| {
            o.field("spans", &self.spans)
                .optional("invisible", (!invisible.is_empty()).then_some(&invisible));
        });
    }
}
