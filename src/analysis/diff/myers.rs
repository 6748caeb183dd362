//! The shortest edit script between two sequences, in linear space.
//!
//! Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations",
//! Algorithmica 1 (1986), section 4b: find the middle of a shortest path, then
//! solve both halves. Elements that the other sequence lacks are set aside
//! before; that keeps the result shortest and makes texts without a common
//! line cheap.
//!
//! # Limits
//! The work is bounded by a budget of steps. When it is spent, what is still
//! undecided counts as replaced, and the result says so.

use std::ops::Range;

/// A stretch of `before` replaced by a stretch of `after`; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) before: Range<usize>,
    pub(super) after: Range<usize>,
}

/// The changes in order, with unchanged elements between any two.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Script {
    pub(super) changes: Vec<Change>,
    /// Whether the budget ran out, so that the script may not be shortest.
    pub(super) coarse: bool,
}

/// Compares two sequences of small numbers, such as those of a
/// [`Numbering`](crate::numbering::Numbering): memory grows with the largest.
/// `budget` is reduced by the steps taken.
pub(super) fn compare(before: &[u32], after: &[u32], budget: &mut usize) -> Script {
    let before = Side::new(before, after);
    let after = Side::new(after, &before.all);
    let mut solver = Solver::new(before, after);
    let coarse = solver.solve(budget);
    Script { changes: solver.changes(), coarse }
}

/// One sequence: which elements the other shares, and which of them changed.
struct Side {
    all: Vec<u32>,
    shared: Vec<u32>,
    /// Index in `all` of each shared element.
    positions: Vec<usize>,
    changed: Vec<bool>,
}

impl Side {
    fn new(all: &[u32], other: &[u32]) -> Self {
        let end = other.iter().max().map_or(0, |largest| *largest as usize + 1);
        let mut known = vec![false; end];
        for element in other {
            if let Some(known) = known.get_mut(*element as usize) {
                *known = true;
            }
        }
        let mut side = Self {
            all: all.to_vec(),
            shared: Vec::new(),
            positions: Vec::new(),
            changed: Vec::with_capacity(all.len()),
        };
        for (position, element) in all.iter().enumerate() {
            let shared = known.get(*element as usize) == Some(&true);
            side.changed.push(!shared);
            if shared {
                side.shared.push(*element);
                side.positions.push(position);
            }
        }
        side
    }

    fn mark(&mut self, range: Range<usize>) {
        for position in self.positions.get(range).unwrap_or_default() {
            if let Some(changed) = self.changed.get_mut(*position) {
                *changed = true;
            }
        }
    }

    /// End of the run of changed elements from `at`.
    fn changed_until(&self, at: usize) -> usize {
        at + self.changed.iter().skip(at).take_while(|changed| **changed).count()
    }
}

/// A part of the problem: a range of shared elements on each side.
type Box = (Range<usize>, Range<usize>);

struct Solver {
    before: Side,
    after: Side,
    forward: Frontier,
    backward: Frontier,
}

impl Solver {
    fn new(before: Side, after: Side) -> Self {
        let reach = before.shared.len() + after.shared.len() + 2;
        Self { before, after, forward: Frontier::new(reach), backward: Frontier::new(reach) }
    }

    /// Marks what changed; whether the budget ran out.
    fn solve(&mut self, budget: &mut usize) -> bool {
        let mut coarse = false;
        let mut open: Vec<Box> = vec![(0..self.before.shared.len(), 0..self.after.shared.len())];
        while let Some((mut old, mut new)) = open.pop() {
            self.trim(&mut old, &mut new);
            if old.is_empty() || new.is_empty() {
                self.before.mark(old);
                self.after.mark(new);
            } else if let Some((x, y)) = self.middle(&old, &new, budget) {
                open.push((old.start..x, new.start..y));
                open.push((x..old.end, y..new.end));
            } else {
                coarse = true;
                self.before.mark(old);
                self.after.mark(new);
            }
        }
        coarse
    }

    /// Takes the common beginning and end off.
    fn trim(&self, old: &mut Range<usize>, new: &mut Range<usize>) {
        let (a, b) = self.slices(old, new);
        let prefix = common_prefix(a, b);
        old.start += prefix;
        new.start += prefix;
        let (a, b) = self.slices(old, new);
        let suffix = common_suffix(a, b);
        old.end -= suffix;
        new.end -= suffix;
    }

    fn slices(&self, old: &Range<usize>, new: &Range<usize>) -> (&[u32], &[u32]) {
        let a = self.before.shared.get(old.clone()).unwrap_or_default();
        (a, self.after.shared.get(new.clone()).unwrap_or_default())
    }

