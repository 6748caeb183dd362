//! The quick pass over what most of a record is: known members, plain values.

use super::keys::{Key, KeyOrder, Place};
use crate::json::{Kind, Reader, Span};
use crate::response::schema::{FieldType, Schema};
use crate::response::time::Day;

impl<'a> KeyOrder<'a> {
    /// Reads documented members into the slots of their record, for as long as
    /// each was seen before, is the first of its name, and has a plain value of
    /// its documented type.
    ///
    /// It stands before the lead of the first member that is otherwise, or where
    /// the record ends. What it reads, [`Self::next`] would read the same: it may
    /// stop anywhere, and has no errors and no notices to give.
    #[inline(never)]
    pub(super) fn read_plain(
        &mut self,
        reader: &mut Reader<'a>,
        place: &mut Place,
        slots: &mut [Span],
    ) {
        // Copies that no other function sees can stay in registers.
        let mut ahead = reader.again_from(reader.offset());
        let (mut next, mut done, mut day) = (*place, ahead.offset(), self.day);
        loop {
            let Some(member) = self.expected(&mut ahead, next) else {
                let here = reader.again_from(done);
                if here.stands_at_end() {
                    break;
                }
                let Some(found) = self.find(&here, next) else { break };
                next = found;
                continue;
            };
            let Key::Field(index) = member.key else { break };
            let Some(slot) = slots.get_mut(index).filter(|slot| slot.kind() == Kind::Absent) else {
                break;
            };
            let Some(value) = ahead.plain_value() else { break };
            if !member.plain.has(value, &ahead, &mut day) {
                break;
            }
            *slot = value;
            (next, done) = (next.behind(member), ahead.offset());
        }
        self.day = day;
        *place = next;
        *reader = reader.again_from(done);
    }
}

/// What plain values a field is documented to hold.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PlainTypes {
    /// Bit n for the kind n.
    kinds: u8,
    is_time: bool,
}

impl PlainTypes {
    pub(super) fn of(key: Key, schema: Schema) -> Self {
        let Key::Field(index) = key else { return Self::default() };
        let documented = schema.get(index).map(|(_, documented)| *documented);
        let bit = |kind: Kind| 1 << kind as u8;
        let scalars = bit(Kind::Bool) | bit(Kind::Number) | bit(Kind::Text);
        let kinds = match documented {
            Some(FieldType::Text | FieldType::Json) => scalars,
            Some(FieldType::Boolean) => bit(Kind::Bool),
            Some(FieldType::Integer) => bit(Kind::Number),
            Some(FieldType::Time) | None => 0,
        };
        Self { kinds: kinds | bit(Kind::Null), is_time: documented == Some(FieldType::Time) }
    }

    /// Whether a plain value is of these, or "none".
    #[inline(always)]
    #[allow(clippy::inline_always)] // Once for every member of every record.
    fn has(self, value: Span, reader: &Reader<'_>, day: &mut Day) -> bool {
        self.kinds >> value.kind() as u8 & 1 != 0
            || (value.kind() == Kind::Text
                && (value.len() == 0
                    || (self.is_time && day.seconds(reader.bytes_of(value)).is_some())))
    }
}

#[cfg(test)]
mod tests {
    use crate::json::to_json;
    use crate::response::{Invocation, Notice, NoticeKind, parse};
    use proptest::prelude::*;

    /// A member of an instance, with or without white space around its parts.
    fn member() -> impl Strategy<Value = String> {
        let name = prop::sample::select(vec![
            "CreationTime",
            "creationTime",
            "InvocationStatus",
            "Repeats",
            "Output",
            "Dropped",
            "ExitCode",
            "Timed",
            "ErrorInfo",
            "New",
            "Tags",
            r"\u004futput",
        ]);
        let value = prop_oneof![
            4 => prop::sample::select(vec![
                "\"\"", "\"Success\"", "\"2020-01-19T09:15:46Z\"", "0", "17", "true", "false", "null",
            ]).prop_map(str::to_owned),
            1 => prop::sample::select(vec![
                "\"2020-13-19T09:15:46Z\"", "-1", "1.5", "12345678901234567890", r#""a\n""#, "\"云\"",
                "{}", "[1, 2]", "\"2018-01-05 15:45:02\"",
            ]).prop_map(str::to_owned),
            1 => "\"[a-zA-Z0-9+/]{0,90}\"",
        ];
        let space = prop::sample::select(vec!["", "", "", " ", "\n        "]);
        (space.clone(), name, space, value).prop_map(|(before, name, between, value)| {
            format!("{before}\"{name}\":{between}{value}")
        })
    }

    fn body_of(records: &[String]) -> String {
        let records = records.join(",");
        format!(r#"{{"Invocations":[{{"InvokeId":"t-1","InvokeInstances":[{records}]}}]}}"#)
    }

    fn kinds(notices: &[Notice]) -> Vec<NoticeKind> {
        notices.iter().map(Notice::kind).collect()
    }

    proptest! {
        /// Nothing is known of the first record of an answer, so that it is read slowly.
        #[test]
        fn prop_a_record_reads_the_same_alone_and_behind_others(
            records in prop::collection::vec(prop::collection::vec(member(), 0..8), 1..8),
        ) {
            let records: Vec<String> =
                records.iter().map(|members| format!("{{{}}}", members.join(","))).collect();
            let body = body_of(&records);
            let page = parse(body.as_bytes()).expect("an answer");
            let together: Vec<String> =
                page.invocations().flat_map(Invocation::instances).map(|one| to_json(&one)).collect();
            let mut alone = Vec::new();
            let mut notices = Vec::new();
            for record in &records {
                let body = body_of(std::slice::from_ref(record));
                let page = parse(body.as_bytes()).expect("an answer");
                alone.extend(page.invocations().flat_map(Invocation::instances).map(|one| to_json(&one)));
                notices.extend(kinds(page.notices()));
            }

            prop_assert_eq!(together, alone);
            prop_assert_eq!(kinds(page.notices()), notices);
        }
    }
}
