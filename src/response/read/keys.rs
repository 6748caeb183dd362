//! Which field a member's name means.

use crate::json::RawText;
use crate::response::record::RecordField;

/// What a member of a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key<F> {
    Field(F),
    Instances,
    Tags,
    Extra,
}

/// The keys of the record before: answers repeat their order, so the next key
/// is usually the one that stood at the same place.
#[derive(Debug)]
pub(super) struct KeyOrder<'a, F> {
    seen: Vec<(&'a str, Key<F>)>,
}

impl<F> Default for KeyOrder<'_, F> {
    fn default() -> Self {
        Self { seen: Vec::new() }
    }
}

impl<'a, F: RecordField> KeyOrder<'a, F> {
    /// The meaning of the key that stands at `place` in its record.
    pub(super) fn find(&mut self, place: usize, key: RawText<'a>) -> Key<F> {
        match self.seen.get(place) {
            Some((name, meaning)) if *name == key.inside => return *meaning,
            _ => {}
        }
        let meaning = look_up(&key.decode());
        let known = self.seen.len();
        if let Some(entry) = self.seen.get_mut(place) {
            *entry = (key.inside, meaning);
        } else if place == known && place < 2 * F::all().len() {
            // A record of more members holds mostly unknown ones: remembering
            // those would cost memory and save nothing.
            self.seen.push((key.inside, meaning));
        }
        meaning
    }
}

fn look_up<F: RecordField>(name: &str) -> Key<F> {
    if let Some(field) = F::all().iter().find(|field| same_name(field.api_name(), name)) {
        return Key::Field(*field);
    }
    if same_name("InvokeInstances", name) {
        Key::Instances
    } else if same_name("Tags", name) {
        Key::Tags
    } else {
        Key::Extra
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
    use crate::response::InstanceField;

    #[test]
    fn names_match_in_the_case_of_api_and_sdk() {
        assert!(same_name("InvokeId", "InvokeId"));
        assert!(same_name("InvokeId", "invokeId"));
        assert!(!same_name("InvokeId", "invokeid"));
        assert!(!same_name("InvokeId", ""));
        assert!(!same_name("InvokeId", "云"));
    }

    #[test]
    fn a_key_is_found_at_its_old_place_and_at_a_new_one() {
        let mut order = KeyOrder::<InstanceField>::default();
        let key = |inside| RawText { inside, escaped: false };

        for _ in 0..2 {
            assert_eq!(order.find(0, key("Output")), Key::Field(InstanceField::Output));
            assert_eq!(order.find(1, key("ExitCode")), Key::Field(InstanceField::ExitCode));
        }
        assert_eq!(order.find(0, key("ExitCode")), Key::Field(InstanceField::ExitCode));
        assert_eq!(order.find(9, key("New")), Key::Extra);
    }

    #[test]
    fn an_escaped_key_means_what_it_spells() {
        let mut order = KeyOrder::<InstanceField>::default();
        let key = RawText { inside: r"\u004futput", escaped: true };

        assert_eq!(order.find(0, key), Key::Field(InstanceField::Output));
    }
}
