//! What there is to say about a cron expression, in no language.

use super::super::{Cron, Entry, Field};

/// The times of a day.
pub(super) enum Times {
    /// A few, one by one: hour, minute, second.
    Fixed(Vec<(u16, u16, u16)>),
    /// Every so many hours, from a time on.
    EveryHours { step: u16, from: (u16, u16, u16) },
    /// Once an hour, at a minute and second of it.
    EachHour { minute: u16, second: u16 },
    /// Once an hour, from one time to another.
    HourlyBetween { from: (u16, u16, u16), to: (u16, u16, u16) },
    /// Once a minute within one hour, from one time to another.
    MinutelyBetween { from: (u16, u16, u16), to: (u16, u16, u16) },
    /// At one second of some minutes of some hours.
    Minutes { minutes: Shape, second: u16, hours: Shape },
    /// At some seconds of some minutes of some hours.
    Seconds { seconds: Shape, minutes: Shape, hours: Shape },
}

/// Which values a field selects.
pub(super) enum Shape {
    /// All.
    Every,
    /// One value.
    One(u16),
    /// Evenly spread over the whole cycle.
    Step { step: u16, first: u16 },
    /// An unbroken run of at least three values.
    Range(u16, u16),
    /// Several values.
    List(Vec<u16>),
}

/// Times that are still named one by one.
const MAX_FIXED: usize = 12;
/// Evenly spread times that are rather named one by one than as a step.
const MAX_FIXED_STEPS: usize = 3;

impl Shape {
    /// The shape of ascending values from a cycle of `0..=max`.
    fn of(values: &[u16], max: u16) -> Self {
        let count = u16::try_from(values.len()).unwrap_or(u16::MAX);
        match values {
            [value] => Self::One(*value),
            [first, second, .., last] | [first, second @ last] => {
                let step = second.saturating_sub(*first);
                let is_even = values.windows(2).all(|pair| match pair {
                    [a, b] => b.saturating_sub(*a) == step,
                    _ => true,
                });
                let cycle = max.saturating_add(1);
                if count == cycle {
                    Self::Every
                } else if is_even
                    && step > 1
                    && step.saturating_mul(count) == cycle
                    && (*first == 0 || count > 2)
                {
                    Self::Step { step, first: *first }
                } else if is_even && step == 1 && count > 2 {
                    Self::Range(*first, *last)
                } else {
                    Self::List(values.to_vec())
                }
            }
            [] => Self::List(Vec::new()),
        }
    }

    /// The shape of a field whose values start anew after an uneven cycle: a
    /// step that runs to the end is one, however it divides the cycle.
    fn open_ended(field: &Field) -> Self {
        match field.entries() {
            [Entry::Span { first, last, step }]
                if *step > 1 && *last == field.kind().max() && field.values().len() > 3 =>
            {
                Self::Step { step: *step, first: *first }
            }
            _ => Self::of(field.values(), u16::MAX),
        }
    }

    /// A pair of neighbours as a range.
    fn or_range(self) -> Self {
        match self {
            Self::List(values) => match values.as_slice() {
                [a, b] if a.checked_add(1) == Some(*b) => Self::Range(*a, *b),
                _ => Self::List(values),
            },
            other => other,
        }
    }

    fn of_field(field: &Field) -> Self {
        Self::of(field.values(), field.kind().max())
    }
}

impl Cron {
    /// The times of the day.
    pub(super) fn times(&self) -> Times {
        let hours = Shape::of_field(&self.hour);
        let minutes = Shape::of_field(&self.minute);
        let seconds = Shape::of_field(&self.second);
        if let Some(fixed) = self.fixed_times([&hours, &minutes, &seconds]) {
            return Times::Fixed(fixed);
        }
        match (seconds, minutes, hours.or_range()) {
            (Shape::One(second), Shape::One(minute), Shape::Every) => {
                Times::EachHour { minute, second }
            }
            (Shape::One(second), Shape::One(minute), Shape::Step { step, first }) => {
                Times::EveryHours { step, from: (first, minute, second) }
            }
            (Shape::One(second), Shape::One(minute), Shape::Range(from, to)) => {
                Times::HourlyBetween { from: (from, minute, second), to: (to, minute, second) }
            }
            (Shape::One(second), Shape::Range(from, to), Shape::One(hour)) => {
                Times::MinutelyBetween { from: (hour, from, second), to: (hour, to, second) }
            }
            (Shape::One(second), minutes, hours) => Times::Minutes { minutes, second, hours },
            (seconds, minutes, hours) => Times::Seconds { seconds, minutes, hours },
        }
    }

    fn fixed_times(&self, shapes: [&Shape; 3]) -> Option<Vec<(u16, u16, u16)>> {
        let fields = [&self.hour, &self.minute, &self.second].map(Field::values);
        let count = fields.iter().map(|values| values.len()).fold(1, usize::saturating_mul);
        let is_plain = |shape: &&Shape| matches!(shape, Shape::One(_) | Shape::List(_));
        let is_listed = shapes.iter().all(is_plain) && count <= MAX_FIXED;
        if !is_listed && count > MAX_FIXED_STEPS {
            return None;
        }
        let [hours, minutes, seconds] = fields;
        let minutes = hours.iter().flat_map(|hour| minutes.iter().map(move |m| (*hour, *m)));
        let times = minutes.flat_map(|(h, m)| seconds.iter().map(move |second| (h, m, *second)));
        Some(times.collect())
    }

    /// The days of the week of plain entries, Monday (1) first, Sunday as 7.
    pub(super) fn weekdays(&self) -> Vec<u16> {
        let is_selected = |day: &u16| self.day_of_week.values().contains(&(day % 7));
        (1..=7).filter(is_selected).collect()
    }

    /// The entries of both day fields that depend on the month.
    pub(super) fn special_days(&self) -> impl Iterator<Item = Entry> {
        let entries = |field: &Field| {
            let own = if field.is_every() { Vec::new() } else { field.entries().to_vec() };
            own.into_iter().filter(|entry| !matches!(entry, Entry::One(_) | Entry::Span { .. }))
        };
        entries(&self.day_of_month).chain(entries(&self.day_of_week))
    }

    /// The days of the month of plain entries; none where the field is open.
    pub(super) fn days_of_month(&self) -> Option<Shape> {
        let is_silent = self.day_of_month.is_every() || self.day_of_month.values().is_empty();
        (!is_silent).then(|| Shape::open_ended(&self.day_of_month))
    }

    /// The months; none where the field is open.
    pub(super) fn months(&self) -> Option<Shape> {
        let is_silent = self.month.values().len() == 12;
        (!is_silent).then(|| Shape::of(self.month.values(), u16::MAX))
    }

    /// The years; none where the field is open.
    pub(super) fn years(&self) -> Option<Shape> {
        (!self.year.is_every()).then(|| Shape::open_ended(&self.year))
    }
}
