//! Several invocations of one action as one run.
//!
//! `RunCommand` takes about 100 instances a call, so a fleet is run in several
//! calls, seconds apart. Runs are proposed as one set when they run the same
//! command once, with the same parameters, user and tags, each at most
//! [`MAX_GAP_SECONDS`] after the one before, on instances of which none stands
//! in two of them, and when one of them has at least [`MIN_INSTANCES`]: two runs
//! of one machine each are rather two runs.

use super::bits::Bits;
use super::cell::Cell;
use super::run::Run;
use super::table::Store;
use crate::order::{last_at_most, sort_by_key};
use crate::response::InvocationField;
use std::collections::{HashMap, HashSet};

/// Calls of one action follow each other closely; a person who runs the same
/// command again takes longer.
pub(super) const MAX_GAP_SECONDS: i64 = 30;

/// Instances that one run of a set has at least.
pub(super) const MIN_INSTANCES: usize = 10;

/// The fields that runs of one set share.
const SHARED: [InvocationField; 9] = [
    InvocationField::CommandId,
    InvocationField::CommandName,
    InvocationField::CommandType,
    InvocationField::CommandContent,
    InvocationField::Parameters,
    InvocationField::Username,
    InvocationField::WorkingDir,
    InvocationField::RepeatMode,
    InvocationField::Timeout,
];

/// The ids of runs that are shown as one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RunSet {
    /// `InvokeId`s, first created first.
    pub invoke_ids: Vec<String>,
}

/// The runs in groups, newest first.
#[derive(Debug, Default)]
pub(super) struct Units {
    /// Places of runs; those of one group stand together.
    pub(super) places: Vec<u32>,
    /// Where each group starts in `places`, and a last one where they end.
    pub(super) starts: Vec<u32>,
}

/// A run of its own, or the index of a fleet.
enum Group {
    Run(u32),
    Fleet(usize),
}

impl Units {
    pub(super) fn bytes(&self) -> usize {
        (self.places.capacity() + self.starts.capacity()) * size_of::<u32>()
    }

    /// Number of groups.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The first groups that are wanted; where they are listed `singly`, each run
    /// as a group.
    pub(super) fn select<'u>(
        &'u self,
        singly: bool,
        limit: usize,
        is_wanted: &mut dyn FnMut(&'u [u32]) -> bool,
    ) -> Vec<&'u [u32]> {
        let mut found = Vec::new();
        for group in self.iter() {
            let size = if singly { 1 } else { group.len().max(1) };
            for unit in group.rchunks(size) {
                if found.len() == limit {
                    return found;
                }
                if is_wanted(unit) {
                    found.push(unit);
                }
            }
        }
        found
    }

    /// The groups that hold some of `found`, which are places in `places`; where
    /// they are listed `singly`, those runs alone. In the order of the list.
    pub(super) fn holding(&self, singly: bool, found: &Bits) -> Vec<&[u32]> {
        let mut units = Vec::new();
        let mut group = 0;
        let mut left = found.iter().peekable();
        while let Some(place) = left.next() {
            group = last_at_most(&self.starts, group, place);
            let Some([start, end]) = self.starts.get(group..group + 2) else { break };
            let (start, end) = (*start as usize, *end as usize);
            let more = std::iter::from_fn(|| left.next_if(|place| *place < end));
            if singly {
                let before = units.len();
                let places = std::iter::once(place).chain(more);
                units.extend(places.filter_map(|place| self.places.get(place..=place)));
                // In a group the first created comes first, in the list the newest.
                units.get_mut(before..).unwrap_or_default().reverse();
            } else {
                more.for_each(drop);
                units.extend(self.places.get(start..end));
            }
        }
        units
    }

    /// The groups, newest first; in a group the first created first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).filter_map(|bounds| match bounds {
            [start, end] => self.places.get(*start as usize..*end as usize),
            _ => None,
        })
    }
}

impl Store {
    /// The run sets among the runs, newest first.
    #[must_use]
    pub fn propose_run_sets(&self) -> Vec<RunSet> {
        let groups = self.units().iter().filter(|places| places.len() > 1);
        groups
            .map(|places| RunSet {
                invoke_ids: self.runs_at(places).map(|run| self.invoke_id(run)).collect(),
            })
            .collect()
    }

