//! Groups of equal outputs inside groups of similar ones.
//!
//! Equal and similar are what [`Fingerprint::exact`] and
//! [`Fingerprint::masked`] say. A text is needed only while it is added, so
//! outputs may be decoded one at a time.

use super::fingerprint::Fingerprint;
use crate::json::{ToJson, Writer};
use crate::numbering::Numbering;
use crate::order::sort_by_key;
use std::cmp::Reverse;

/// One output, as the caller knows it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sample<'a> {
    /// What the caller calls it; groups list it unchanged.
    pub index: usize,
    /// The decoded output.
    pub text: &'a str,
    /// The exit code, where one was reported.
    pub exit_code: Option<i64>,
    /// Whether the caller counts the run on this machine as a success.
    pub succeeded: bool,
    /// Names of the machine itself, for [`mask`](super::mask::mask).
    pub own_names: &'a [&'a str],
}

/// Outputs that are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EqualGroup {
    /// What they have in common.
    pub fingerprint: Fingerprint,
    /// Their indices in order of appearance; never empty.
    pub members: Vec<usize>,
    /// The lowest exit code among them.
    pub exit_code: Option<i64>,
    /// How many of them succeeded.
    pub succeeded: usize,
    first_seen: usize,
}

/// Outputs that are equal once noise is masked, as groups of equal ones.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SimilarGroup {
    /// What they have in common.
    pub fingerprint: Fingerprint,
    /// The groups of equal outputs, largest first; never empty.
    pub groups: Vec<EqualGroup>,
    /// How many outputs they hold together.
    pub count: usize,
    /// The lowest exit code among them.
    pub exit_code: Option<i64>,
    /// How many of them succeeded.
    pub succeeded: usize,
    first_seen: usize,
}

/// All outputs, grouped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    similar: Vec<SimilarGroup>,
}

impl Groups {
    /// The groups, largest first; of equal size, lower exit code first, then in
    /// order of appearance.
    #[must_use]
    pub fn similar(&self) -> &[SimilarGroup] {
        &self.similar
    }

    /// The index of the reference output: what the others are compared with.
    ///
    /// The rule is that of clush (`ClusterShell`): the largest group, of those the
    /// one with the lowest exit code; a tie goes to the group seen first. It is
    /// applied to similar outputs, then to the equal ones among them, because
    /// where every output holds a time of day no two are equal.
    ///
    /// Add successes alone to get the reference of the successes.
    #[must_use]
    pub fn reference(&self) -> Option<usize> {
        self.similar.first()?.groups.first()?.members.first().copied()
    }
}

/// Groups `samples`; the order of the result depends on their order alone.
///
/// ```
/// use invoscope::analysis::group::{Sample, group};
///
/// let sample = |index, text| Sample { index, text, ..Sample::default() };
/// let groups = group([sample(7, "up 3 days"), sample(8, "down"), sample(9, "up 9 days")]);
///
/// assert_eq!(groups.similar()[0].count, 2);
/// assert_eq!(groups.reference(), Some(7));
/// ```
#[must_use]
pub fn group<'a>(samples: impl IntoIterator<Item = Sample<'a>>) -> Groups {
    let mut grouper = Grouper::default();
    for sample in samples {
        grouper.push(&sample);
    }
    grouper.finish()
}

/// Groups outputs that come one at a time.
#[derive(Debug, Default)]
pub struct Grouper {
    equal: Vec<EqualGroup>,
    /// The masked fingerprint of each equal group.
    masked: Vec<Fingerprint>,
    by_exact: Numbering<'static>,
    pushed: usize,
}

impl Grouper {
    /// Adds one output. Masking runs once per distinct output, with the names of
    /// the machine that printed it first.
    pub fn push(&mut self, sample: &Sample<'_>) {
        let fingerprint = Fingerprint::exact(sample.text);
        let slot = self.by_exact.number(fingerprint.to_bytes().to_vec().into());
        if slot == self.equal.len() {
            self.masked.push(Fingerprint::masked(sample.text, sample.own_names));
            self.equal.push(EqualGroup {
                fingerprint,
                members: Vec::new(),
                exit_code: None,
                succeeded: 0,
                first_seen: self.pushed,
            });
        }
        if let Some(group) = self.equal.get_mut(slot) {
            group.members.push(sample.index);
            group.exit_code = lower(group.exit_code, sample.exit_code);
            group.succeeded += usize::from(sample.succeeded);
        }
        self.pushed += 1;
    }

