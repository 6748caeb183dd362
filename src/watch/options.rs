//! What a caller may choose.

use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;
use crate::pagination::{boolean, integer};

/// Choices of a [`Watch`](super::Watch), checked when they are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchOptions {
    pub(super) calls_per_minute: u32,
    pub(super) shortest_interval_ms: u64,
    pub(super) longest_interval_ms: u64,
    pub(super) outputs: bool,
}

const HOUR_MS: u64 = 3_600_000;

impl Default for WatchOptions {
    fn default() -> Self {
        Self {
            calls_per_minute: 20,
            shortest_interval_ms: 2_000,
            longest_interval_ms: 30_000,
            outputs: true,
        }
    }
}

impl WatchOptions {
    /// The budget, 1 to 600 calls in any 60 seconds; 20 unless told.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] in `callsPerMinute` for another number.
    pub fn calls_per_minute(mut self, calls: u64) -> Result<Self> {
        let calls = within(calls, 1, 600, "callsPerMinute")?;
        self.calls_per_minute = u32::try_from(calls).unwrap_or(u32::MAX);
        Ok(self)
    }

    /// How soon a run that changed is asked again, 1 second to 1 hour; 2 s
    /// unless told. Where task events are fed in, half a minute is enough.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] in `shortestIntervalMs` for another number.
    pub fn shortest_interval_ms(mut self, interval_ms: u64) -> Result<Self> {
        self.shortest_interval_ms = within(interval_ms, 1_000, HOUR_MS, "shortestIntervalMs")?;
        self.longest_interval_ms = self.longest_interval_ms.max(interval_ms);
        Ok(self)
    }

    /// How late a run that does not change is asked again, up to 1 hour and no
    /// less than the shortest interval; 30 s unless told.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] in `longestIntervalMs` for another number.
    pub fn longest_interval_ms(mut self, interval_ms: u64) -> Result<Self> {
        let least = self.shortest_interval_ms;
        self.longest_interval_ms = within(interval_ms, least, HOUR_MS, "longestIntervalMs")?;
        Ok(self)
    }

    /// Whether outputs are asked for; they are unless told.
    #[must_use]
    pub fn outputs(mut self, outputs: bool) -> Self {
        self.outputs = outputs;
        self
    }

    /// Reads `{callsPerMinute?, shortestIntervalMs?, longestIntervalMs?,
    /// outputs?}`; `null` is an object without members.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] for a member of another type, and those of
    /// the setters.
    pub fn from_json(value: &Value<'_>) -> Result<Self> {
        let mut options = Self::default();
        if let Some(calls) = integer(value, "callsPerMinute")? {
            options = options.calls_per_minute(calls)?;
        }
        if let Some(interval_ms) = integer(value, "shortestIntervalMs")? {
            options = options.shortest_interval_ms(interval_ms)?;
        }
        if let Some(interval_ms) = integer(value, "longestIntervalMs")? {
            options = options.longest_interval_ms(interval_ms)?;
        }
        if let Some(outputs) = boolean(value, "outputs")? {
            options = options.outputs(outputs);
        }
        Ok(options)
    }
}

fn within(number: u64, least: u64, most: u64, path: &str) -> Result<u64> {
    if (least..=most).contains(&number) {
        return Ok(number);
    }
    let message = format!("expected {least} to {most}, found {number}");
    Err(Error::new(ErrorKind::InvalidValue, message).in_path(path))
}
