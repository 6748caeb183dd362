//! Which field a member's name means.

use crate::error::Result;
use crate::json::{Lead, RawText, Reader};
use crate::response::record::RecordField;

/// What a member of a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key<F> {
    Field(F),
    Instances,
    Tags,
    Extra,
}

/// The members of the records before, in their order: answers repeat it, so the
/// next member is usually the one that followed the last one before.
#[derive(Debug)]
pub(super) struct KeyOrder<'a, F> {
    seen: Vec<Member<'a, F>>,
    names: Names,
}

#[derive(Debug)]
struct Member<'a, F> {
    lead: Lead,
    name: RawText<'a>,
    meaning: Key<F>,
}

/// Where a record stands in the order of the ones before; zero at its beginning.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place(usize);

/// How many members a record may leave out at one place and still be foreseen.
const LEFT_OUT: usize = 2;

impl<'a, F: RecordField> KeyOrder<'a, F> {
    pub(super) fn new() -> Self {
        Self { seen: Vec::with_capacity(F::all().len()), names: Names::of(F::all()) }
    }

    /// Reads up to the value of the member that stands next in its record; none
    /// where the record ends instead.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    pub(super) fn next(
        &mut self,
        reader: &mut Reader<'a>,
        place: &mut Place,
    ) -> Result<Option<(Key<F>, RawText<'a>)>> {
        match self.seen.get(place.0) {
            Some(member) if reader.skip_lead(&member.lead) => {
                place.0 += 1;
                Ok(Some((member.meaning, member.name)))
            }
            _ => self.next_unforeseen(reader, place),
        }
    }

    #[inline(never)]
    fn next_unforeseen(
        &mut self,
        reader: &mut Reader<'a>,
        place: &mut Place,
    ) -> Result<Option<(Key<F>, RawText<'a>)>> {
        for (skipped, member) in self.seen.iter().skip(place.0 + 1).take(LEFT_OUT).enumerate() {
            if reader.skip_lead(&member.lead) {
                place.0 += skipped + 2;
                return Ok(Some((member.meaning, member.name)));
            }
        }
        let start = reader.offset();
        let Some(name) = reader.next_key(place.0 == 0)? else { return Ok(None) };
        // White space before the value belongs to the lead.
        reader.peek();
        let meaning = self.names.meaning(&name.decode());
        let is_same = |member: &Member<'_, F>| {
            meaning == member.meaning && (meaning != Key::Extra || name == member.name)
        };
        let known = self.seen.iter().position(is_same);
        // The brace that leads the first member leads no other one.
        let is_in_order = (place.0 == 0) == self.seen.is_empty();
        // A record of more members holds mostly unknown ones: remembering those
        // would cost memory and save nothing.
        if known.is_none() && is_in_order && self.seen.len() < 2 * F::all().len() {
            let lead = Lead::of(reader.bytes_since(start));
            place.0 = place.0.min(self.seen.len());
            self.seen.insert(place.0, Member { lead, name, meaning });
        }
        place.0 = known.unwrap_or(place.0) + 1;
        Ok(Some((meaning, name)))
    }
}

/// A hash table over the names of a record's fields.
#[derive(Debug)]
struct Names {
    /// Index of the field plus one, or zero.
    table: [u8; Names::SIZE],
}

impl Names {
    /// A power of two above twice the number of fields of any record, so that
    /// every probe ends.
    const SIZE: usize = 64;

    fn of<F: RecordField>(fields: &[F]) -> Self {
        let mut names = Self { table: [0; Self::SIZE] };
        for (index, field) in (1..).zip(fields) {
            let mut place = Self::place(field.api_name());
            while names.table.get(place).is_some_and(|taken| *taken != 0) {
                place = (place + 1) % Self::SIZE;
            }
            if let Some(entry) = names.table.get_mut(place) {
                *entry = index;
            }
        }
        names
    }

    fn meaning<F: RecordField>(&self, name: &str) -> Key<F> {
        let mut place = Self::place(name);
        while let Some(index) = self.table.get(place).and_then(|entry| entry.checked_sub(1)) {
            match F::all().get(usize::from(index)) {
                Some(field) if same_name(field.api_name(), name) => return Key::Field(*field),
                _ => place = (place + 1) % Self::SIZE,
            }
        }
        if same_name("InvokeInstances", name) {
            Key::Instances
        } else if same_name("Tags", name) {
            Key::Tags
        } else {
            Key::Extra
        }
    }

