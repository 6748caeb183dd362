//! Patterns as trees.
//!
//! Source: the syntax that the crate `regex-lite` documents. What it refuses is
//! refused.

use super::class::Class;
use super::look::Look;
use super::program::{MOST_NESTED, TOO_DEEP};
use super::syntax::Node;
use escapes::Escape;

mod brackets;
mod escapes;

/// A pattern that was read.
pub(super) struct Parsed {
    pub(super) root: Node,
    /// The classes by their numbers.
    pub(super) classes: Vec<Class>,
    /// The capture groups by their numbers, and their names.
    pub(super) groups: Vec<Option<String>>,
}

/// What ends the reading: what was expected in the pattern.
type Result<T> = std::result::Result<T, &'static str>;

/// The flags that hold at a place of the pattern.
#[derive(Clone, Copy, Default)]
struct Flags(u8);

/// `i` ignores case, `m` has `^` and `$` at lines, `s` has `.` take line
/// breaks, `U` makes repetitions lazy, `R` knows `\r\n`, `x` ignores white space
/// and comments; `u` is always on.
const FLAGS: &str = "imsURxu";

impl Flags {
    fn has(self, flag: char) -> bool {
        self.0 & Self::bit(flag) != 0
    }

    fn set(&mut self, flag: char, on: bool) {
        if on {
            self.0 |= Self::bit(flag);
        } else {
            self.0 &= !Self::bit(flag);
        }
    }

    fn bit(flag: char) -> u8 {
        FLAGS.find(flag).map_or(0, |place| 1 << place)
    }
}

struct Parser<'p> {
    rest: std::str::Chars<'p>,
    flags: Flags,
    classes: Vec<Class>,
    groups: Vec<Option<String>>,
}

