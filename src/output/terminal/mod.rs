//! Text with terminal control sequences to styled lines.
//!
//! The parser follows Paul Williams' state machine of DEC's terminals
//! (<https://vt100.net/emu/dec_ansi_parser>). The model is a document, not a
//! screen: a line can be overwritten (CR, BS, EL, ED, cursor left and right)
//! until it ends, and an ended line is never touched again, so that nothing that
//! a command printed is lost to a `clear`. Moves to another line end the line.
//!
//! No control character reaches the result: none of C0, DEL, C1. Bidirectional
//! and zero-width characters stay, because they are text, and are reported
//! ([`Line::invisible`]) so that a viewer can make them visible.
//!
//! # Limits
//! One character is one cell: wide and combining characters are not measured.
//! Tabs become spaces. Work and memory are linear in the text: cells that no
//! character of the text pays for are bounded by its length and 4096 more, and a
//! cursor that asks for more is moved to the end of its line.

mod invisible;
mod line;
mod link;
mod parameters;
mod parser;
mod screen;
mod sgr;
mod style;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use invisible::{Invisible, InvisibleKind};
pub use line::{Line, Span};
pub use style::{Attribute, Color, Style};

/// The lines of `text`.
///
/// A line ends at LF, VT, FF or NEL; the last needs no end. Lines without
/// control sequences borrow from `text`.
#[must_use]
pub fn styled_lines(text: &str) -> Vec<Line<'_>> {
    screen::Screen::render(text)
}

/// The text as it reads on a screen: lines joined by LF, without control
/// sequences; borrowed where there are none.
#[must_use]
pub fn plain_text(text: &str) -> Cow<'_, str> {
    let is_plain = |character: char| !character.is_control() || matches!(character, '\n' | '\t');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let lines = styled_lines(text);
    let mut plain = String::with_capacity(text.len());
    for line in &lines {
        plain.extend(line.spans.iter().map(|span| span.text.as_ref()));
        plain.push('\n');
    }
    if !text.ends_with('\n') {
        plain.pop();
    }
    Cow::Owned(plain)
}