    /// Names are told by length, first letter and the one before the last.
    fn place(name: &str) -> usize {
        let bytes = name.as_bytes();
        let letter = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default() | 0x20);
        let late = bytes.len().saturating_sub(2);
        (bytes.len() * 5 + letter(0) + letter(late) * 3 + letter(bytes.len() / 2) * 7) % Self::SIZE
    }
}

/// Whether `name` is `api_name`, or the camelCase that SDKs make of it.
pub(super) fn same_name(api_name: &str, name: &str) -> bool {
    let (Some((api_first, api_rest)), Some((first, rest))) =
        (api_name.split_at_checked(1), name.split_at_checked(1))
    else {
        return false;
    };
    api_rest == rest && api_first.eq_ignore_ascii_case(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::{InstanceField, InvocationField, ResultField};

    #[test]
    fn names_match_in_the_case_of_api_and_sdk() {
        assert!(same_name("InvokeId", "InvokeId"));
        assert!(same_name("InvokeId", "invokeId"));
        assert!(!same_name("InvokeId", "invokeid"));
        assert!(!same_name("InvokeId", ""));
        assert!(!same_name("InvokeId", "云"));
    }

    fn check_names<F: RecordField + std::fmt::Debug>() {
        let names = Names::of(F::all());
        for field in F::all() {
            let name = field.api_name();
            let camel = format!("{}{}", name[..1].to_ascii_lowercase(), &name[1..]);

            assert_eq!(names.meaning(name), Key::Field(*field));
            assert_eq!(names.meaning(&camel), Key::Field(*field));
        }
        assert_eq!(names.meaning::<F>("InvokeInstances"), Key::Instances);
        assert_eq!(names.meaning::<F>("tags"), Key::Tags);
        assert_eq!(names.meaning::<F>("New"), Key::Extra);
        assert_eq!(names.meaning::<F>(""), Key::Extra);
    }

    #[test]
    fn every_documented_name_is_found() {
        check_names::<InvocationField>();
        check_names::<InstanceField>();
        check_names::<ResultField>();
    }

    fn keys(order: &mut KeyOrder<'static, InstanceField>, json: &'static str) -> Vec<String> {
        let mut reader = Reader::new(json.as_bytes());
        let mut keys = Vec::new();
        let mut place = Place::default();
        while let Some((meaning, name)) = order.next(&mut reader, &mut place).expect("valid") {
            reader.value().expect("valid");
            keys.push(format!("{meaning:?} {}", name.inside));
        }
        reader.end().expect("all is read");
        keys
    }

    #[test]
    fn a_key_is_found_at_its_old_place_and_at_a_new_one() {
        let mut order = KeyOrder::new();
        let expected = ["Field(Output) Output", "Extra New", "Field(ExitCode) exitCode"];

        for _ in 0..2 {
            assert_eq!(
                keys(
                    &mut order,
                    r#"{"Output":"","New":1,"exitCode":0}                                "#
                ),
                expected
            );
        }
        let pretty =
            "{ \"Output\": \"\",\n \"New\": 1,\n \"exitCode\": 0 }                                ";
        assert_eq!(keys(&mut order, pretty), expected);
        assert_eq!(
            keys(
                &mut order,
                r#"{"New":1,"Output":"","exitCode":0}                                "#
            ),
            ["Extra New", "Field(Output) Output", "Field(ExitCode) exitCode"]
        );
    }

    #[test]
    fn members_that_come_and_go_are_found() {
        let mut order = KeyOrder::new();
        let padding = " ".repeat(64);
        for members in [
            &["Output", "Timed", "Repeats", "ExitCode"][..],
            &["Output", "ExitCode"],
            &["Timed", "Output", "New", "ExitCode", "Repeats"],
            &["ExitCode"],
            &[],
            &["Output", "Output", "New", "New"],
        ] {
            let json = members.iter().map(|name| format!(r#""{name}":1"#)).collect::<Vec<_>>();
            let json = format!("{{{}}}{padding}", json.join(",")).leak();
            let expected: Vec<String> = members
                .iter()
                .map(|name| match *name {
                    "New" => "Extra New".to_owned(),
                    name => format!("Field({name}) {name}"),
                })
                .collect();

            assert_eq!(keys(&mut order, json), expected);
        }
    }

    #[test]
    fn an_escaped_key_means_what_it_spells() {
        let mut order = KeyOrder::new();

        assert_eq!(keys(&mut order, r#"{"\u004futput":""}"#), [r"Field(Output) \u004futput"]);
    }
}
