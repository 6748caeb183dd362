//! Names of members, found by a hash of few of their letters.

use super::keys::Key;
use crate::response::schema::Schema;

/// A hash table of indices below 255, for names that are few.
#[derive(Debug, Clone)]
pub(super) struct NameTable {
    /// Index plus one, or zero.
    entries: [u8; NameTable::SIZE],
}

impl NameTable {
    /// A power of two above the most names that are put in, so that every probe
    /// ends.
    const SIZE: usize = 64;

    pub(super) fn new() -> Self {
        Self { entries: [0; Self::SIZE] }
    }

    /// The indices that may be the name's, the likeliest first.
    pub(super) fn of(&self, name: &[u8]) -> impl Iterator<Item = usize> {
        let start = hash(name);
        (start..start + Self::SIZE).map_while(|place| {
            let entry = self.entries.get(place % Self::SIZE)?.checked_sub(1)?;
            Some(usize::from(entry))
        })
    }

    /// Adds an index; of more than the table holds, none.
    pub(super) fn insert(&mut self, name: &[u8], index: usize) {
        let start = hash(name);
        let Ok(entry) = u8::try_from(index + 1) else { return };
        for place in start..start + Self::SIZE - 1 {
            match self.entries.get_mut(place % Self::SIZE) {
                Some(free) if *free == 0 => {
                    *free = entry;
                    return;
                }
                _ => {}
            }
        }
    }

    /// The key that a name stands for in records of this schema.
    pub(super) fn meaning(&self, schema: Schema, name: &str) -> Key {
        let is = |index: &usize| {
            schema.get(*index).is_some_and(|(api_name, _)| same_name(api_name, name))
        };
        if let Some(index) = self.of(name.as_bytes()).find(is) {
            Key::Field(index)
        } else if same_name("InvokeInstances", name) {
            Key::Instances
        } else if same_name("Tags", name) {
            Key::Tags
        } else {
            Key::Extra
        }
    }

    /// The table of a schema's names.
    pub(super) fn of_schema(schema: Schema) -> Self {
        let mut table = Self::new();
        for (index, (name, _)) in schema.iter().enumerate() {
            table.insert(name.as_bytes(), index);
        }
        table
    }
}

/// Names are told by their length and three letters, in either case.
fn hash(name: &[u8]) -> usize {
    let letter = |at: usize| usize::from(name.get(at).copied().unwrap_or_default() | 0x20);
    let late = name.len().saturating_sub(2);
    (name.len() * 5 + letter(0) + letter(late) * 3 + letter(name.len() / 2) * 7) % NameTable::SIZE
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

    #[test]
    fn every_documented_name_is_found() {
        for schema in [InvocationField::SCHEMA, InstanceField::SCHEMA, ResultField::SCHEMA] {
            let names = NameTable::of_schema(schema);
            for (index, (name, _)) in schema.iter().enumerate() {
                let camel = format!("{}{}", name[..1].to_ascii_lowercase(), &name[1..]);

                assert_eq!(names.meaning(schema, name), Key::Field(index));
                assert_eq!(names.meaning(schema, &camel), Key::Field(index));
            }
            assert_eq!(names.meaning(schema, "InvokeInstances"), Key::Instances);
            assert_eq!(names.meaning(schema, "tags"), Key::Tags);
            assert_eq!(names.meaning(schema, "New"), Key::Extra);
            assert_eq!(names.meaning(schema, ""), Key::Extra);
        }
    }

    #[test]
    fn a_full_table_takes_no_more_and_every_probe_ends() {
        let mut table = NameTable::new();
        for index in 0..100 {
            table.insert(b"Output", index);
        }

        assert_eq!(table.of(b"Output").collect::<Vec<_>>(), (0..63).collect::<Vec<_>>());
        assert_eq!(NameTable::new().of(b"Output").count(), 0);
    }
}
