//! The machine that runs programs: all ways to match at once, in order of
//! preference, one character at a time.
//!
//! Source: R. Cox, "Regular Expression Matching: the Virtual Machine Approach",
//! the section on Pike's implementation. Each step runs at most once a
//! character, so the time is that of steps × characters whatever the pattern.

use super::program::{Program, Step};

/// A slot without a place.
const NOWHERE: usize = usize::MAX;

/// Finds the matches of a program. What it needs is kept from text to text.
#[derive(Debug)]
pub(in crate::analysis::search) struct Machine<'p> {
    program: &'p Program,
    now: Threads,
    next: Threads,
    closure: Closure,
    /// Start and end of the match, then of each group.
    found: Vec<usize>,
}

/// The steps at which ways to match go on, in order of preference.
#[derive(Debug)]
struct Threads {
    places: Vec<usize>,
    /// Where each step stands in `places`, if it is the one that stands there.
    positions: Vec<usize>,
    /// The slots of the way that came first to each step.
    slots: Vec<usize>,
}

/// What follows a step without a character being taken.
#[derive(Debug)]
struct Closure {
    open: Vec<Open>,
    slots: Vec<usize>,
}

#[derive(Debug)]
enum Open {
    Step(usize),
    /// A slot and what it was before.
    Slot(usize, usize),
}

impl<'p> Machine<'p> {
    pub(super) fn new(program: &'p Program, groups: usize) -> Self {
        let width = (groups + 1) * 2;
        let steps = program.steps.len();
        Self {
            program,
            now: Threads::new(steps, width),
            next: Threads::new(steps, width),
            closure: Closure { open: Vec::new(), slots: vec![NOWHERE; width] },
            found: vec![NOWHERE; width],
        }
    }

    /// The matches in `text`, none within another: byte ranges.
    pub(in crate::analysis::search) fn matches<'m, 't>(
        &'m mut self,
        text: &'t str,
    ) -> Matches<'m, 'p, 't> {
        Matches { machine: self, text, from: 0, last_end: None }
    }

    /// The texts of the groups of the first match; none of a group that took no
    /// part.
    pub(in crate::analysis::search) fn captures<'t>(
        &mut self,
        text: &'t str,
    ) -> Option<Vec<Option<&'t str>>> {
        if !self.search(text, 0) {
            return None;
        }
        let range = |slots: &[usize]| match slots {
            [start, end] => text.get(*start..*end),
            _ => None,
        };
        Some(self.found.chunks(2).skip(1).map(range).collect())
    }

    /// Whether a match starts at `from` or behind it; `found` is where.
    fn search(&mut self, text: &str, from: usize) -> bool {
        let (program, bytes, width) = (self.program, text.as_bytes(), self.found.len());
        let mut is_found = false;
        let mut at = from;
        self.now.clear();
        loop {
            if self.now.places.is_empty() {
                if is_found {
                    return true;
                }
                if let Some(first) = &program.first_bytes {
                    let begins = |byte: &u8| first.get(usize::from(*byte)) == Some(&true);
                    let rest = bytes.get(at..).unwrap_or_default();
                    let Some(skipped) = rest.iter().position(begins) else { return false };
                    at += skipped;
                }
            }
            if !is_found {
                self.closure.slots.fill(NOWHERE);
                self.closure.add(program, 0, at, bytes, &mut self.now);
            }
            let character = text.get(at..).and_then(|rest| rest.chars().next());
            let behind = at + character.map_or(0, char::len_utf8);
            for place in &self.now.places {
                let takes = match program.steps.get(*place) {
                    Some(Step::Char(wanted)) => character == Some(*wanted),
                    Some(Step::Class(number)) => character
                        .zip(program.classes.get(*number))
                        .is_some_and(|(character, class)| class.has(character)),
                    Some(Step::Match) => {
                        self.found.copy_from_slice(self.now.slots_of(*place, width));
                        is_found = true;
                        // The others are less preferred.
                        break;
                    }
                    _ => false,
                };
                if takes {
                    let slots = self.now.slots_of(*place, width);
                    self.closure.slots.copy_from_slice(slots);
                    self.closure.add(program, place + 1, behind, bytes, &mut self.next);
                }
            }
            std::mem::swap(&mut self.now, &mut self.next);
            self.next.clear();
            if character.is_none() {
                return is_found;
            }
            at = behind;
        }
    }
}

impl Threads {
    fn new(steps: usize, width: usize) -> Self {
        Self {
            places: Vec::with_capacity(steps),
            positions: vec![0; steps],
            slots: vec![NOWHERE; steps * width],
        }
    }

    fn clear(&mut self) {
        self.places.clear();
    }

    /// Adds a step; false for one that is there.
    fn insert(&mut self, place: usize) -> bool {
        let Some(position) = self.positions.get_mut(place) else { return false };
        if self.places.get(*position) == Some(&place) {
            return false;
        }
        *position = self.places.len();
        self.places.push(place);
        true
    }

    fn slots_of(&self, place: usize, width: usize) -> &[usize] {
        self.slots.get(place * width..(place + 1) * width).unwrap_or_default()
    }
}

impl Closure {
    /// Adds `place` and what follows it at `at` to `threads`.
    fn add(
        &mut self,
        program: &Program,
        place: usize,
        at: usize,
        text: &[u8],
        threads: &mut Threads,
    ) {
        let width = self.slots.len();
        self.open.push(Open::Step(place));
        while let Some(open) = self.open.pop() {
            let mut place = match open {
                Open::Step(place) => place,
                Open::Slot(slot, before) => {
                    if let Some(slot) = self.slots.get_mut(slot) {
                        *slot = before;
                    }
                    continue;
                }
            };
            while threads.insert(place) {
                match program.steps.get(place) {
                    Some(Step::Jump(next)) => place = *next,
                    Some(Step::Split(rather, other)) => {
                        self.open.push(Open::Step(*other));
                        place = *rather;
                    }
                    Some(Step::Save(number)) => {
                        if let Some(slot) = self.slots.get_mut(*number) {
                            self.open.push(Open::Slot(*number, *slot));
                            *slot = at;
                        }
                        place += 1;
                    }
                    Some(Step::Look(look)) if look.holds(text, at) => place += 1,
                    Some(Step::Char(_) | Step::Class(_) | Step::Match) => {
                        let kept = threads.slots.get_mut(place * width..(place + 1) * width);
                        if let Some(kept) = kept {
                            kept.copy_from_slice(&self.slots);
                        }
                        break;
                    }
                    Some(Step::Look(_)) | None => break,
                }
            }
        }
    }
}

/// The matches in one text.
pub(in crate::analysis::search) struct Matches<'m, 'p, 't> {
    machine: &'m mut Machine<'p>,
    text: &'t str,
    from: usize,
    last_end: Option<usize>,
}

impl Iterator for Matches<'_, '_, '_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            if !self.machine.search(self.text, self.from) {
                return None;
            }
            let [start, end, ..] = *self.machine.found.as_slice() else { return None };
            self.from = end;
            if start < end || self.last_end != Some(end) {
                self.last_end = Some(end);
                return Some((start, end));
            }
            // An empty match where one ended is none.
            self.from += self.text.get(end..)?.chars().next()?.len_utf8();
        }
    }
}
