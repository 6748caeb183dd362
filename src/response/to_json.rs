//! Pages as plain objects for JavaScript: camelCase names, converted values,
//! what does not convert unchanged.

use super::field::Field;
use super::page::{Page, Paging};
use super::record::{Extra, Instance, Invocation, InvocationResult, Tag};
use super::schema::{FieldType, InstanceField, InvocationField, ResultField, Schema};
use crate::fold::fold;
use crate::json::{Members, RawJson, ToJson, Writer};
use std::iter::once;

impl ToJson for Page<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("action", self.action().name());
            for member in Paging::ALL {
                let documented = match member {
                    Paging::RequestId | Paging::NextToken => FieldType::Text,
                    Paging::PageNumber | Paging::PageSize | Paging::TotalCount => {
                        FieldType::Integer
                    }
                };
                write_field(o, member.name(), self.paging(member), documented);
            }
            o.array("invocations", self.invocations());
            o.array("results", self.results());
            write_extra(o, self.extra());
            o.field("notices", self.notices());
        });
    }
}

impl ToJson for Invocation<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            write_fields(o, InvocationField::SCHEMA, |index| self.field_at(index));
            o.array("instances", self.instances());
            o.array("tags", self.tags());
            write_extra(o, self.extra());
        });
    }
}

impl ToJson for Instance<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            write_fields(o, InstanceField::SCHEMA, |index| self.field_at(index));
            write_extra(o, self.extra());
        });
    }
}

impl ToJson for InvocationResult<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            write_fields(o, ResultField::SCHEMA, |index| self.field_at(index));
            o.array("tags", self.tags());
            write_extra(o, self.extra());
        });
    }
}

impl ToJson for Tag<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.optional("key", self.key.text()).optional("value", self.value.text());
        });
    }
}

impl ToJson for Field<'_> {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Absent | Self::Null => None::<bool>.write(out),
            Self::Bool(value) => value.write(out),
            Self::Number(text) => out.raw(RawJson(text)),
            Self::Text(text) => text.write(out),
            Self::Object(json) | Self::Array(json) => out.raw(*json),
        }
    }
}

fn write_fields<'p>(o: &mut Members<'_>, schema: Schema, field_at: impl Fn(usize) -> Field<'p>) {
    for (index, (name, documented)) in schema.iter().enumerate() {
        write_field(o, name, field_at(index), *documented);
    }
}

/// Writes a present field in its documented type where it converts, and as it
/// came where it does not.
fn write_field(o: &mut Members<'_>, name: &str, field: Field<'_>, documented: FieldType) {
    if !field.is_present() {
        return;
    }
    let name = camel_case(name);
    match documented {
        FieldType::Integer if field.integer().is_some() => o.optional(&name, field.integer()),
        FieldType::Boolean if field.boolean().is_some() => o.optional(&name, field.boolean()),
        FieldType::Text | FieldType::Time if matches!(field, Field::Number(_) | Field::Bool(_)) => {
            o.optional(&name, field.text())
        }
        _ => o.field(&name, field),
    };
}

fn write_extra<'p>(o: &mut Members<'_>, extra: impl Iterator<Item = Extra<'p>>) {
    let mut extra = extra.peekable();
    if extra.peek().is_some() {
        o.object("extra", |o| {
            for member in extra {
                o.field(&member.name.decode(), member.value);
            }
        });
    }
}

fn camel_case(name: &str) -> String {
    let mut characters = name.chars();
    characters
        .next()
        .map_or_else(String::new, |first| once(fold(first)).chain(characters).collect())
}
