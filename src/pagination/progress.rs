//! How far paging has come.

use crate::json::{ToJson, Writer};

/// Counts since the start, for a progress display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// Pages read.
    pub pages: u64,
    /// Records read, each counted once.
    pub records: u64,
    /// Records that an earlier page, or the same one, already had.
    pub duplicates: u64,
    /// Calls answered, well or badly.
    pub calls: u64,
    /// Calls answered badly.
    pub failures: u64,
    /// The wall-clock time before which nothing is asked, while waiting.
    pub waiting_until_ms: Option<u64>,
}

impl ToJson for Progress {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("pages", self.pages)
                .field("records", self.records)
                .field("duplicates", self.duplicates)
                .field("calls", self.calls)
                .field("failures", self.failures)
                .optional("waitingUntilMs", self.waiting_until_ms);
        });
    }
}
