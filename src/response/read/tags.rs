//! The pass over the tags of one record.

use super::Parser;
use super::keys::{Key, Place};
use crate::error::Result;
use crate::json::Reader;
use crate::response::record::RecordField;
use crate::response::schema::FieldType;
use crate::response::slot::Slot;

/// Members of a tag: `TagKey` and `TagValue` in answers, `Key` and `Value` in
/// copies of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagField {
    TagKey,
    TagValue,
    Key,
    Value,
}

impl RecordField for TagField {
    fn all() -> &'static [Self] {
        &[Self::TagKey, Self::TagValue, Self::Key, Self::Value]
    }

    fn api_name(self) -> &'static str {
        match self {
            Self::TagKey => "TagKey",
            Self::TagValue => "TagValue",
            Self::Key => "Key",
            Self::Value => "Value",
        }
    }

    fn documented_type(self) -> FieldType {
        FieldType::Text
    }

    fn index(self) -> usize {
        self as usize
    }
}

impl<'a> Parser<'a> {
    pub(super) fn tags(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        self.list(reader, "Tag", Self::tag)
    }

    fn tag(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let [mut key, mut value] = [Slot::default(); 2];
        let mut place = Place::default();
        while let Some((meaning, _)) = self.tag_keys.next(reader, &mut place)? {
            let token = reader.value()?;
            let slot = Slot::of(&token, reader.offset());
            match meaning {
                Key::Field(TagField::TagKey | TagField::Key) => key = slot,
                Key::Field(TagField::TagValue | TagField::Value) => value = slot,
                _ => {}
            }
        }
        self.page.tags.push([key, value]);
        self.part(reader)
    }
}
