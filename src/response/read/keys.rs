//! The members of records, foreseen from those of the records before.

use super::names::NameTable;
use super::plain::PlainTypes;
use crate::error::Result;
use crate::json::{Lead, RawText, Reader};
use crate::response::schema::Schema;
use crate::response::time::Day;

/// What a member of a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// A documented field, by its index in the schema.
    Field(usize),
    Instances,
    Tags,
    Extra,
}

/// The members that the records of one type had so far.
///
/// Answers repeat the order of members: the next one is usually the one that
/// followed the last one before. Invariant: the lead of the first of `seen`
/// begins with an object's brace and is looked for at a record's beginning, that
/// of every other one begins with a comma and is looked for behind a member. So
/// a lead that is found means what it meant when it was read.
#[derive(Debug)]
pub(super) struct KeyOrder<'a> {
    schema: Schema,
    names: NameTable,
    seen: Vec<Member<'a>>,
    seen_names: NameTable,
    /// Where a lead that begins with a comma has its key.
    key_at: usize,
    pub(super) day: Day,
}

#[derive(Debug)]
pub(super) struct Member<'a> {
    pub(super) key: Key,
    /// For documented fields.
    pub(super) plain: PlainTypes,
    lead: Lead,
    name: RawText<'a>,
    /// The member that followed this one the last time, or none's index.
    next: usize,
}

/// Where a record stands: which of the members came last, and which is expected.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    last: Option<usize>,
    expected: usize,
}

impl Place {
    /// Where the record stands behind the expected member.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    pub(super) fn behind(self, member: &Member<'_>) -> Self {
        Self { last: Some(self.expected), expected: member.next }
    }
}

impl<'a> KeyOrder<'a> {
    pub(super) fn new(schema: Schema) -> Self {
        Self {
            schema,
            names: NameTable::of_schema(schema),
            seen: Vec::with_capacity(schema.len() + 2),
            seen_names: NameTable::new(),
            key_at: 0,
            day: Day::default(),
        }
    }

