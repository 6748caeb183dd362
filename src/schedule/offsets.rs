//! Offsets of a zone over time, supplied by the caller.

use super::LocalTime;
use crate::error::{Error, ErrorKind, Result};

/// The offsets of a zone: one, or one after another.
///
/// Daylight saving is defined on it as follows. Each wall-clock time runs once.
/// A time that a clock set forward skips runs as much later as the clock moved
/// (02:30 becomes 03:30). A time that a clock set back shows twice runs the
/// first time.
///
/// The service does not document this. The agent does the same in zones east of
/// Greenwich in the first case and west of it in the second; elsewhere it takes
/// the other reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneOffsets {
    first: i32,
    changes: Vec<(i64, i32)>,
}

/// A stretch of time with one offset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    /// First second of it, seconds since the epoch.
    pub(super) start: i64,
    /// First second after it.
    pub(super) end: i64,
    /// Seconds east of UTC.
    pub(super) offset: i32,
    /// The offset before it; the same where it is the first.
    pub(super) previous: i32,
}

const MAX_CHANGES: usize = 4_096;
/// Zones of the database reach from -15:56 (Manila until 1844) to +15:13.
const MAX_OFFSET_SECONDS: i32 = 16 * 3_600;

impl ZoneOffsets {
    /// One offset for ever, in seconds east of UTC.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] beyond 16 hours.
    pub fn fixed(offset_seconds: i32) -> Result<Self> {
        Self::from_transitions(&[(0, offset_seconds)])
    }

    /// Offsets from pairs of (seconds since the epoch, seconds east of UTC): each
    /// pair says which offset begins when. The first offset also counts before
    /// its time, the last one for ever.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] with the path of the pair, where there is
    /// none, more than 4096, times that do not increase or an offset beyond 16
    /// hours.
    pub fn from_transitions(transitions: &[(i64, i32)]) -> Result<Self> {
        let Some(((_, first), changes)) = transitions.split_first() else {
            return Err(wrong("transitions", "expected at least one pair"));
        };
        if changes.len() >= MAX_CHANGES {
            return Err(wrong("transitions", "expected at most 4096 pairs"));
        }
        let mut previous = None;
        for (index, (at, offset)) in transitions.iter().enumerate() {
            let path = format!("transitions[{index}]");
            if previous.is_some_and(|previous| *at <= previous) {
                return Err(wrong(&path, "expected a later time than the pair before"));
            }
            if !(-MAX_OFFSET_SECONDS..=MAX_OFFSET_SECONDS).contains(offset) {
                return Err(wrong(&path, "expected an offset of at most 16 hours"));
            }
            previous = Some(*at);
        }
        Ok(Self { first: *first, changes: changes.to_vec() })
    }

    /// UTC.
    pub(super) fn utc() -> Self {
        Self { first: 0, changes: Vec::new() }
    }

    /// The stretches from the one that holds `instant` on.
    pub(super) fn segments_from(&self, instant: i64) -> impl Iterator<Item = Segment> {
        let skipped = self.changes.partition_point(|(at, _)| *at <= instant);
        (skipped..=self.changes.len()).map(|index| self.segment(index))
    }

    fn segment(&self, index: usize) -> Segment {
        let change = |index: Option<usize>| index.and_then(|index| self.changes.get(index));
        let own = change(index.checked_sub(1));
        let offset = own.map_or(self.first, |(_, offset)| *offset);
        let previous = match index {
            0 => offset,
            _ => change(index.checked_sub(2)).map_or(self.first, |(_, offset)| *offset),
        };
        Segment {
            start: own.map_or(i64::MIN, |(at, _)| *at),
            end: change(Some(index)).map_or(i64::MAX, |(at, _)| *at),
            offset,
            previous,
        }
    }

    /// The instant of a wall-clock time, by the rules above.
    #[must_use]
    pub fn instant_of(&self, local: LocalTime) -> i64 {
        let local = local.to_seconds();
        self.segments_from(i64::MIN)
            .find_map(|segment| segment.instant_of(local))
            // Every local time lies in a stretch or in a gap before one.
            .unwrap_or(local.saturating_sub(i64::from(self.first)))
    }
}

impl Segment {
    fn instant_of(self, local: i64) -> Option<i64> {
        let own = local.saturating_sub(i64::from(self.offset));
        if self.start <= own && own < self.end {
            return Some(own);
        }
        let skipped = local.saturating_sub(i64::from(self.previous));
        (self.start <= skipped && own < self.start).then_some(skipped)
    }
}

fn wrong(path: &str, message: &'static str) -> Error {
    Error::new(ErrorKind::InvalidValue, message).in_path(path)
}
