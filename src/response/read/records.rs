//! The pass over one record.

use super::keys::{Key, KeyOrder, Place};
use super::{Parser, extra};
use crate::error::Result;
use crate::json::{Kind, Reader, Span, Token};
use crate::response::field::Field;
use crate::response::notice::NoticeKind;
use crate::response::page::Row;
use crate::response::record::Invocation;
use crate::response::schema::{FieldType, InstanceField, InvocationField, ResultField, Schema};

/// A type of record: where the orders of its keys stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Record {
    Invocation,
    Instance,
    Result,
}

impl Record {
    fn schema(self) -> Schema {
        match self {
            Self::Invocation => InvocationField::SCHEMA,
            Self::Instance => InstanceField::SCHEMA,
            Self::Result => ResultField::SCHEMA,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Invocation => "Invocation",
            Self::Instance => "InvokeInstance",
            Self::Result => "InvocationResult",
        }
    }
}

impl<'a> Parser<'a, '_> {
    pub(super) fn invocation(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let index = self.page.invocations.len();
        let row = self.record(reader, Record::Invocation, index)?;
        let id = self.page.slot(&row, InvocationField::InvokeId as usize);
        let is_file = match id.kind() {
            Kind::Text => reader.bytes_of(id).starts_with(b"f-"),
            _ => Field::of(id, reader.source()).text().is_some_and(|id| id.starts_with("f-")),
        };
        if is_file {
            self.notice(NoticeKind::SendFile, format!("Invocation[{index}].InvokeId"), reader)?;
        }
        match &mut self.see {
            None => self.page.invocations.push(row),
            Some(see) => {
                self.page.source = reader.source();
                see(Invocation::new(&self.page, &row));
                self.page.forget_records();
            }
        }
        Ok(())
    }

    fn instances(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        const WRAPPER: &str = "InvokeInstance";
        if reader.skip_lead(&self.instance_list) {
            return self.list_from_bracket(reader, WRAPPER, Self::instance);
        }
        self.list(reader, WRAPPER, Self::instance)
    }

    fn instance(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let row = self.record(reader, Record::Instance, self.page.instances.len())?;
        self.page.instances.push(row);
        Ok(())
    }

    pub(super) fn result(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        let row = self.record(reader, Record::Result, self.page.results.len())?;
        self.page.results.push(row);
        Ok(())
    }

    /// Reads one record into the tables; it will be the one at `index` of its
    /// type.
    fn record(&mut self, reader: &mut Reader<'a>, record: Record, index: usize) -> Result<Row> {
        reader.peek();
        self.part(reader)?;
        let start = reader.offset();
        let first_slot = self.page.slots.len();
        let first_tag = index_of(self.page.tags.len());
        let first_instance = index_of(self.page.instances.len());
        let schema = record.schema();
        self.page.slots.resize(first_slot + schema.len(), Span::default());

        let mut extras = Vec::new();
        let mut place = Place::default();
        loop {
            let (order, slots) = self.order_of(record);
            let slots = slots.get_mut(first_slot..first_slot + schema.len()).unwrap_or_default();
            order.read_plain(reader, &mut place, slots);
            let Some((key, name)) = order.next(reader, &mut place)? else { break };
            match key {
                Key::Field(field) => {
                    let problems =
                        read_field(reader, slots.get_mut(field), type_of(schema, field))?;
                    for kind in problems.into_iter().flatten() {
                        let field = schema.get(field).map_or("", |(name, _)| *name);
                        let path = format!("{}[{index}].{field}", record.name());
                        self.notice(kind, path, reader)?;
                    }
                }
                Key::Instances => self.instances(reader)?,
                Key::Tags => self.tags(reader)?,
                Key::Extra => {
                    let token = reader.value()?;
                    extras.push(extra(reader, name, &token));
                    self.part(reader)?;
                }
            }
        }

        let first_extra = index_of(self.page.record_extras.len());
        self.page.record_extras.append(&mut extras);
        Ok(Row {
            first_slot: index_of(first_slot),
            raw: Span::new(Kind::Object, start, reader.offset()),
            extras: first_extra..index_of(self.page.record_extras.len()),
            tags: first_tag..index_of(self.page.tags.len()),
            instances: first_instance..index_of(self.page.instances.len()),
        })
    }

    fn order_of(&mut self, record: Record) -> (&mut KeyOrder<'a>, &mut [Span]) {
        let order = match record {
            Record::Invocation => &mut self.invocation_keys,
            Record::Instance => &mut self.instance_keys,
            Record::Result => &mut self.result_keys,
        };
        (order, &mut self.page.slots)
    }
}

fn type_of(schema: Schema, field: usize) -> FieldType {
    schema.get(field).map_or(FieldType::Json, |(_, documented)| *documented)
}

/// Reads any value into its slot, and tells what is wrong with it.
fn read_field(
    reader: &mut Reader<'_>,
    slot: Option<&mut Span>,
    documented: FieldType,
) -> Result<[Option<NoticeKind>; 2]> {
    let token = reader.value()?;
    let is_odd = !converts(&token, documented);
    let span = Span::of(&token, reader.offset());
    let before = slot.map(|slot| std::mem::replace(slot, span)).unwrap_or_default();
    Ok([
        is_odd.then_some(NoticeKind::UnexpectedType),
        (before.kind() != Kind::Absent).then_some(NoticeKind::DuplicateField),
    ])
}

/// Table indices are below 2^32: every entry takes at least one byte of a body
/// of at most [`super::MAX_BODY_BYTES`].
fn index_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether a value is what its field is documented to hold, or "none".
fn converts(token: &Token<'_>, documented: FieldType) -> bool {
    let value = Field::from(token);
    let is_none = match token {
        Token::Null => true,
        Token::Text(text) => text.is_empty(),
        _ => false,
    };
    is_none
        || match documented {
            FieldType::Text => !matches!(value, Field::Object(_) | Field::Array(_)),
            FieldType::Integer => value.integer().is_some(),
            FieldType::Boolean => value.boolean().is_some(),
            FieldType::Time => value.time().is_some(),
            FieldType::Json => true,
        }
}
