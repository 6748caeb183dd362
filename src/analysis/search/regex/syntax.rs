//! An expression as a tree.

use super::look::Look;

/// A part of an expression.
#[derive(Debug)]
pub(super) enum Node {
    Char(char),
    /// A character of the class of that number.
    Class(usize),
    Look(Look),
    /// One after the other; none match the empty text.
    Sequence(Vec<Node>),
    /// One of them, the first that leads to a match.
    Either(Vec<Node>),
    /// A capture group and its number, from one.
    Group(usize, Box<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        greedy: bool,
    },
}

impl Node {
    /// The nodes one after the other; one alone is itself.
    pub(super) fn sequence(mut nodes: Vec<Self>) -> Self {
        match nodes.pop() {
            Some(only) if nodes.is_empty() => only,
            last => {
                nodes.extend(last);
                Self::Sequence(nodes)
            }
        }
    }

    /// Whether it matches where it takes no character.
    pub(super) fn may_be_empty(&self) -> bool {
        match self {
            Self::Char(_) | Self::Class(_) => false,
            Self::Look(_) => true,
            Self::Sequence(nodes) => nodes.iter().all(Self::may_be_empty),
            Self::Either(nodes) => nodes.iter().any(Self::may_be_empty),
            Self::Group(_, node) => node.may_be_empty(),
            Self::Repeat { node, least, .. } => *least == 0 || node.may_be_empty(),
        }
    }
}
