//! What a backslash makes of what follows it.

use super::{Parser, Result};
use crate::analysis::search::regex::class::Class;
use crate::analysis::search::regex::look::Look;

/// What an escape stands for.
pub(super) enum Escape {
    Char(char),
    Class(Class),
    Look(Look),
}

impl Parser<'_> {
    /// What follows a `\`.
    pub(super) fn escape(&mut self) -> Result<Escape> {
        let character = self.rest.next().ok_or("a character after '\\'")?;
        Ok(match character {
            'a' => Escape::Char('\x07'),
            'f' => Escape::Char('\x0c'),
            't' => Escape::Char('\t'),
            'n' => Escape::Char('\n'),
            'r' => Escape::Char('\r'),
            'v' => Escape::Char('\x0b'),
            'x' => Escape::Char(self.hexadecimal(2)?),
            'u' => Escape::Char(self.hexadecimal(4)?),
            'U' => Escape::Char(self.hexadecimal(8)?),
            'd' | 'D' => perl_class("digit", character),
            's' | 'S' => perl_class("space", character),
            'w' | 'W' => perl_class("word", character),
            'A' => Escape::Look(Look::Start),
            'z' => Escape::Look(Look::End),
            'B' => Escape::Look(Look::NotWordBoundary),
            '<' => Escape::Look(Look::WordStart),
            '>' => Escape::Look(Look::WordEnd),
            'b' => Escape::Look(self.boundary()?),
            '0'..='9' => return Err("no back-references"),
            'p' | 'P' => return Err("no classes of Unicode"),
            _ if character.is_ascii() && !character.is_ascii_alphabetic() => {
                Escape::Char(character)
            }
            _ => return Err("a known escape"),
        })
    }

    /// What follows `\b`: in braces a side, else nothing of it.
    fn boundary(&mut self) -> Result<Look> {
        let ahead = self.rest.as_str();
        let is_name = |c: char| c.is_ascii_alphabetic() || c == '-';
        let Some(named) = ahead.strip_prefix('{') else { return Ok(Look::WordBoundary) };
        match named.chars().next() {
            // A repetition, which the parts of an expression may have.
            Some(first) if !is_name(first) => return Ok(Look::WordBoundary),
            _ => {}
        }
        let sides = [
            ("{start}", Look::WordStart),
            ("{end}", Look::WordEnd),
            ("{start-half}", Look::NoWordBefore),
            ("{end-half}", Look::NoWordAfter),
        ];
        let side = sides.into_iter().find(|(name, _)| self.eat(name));
        side.map(|(_, look)| look).ok_or("start, end, start-half or end-half in '\\b{…}'")
    }

    /// A code point in braces or of that many digits.
    fn hexadecimal(&mut self, digits: usize) -> Result<char> {
        let text = self.rest.as_str();
        let (number, rest) = match text.strip_prefix('{') {
            Some(inside) => inside.split_once('}'),
            None => text.split_at_checked(digits),
        }
        .ok_or("a hexadecimal number")?;
        self.rest = rest.chars();
        let is_number = number.chars().all(|digit| digit.is_ascii_hexdigit());
        let code = u32::from_str_radix(number, 16).ok().filter(|_| is_number);
        code.and_then(char::from_u32).ok_or("the hexadecimal number of a character")
    }
}

/// The class of that name, without it for a capital letter.
fn perl_class(name: &str, letter: char) -> Escape {
    let mut class = Class::posix(name).unwrap_or_default();
    class.negated = letter.is_ascii_uppercase();
    Escape::Class(class)
}