    /// Reads the lead of the expected member, where it stands next.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    pub(super) fn expected(&self, reader: &mut Reader<'a>, place: Place) -> Option<&Member<'a>> {
        self.seen.get(place.expected).filter(|member| reader.skip_lead(&member.lead))
    }

    /// Expects the known member whose lead stands next, found by its name.
    #[inline(never)]
    pub(super) fn find(&mut self, reader: &Reader<'a>, place: Place) -> Option<Place> {
        let last = place.last?;
        let key = reader.key_ahead(self.key_at)?;
        let is_next = |at: &usize| {
            self.seen.get(*at).is_some_and(|member| reader.stands_before(&member.lead))
        };
        let expected = self.seen_names.of(key).find(is_next)?;
        self.expect_behind(last, expected);
        Some(Place { expected, ..place })
    }

    fn expect_behind(&mut self, last: usize, next: usize) {
        if let Some(member) = self.seen.get_mut(last) {
            member.next = next;
        }
    }

    /// Reads up to the value of the member that stands next in its record; none
    /// where the record ends instead.
    pub(super) fn next(
        &mut self,
        reader: &mut Reader<'a>,
        place: &mut Place,
    ) -> Result<Option<(Key, RawText<'a>)>> {
        if place.last.is_some() && reader.ends_object() {
            return Ok(None);
        }
        if let Some(member) = self.expected(reader, *place) {
            *place = place.behind(member);
            return Ok(Some((member.key, member.name)));
        }
        let start = reader.offset();
        let Some(name) = reader.next_key(place.last.is_none())? else { return Ok(None) };
        // White space before the value belongs to the lead.
        reader.peek();
        let key = self.names.meaning(self.schema, &name.decode());
        *place = self.remember(reader, start, name, key, *place);
        Ok(Some((key, name)))
    }

    /// Keeps a member whose lead began at `start`, and returns the place behind it.
    fn remember(
        &mut self,
        reader: &Reader<'a>,
        start: usize,
        name: RawText<'a>,
        key: Key,
        place: Place,
    ) -> Place {
        let is_same = |(at, member): (usize, &Member<'_>)| {
            (at == 0) == place.last.is_none()
                && key == member.key
                && (key != Key::Extra || name == member.name)
        };
        let index = match self.seen.iter().enumerate().position(is_same) {
            Some(known) => known,
            // The first place is for a record's first member. And a record of so
            // many members holds mostly unknown ones: remembering those would
            // cost memory and save nothing.
            None if place.last.is_none() != self.seen.is_empty()
                || self.seen.len() >= 2 * self.schema.len() =>
            {
                return Place { last: Some(usize::MAX), expected: usize::MAX };
            }
            None => {
                let lead = Lead::of(reader.bytes_since(start));
                let plain = PlainTypes::of(key, self.schema);
                self.seen.push(Member { key, plain, lead, name, next: usize::MAX });
                let index = self.seen.len() - 1;
                if index > 0 {
                    self.seen_names.insert(name.inside.as_bytes(), index);
                    self.key_at = reader.offset_of(name.inside).saturating_sub(start);
                }
                index
            }
        };
        if let Some(last) = place.last {
            self.expect_behind(last, index);
        }
        let next = self.seen.get(index).map_or(usize::MAX, |member| member.next);
        Place { last: Some(index), expected: next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::InstanceField;

    fn keys(order: &mut KeyOrder<'static>, json: &'static str) -> Vec<String> {
        let mut reader = Reader::new(json.as_bytes());
        let mut keys = Vec::new();
        let mut place = Place::default();
        while let Some((key, name)) = order.next(&mut reader, &mut place).expect("valid") {
            reader.value().expect("valid");
            keys.push(match key {
                Key::Field(index) => format!("{} {}", InstanceField::SCHEMA[index].0, name.inside),
                other => format!("{other:?} {}", name.inside),
            });
        }
        reader.end().expect("all is read");
        keys
    }

    fn order() -> KeyOrder<'static> {
        KeyOrder::new(InstanceField::SCHEMA)
    }

    /// Enough behind a text for wide comparisons.
    fn padded(text: &str) -> &'static str {
        format!("{text}{}", " ".repeat(64)).leak()
    }

    #[test]
    fn a_key_is_found_at_its_old_place_and_at_a_new_one() {
        let mut order = order();
        let expected = ["Output Output", "Extra New", "ExitCode exitCode"];

        for _ in 0..2 {
            assert_eq!(keys(&mut order, padded(r#"{"Output":"","New":1,"exitCode":0}"#)), expected);
        }
        let pretty = padded("{ \"Output\": \"\",\n \"New\": 1,\n \"exitCode\": 0 }");
        assert_eq!(keys(&mut order, pretty), expected);
        assert_eq!(
            keys(&mut order, padded(r#"{"New":1,"Output":"","exitCode":0}"#)),
            ["Extra New", "Output Output", "ExitCode exitCode"]
        );
    }

    #[test]
    fn members_that_come_and_go_are_found() {
        let mut order = order();
        for members in [
            &["Output", "Timed", "Repeats", "ExitCode"][..],
            &["Output", "ExitCode"],
            &["Timed", "Output", "New", "ExitCode", "Repeats"],
            &["ExitCode"],
            &[],
            &["Output", "Output", "New", "New"],
        ] {
            let json = members.iter().map(|name| format!(r#""{name}":1"#)).collect::<Vec<_>>();
            let json = padded(&format!("{{{}}}", json.join(",")));
            let expected: Vec<String> = members
                .iter()
                .map(|name| match *name {
                    "New" => "Extra New".to_owned(),
                    name => format!("{name} {name}"),
                })
                .collect();

            assert_eq!(keys(&mut order, json), expected);
        }
    }

    #[test]
    fn a_lead_is_looked_for_only_where_it_was_read() {
        for text in
            [r#"{"Output":1{"Output":1}"#, r#","Output":1}"#, r#"{"Output":1,{"ExitCode":1}"#]
        {
            let mut order = order();
            keys(&mut order, padded(r#"{"Output":1,"ExitCode":1}"#));
            keys(&mut order, padded(r#"{"ExitCode":1,"Output":1}"#));
            let mut reader = Reader::new(padded(text).as_bytes());
            let mut place = Place::default();
            let result = loop {
                match order.next(&mut reader, &mut place) {
                    Ok(Some(_)) => reader.value().map(|_| ()).expect("valid"),
                    other => break other,
                }
            };

            assert!(result.is_err(), "{text}");
        }
    }

    #[test]
    fn an_escaped_key_means_what_it_spells() {
        assert_eq!(keys(&mut order(), r#"{"\u004futput":""}"#), [r"Output \u004futput"]);
    }
}
