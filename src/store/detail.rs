//! Everything that is stored of a run, as the API would write it.

use super::cell::{Cell, CellValue};
use super::interner::Interner;
use super::run::{InstanceRecord, Run};
use super::table::Store;
use crate::error::Result;
use crate::json::{Members, ToJson, Writer, to_json};
use crate::order::sort_by_key;
use crate::response::{InstanceField, InvocationField};

impl Store {
    /// The runs of an id as JSON in the shape of the API: wrapped arrays,
    /// `PascalCase` names, every value as it came, unknown members included.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn raw(&self, ids: &str) -> Result<String> {
        let runs = self.runs_of(ids)?;
        Ok(to_json(&RawPage { runs: &runs, interner: &self.interner }))
    }

    /// The fields of the first run of an id as a plain object: camelCase
    /// names, tags, unknown members under `extra`; the command's content as text.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn run(&self, ids: &str) -> Result<String> {
        let content = self.command_content(ids)?;
        let runs = self.runs_of(ids)?;
        let mut writer = Writer::new();
        writer.object(|o| {
            for run in runs.iter().take(1) {
                for field in InvocationField::ALL {
                    if *field != InvocationField::CommandContent {
                        write_present(o, &field.camel_name(), run.cell(*field), &self.interner);
                    }
                }
                o.array("tags", run.tags.iter().map(|(key, value)| TagCells(*key, *value, self)));
                if !run.extras.is_empty() {
                    o.object("extra", |o| write_pairs(o, &run.extras, &self.interner));
                }
                o.field("hasHistory", !run.history.is_empty());
            }
            o.optional("commandContent", content.as_deref());
        });
        Ok(writer.finish())
    }

    /// The executions of a periodic run that answers of
    /// `DescribeInvocationResults` had, newest first.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn history(&self, ids: &str) -> Result<super::InstanceRows> {
        let runs = self.runs_of(ids)?;
        let mut members: Vec<_> = runs
            .into_iter()
            .flat_map(|run| run.history.iter().map(move |one| (run, one)))
            .collect();
        sort_by_key(&mut members, |(_, one)| {
            std::cmp::Reverse(one.cell(InstanceField::StartTime).time(&self.interner))
        });
        let rows: Vec<_> = members.into_iter().map(|member| self.instance_row(member)).collect();
        Ok(super::InstanceRows { total: rows.len(), rows })
    }
}

struct RawPage<'s> {
    runs: &'s [&'s Run],
    interner: &'s Interner,
}

struct RawRun<'s>(&'s Run, &'s Interner);

struct RawInstance<'s>(&'s InstanceRecord, &'s Interner);

struct RawTag<'s>(Cell, Cell, &'s Interner);

struct TagCells<'s>(Cell, Cell, &'s Store);

impl ToJson for RawPage<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.object("Invocations", |o| {
                o.array("Invocation", self.runs.iter().map(|run| RawRun(run, self.interner)));
            });
        });
    }
}

impl ToJson for RawRun<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(run, interner) = *self;
        out.object(|o| {
            for field in InvocationField::ALL {
                write_present(o, field.name(), run.cell(*field), interner);
            }
            write_pairs(o, &run.extras, interner);
            o.object("InvokeInstances", |o| {
                o.array(
                    "InvokeInstance",
                    run.instances.iter().map(|one| RawInstance(one, interner)),
                );
            });
            o.object("Tags", |o| {
                o.array("Tag", run.tags.iter().map(|(key, value)| RawTag(*key, *value, interner)));
            });
        });
    }
}

impl ToJson for RawInstance<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(one, interner) = *self;
        out.object(|o| {
            for field in InstanceField::ALL {
                write_present(o, field.name(), one.cell(*field), interner);
            }
            write_pairs(o, &one.extras, interner);
        });
    }
}

impl ToJson for RawTag<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(key, value, interner) = *self;
        out.object(|o| {
            write_present(o, "TagKey", key, interner);
            write_present(o, "TagValue", value, interner);
        });
    }
}

impl ToJson for TagCells<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(key, value, store) = *self;
        out.object(|o| {
            o.optional("key", key.text(&store.interner));
            o.optional("value", value.text(&store.interner));
        });
    }
}

fn write_present(o: &mut Members<'_>, name: &str, cell: Cell, interner: &Interner) {
    let value = cell.value(interner);
    if value != CellValue::Absent {
        o.field(name, value);
    }
}

fn write_pairs(o: &mut Members<'_>, pairs: &[(Cell, Cell)], interner: &Interner) {
    for (name, value) in pairs {
        let name = name.text(interner).unwrap_or_default();
        o.field(&name, value.value(interner));
    }
}
