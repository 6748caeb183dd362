//! How long to wait after a failure that a further try may mend.

use super::failure::{Failure, FailureKind};

pub(crate) const MINUTE_MS: u64 = 60_000;

/// First wait after a temporary failure, as in the official SDKs.
const BASE_MS: u64 = 100;

/// Longest wait after a temporary failure, as in the official Python core.
const LONGEST_MS: u64 = 20_000;

/// A wait that an answer asks for counts up to this, as in the official
/// TypeScript core: a wrong header must not stop the caller for good.
const LONGEST_ASKED_MS: u64 = 120_000;

/// Callers that were throttled together spread over the first second.
const SPREAD_MS: u64 = 1_000;

/// Milliseconds to wait after the `nth` failure of the same call, counted from
/// 1.
///
/// Throttled: what the answer asks for, or until the next whole minute of the
/// wall clock plus up to a second; the service counts calls per minute and
/// answers again in the next one. Otherwise 100 ms, doubled each time up to
/// 20 s, of which `jitter` (0 to 1) takes away up to half.
pub(crate) fn retry_delay_ms(failure: &Failure, nth: u32, wall_ms: u64, jitter: f64) -> u64 {
    if let Some(asked_ms) = failure.retry_after_ms() {
        return asked_ms.clamp(BASE_MS, LONGEST_ASKED_MS);
    }
    if failure.kind() == FailureKind::Throttled {
        return MINUTE_MS - wall_ms % MINUTE_MS + part_of(SPREAD_MS, jitter);
    }
    let doublings = nth.saturating_sub(1).min(16);
    let full_ms = (BASE_MS << doublings).min(LONGEST_MS);
    full_ms - part_of(full_ms / 2, jitter)
}

/// `jitter` of `whole`; what is no number from 0 to 1 counts as the nearest, or
/// as 0.
fn part_of(whole: u64, jitter: f64) -> u64 {
    let jitter = if jitter.is_nan() { 0.0 } else { jitter.clamp(0.0, 1.0) };
    // The product is at most 20,000.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let part = (whole as f64 * jitter) as u64;
    part.min(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_failures_wait_twice_as_long_each_time() {
        let waits = [1, 2, 3, 8, 9, 40].map(|nth| retry_delay_ms(&Failure::network(), nth, 0, 0.0));

        assert_eq!(waits, [100, 200, 400, 12_800, 20_000, 20_000]);
    }

    #[test]
    fn jitter_takes_away_up_to_half() {
        let wait = |jitter| retry_delay_ms(&Failure::network(), 2, 0, jitter);

        assert_eq!([wait(0.0), wait(0.5), wait(1.0)], [200, 150, 100]);
        assert_eq!([wait(f64::NAN), wait(-3.0), wait(7.0)], [200, 200, 100]);
    }

    #[test]
    fn throttled_calls_wait_for_the_next_whole_minute() {
        let failure = Failure::answer(400, Some("Throttling.User"));
        let wait = |now, jitter| retry_delay_ms(&failure, 1, now, jitter);

        assert_eq!(wait(60_000 * 7 + 15_000, 0.0), 45_000);
        assert_eq!(wait(60_000 * 7 + 59_999, 0.0), 1);
        assert_eq!(wait(60_000 * 7, 0.0), 60_000);
        assert_eq!(wait(60_000 * 7 + 15_000, 1.0), 46_000);
    }

    #[test]
    fn a_wait_that_the_answer_asks_for_is_honoured_up_to_two_minutes() {
        let wait = |asked| {
            let failure = Failure::answer(429, None).with_retry_after_ms(asked);
            retry_delay_ms(&failure, 1, 0, 0.5)
        };

        assert_eq!([wait(0), wait(1_500), wait(3_600_000)], [100, 1_500, 120_000]);
    }
}
