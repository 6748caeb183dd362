//! Which runs are wanted, and what is known about the zone.

use super::ZoneOffsets;
use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;

/// Which runs are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunQuery {
    pub(super) after: i64,
    pub(super) count: usize,
    pub(super) until: Option<i64>,
    pub(super) started_at: Option<i64>,
    pub(super) offsets: Option<ZoneOffsets>,
}

/// More runs than anybody reads, few enough to be computed at once.
const MAX_COUNT: usize = 1_000;
impl RunQuery {
    /// The first `count` runs after an instant, in seconds since the epoch; at
    /// most 1000.
    #[must_use]
    pub fn new(after: i64, count: usize) -> Self {
        let count = count.min(MAX_COUNT);
        Self { after, count, until: None, started_at: None, offsets: None }
    }

    /// No run at this instant or later. Give the end of the time for which the
    /// offsets are known.
    #[must_use]
    pub fn until(mut self, instant: i64) -> Self {
        self.until = Some(instant);
        self
    }

    /// When the task was created: `rate()` counts from there.
    #[must_use]
    pub fn started_at(mut self, instant: i64) -> Self {
        self.started_at = Some(instant);
        self
    }

    /// The offsets of the schedule's zone, or of the one to assume where it
    /// names none. Not used where the schedule says its offset itself.
    #[must_use]
    pub fn offsets(mut self, offsets: ZoneOffsets) -> Self {
        self.offsets = Some(offsets);
        self
    }

    /// Reads `{"after", "count", "until"?, "startedAt"?, "transitions"?}`.
    ///
    /// Instants are seconds since the epoch, fractions rounded down; transitions
    /// as in [`ZoneOffsets::from_transitions`].
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] or [`ErrorKind::InvalidValue`] with the path.
    pub fn read(value: &Value<'_>) -> Result<Self> {
        let member = |name| value.get(name).unwrap_or(&Value::Null);
        let instant = |name| read_instant(member(name), name);
        let count = member("count").as_i64().and_then(|count| usize::try_from(count).ok());
        let mut query = Self::new(
            instant("after")?.ok_or_else(|| wrong_type("after", "a number"))?,
            count.ok_or_else(|| wrong_type("count", "a whole number, 0 or more"))?,
        );
        query.until = instant("until")?;
        query.started_at = instant("startedAt")?;
        query.offsets = match value.get("transitions") {
            None | Some(Value::Null) => None,
            Some(list) => Some(ZoneOffsets::from_transitions(&transitions(list)?)?),
        };
        Ok(query)
    }
}

/// Reads seconds since the epoch, fractions rounded down; none for `null`.
///
/// # Errors
/// [`ErrorKind::InvalidType`] with `path` for anything but a decimal number;
/// JavaScript writes those beyond 10^21 with an exponent.
pub fn read_instant(value: &Value<'_>, path: &str) -> Result<Option<i64>> {
    if *value == Value::Null {
        return Ok(None);
    }
    let Value::Number(text) = value else { return Err(wrong_type(path, "a number")) };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_plain = fraction.bytes().all(|byte| byte.is_ascii_digit());
    let is_below_whole = whole.starts_with('-') && fraction.bytes().any(|byte| byte != b'0');
    whole
        .parse::<i64>()
        .ok()
        .filter(|_| is_plain)
        .and_then(|whole| whole.checked_sub(i64::from(is_below_whole)))
        .map(Some)
        .ok_or_else(|| wrong_type(path, "seconds since the epoch"))
}

fn wrong_type(path: &str, expected: &str) -> Error {
    Error::new(ErrorKind::InvalidType, format!("expected {expected}")).in_path(path)
}

fn transitions(list: &Value<'_>) -> Result<Vec<(i64, i32)>> {
    let Value::Array(items) = list else {
        return Err(
            Error::new(ErrorKind::InvalidType, "expected pairs of integers").in_path("transitions")
        );
    };
    let pair = |(index, item): (usize, &Value<'_>)| {
        let [at, offset] = item.items() else { return Err(wrong_pair(index)) };
        let offset = offset.as_i64().and_then(|offset| i32::try_from(offset).ok());
        at.as_i64().zip(offset).ok_or_else(|| wrong_pair(index))
    };
    items.iter().enumerate().map(pair).collect()
}

fn wrong_pair(index: usize) -> Error {
    Error::new(ErrorKind::InvalidType, "expected [seconds since the epoch, offset in seconds]")
        .in_path(format!("transitions[{index}]"))
}
