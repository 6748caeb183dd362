//! The pass over the tags of one record.

use super::Parser;
use super::keys::{Key, Place};
use crate::error::Result;
use crate::json::{Kind, Reader, Span};
use crate::response::schema::{FieldType, Schema};

/// Members of a tag: `TagKey` and `TagValue` in answers, `Key` and `Value` in
/// copies of requests.
pub(super) const SCHEMA: Schema = &[
    ("TagKey", FieldType::Text),
    ("TagValue", FieldType::Text),
    ("Key", FieldType::Text),
    ("Value", FieldType::Text),
];

/// The member of a list's object that has the tags.
pub(super) const WRAPPER: &str = "Tag";

impl<'a> Parser<'a, '_> {
    pub(super) fn tags(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        if reader.skip_lead(&self.tag_list) {
            return self.list_from_bracket(reader, WRAPPER, Self::tag);
        }
        self.list(reader, WRAPPER, Self::tag)
    }

    fn tag(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let mut slots = [Span::default(); SCHEMA.len()];
        let mut place = Place::default();
        loop {
            self.tag_keys.read_plain(reader, &mut place, &mut slots);
            let Some((key, _)) = self.tag_keys.next(reader, &mut place)? else { break };
            let token = reader.value()?;
            if let Key::Field(field) = key
                && let Some(slot) = slots.get_mut(field)
            {
                *slot = Span::of(&token, reader.offset());
            }
        }
        let [tag_key, tag_value, key, value] = slots;
        let one_of = |of_answer: Span, of_request| {
            if of_answer.kind() == Kind::Absent { of_request } else { of_answer }
        };
        self.page.tags.push([one_of(tag_key, key), one_of(tag_value, value)]);
        self.part(reader)
    }
}