    pub(super) fn runs_at<'s>(&'s self, places: &'s [u32]) -> impl Iterator<Item = &'s Run> {
        places.iter().filter_map(|place| self.runs.get(*place as usize))
    }

    pub(super) fn units(&self) -> &Units {
        self.units.get_or_init(|| self.group_runs())
    }

    fn created(&self, place: u32) -> Option<i64> {
        let run = self.runs.get(place as usize)?;
        let time = self.run_cell(run, InvocationField::CreationTime).time(&self.interner)?;
        Some(time.unix_seconds())
    }

    fn group_runs(&self) -> Units {
        // An answer lists the newest first, so that of equal times the later place
        // is the older run, and that there is little to sort.
        let places = (0..).take(self.runs.len()).map(|place| (self.created(place), place));
        let mut oldest_first: Vec<(Option<i64>, u32)> = places.collect();
        oldest_first.reverse();
        if !oldest_first.is_sorted_by_key(|(created, _)| *created) {
            sort_by_key(&mut oldest_first, |(created, _)| *created);
        }

        // Fleets by what their runs share, as long as another run may follow.
        let mut open: HashMap<[Cell; SHARED.len()], usize> = HashMap::new();
        let mut last_of_open = None;
        let mut fleets: Vec<Vec<u32>> = Vec::new();
        let mut groups: Vec<Group> = Vec::with_capacity(oldest_first.len());
        for (created, place) in oldest_first {
            let Some(run) = self.runs.get(place as usize) else { continue };
            if !is_close(last_of_open, created) {
                open.clear();
            }
            let is_fleet = self.is_part_of_a_fleet(run);
            if open.is_empty() && !is_fleet {
                groups.push(Group::Run(place));
                continue;
            }
            let shared = SHARED.map(|field| self.run_cell(run, field));
            let known = open.get(&shared).and_then(|index| fleets.get_mut(*index));
            match known.filter(|fleet| self.continues(fleet, run, created)) {
                Some(fleet) => fleet.push(place),
                None if is_fleet => {
                    open.insert(shared, fleets.len());
                    groups.push(Group::Fleet(fleets.len()));
                    fleets.push(vec![place]);
                }
                None => {
                    groups.push(Group::Run(place));
                    continue;
                }
            }
            last_of_open = created;
        }

        let (places, starts) = (self.runs.len(), groups.len() + 1);
        let mut units =
            Units { places: Vec::with_capacity(places), starts: Vec::with_capacity(starts) };
        units.starts.push(0);
        for group in groups.into_iter().rev() {
            match group {
                Group::Run(place) => units.places.push(place),
                Group::Fleet(index) => {
                    units.places.extend(fleets.get(index).into_iter().flatten());
                }
            }
            units.starts.extend(u32::try_from(units.places.len()));
        }
        units
    }

    /// Whether a run belongs to the group whose runs were created before it.
    fn continues(&self, group: &[u32], run: &Run, created: Option<i64>) -> bool {
        let last = group.last().and_then(|place| self.created(*place));
        let tags = |run: &Run| self.run_profiles.tags(&run.record);
        let same_tags = |other: &Run| tags(other) == tags(run);
        if !is_close(last, created) || !self.runs_at(group).all(same_tags) {
            return false;
        }
        let ids = |run: &'_ Run| run.instances.iter().map(|one| one.key).collect::<Vec<_>>();
        let known: HashSet<Cell> = self.runs_at(group).flat_map(ids).collect();
        ids(run).iter().all(|id| !known.contains(id))
    }

    fn is_part_of_a_fleet(&self, run: &Run) -> bool {
        run.instances.len() >= MIN_INSTANCES
            && self.run_cell(run, InvocationField::Frequency).is_none()
    }
}

fn is_close(last: Option<i64>, created: Option<i64>) -> bool {
    matches!((last, created), (Some(last), Some(created)) if created - last <= MAX_GAP_SECONDS)
}
