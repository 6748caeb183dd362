//! The pass over one record.

use super::keys::{Key, KeyOrder, same_name};
use super::{Parser, RecordField};
use crate::error::Result;
use crate::json::{RawText, Reader, Token};
use crate::response::field::Field;
use crate::response::notice::NoticeKind;
use crate::response::page::Row;
use crate::response::schema::{FieldType, InvocationField};
use crate::response::slot::Slot;

impl<'a> Parser<'a> {
    pub(super) fn invocation(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let index = self.page.invocations.len();
        let row =
            self.record(reader, ("Invocation", index), |parser| &mut parser.invocation_keys)?;
        let id = self.page.slot(&row, InvocationField::InvokeId.index()).field(self.page.source);
        if id.text().is_some_and(|id| id.starts_with("f-")) {
            self.notice(NoticeKind::SendFile, format!("Invocation[{index}].InvokeId"), reader);
        }
        self.page.invocations.push(row);
        Ok(())
    }

    fn instance(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let index = self.page.instances.len();
        let row =
            self.record(reader, ("InvokeInstance", index), |parser| &mut parser.instance_keys)?;
        self.page.instances.push(row);
        Ok(())
    }

    pub(super) fn result(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let index = self.page.results.len();
        let row =
            self.record(reader, ("InvocationResult", index), |parser| &mut parser.result_keys)?;
        self.page.results.push(row);
        Ok(())
    }

    /// Reads one record into the tables; `keys` picks the order of its type.
    fn record<F: RecordField>(
        &mut self,
        reader: &mut Reader<'a>,
        place: (&str, usize),
        keys: fn(&mut Self) -> &mut KeyOrder<'a, F>,
    ) -> Result<Row> {
        reader.peek();
        let start = reader.offset();
        let first_slot = self.page.slots.len();
        let first_tag = index_of(self.page.tags.len());
        let first_instance = index_of(self.page.instances.len());
        self.page.slots.resize(first_slot + F::all().len(), Slot::default());

        let mut extras = Vec::new();
        let mut member = 0;
        reader.object(|reader, key| {
            let meaning = keys(self).find(member, key);
            member += 1;
            match meaning {
                Key::Field(field) => self.field(reader, place, first_slot, field),
                Key::Instances => self.list(reader, "InvokeInstance", Self::instance),
                Key::Tags => self.tags(reader),
                Key::Extra => {
                    let key_end = reader.offset();
                    let token = reader.value()?;
                    extras.push(self.extra(key, key_end, &token, reader.offset()));
                    Ok(())
                }
            }
        })?;

        let first_extra = index_of(self.page.record_extras.len());
        self.page.record_extras.append(&mut extras);
        Ok(Row {
            first_slot: index_of(first_slot),
            raw: self.span(start, reader.offset()),
            extras: first_extra..index_of(self.page.record_extras.len()),
            tags: first_tag..index_of(self.page.tags.len()),
            instances: first_instance..index_of(self.page.instances.len()),
        })
    }

    fn field<F: RecordField>(
        &mut self,
        reader: &mut Reader<'a>,
        (record, index): (&str, usize),
        first_slot: usize,
        field: F,
    ) -> Result<()> {
        let token = reader.value()?;
        let slot = Slot::of(&token, reader.offset());
        let path = || format!("{record}[{index}].{}", field.api_name());
        if !converts(Field::from(&token), field.documented_type()) {
            self.notice(NoticeKind::UnexpectedType, path(), reader);
        }
        let Some(place) = self.page.slots.get_mut(first_slot + field.index()) else {
            return Ok(());
        };
        let is_duplicate = !place.is_absent();
        *place = slot;
        if is_duplicate {
            self.notice(NoticeKind::DuplicateField, path(), reader);
        }
        Ok(())
    }

    pub(super) fn tags(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        self.list(reader, "Tag", Self::tag)
    }

    /// Reads `{TagKey, TagValue}` of answers, or `{Key, Value}` of requests.
    fn tag(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let mut tag = [Slot::default(); 2];
        reader.object(|reader, key: RawText<'a>| {
            let token = reader.value()?;
            let name = key.decode();
            let is = |api_name| same_name(api_name, &name);
            let [tag_key, tag_value] = &mut tag;
            if is("TagKey") || is("Key") {
                *tag_key = Slot::of(&token, reader.offset());
            } else if is("TagValue") || is("Value") {
                *tag_value = Slot::of(&token, reader.offset());
            }
            Ok(())
        })?;
        self.page.tags.push(tag);
        Ok(())
    }

    fn span(&self, start: usize, end: usize) -> Slot {
        let json = self.page.source.get(start..end).unwrap_or_default();
        Slot::of(&Token::Object(crate::json::RawJson(json)), end)
    }
}

/// Table indices are below 2^32: every entry takes at least one byte of a body
/// of at most [`super::MAX_BODY_BYTES`].
fn index_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether a value is what its field is documented to hold, or "none".
fn converts(value: Field<'_>, documented: FieldType) -> bool {
    match (documented, value) {
        (_, Field::Absent | Field::Null) | (FieldType::Json, _) => true,
        (_, Field::Text(text)) if text.is_empty() => true,
        (FieldType::Text, value) => !matches!(value, Field::Object(_) | Field::Array(_)),
        (FieldType::Integer, value) => value.integer().is_some(),
        (FieldType::Boolean, value) => value.boolean().is_some(),
        (FieldType::Time, value) => value.time().is_some(),
    }
}
