//! Schedules: `rate()`, `at()` and 6 to 8 field cron, in words and as next runs.
