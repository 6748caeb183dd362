//! Percentiles of durations, and which of them stand out.
//!
//! Percentiles are by nearest rank: the smallest value such that at least p
//! percent of the values are not above it. It is always one of the values, so
//! a machine can be shown for it.
//!
//! # Stragglers
//! A finished run stands out when it took longer than `median + 5 × MAD`, where
//! MAD is the median of the distances from the median. Both stay put when a
//! tenth of the fleet is slow, which mean and standard deviation do not. The
//! margin is never below half the median nor below five seconds: the service
//! reports whole seconds, and equal durations have a MAD of zero. A run still
//! going on stands out when it has taken longer than `2 × p95`, by five seconds
//! at least: it is past what nearly all needed. Neither rule speaks below eight
//! finished runs.

use crate::json::{ToJson, Writer};
use crate::order::sort_by_key;

/// Below this many finished durations nothing is called a straggler.
pub const LEAST_FINISHED: usize = 8;
const MAD_FACTOR: f64 = 5.0;
const P95_FACTOR: f64 = 2.0;
const LEAST_MARGIN_SECONDS: f64 = 5.0;

/// What many durations, in seconds, have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct DurationStats {
    /// How many values were counted.
    pub count: usize,
    /// How many were left out: negative, infinite or not a number.
    pub ignored: usize,
    /// The shortest.
    pub min: f64,
    /// The median, by nearest rank.
    pub p50: f64,
    /// 95th percentile.
    pub p95: f64,
    /// 99th percentile.
    pub p99: f64,
    /// The longest.
    pub max: f64,
    /// The median distance from the median.
    pub mad: f64,
}

impl DurationStats {
    /// Statistics of `seconds`; `None` where no value counts.
    ///
    /// ```
    /// use invoscope::analysis::stats::DurationStats;
    ///
    /// let stats = DurationStats::of((1..=100).map(f64::from)).unwrap();
    ///
    /// assert_eq!((stats.p50, stats.p95, stats.p99), (50.0, 95.0, 99.0));
    /// ```
    #[must_use]
    pub fn of(seconds: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut ignored = 0;
        let mut values: Vec<f64> = seconds
            .into_iter()
            .filter(|value| {
                let counts = value.is_finite() && *value >= 0.0;
                ignored += usize::from(!counts);
                counts
            })
            .collect();
        sort(&mut values);
        let p50 = percentile(&values, 50)?;
        let mut distances: Vec<f64> = values.iter().map(|value| (value - p50).abs()).collect();
        sort(&mut distances);
        Some(Self {
            count: values.len(),
            ignored,
            min: *values.first()?,
            p50,
            p95: percentile(&values, 95)?,
            p99: percentile(&values, 99)?,
            max: *values.last()?,
            mad: percentile(&distances, 50)?,
        })
    }

    /// The duration above which a finished run stands out.
    #[must_use]
    pub fn slow_above(&self) -> Option<f64> {
        self.enough().then(|| {
            self.p50 + (MAD_FACTOR * self.mad).max(self.p50 / 2.0).max(LEAST_MARGIN_SECONDS)
        })
    }

    /// The duration above which a run still going on stands out.
    #[must_use]
    pub fn late_above(&self) -> Option<f64> {
        self.enough().then(|| (P95_FACTOR * self.p95).max(self.p95 + LEAST_MARGIN_SECONDS))
    }

    fn enough(&self) -> bool {
        self.count >= LEAST_FINISHED
    }
}

/// Sorts finite numbers of which none is negative: their bits have their order.
fn sort(values: &mut [f64]) {
    sort_by_key(values, |value| value.to_bits());
}

/// Nearest rank: the value at position ⌈p · n / 100⌉ of the sorted values.
fn percentile(sorted: &[f64], percent: usize) -> Option<f64> {
    let rank = sorted.len().saturating_mul(percent).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

impl ToJson for DurationStats {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("count", self.count)
                .field("ignored", self.ignored)
                .field("min", self.min)
                .field("p50", self.p50)
                .field("p95", self.p95)
                .field("p99", self.p99)
                .field("max", self.max)
                .field("mad", self.mad)
                .optional("slowAbove", self.slow_above())
                .optional("lateAbove", self.late_above());
        });
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn percentiles_are_by_nearest_rank() {
        // The worked example of Wikipedia, "Percentile", nearest-rank method.
        let values = [15.0, 20.0, 35.0, 40.0, 50.0];

        assert_eq!(percentile(&values, 5), Some(15.0));
        assert_eq!(percentile(&values, 30), Some(20.0));
        assert_eq!(percentile(&values, 40), Some(20.0));
        assert_eq!(percentile(&values, 50), Some(35.0));
        assert_eq!(percentile(&values, 100), Some(50.0));
        assert_eq!(percentile(&[], 50), None);
    }

    #[test]
    fn values_that_are_no_durations_are_counted_apart() {
        let stats =
            DurationStats::of([2.0, f64::NAN, -1.0, f64::INFINITY, 4.0]).expect("two values");

        assert_eq!((stats.count, stats.ignored, stats.min, stats.max), (2, 3, 2.0, 4.0));
        assert_eq!(DurationStats::of([f64::NAN]), None);
    }

    #[test]
    fn stragglers_stand_out_of_a_fleet_and_not_of_a_handful() {
        let mut seconds = vec![10.0; 5];
        seconds.extend([11.0, 12.0, 9.0, 8.0, 60.0]);
        let stats = DurationStats::of(seconds).expect("values");

        // Sorted: 8 9 10 10 10 10 10 11 12 60; distances 0 0 0 0 0 1 1 2 2 50.
        assert_eq!((stats.p50, stats.mad, stats.p95), (10.0, 0.0, 60.0));
        assert_eq!(stats.slow_above(), Some(15.0));
        assert_eq!(stats.late_above(), Some(120.0));
        assert_eq!(DurationStats::of([1.0, 1.0, 90.0]).expect("values").slow_above(), None);
    }

    proptest! {
        #[test]
        fn prop_percentiles_are_ordered_values_of_the_input(values in prop::collection::vec(0.0_f64..1e6, 1..50)) {
            let s = DurationStats::of(values.iter().copied()).expect("values");

            prop_assert!(s.min <= s.p50 && s.p50 <= s.p95 && s.p95 <= s.p99 && s.p99 <= s.max);
            for value in [s.min, s.p50, s.p95, s.p99, s.max] {
                prop_assert!(values.contains(&value));
            }
        }
    }
}