pub(super) fn parse(pattern: &str, ignore_case: bool) -> Result<Parsed> {
    let mut flags = Flags::default();
    flags.set('i', ignore_case);
    let (classes, groups) = (Vec::new(), Vec::new());
    let mut parser = Parser { rest: pattern.chars(), flags, classes, groups };
    let root = parser.alternatives(0)?;
    if parser.peek().is_some() {
        return Err("'(' before a ')'");
    }
    Ok(Parsed { root, classes: parser.classes, groups: parser.groups })
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn eat(&mut self, text: &str) -> bool {
        let Some(rest) = self.rest.as_str().strip_prefix(text) else { return false };
        self.rest = rest.chars();
        true
    }

    /// Passes white space and comments over where the flag `x` says so.
    fn skip_space(&mut self) {
        while self.flags.has('x') {
            match self.peek() {
                Some('#') => while self.rest.next().is_some_and(|character| character != '\n') {},
                Some(character) if character.is_whitespace() => {
                    self.rest.next();
                }
                _ => break,
            }
        }
    }

    fn alternatives(&mut self, depth: usize) -> Result<Node> {
        if depth > MOST_NESTED {
            return Err(TOO_DEEP);
        }
        let mut ready = Vec::new();
        let mut nodes: Vec<Node> = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None | Some(')') => break,
                Some('|') => {
                    self.rest.next();
                    ready.push(Node::sequence(std::mem::take(&mut nodes)));
                }
                Some('(') => {
                    self.rest.next();
                    nodes.extend(self.group(depth)?);
                }
                Some('*' | '+' | '?' | '{') => {
                    let repeated = nodes.pop().ok_or("something to repeat")?;
                    nodes.push(self.repetition(repeated)?);
                }
                Some('[') => {
                    self.rest.next();
                    let class = self.class()?;
                    nodes.push(self.class_node(class));
                }
                Some(_) => nodes.push(self.single()?),
            }
        }
        let last = Node::sequence(nodes);
        if ready.is_empty() {
            return Ok(last);
        }
        ready.push(last);
        Ok(Node::Either(ready))
    }

    /// What follows a `(`; flags alone are no node, and hold from there on.
    fn group(&mut self, depth: usize) -> Result<Option<Node>> {
        let flags = self.flags;
        self.skip_space();
        if ["?=", "?!", "?<=", "?<!"].iter().any(|look| self.eat(look)) {
            return Err("no look-around");
        }
        let mut number = None;
        if self.eat("?P<") || self.eat("?<") {
            let name = self.name()?;
            number = Some(self.next_group(Some(name)));
        } else if self.eat("?") {
            if self.flags()? {
                return Ok(None);
            }
        } else {
            number = Some(self.next_group(None));
        }
        let node = self.alternatives(depth + 1)?;
        if !self.eat(")") {
            return Err("')' at the end of a group");
        }
        self.flags = flags;
        Ok(Some(match number {
            Some(number) => Node::Group(number, Box::new(node)),
            None => node,
        }))
    }

    fn next_group(&mut self, name: Option<String>) -> usize {
        self.groups.push(name);
        self.groups.len()
    }

    fn name(&mut self) -> Result<String> {
        let mut name = String::new();
        loop {
            match self.rest.next() {
                Some('>') if !name.is_empty() => break,
                Some(c) if c == '_' || c.is_alphabetic() => name.push(c),
                Some(c)
                    if !name.is_empty()
                        && (matches!(c, '.' | '[' | ']') || c.is_alphanumeric()) =>
                {
                    name.push(c);
                }
                _ => return Err("a group's name and '>'"),
            }
        }
        if self.groups.iter().flatten().any(|known| *known == name) {
            return Err("every group's name once");
        }
        Ok(name)
    }

    /// Reads flags to their end; whether that is a `)`.
    fn flags(&mut self) -> Result<bool> {
        let (mut seen, mut on, mut at_sign) = (Flags::default(), true, false);
        loop {
            match self.rest.next().ok_or("')' or ':' after flags")? {
                ')' if seen.0 == 0 && !at_sign => return Err("flags after '(?'"),
                ')' | ':' if at_sign => return Err("a flag after '-'"),
                ')' => return Ok(true),
                ':' => return Ok(false),
                '-' if on => (on, at_sign) = (false, true),
                flag if FLAGS.contains(flag) && !seen.has(flag) => {
                    seen.set(flag, true);
                    self.flags.set(flag, on);
                    at_sign = false;
                }
                _ => return Err("each of the flags i, m, s, U, R, x, u at most once"),
            }
        }
    }

    fn repetition(&mut self, node: Node) -> Result<Node> {
        let (least, most) = match self.rest.next() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            _ => {
                let counts = self.counts()?;
                self.skip_space();
                counts
            }
        };
        let greedy = self.eat("?") == self.flags.has('U');
        Ok(Node::Repeat { node: Box::new(node), least, most, greedy })
    }

    /// What follows a `{`.
    fn counts(&mut self) -> Result<(u32, Option<u32>)> {
        let least = self.count()?;
        let mut most = Some(least);
        if self.eat(",") {
            self.skip_space();
            most = if self.peek() == Some('}') { None } else { Some(self.count()?) };
        }
        if !self.eat("}") {
            return Err("'}' after a number of repetitions");
        }
        if most.is_some_and(|most| least > most) {
            return Err("a least number of repetitions not above the most");
        }
        Ok((least, most))
    }

    fn count(&mut self) -> Result<u32> {
        self.rest = self.rest.as_str().trim_start().chars();
        let text = self.rest.as_str();
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = text.split_at_checked(digits).unwrap_or_default();
        self.rest = rest.trim_start().chars();
        number.parse().map_err(|_| "a number of repetitions")
    }

    /// One character that is not special, or one that is.
    fn single(&mut self) -> Result<Node> {
        Ok(match self.rest.next() {
            Some('\\') => match self.escape()? {
                Escape::Char(character) => self.char_node(character),
                Escape::Class(class) => self.class_node(class),
                Escape::Look(look) => Node::Look(look),
            },
            Some('.') => {
                let breaks = match (self.flags.has('s'), self.flags.has('R')) {
                    (true, _) => "",
                    (false, true) => "\r\n",
                    (false, false) => "\n",
                };
                let mut class = Class::of(breaks.chars().map(|character| (character, character)));
                class.negated = true;
                self.class_node(class)
            }
            Some('^') => Node::Look(self.anchor(Look::Start, Look::LineStart, Look::CrlfStart)),
            Some('$') => Node::Look(self.anchor(Look::End, Look::LineEnd, Look::CrlfEnd)),
            Some(character) => self.char_node(character),
            None => return Err("a character"),
        })
    }

    fn anchor(&self, text: Look, line: Look, crlf_line: Look) -> Look {
        match (self.flags.has('m'), self.flags.has('R')) {
            (false, _) => text,
            (true, false) => line,
            (true, true) => crlf_line,
        }
    }

    fn char_node(&mut self, character: char) -> Node {
        if !self.flags.has('i') || !character.is_ascii_alphabetic() {
            return Node::Char(character);
        }
        let mut class = Class::of([(character, character)]);
        class.ignore_case();
        self.class_node(class)
    }

    fn class_node(&mut self, class: Class) -> Node {
        self.classes.push(class);
        Node::Class(self.classes.len() - 1)
    }
}
