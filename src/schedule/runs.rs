//! The next runs of a schedule.

use super::offsets::Segment;
use super::{At, Cron, LocalTime, Rate, RunQuery, Schedule, Zone, ZoneOffsets};
use crate::error::{Error, ErrorKind, Result};
use crate::json::{ToJson, Writer};

/// 2100-01-02T00:00:00Z: after it no zone shows the agent's last year, 2099.
const END_OF_YEARS: i64 = 4_102_531_200;

/// What had to be assumed to compute runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Assumption {
    /// The schedule follows each instance's own zone, which is not known; the
    /// runs are those of the offsets given, of UTC where none are.
    InstanceZone,
    /// The creation of the task is not known; the interval is counted from the
    /// instant after which runs are wanted.
    Start,
}

impl Assumption {
    /// The name that JavaScript sees.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InstanceZone => "instance-zone",
            Self::Start => "start",
        }
    }
}

/// The next runs, with what they rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NextRuns {
    /// Instants in seconds since the epoch, strictly ascending.
    pub runs: Vec<i64>,
    /// What had to be assumed; empty where the runs are certain.
    pub assumptions: Vec<Assumption>,
    /// Whether the schedule has no run after these.
    pub has_ended: bool,
}

/// `{"runs": [1654521330], "assumptions": ["instance-zone"], "hasEnded": false}`
impl ToJson for NextRuns {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.array("runs", &self.runs)
                .array("assumptions", self.assumptions.iter().map(|assumption| assumption.name()))
                .field("hasEnded", self.has_ended);
        });
    }
}

impl Schedule {
    /// The first runs after an instant.
    ///
    /// Work is bounded: an expression that never matches ends with the year
    /// 2099. Daylight saving follows the rules of [`ZoneOffsets`].
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] where the schedule names a zone of the
    /// database and the query has no offsets.
    pub fn next_runs(&self, query: &RunQuery) -> Result<NextRuns> {
        let assumption = match self {
            Self::Rate(_) if query.started_at.is_none() => Some(Assumption::Start),
            Self::Cron(cron) if *cron.zone() == Zone::Instance => Some(Assumption::InstanceZone),
            _ => None,
        };
        let offsets = self.zone().map_or(Ok(ZoneOffsets::utc()), |zone| zone.offsets(query))?;
        let mut runs = Vec::new();
        let mut after = query.after;
        let mut has_ended = false;
        while runs.len() < query.count {
            let Some(run) = self.next_after(after, query, &offsets) else {
                has_ended = true;
                break;
            };
            if query.until.is_some_and(|until| run >= until) {
                break;
            }
            runs.push(run);
            after = run;
        }
        if runs.len() == query.count && !has_ended {
            has_ended = self.next_after(after, query, &offsets).is_none();
        }
        Ok(NextRuns { runs, assumptions: assumption.into_iter().collect(), has_ended })
    }

    fn next_after(&self, after: i64, query: &RunQuery, offsets: &ZoneOffsets) -> Option<i64> {
        match self {
            Self::Rate(rate) => rate.next_after(after, query.started_at.unwrap_or(query.after)),
            Self::At(at) => at.next_after(after, offsets),
            Self::Cron(cron) => cron.next_after(after, offsets),
        }
    }
}

impl Zone {
    fn offsets(&self, query: &RunQuery) -> Result<ZoneOffsets> {
        if let Some(seconds) = self.fixed_offset() {
            return ZoneOffsets::fixed(seconds);
        }
        match (&query.offsets, self) {
            (Some(offsets), _) => Ok(offsets.clone()),
            (None, Self::Named(name)) => {
                Err(Error::new(ErrorKind::InvalidValue, format!("expected the offsets of {name}"))
                    .in_path("transitions"))
            }
            (None, _) => Ok(ZoneOffsets::utc()),
        }
    }
}

impl Rate {
    fn next_after(self, after: i64, start: i64) -> Option<i64> {
        let interval = i64::from(self.interval_seconds());
        let passed = after.checked_sub(start)?.div_euclid(interval).max(0);
        start.checked_add(passed.checked_add(1)?.checked_mul(interval)?)
    }
}

impl At {
    fn next_after(&self, after: i64, offsets: &ZoneOffsets) -> Option<i64> {
        Some(offsets.instant_of(self.local())).filter(|run| *run > after)
    }
}

impl Cron {
    fn next_after(&self, after: i64, offsets: &ZoneOffsets) -> Option<i64> {
        let floor = after.checked_add(1).filter(|floor| *floor < END_OF_YEARS)?;
        // Nothing runs before 1970; a day more covers every offset.
        let floor = floor.max(-86_400);
        offsets.segments_from(floor).find_map(|segment| {
            let floor = floor.max(segment.start);
            let own = self.first_with_own_offset(segment, floor);
            let skipped = self.first_skipped(segment, floor);
            own.into_iter().chain(skipped).min()
        })
    }

    /// The first match on the segment's own clock, without what the clock showed
    /// before it was set back.
    fn first_with_own_offset(&self, segment: Segment, floor: i64) -> Option<i64> {
        let (offset, previous) = (i64::from(segment.offset), i64::from(segment.previous));
        let from = floor.checked_add(offset)?;
        let shown = if segment.previous > segment.offset {
            segment.start.checked_add(previous)?
        } else {
            from
        };
        let local = self.first_from(LocalTime::from_seconds(from.max(shown)))?;
        local.to_seconds().checked_sub(offset).filter(|run| *run < segment.end)
    }

    /// The first match that the clock skipped when it was set forward at the
    /// segment's start.
    fn first_skipped(&self, segment: Segment, floor: i64) -> Option<i64> {
        let (offset, previous) = (i64::from(segment.offset), i64::from(segment.previous));
        if offset <= previous {
            return None;
        }
        let gap_end = segment.start.checked_add(offset)?;
        let local = self.first_from(LocalTime::from_seconds(floor.checked_add(previous)?))?;
        let local = Some(local.to_seconds()).filter(|local| *local < gap_end)?;
        local.checked_sub(previous).filter(|run| *run < segment.end)
    }
}
