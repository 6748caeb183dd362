//! The pass over one record.

use super::keys::{Key, KeyOrder, Place};
use super::{Parser, RecordField, extra};
use crate::error::Result;
use crate::json::{Reader, Token};
use crate::response::field::Field;
use crate::response::notice::NoticeKind;
use crate::response::page::Row;
use crate::response::schema::{FieldType, InvocationField};
use crate::response::slot::Slot;
use crate::response::time::Timestamp;

impl<'a> Parser<'a> {
    pub(super) fn invocation(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let index = self.page.invocations.len();
        let row =
            self.record(reader, ("Invocation", index), |parser| &mut parser.invocation_keys)?;
        let id = self.page.slot(&row, InvocationField::InvokeId.index()).field(reader.source());
        if id.text().is_some_and(|id| id.starts_with("f-")) {
            self.notice(NoticeKind::SendFile, format!("Invocation[{index}].InvokeId"), reader)?;
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
        named: (&str, usize),
        keys: fn(&mut Self) -> &mut KeyOrder<'a, F>,
    ) -> Result<Row> {
        reader.peek();
        self.part(reader)?;
        let start = reader.offset();
        let first_slot = self.page.slots.len();
        let first_tag = index_of(self.page.tags.len());
        let first_instance = index_of(self.page.instances.len());
        self.page.slots.resize(first_slot + F::all().len(), Slot::default());

        let mut extras = Vec::new();
        let mut place = Place::default();
        while let Some((meaning, key)) = keys(self).next(reader, &mut place)? {
            match meaning {
                Key::Field(field) => self.field(reader, named, first_slot, field)?,
                Key::Instances => self.list(reader, "InvokeInstance", Self::instance)?,
                Key::Tags => self.tags(reader)?,
                Key::Extra => {
                    let token = reader.value()?;
                    extras.push(extra(reader, key, &token));
                    self.part(reader)?;
                }
            }
        }

        let first_extra = index_of(self.page.record_extras.len());
        self.page.record_extras.append(&mut extras);
        Ok(Row {
            first_slot: index_of(first_slot),
            raw: Slot::of_object(start, reader.offset()),
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
        let is_odd = !converts(&token, field.documented_type());
        let Some(place) = self.page.slots.get_mut(first_slot + field.index()) else {
            return Ok(());
        };
        let is_duplicate = !place.is_absent();
        *place = slot;
        if is_odd || is_duplicate {
            let path = || format!("{record}[{index}].{}", field.api_name());
            if is_odd {
                self.notice(NoticeKind::UnexpectedType, path(), reader)?;
            }
            if is_duplicate {
                self.notice(NoticeKind::DuplicateField, path(), reader)?;
            }
        }
        Ok(())
    }
}

/// Table indices are below 2^32: every entry takes at least one byte of a body
/// of at most [`super::MAX_BODY_BYTES`].
fn index_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether a value is what its field is documented to hold, or "none".
#[inline(always)]
#[allow(clippy::inline_always)] // Once for every member of every record.
fn converts(token: &Token<'_>, documented: FieldType) -> bool {
    match (documented, token) {
        (_, Token::Null)
        | (FieldType::Json, _)
        | (FieldType::Text, Token::Text(_) | Token::Number(_) | Token::Bool(_))
        | (FieldType::Boolean, Token::Bool(_)) => true,
        (_, Token::Text(text)) if text.is_empty() => true,
        (FieldType::Integer, Token::Number(text)) if text.len() == 1 => true,
        (FieldType::Time, Token::Text(text)) if Timestamp::is_canonical(text.inside) => true,
        _ => converts_otherwise(Field::from(token), documented),
    }
}

#[inline(never)]
fn converts_otherwise(value: Field<'_>, documented: FieldType) -> bool {
    match documented {
        FieldType::Text => !matches!(value, Field::Object(_) | Field::Array(_)),
        FieldType::Integer => value.integer().is_some(),
        FieldType::Boolean => value.boolean().is_some(),
        FieldType::Time => value.time().is_some(),
        FieldType::Json => true,
    }
}
