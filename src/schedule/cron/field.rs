//! One field: its entries as written, and the values that they select.

use super::super::Source;
use super::FieldKind;
use crate::error::Result;
use crate::json::{ToJson, Writer};

/// One of the comma-separated parts of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entry {
    /// `*` or `?`.
    Every,
    /// `5`.
    One(u16),
    /// `5-20`, `*/2`, `5/2` or `5-20/2`; nothing where `last` is below `first`.
    Span {
        /// The first value.
        first: u16,
        /// The last value that may be reached.
        last: u16,
        /// The distance between values, at least 1.
        step: u16,
    },
    /// `L`, the last day of the month.
    LastDay,
    /// `LW`, the last Monday to Friday of the month.
    LastWorkday,
    /// `15W`, the Monday to Friday nearest the day, within the month.
    WorkdayNear(u16),
    /// `5L`, the last such day of the week in the month.
    LastWeekday(u16),
    /// `5#3`, the third such day of the week in the month.
    NthWeekday {
        /// 0 = Sunday to 6 = Saturday.
        weekday: u16,
        /// 1 to 5.
        week: u16,
    },
}

/// A field of a cron expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    kind: FieldKind,
    entries: Vec<Entry>,
    values: Vec<u16>,
}

impl Field {
    /// The field that a shorter expression leaves out.
    pub(super) fn every(kind: FieldKind) -> Self {
        Self::of(kind, vec![Entry::Every])
    }

    fn of(kind: FieldKind, entries: Vec<Entry>) -> Self {
        let (min, max) = (kind.min(), kind.max());
        let is_selected = |value: &u16| entries.iter().any(|entry| entry.contains(*value));
        let values = (min..=max).filter(is_selected).collect();
        Self { kind, entries, values }
    }

    /// Reads comma-separated entries; empty ones are skipped, as the agent does.
    pub(super) fn parse(kind: FieldKind, text: Source<'_>) -> Result<Self> {
        let pieces = text.pieces(|character| character == ',');
        if pieces.is_empty() {
            return Err(text.expected(kind.expected()));
        }
        let entries = pieces.into_iter().map(|piece| entry(kind, piece)).collect::<Result<_>>()?;
        Ok(Self::of(kind, entries))
    }

    /// Which field it is.
    #[must_use]
    pub fn kind(&self) -> FieldKind {
        self.kind
    }

    /// The entries as written.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The values of plain entries, ascending without repeats.
    ///
    /// `L`, `W` and `#` depend on the month and have none here.
    #[must_use]
    pub fn values(&self) -> &[u16] {
        &self.values
    }

    /// Whether the field leaves every value open.
    #[must_use]
    pub fn is_every(&self) -> bool {
        self.entries.contains(&Entry::Every)
    }

    /// The values from `floor` on.
    pub(super) fn from(&self, floor: u16) -> &[u16] {
        let skipped = self.values.partition_point(|value| *value < floor);
        self.values.get(skipped..).unwrap_or_default()
    }
}

impl Entry {
    /// Whether a plain entry selects the value.
    pub(super) fn contains(self, value: u16) -> bool {
        match self {
            Self::Every => true,
            Self::One(own) => own == value,
            Self::Span { first, last, step } => {
                (first..=last).contains(&value)
                    && value.saturating_sub(first).is_multiple_of(step.max(1))
            }
            _ => false,
        }
    }
}

fn entry(kind: FieldKind, piece: Source<'_>) -> Result<Entry> {
    let text = piece.as_str().to_ascii_lowercase();
    if text == "*" || text == "?" {
        return Ok(Entry::Every);
    }
    if let Some(special) = special(kind, &text) {
        return Ok(special);
    }
    let (range, step) = match text.split_once('/') {
        Some((range, step)) => (range, Some(step)),
        None => (text.as_str(), None),
    };
    let step = match step {
        Some(step) => Some(read_step(kind, step).ok_or_else(|| {
            piece.expected(&format!("an interval from 1 to {}", kind.max().min(59)))
        })?),
        None => None,
    };
    let unreadable = || piece.expected(kind.expected());
    if range == "*" {
        let step = step.ok_or_else(unreadable)?;
        return Ok(Entry::Span { first: kind.min(), last: kind.max(), step });
    }
    if let Some((first, last)) = range.split_once('-') {
        let first = kind.value(first).ok_or_else(unreadable)?;
        let last = kind.value(last).ok_or_else(unreadable)?;
        return Ok(Entry::Span { first, last, step: step.unwrap_or(1) });
    }
    let value = kind.value(range).ok_or_else(unreadable)?;
    Ok(match step {
        Some(step) => Entry::Span { first: value, last: kind.max(), step },
        None => Entry::One(value),
    })
}

/// The agent knows steps of one or two digits; year steps are no exception.
fn read_step(kind: FieldKind, text: &str) -> Option<u16> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let step = text.parse().ok().filter(|_| is_number)?;
    (1..=kind.max().min(59)).contains(&step).then_some(step)
}

fn special(kind: FieldKind, text: &str) -> Option<Entry> {
    match kind {
        FieldKind::DayOfMonth => match text {
            "l" => Some(Entry::LastDay),
            "lw" => Some(Entry::LastWorkday),
            _ => kind.value(text.strip_suffix('w')?).map(Entry::WorkdayNear),
        },
        FieldKind::DayOfWeek => match text.split_once('#') {
            Some((weekday, week @ ("1" | "2" | "3" | "4" | "5"))) => {
                Some(Entry::NthWeekday { weekday: kind.value(weekday)?, week: week.parse().ok()? })
            }
            Some(_) => None,
            None => kind.value(text.strip_suffix('l')?).map(Entry::LastWeekday),
        },
        _ => None,
    }
}

/// The selected values, or `"*"`; entries that depend on the month as objects.
impl ToJson for Field {
    fn write(&self, out: &mut Writer) {
        if self.is_every() {
            out.string("*");
            return;
        }
        out.object(|o| {
            o.array("values", self.values());
            o.array("special", self.entries.iter().copied().filter_map(Entry::label));
        });
    }
}

impl Entry {
    /// `L`, `LW`, `15W`, `5L`, `5#3`; none for plain entries.
    fn label(self) -> Option<String> {
        match self {
            Self::Every | Self::One(_) | Self::Span { .. } => None,
            Self::LastDay => Some("L".to_owned()),
            Self::LastWorkday => Some("LW".to_owned()),
            Self::WorkdayNear(day) => Some(format!("{day}W")),
            Self::LastWeekday(weekday) => Some(format!("{weekday}L")),
            Self::NthWeekday { weekday, week } => Some(format!("{weekday}#{week}")),
        }
    }
}
