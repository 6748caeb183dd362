//! Regular expressions in linear time.
//!
//! The syntax and what it matches are those of the crate `regex-lite`, which is
//! the oracle of the tests: leftmost matches, the earlier alternative first; no
//! look-around, no back-references; classes and ignoring case are ASCII. A
//! program of its own, because the crate with all that it draws in is a
//! twelfth of the WebAssembly module.

mod class;
mod look;
mod machine;
mod parser;
mod program;
mod syntax;

pub(super) use machine::Machine;
use parser::parse;
use program::Program;

/// A compiled expression.
#[derive(Debug, Clone)]
pub(super) struct Regex {
    program: Program,
    /// The name of each capture group, where it has one.
    groups: Vec<Option<String>>,
}

impl Regex {
    /// Compiles `pattern`; `ignore_case` is the flag `i` before it.
    ///
    /// # Errors
    /// What is wrong with the pattern, for a sentence.
    pub(super) fn new(pattern: &str, ignore_case: bool) -> Result<Self, &'static str> {
        let parsed = parse(pattern, ignore_case)?;
        let program = Program::compile(&parsed.root, parsed.classes)?;
        Ok(Self { groups: left_in(&program, &parsed.groups), program })
    }

    /// The capture groups in order, the first of them number one.
    pub(super) fn groups(&self) -> &[Option<String>] {
        &self.groups
    }

    /// Finds matches, not their groups. One serves for many texts.
    pub(super) fn finder(&self) -> Machine<'_> {
        Machine::new(&self.program, 0)
    }

    /// Finds matches and their groups.
    pub(super) fn capturer(&self) -> Machine<'_> {
        Machine::new(&self.program, self.groups.len())
    }
}

/// The names of the groups that are in the program. What is repeated no times is
/// not: of its groups the last ones are none, and one before others has no name.
fn left_in(program: &Program, names: &[Option<String>]) -> Vec<Option<String>> {
    let mut left = vec![None; program.groups().max().unwrap_or_default()];
    for number in program.groups() {
        let place = number.checked_sub(1).and_then(|at| left.get_mut(at).zip(names.get(at)));
        if let Some((place, name)) = place {
            place.clone_from(name);
        }
    }
    left
}

#[cfg(test)]
mod tests;
