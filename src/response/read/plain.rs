//! The quick pass over what most of a record is: known members, plain values.

use super::keys::{Key, KeyOrder, Place};
use crate::json::{Kind, Reader, Span};
use crate::response::schema::FieldType;
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
        let schema = self.schema();
        // A copy that no other function sees can stay in registers.
        let mut ahead = reader.again_from(reader.offset());
        let mut next = *place;
        while let Some(member) = self.foresee(&mut ahead, &mut next) {
            let Key::Field(index) = member.key else { break };
            let (Some(slot), Some((_, documented))) = (slots.get_mut(index), schema.get(index))
            else {
                break;
            };
            if slot.kind() != Kind::Absent {
                break;
            }
            let Some(value) = ahead.plain_value() else { break };
            if !is_documented(value, *documented, &ahead) {
                break;
            }
            *slot = value;
            *place = next;
            reader.skip_to(&ahead);
        }
    }
}

/// Whether a plain value is of its documented type, or "none".
#[inline(always)]
#[allow(clippy::inline_always)] // Once for every member of every record.
fn is_documented(value: Span, documented: FieldType, reader: &Reader<'_>) -> bool {
    match (documented, value.kind()) {
        (FieldType::Text | FieldType::Json, _)
        | (FieldType::Boolean, Kind::Bool)
        | (FieldType::Integer, Kind::Number)
        | (_, Kind::Null) => true,
        (_, Kind::Text) if value.len() == 0 => true,
        (FieldType::Time, Kind::Text) => Timestamp::is_canonical(value.text(reader.source())),
        _ => false,
    }
}
