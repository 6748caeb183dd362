//! A clock that never goes back, made of one that may.

/// Beyond the last instant of a JavaScript `Date`, a reading is no time.
const LAST_INSTANT_MS: u64 = 8_640_000_000_000_000;

/// Turns readings of a wall clock into times that never decrease.
///
/// A wall clock is set back by its user and by NTP. Counted as zero elapsed
/// time, such a step neither frees calls that are spent nor stretches a wait.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clock {
    last_wall_ms: u64,
    set_back_ms: u64,
}

impl Clock {
    /// The steady time of a reading.
    pub(crate) fn read(&mut self, wall_ms: u64) -> u64 {
        let wall_ms = wall_ms.min(LAST_INSTANT_MS);
        let step_back_ms = self.last_wall_ms.saturating_sub(wall_ms);
        self.set_back_ms = self.set_back_ms.saturating_add(step_back_ms);
        self.last_wall_ms = wall_ms;
        wall_ms.saturating_add(self.set_back_ms)
    }

    /// The steady time of a reading that need not be remembered.
    pub(crate) fn peek(mut self, wall_ms: u64) -> u64 {
        self.read(wall_ms)
    }

    /// What the wall clock will show at a steady time.
    pub(crate) fn to_wall(self, steady_ms: u64) -> u64 {
        steady_ms.saturating_sub(self.set_back_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_back_counts_as_no_time() {
        let mut clock = Clock::default();

        assert_eq!(clock.read(1_000), 1_000);
        assert_eq!(clock.read(400), 1_000);
        assert_eq!(clock.read(500), 1_100);
        assert_eq!(clock.to_wall(1_200), 600);
    }

    #[test]
    fn a_peek_is_not_remembered() {
        let mut clock = Clock::default();
        clock.read(1_000);

        assert_eq!((clock.peek(5_000), clock.peek(400)), (5_000, 1_000));
        assert_eq!(clock.read(1_500), 1_500);
    }

    #[test]
    fn readings_beyond_every_date_are_no_time() {
        let mut clock = Clock::default();

        assert_eq!(clock.read(u64::MAX), LAST_INSTANT_MS);
        assert_eq!(clock.read(0), LAST_INSTANT_MS);
        assert_eq!(clock.read(5), LAST_INSTANT_MS + 5);
    }
}