    /// The groups of everything that was added.
    #[must_use]
    pub fn finish(self) -> Groups {
        let mut similar: Vec<SimilarGroup> = Vec::new();
        let mut by_masked = Numbering::default();
        for (group, fingerprint) in self.equal.into_iter().zip(self.masked) {
            let slot = by_masked.number(fingerprint.to_bytes().to_vec().into());
            if slot == similar.len() {
                similar.push(SimilarGroup {
                    fingerprint,
                    groups: Vec::new(),
                    count: 0,
                    exit_code: None,
                    succeeded: 0,
                    first_seen: group.first_seen,
                });
            }
            if let Some(parent) = similar.get_mut(slot) {
                parent.count += group.members.len();
                parent.exit_code = lower(parent.exit_code, group.exit_code);
                parent.succeeded += group.succeeded;
                parent.groups.push(group);
            }
        }
        for parent in &mut similar {
            sort_by_key(&mut parent.groups, |g| rank(g.members.len(), g.exit_code, g.first_seen));
        }
        sort_by_key(&mut similar, |g| rank(g.count, g.exit_code, g.first_seen));
        Groups { similar }
    }
}

/// Largest first, then lowest exit code, an unknown one last, then first seen.
fn rank(count: usize, exit_code: Option<i64>, first_seen: usize) -> impl Ord {
    (Reverse(count), exit_code.is_none(), exit_code, first_seen)
}

fn lower(left: Option<i64>, right: Option<i64>) -> Option<i64> {
    left.into_iter().chain(right).min()
}

impl ToJson for EqualGroup {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("fingerprint", self.fingerprint)
                .field("count", self.members.len())
                .array("members", &self.members)
                .optional("exitCode", self.exit_code)
                .field("succeeded", self.succeeded);
        });
    }
}

impl ToJson for SimilarGroup {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("fingerprint", self.fingerprint)
                .field("count", self.count)
                .optional("exitCode", self.exit_code)
                .field("succeeded", self.succeeded)
                .array("groups", &self.groups);
        });
    }
}

impl ToJson for Groups {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("reference", self.reference()).array("similar", &self.similar);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample(index: usize, text: &str, exit_code: i64) -> Sample<'_> {
        Sample {
            index,
            text,
            exit_code: Some(exit_code),
            succeeded: exit_code == 0,
            own_names: &[],
        }
    }

    #[test]
    fn equal_outputs_are_nested_in_similar_ones_largest_first() {
        let groups = group([
            sample(10, "other", 0),
            sample(11, "took 2s", 0),
            sample(12, "took 9s\n", 0),
            sample(13, "took 9s", 1),
        ]);

        let shape: Vec<_> = groups
            .similar()
            .iter()
            .map(|s| (s.count, s.succeeded, s.groups.iter().map(|g| g.members.clone()).collect()))
            .collect();
        assert_eq!(shape, [(3, 2, vec![vec![12, 13], vec![11]]), (1, 1, vec![vec![10]])]);
    }

    #[test]
    fn the_reference_is_of_the_largest_group_then_of_the_lowest_exit_code_then_the_first() {
        let pick = |samples: &[Sample<'_>]| group(samples.iter().copied()).reference();

        assert_eq!(pick(&[sample(0, "a", 0), sample(1, "b", 1), sample(2, "b", 1)]), Some(1));
        assert_eq!(pick(&[sample(0, "a", 2), sample(1, "b", 1)]), Some(1));
        assert_eq!(pick(&[sample(0, "a", 1), sample(1, "b", 1)]), Some(0));
        assert_eq!(
            pick(&[Sample { exit_code: None, ..sample(0, "a", 0) }, sample(1, "b", 9)]),
            Some(1)
        );
        assert_eq!(pick(&[]), None);
    }

    #[test]
    fn own_names_make_outputs_similar() {
        let on = |index, text, own_names| Sample { index, text, own_names, ..Sample::default() };

        let groups = group([on(0, "web-01 ok", &["web-01"]), on(1, "web-02 ok", &["web-02"])]);

        assert_eq!(groups.similar().len(), 1);
    }

    proptest! {
        #[test]
        fn prop_every_sample_is_in_exactly_one_group(texts in prop::collection::vec("[ab]{0,2}( [0-9]s)?", 0..20)) {
            let groups = group(texts.iter().enumerate().map(|(index, text)| sample(index, text, 0)));

            let mut members: Vec<_> = groups.similar().iter().flat_map(|s| &s.groups).flat_map(|g| &g.members).copied().collect();
            members.sort_unstable();
            prop_assert_eq!(members, (0..texts.len()).collect::<Vec<_>>());
            for equal in groups.similar().iter().flat_map(|s| &s.groups) {
                prop_assert!(equal.members.iter().all(|&m| texts[m] == texts[equal.members[0]]));
            }
        }
    }
}
