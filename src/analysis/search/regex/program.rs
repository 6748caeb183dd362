//! Expressions as programs for the machine.

use super::class::Class;
use super::look::Look;
use super::syntax::Node;

/// One step; unless it says otherwise, the next one follows.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Takes that character.
    Char(char),
    /// Takes a character of the class of that number.
    Class(usize),
    Look(Look),
    /// Goes on at both steps, rather at the first.
    Split(usize, usize),
    Jump(usize),
    /// Notes the place in that slot.
    Save(usize),
    Match,
}

/// A compiled expression, from its first step to [`Step::Match`].
#[derive(Debug, Clone)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) classes: Vec<Class>,
    /// The bytes with which a match can begin; none where it may be empty.
    pub(super) first_bytes: Option<Box<[bool; 256]>>,
}

/// Time and memory of a search grow with the steps, and `((a{99}){99}){99}` has
/// a million.
const MOST_STEPS: usize = 10_000;
/// Nodes within nodes; it keeps patterns off the stack.
pub(super) const MOST_NESTED: usize = 50;

pub(super) const TOO_LARGE: &str = "a smaller one, with fewer repetitions of repetitions";
pub(super) const TOO_DEEP: &str = "at most 50 levels of nesting";

impl Program {
    pub(super) fn compile(root: &Node, classes: Vec<Class>) -> Result<Self, &'static str> {
        let mut program = Self { steps: vec![Step::Save(0)], classes, first_bytes: None };
        program.node(root, 0)?;
        program.steps.extend([Step::Save(1), Step::Match]);
        program.first_bytes = program.find_first_bytes();
        Ok(program)
    }

    /// The numbers of the groups whose places a step notes, and zero for the match.
    pub(super) fn groups(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().filter_map(|step| match step {
            Step::Save(slot) => Some(slot / 2),
            _ => None,
        })
    }

    fn node(&mut self, node: &Node, depth: usize) -> Result<(), &'static str> {
        if depth > MOST_NESTED {
            return Err(TOO_DEEP);
        }
        if self.steps.len() > MOST_STEPS {
            return Err(TOO_LARGE);
        }
        let inner = depth + 1;
        match node {
            Node::Char(character) => self.steps.push(Step::Char(*character)),
            Node::Class(number) => self.steps.push(Step::Class(*number)),
            Node::Look(look) => self.steps.push(Step::Look(*look)),
            Node::Sequence(nodes) => {
                self.count();
                nodes.iter().try_for_each(|node| self.node(node, inner))?;
            }
            Node::Either(nodes) => self.either(nodes, inner)?,
            Node::Group(number, node) => {
                self.steps.push(Step::Save(number * 2));
                self.node(node, inner)?;
                self.steps.push(Step::Save(number * 2 + 1));
            }
            Node::Repeat { node, least, most, greedy } => {
                self.repeat(node, *least, *most, *greedy, inner)?;
            }
        }
        Ok(())
    }

    /// A step without effect: what is repeated has to add one, or a repetition
    /// of nothing would never reach the limit.
    fn count(&mut self) {
        self.steps.push(Step::Jump(self.steps.len() + 1));
    }

    fn either(&mut self, nodes: &[Node], depth: usize) -> Result<(), &'static str> {
        let Some((last, others)) = nodes.split_last() else { return Ok(()) };
        let mut ends = Vec::new();
        for node in others {
            let split = self.split();
            self.node(node, depth)?;
            ends.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.join(split, true);
        }
        self.node(last, depth)?;
        let end = self.steps.len();
        for place in ends {
            self.set(place, Step::Jump(end));
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        node: &Node,
        least: u32,
        most: Option<u32>,
        greedy: bool,
        depth: usize,
    ) -> Result<(), &'static str> {
        self.count();
        let Some(most) = most else {
            // What may be empty is tried once before it is left out, so that
            // its groups and looks are those of a first try.
            let skip = (least == 0).then(|| self.split());
            for _ in 1..least {
                self.node(node, depth)?;
            }
            let start = self.steps.len();
            self.node(node, depth)?;
            if let (Some(skip), false) = (skip, node.may_be_empty()) {
                self.steps.push(Step::Jump(skip));
                self.join(skip, greedy);
                return Ok(());
            }
            let end = self.steps.len() + 1;
            self.steps.push(if greedy { Step::Split(start, end) } else { Step::Split(end, start) });
            if let Some(skip) = skip {
                self.join(skip, greedy);
            }
            return Ok(());
        };
        for _ in 0..least {
            self.node(node, depth)?;
        }
        let mut skips = Vec::new();
        for _ in least..most {
            skips.push(self.split());
            self.node(node, depth)?;
        }
        for skip in skips {
            self.join(skip, greedy);
        }
        Ok(())
    }

    /// A split that [`Self::join`] completes.
    fn split(&mut self) -> usize {
        self.steps.push(Step::Split(0, 0));
        self.steps.len() - 1
    }

    /// Makes `split` go on behind itself or here.
    fn join(&mut self, split: usize, rather_behind: bool) {
        let (behind, here) = (split + 1, self.steps.len());
        let step =
            if rather_behind { Step::Split(behind, here) } else { Step::Split(here, behind) };
        self.set(split, step);
    }

    fn set(&mut self, place: usize, step: Step) {
        if let Some(known) = self.steps.get_mut(place) {
            *known = step;
        }
    }

    fn find_first_bytes(&self) -> Option<Box<[bool; 256]>> {
        let mut first = Box::new([false; 256]);
        let mut seen = vec![false; self.steps.len()];
        let mut open = vec![0];
        while let Some(place) = open.pop() {
            if seen.get_mut(place).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            let begins = |byte: u8, class: &Class| match byte {
                0..=0x7f => class.has(char::from(byte)),
                _ => class.leaves_ascii(),
            };
            match self.steps.get(place)? {
                Step::Char(character) => {
                    let mut buffer = [0; 4];
                    let byte = *character.encode_utf8(&mut buffer).as_bytes().first()?;
                    *first.get_mut(usize::from(byte))? = true;
                }
                Step::Class(number) => {
                    let class = self.classes.get(*number)?;
                    // Bytes within characters are never the first.
                    for byte in (0..=0x7f).chain(0xc0..=0xff) {
                        *first.get_mut(usize::from(byte))? |= begins(byte, class);
                    }
                }
                Step::Look(_) | Step::Save(_) => open.push(place + 1),
                Step::Split(one, other) => open.extend([*one, *other]),
                Step::Jump(next) => open.push(*next),
                Step::Match => return None,
            }
        }
        Some(first)
    }
}