    /// A point that a shortest path passes, or `None` when the budget is spent.
    ///
    /// Neither range is empty, nor do they begin or end with the same element,
    /// so the point is never a corner and both halves are smaller.
    fn middle(
        &mut self,
        old: &Range<usize>,
        new: &Range<usize>,
        budget: &mut usize,
    ) -> Option<(usize, usize)> {
        let left = self.before.shared.get(old.clone()).unwrap_or_default();
        let right = self.after.shared.get(new.clone()).unwrap_or_default();
        let (n, m) = (left.len(), right.len());
        let delta = n.cast_signed() - m.cast_signed();
        let odd = delta % 2 != 0;
        self.forward.set(1, 0);
        self.backward.set(1, 0);
        for depth in 0..=(n + m).div_ceil(2).cast_signed() {
            for k in (-depth..=depth).rev().step_by(2) {
                let (x, y) = self.forward.step(k, depth);
                let run = common_prefix(tail(left, x), tail(right, y));
                *budget = budget.checked_sub(1 + run)?;
                self.forward.set(k, x + run);
                let mirrored = delta - k;
                if odd && mirrored.abs() < depth && x + run + self.backward.get(mirrored) >= n {
                    return Some((old.start + x, new.start + y));
                }
            }
            for k in (-depth..=depth).rev().step_by(2) {
                let (x, y) = self.backward.step(k, depth);
                let run = common_suffix(head(left, x), head(right, y));
                *budget = budget.checked_sub(1 + run)?;
                self.backward.set(k, x + run);
                let mirrored = delta - k;
                if !odd && mirrored.abs() <= depth && x + run + self.forward.get(mirrored) >= n {
                    let end_x = old.end.checked_sub(x + run)?;
                    return Some((end_x, new.end.checked_sub(y + run)?));
                }
            }
        }
        None
    }

    /// The unmarked elements of both sides pair up in order; what lies between
    /// them are the changes.
    fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        let (mut old, mut new) = (0, 0);
        loop {
            let (old_end, new_end) =
                (self.before.changed_until(old), self.after.changed_until(new));
            if old_end > old || new_end > new {
                changes.push(Change { before: old..old_end, after: new..new_end });
            }
            if old_end >= self.before.all.len() || new_end >= self.after.all.len() {
                return changes;
            }
            (old, new) = (old_end + 1, new_end + 1);
        }
    }
}

/// The furthest point reached on each diagonal `k = x - y`.
struct Frontier {
    furthest: Vec<usize>,
    zero: usize,
}

impl Frontier {
    fn new(reach: usize) -> Self {
        Self { furthest: vec![0; 2 * reach + 1], zero: reach }
    }

    fn get(&self, k: isize) -> usize {
        let slot = self.zero.checked_add_signed(k).and_then(|index| self.furthest.get(index));
        slot.copied().unwrap_or(0)
    }

    fn set(&mut self, k: isize, x: usize) {
        let slot = self.zero.checked_add_signed(k).and_then(|index| self.furthest.get_mut(index));
        if let Some(slot) = slot {
            *slot = x;
        }
    }

    /// The better of one step down from diagonal `k + 1` and one to the right
    /// from `k - 1`.
    fn step(&self, k: isize, depth: isize) -> (usize, usize) {
        let down = k == -depth || (k != depth && self.get(k - 1) < self.get(k + 1));
        let x = if down { self.get(k + 1) } else { self.get(k - 1) + 1 };
        (x, x.saturating_add_signed(-k))
    }
}

fn tail(all: &[u32], skipped: usize) -> &[u32] {
    all.get(skipped..).unwrap_or_default()
}

fn head(all: &[u32], skipped: usize) -> &[u32] {
    all.len().checked_sub(skipped).and_then(|end| all.get(..end)).unwrap_or_default()
}

fn common_prefix(a: &[u32], b: &[u32]) -> usize {
    a.iter().zip(b).take_while(|(x, y)| x == y).count()
}

fn common_suffix(a: &[u32], b: &[u32]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Length of the longest common subsequence, by the textbook table.
    fn lcs(a: &[u32], b: &[u32]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for (i, x) in a.iter().enumerate() {
            for (j, y) in b.iter().enumerate() {
                table[i + 1][j + 1] =
                    if x == y { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
            }
        }
        table[a.len()][b.len()]
    }

    fn apply(before: &[u32], after: &[u32], script: &Script) -> Vec<u32> {
        let mut out = Vec::new();
        let mut at = 0;
        for change in &script.changes {
            out.extend(&before[at..change.before.start]);
            out.extend(&after[change.after.clone()]);
            at = change.before.end;
        }
        out.extend(&before[at..]);
        out
    }

    fn edits(script: &Script) -> usize {
        script.changes.iter().map(|c| c.before.len() + c.after.len()).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn prop_the_script_is_right_and_shortest(a in prop::collection::vec(0_u32..5, 0..24), b in prop::collection::vec(0_u32..6, 0..24)) {
            let script = compare(&a, &b, &mut usize::MAX.clone());

            prop_assert!(!script.coarse);
            prop_assert_eq!(apply(&a, &b, &script), b.clone());
            prop_assert_eq!(edits(&script), a.len() + b.len() - 2 * lcs(&a, &b));
        }

        #[test]
        fn prop_a_spent_budget_still_gives_a_right_script(a in prop::collection::vec(0_u32..4, 0..30), b in prop::collection::vec(0_u32..4, 0..30), mut budget in 0_usize..60) {
            let script = compare(&a, &b, &mut budget);

            prop_assert_eq!(apply(&a, &b, &script), b);
        }
    }

    #[test]
    fn ten_thousand_lines_without_a_common_one_are_cheap_and_exact() {
        let a: Vec<u32> = (0..10_000).collect();
        let b: Vec<u32> = (10_000..20_000).collect();

        let script = compare(&a, &b, &mut 10);

        assert_eq!(
            script,
            Script { changes: vec![Change { before: 0..10_000, after: 0..10_000 }], coarse: false }
        );
    }

    #[test]
    fn ten_thousand_reversed_lines_end_coarse_within_the_budget() {
        let a: Vec<u32> = (0..10_000).collect();
        let b: Vec<u32> = (0..10_000).rev().collect();
        let mut budget = 100_000;

        let script = compare(&a, &b, &mut budget);

        assert!(script.coarse);
        assert_eq!(apply(&a, &b, &script), b);
    }
}
