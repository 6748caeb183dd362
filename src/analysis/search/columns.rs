//! Capture groups as columns: one row per output, and how often each value
//! occurs.

use super::regex::Regex;
use super::{Matcher, Search};
use crate::json::{ToJson, Writer};
use crate::numbering::Numbering;
use crate::order::sort_by_key;
use std::cmp::Reverse;

/// One output's values: those of its first line that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// What the caller calls the output.
    pub index: usize,
    /// One value per column; `None` where the group took no part.
    pub values: Vec<Option<String>>,
}

/// A value and the number of rows that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValueCount {
    /// The captured text.
    pub value: String,
    /// How many rows have it.
    pub count: usize,
}

/// A capture group.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// The group's name, or its one-based number.
    pub name: String,
    /// Its values, most frequent first, equal counts in order of the text.
    pub values: Vec<ValueCount>,
}

/// A table being filled; outputs come one at a time and are not kept.
#[derive(Debug)]
pub struct Columns<'s> {
    regex: &'s Regex,
    rows: Vec<Row>,
}

impl<'s> Columns<'s> {
    /// Begins; `None` where the search captures nothing: it is a literal or has
    /// no group.
    #[must_use]
    pub fn new(search: &'s Search) -> Option<Self> {
        match &search.matcher {
            Matcher::Regex(regex) if !regex.groups().is_empty() => {
                Some(Self { regex, rows: Vec::new() })
            }
            _ => None,
        }
    }

    /// Adds the row of one output, where it has a match.
    pub fn push(&mut self, index: usize, text: &str) {
        let mut capturer = self.regex.capturer();
        if let Some(found) = text.lines().find_map(|line| capturer.captures(line)) {
            let values = found.into_iter().map(|value| value.map(str::to_owned)).collect();
            self.rows.push(Row { index, values });
        }
    }

    /// The rows so far.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The columns with their value counts.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        let names = self.regex.groups().iter().enumerate();
        names
            .map(|(column, name)| {
                let mut values = self.counts(column);
                sort_by_key(&mut values, |value| (Reverse(value.count), value.value.clone()));
                Column { name: name.clone().unwrap_or_else(|| (column + 1).to_string()), values }
            })
            .collect()
    }

    /// The values of a column, counted, in order of appearance.
    fn counts(&self, column: usize) -> Vec<ValueCount> {
        let mut counts: Vec<ValueCount> = Vec::new();
        let mut known = Numbering::default();
        let taking_part = self.rows.iter().filter_map(|row| row.values.get(column)?.as_ref());
        for value in taking_part {
            let place = known.number(value.as_bytes().into());
            if place == counts.len() {
                counts.push(ValueCount { value: value.clone(), count: 0 });
            }
            if let Some(counted) = counts.get_mut(place) {
                counted.count += 1;
            }
        }
        counts
    }
}

impl ToJson for Row {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("index", self.index).array("values", &self.values);
        });
    }
}

impl ToJson for ValueCount {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("value", &self.value).field("count", self.count);
        });
    }
}

impl ToJson for Column {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("name", &self.name).array("values", &self.values);
        });
    }
}

impl ToJson for Columns<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.array("columns", self.columns()).array("rows", &self.rows);
        });
    }
}
