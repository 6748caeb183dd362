//! Calls per minute, counted in every window of 60 seconds.

use crate::pagination::MINUTE_MS;
use std::collections::VecDeque;

/// The times of the latest calls, as many as the limit.
///
/// A sliding window keeps every calendar minute, which is what the service
/// counts, within the limit too.
#[derive(Debug)]
pub(super) struct Budget {
    limit: usize,
    spent_ms: VecDeque<u64>,
}

impl Budget {
    pub(super) fn new(limit: u32) -> Self {
        let limit = limit as usize;
        Self { limit, spent_ms: VecDeque::new() }
    }

    /// Counts a call. Times do not decrease.
    pub(super) fn spend(&mut self, now_ms: u64) {
        if self.spent_ms.len() >= self.limit {
            self.spent_ms.pop_front();
        }
        self.spent_ms.push_back(now_ms);
    }

    /// The earliest time at which a call is within the limit; 0 for any time.
    pub(super) fn free_at_ms(&self) -> u64 {
        if self.spent_ms.len() < self.limit {
            return 0;
        }
        self.spent_ms.front().map_or(0, |oldest| oldest.saturating_add(MINUTE_MS))
    }

    /// Calls that are free at that time.
    pub(super) fn left(&self, now_ms: u64) -> u32 {
        let within = |spent: &&u64| spent.saturating_add(MINUTE_MS) > now_ms;
        let spent = self.spent_ms.iter().filter(within).count();
        u32::try_from(self.limit.saturating_sub(spent)).unwrap_or(u32::MAX)
    }

    pub(super) fn limit(&self) -> u32 {
        u32::try_from(self.limit).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_free_again_sixty_seconds_after_it_was_spent() {
        let mut budget = Budget::new(2);
        budget.spend(1_000);
        budget.spend(5_000);

        assert_eq!((budget.left(5_000), budget.free_at_ms()), (0, 61_000));
        assert_eq!(budget.left(60_999), 0);
        assert_eq!(budget.left(61_000), 1);
        budget.spend(61_000);
        assert_eq!(budget.free_at_ms(), 65_000);
    }
}
