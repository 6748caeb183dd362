//! The line under the cursor, and the lines that have ended.

use super::line::{Line, Span};
use super::link;
use super::parameters::Parameters;
use super::parser::{Action, Parser};
use super::sgr;
use super::style::Style;
use std::borrow::Cow;
use std::sync::Arc;

/// A style and a link, numbered by the order in which the text sets them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Pen {
    style: Style,
    link: Option<Arc<str>>,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    character: char,
    pen: usize,
}

/// The default pen is the first.
const BLANK: Cell = Cell { character: ' ', pen: 0 };

const TAB_WIDTH: usize = 8;

/// Cells that a short text may have without paying for them.
const FREE_CELLS: usize = 4096;

pub(super) struct Screen<'a> {
    lines: Vec<Line<'a>>,
    cells: Vec<Cell>,
    cursor: usize,
    pens: Vec<Pen>,
    /// Blank cells that may still be made, so that work stays linear.
    blanks: usize,
}

impl<'a> Screen<'a> {
    pub(super) fn render(text: &'a str) -> Vec<Line<'a>> {
        let mut screen = Self {
            lines: Vec::new(),
            cells: Vec::new(),
            cursor: 0,
            pens: vec![Pen::default()],
            blanks: text.len().saturating_add(FREE_CELLS),
        };
        let mut parser = Parser::new();
        for (line, is_ended) in lines(text) {
            // A line feed ends the line and any sequence, so every line starts afresh.
            if is_plain(line) {
                screen.push_plain(line, is_ended);
                continue;
            }
            for character in line.chars().chain(is_ended.then_some('\n')) {
                if let Some(action) = parser.advance(character) {
                    screen.perform(action);
                }
            }
        }
        if !screen.cells.is_empty() {
            screen.end_line();
        }
        screen.lines
    }

    /// A line without control characters is its own span.
    fn push_plain(&mut self, line: &'a str, is_ended: bool) {
        let pen = self.pens.last().cloned().unwrap_or_default();
        let span = (!line.is_empty()).then_some(Span {
            text: Cow::Borrowed(line),
            style: pen.style,
            link: pen.link,
        });
        if is_ended || span.is_some() {
            self.lines.push(Line { spans: span.into_iter().collect() });
        }
    }

    fn perform(&mut self, action: Action<'_>) {
        match action {
            Action::Print(character) => self.print(character),
            Action::Execute(control) => self.execute(control),
            Action::Control(last, parameters) => self.control(last, parameters),
            Action::Command(command) => {
                if let Some(target) = link::target(command) {
                    let target = (!target.is_empty()).then(|| Arc::from(target));
                    self.change_pen(|pen| pen.link = target);
                }
            }
        }
    }

    fn execute(&mut self, control: char) {
        match control {
            // LF, VT, FF; IND and NEL of C1.
            '\n' | '\u{B}' | '\u{C}' | '\u{84}' | '\u{85}' => self.end_line(),
            '\r' => self.cursor = 0,
            '\u{8}' => self.cursor = self.cursor.saturating_sub(1),
            '\t' => self.tab(),
            _ => {}
        }
    }

    /// Functions of ECMA-48 §8.3 by their final byte.
    fn control(&mut self, last: char, parameters: &Parameters) {
        let first = usize::from(parameters.first_or(1));
        match last {
            'm' => self.change_pen(|pen| sgr::apply(&mut pen.style, parameters)),
            // EL; ED likewise, because other lines have ended.
            'K' | 'J' => self.erase(parameters.first_or(0)),
            // CUF, HPR; CUB; CHA, HPA.
            'C' | 'a' => self.cursor = self.cursor.saturating_add(first),
            'D' => self.cursor = self.cursor.saturating_sub(first),
            'G' | '`' => self.cursor = first - 1,
            // CUU, CUD, CNL, CPL, CUP, HVP, VPA, VPR: another line.
            'A' | 'B' | 'E' | 'F' | 'H' | 'f' | 'd' | 'e' => {
                if !self.cells.is_empty() {
                    self.end_line();
                }
                self.cursor = 0;
            }
            _ => {}
        }
    }

    fn print(&mut self, character: char) {
        let cell = Cell { character, pen: self.pens.len() - 1 };
        self.fill_to_cursor();
        match self.cells.get_mut(self.cursor) {
            Some(place) => *place = cell,
            None => self.cells.push(cell),
        }
        self.cursor += 1;
    }

    /// Makes blanks up to the cursor; takes it back where they would cost more
    /// than the text is long.
    fn fill_to_cursor(&mut self) {
        let gap = self.cursor.saturating_sub(self.cells.len());
        if self.pay(gap) {
            self.cells.resize(self.cells.len() + gap, BLANK);
        } else {
            self.cursor = self.cells.len();
        }
    }

    fn pay(&mut self, blanks: usize) -> bool {
        let rest = self.blanks.checked_sub(blanks);
        self.blanks = rest.unwrap_or(self.blanks);
        rest.is_some()
    }

    /// Inside a line a tab moves; at its end it makes at most eight blanks.
    fn tab(&mut self) {
        let stop = (self.cursor / TAB_WIDTH).saturating_add(1).saturating_mul(TAB_WIDTH);
        if self.cursor >= self.cells.len() {
            self.fill_to_cursor();
            let stop = (self.cursor / TAB_WIDTH + 1) * TAB_WIDTH;
            self.cells.resize(stop, BLANK);
            self.cursor = stop;
        } else {
            self.cursor = stop;
        }
    }

    fn erase(&mut self, part: u16) {
        match part {
            0 => self.cells.truncate(self.cursor),
            1 => {
                let end = self.cursor.saturating_add(1).min(self.cells.len());
                if end == self.cells.len() {
                    self.cells.clear();
                } else if self.pay(end) {
                    self.cells.iter_mut().take(end).for_each(|cell| *cell = BLANK);
                }
            }
            _ => self.cells.clear(),
        }
    }

    fn change_pen(&mut self, change: impl FnOnce(&mut Pen)) {
        let current = self.pens.last().cloned().unwrap_or_default();
        let mut pen = current.clone();
        change(&mut pen);
        if pen != current {
            self.pens.push(pen);
        }
    }

    fn end_line(&mut self) {
        let mut spans: Vec<Span<'a>> = Vec::new();
        for run in self.cells.chunk_by(|a, b| a.pen == b.pen) {
            let text: String = run.iter().map(|cell| cell.character).collect();
            let pen = run.first().and_then(|cell| self.pens.get(cell.pen));
            let Pen { style, link } = pen.cloned().unwrap_or_default();
            match spans.last_mut() {
                Some(last) if last.style == style && last.link == link => {
                    last.text.to_mut().push_str(&text);
                }
                _ => spans.push(Span { text: Cow::Owned(text), style, link }),
            }
        }
        self.lines.push(Line { spans });
        self.cells.clear();
        self.cursor = 0;
    }
}

/// The lines of `text` and whether each has an end; CR before LF is part of it.
fn lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split_inclusive('\n').map(|line| match line.strip_suffix('\n') {
        Some(line) => (line.strip_suffix('\r').unwrap_or(line), true),
        None => (line, false),
    })
}

/// Whether `line` has no control character: C0, DEL, or C1 (C2 80 to C2 9F).
fn is_plain(line: &str) -> bool {
    let mut previous = 0;
    !line.bytes().any(|byte| {
        let is_c1 = previous == 0xC2 && byte < 0xA0;
        previous = byte;
        byte < 0x20 || byte == 0x7F || is_c1
    })
}
