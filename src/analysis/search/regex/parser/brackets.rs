//! Classes in brackets.

use super::escapes::Escape;
use super::{Parser, Result};
use crate::analysis::search::regex::class::Class;

impl Parser<'_> {
    /// What follows a `[`.
    pub(super) fn class(&mut self) -> Result<Class> {
        let mut class = Class::default();
        self.skip_space();
        let negated = self.eat("^");
        self.skip_space();
        let mut is_empty = true;
        while self.eat("-") {
            class.push('-', '-');
            is_empty = false;
            self.skip_space();
        }
        if is_empty && self.eat("]") {
            class.push(']', ']');
        }
        loop {
            self.skip_space();
            if self.eat("]") {
                break;
            }
            if self.peek() == Some('[') {
                class.extend(&self.posix_class()?);
                continue;
            }
            if ["&&", "--", "~~"].iter().any(|operator| self.eat(operator)) {
                return Err("no operators between classes");
            }
            self.class_item(&mut class)?;
        }
        if self.flags.has('i') {
            class.ignore_case();
        }
        class.negated = negated;
        Ok(class)
    }

    /// `[:name:]` or `[:^name:]`.
    fn posix_class(&mut self) -> Result<Class> {
        let read = || {
            let (name, rest) = self.rest.as_str().strip_prefix("[:")?.split_once(":]")?;
            let positive = name.strip_prefix('^');
            let mut class = Class::posix(positive.unwrap_or(name))?;
            class.negated = positive.is_some();
            Some((class, rest.chars()))
        };
        let (class, rest) = read().ok_or("no class within a class")?;
        self.rest = rest;
        Ok(class)
    }

    /// A character, a range, or a class of Perl.
    fn class_item(&mut self, class: &mut Class) -> Result<()> {
        let item = self.class_char()?;
        self.skip_space();
        let before = self.rest.clone();
        if self.eat("-") {
            self.skip_space();
            if !matches!(self.peek(), Some(']' | '-')) {
                let (Escape::Char(first), Escape::Char(last)) = (item, self.class_char()?) else {
                    return Err("one character at each end of a range");
                };
                if first > last {
                    return Err("a range that does not end before it starts");
                }
                class.push(first, last);
                return Ok(());
            }
            self.rest = before;
        }
        match item {
            Escape::Char(character) => class.push(character, character),
            Escape::Class(other) => class.extend(&other),
            Escape::Look(_) => return Err("a character in a class"),
        }
        Ok(())
    }

    fn class_char(&mut self) -> Result<Escape> {
        match self.rest.next() {
            Some('\\') => self.escape(),
            Some(character) => Ok(Escape::Char(character)),
            None => Err("']' at the end of a class"),
        }
    }
}
