//! The quick pass over what most of a record is: known members, plain values.

use super::keys::{Key, KeyOrder, Place};
use crate::json::{Kind, Reader, Span};
use crate::response::schema::{FieldType, Schema};
use crate::response::time::Timestamp;

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
        let (mut next, mut done) = (*place, ahead.offset());
        loop {
            let Some(member) = self.expected(&mut ahead, next) else {
                let Some(found) = self.find(&reader.again_from(done), next) else { break };
                next = found;
                continue;
            };
            let Key::Field(index) = member.key else { break };
            let Some(slot) = slots.get_mut(index).filter(|slot| slot.kind() == Kind::Absent) else {
                break;
            };
            let Some(value) = ahead.plain_value() else { break };
            if !member.plain.has(value, &ahead) {
                break;
            }
            *slot = value;
            (next, done) = (next.behind(member), ahead.offset());
        }
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
    fn has(self, value: Span, reader: &Reader<'_>) -> bool {
        self.kinds >> value.kind() as u8 & 1 != 0
            || (value.kind() == Kind::Text
                && (value.len() == 0
                    || (self.is_time && Timestamp::is_canonical(reader.bytes_of(value)))))
    }
}
