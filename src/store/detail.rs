//! Everything that is stored of a run, as the API would write it.

use super::cell::{Cell, CellValue};
use super::interner::Interner;
use super::profiles::{Pairs, Record};
use super::run::Run;
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
        Ok(to_json(&RawPage(&runs, self)))
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
                        let cell = self.run_cell(run, *field);
                        write_present(o, &field.camel_name(), cell, &self.interner);
                    }
                }
                let tags = self.run_profiles.tags(&run.record).iter();
                o.array("tags", tags.map(|(key, value)| TagCells(*key, *value, self)));
                let extras = self.run_profiles.extras(&run.record);
                if !extras.is_empty() {
                    o.object("extra", |o| write_pairs(o, extras, &self.interner));
                }
                o.field("hasHistory", run.history.is_some());
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
            .flat_map(|run| run.history.iter().map(move |history| (run, history)))
            .flat_map(|(run, history)| history.iter().map(move |one| (run, one)))
            .collect();
        sort_by_key(&mut members, |(_, one)| {
            std::cmp::Reverse(one.cell(InstanceField::StartTime).time(&self.interner))
        });
        let rows: Vec<_> = members.into_iter().map(|member| self.instance_row(member)).collect();
        Ok(super::InstanceRows { total: rows.len(), rows })
    }
}

struct RawPage<'s>(&'s [&'s Run], &'s Store);

struct RawRun<'s>(&'s Run, &'s Store);

struct RawInstance<'s>(&'s Record, &'s Store);

struct RawTag<'s>(Cell, Cell, &'s Interner);

struct TagCells<'s>(Cell, Cell, &'s Store);

impl ToJson for RawPage<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(runs, store) = *self;
        out.object(|o| {
            o.object("Invocations", |o| {
                o.array("Invocation", runs.iter().map(|run| RawRun(run, store)));
            });
        });
    }
}

impl ToJson for RawRun<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(run, store) = *self;
        out.object(|o| {
            for field in InvocationField::ALL {
                write_present(o, field.name(), store.run_cell(run, *field), &store.interner);
            }
            write_pairs(o, store.run_profiles.extras(&run.record), &store.interner);
            o.object("InvokeInstances", |o| {
                let instances = run.instances.iter().map(|one| RawInstance(one, store));
                o.array("InvokeInstance", instances);
            });
            o.object("Tags", |o| {
                let tags = store.run_profiles.tags(&run.record).iter();
                o.array("Tag", tags.map(|(key, value)| RawTag(*key, *value, &store.interner)));
            });
        });
    }
}

impl ToJson for RawInstance<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(one, store) = *self;
        let profiles = &store.instance_profiles;
        out.object(|o| {
            for field in InstanceField::ALL {
                let cell = profiles.cell(one, *field as usize);
                write_present(o, field.name(), cell, &store.interner);
            }
            write_pairs(o, profiles.extras(one), &store.interner);
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

fn write_pairs(o: &mut Members<'_>, pairs: &Pairs, interner: &Interner) {
    for (name, value) in pairs {
        let name = name.text(interner).unwrap_or_default();
        o.field(&name, value.value(interner));
    }
}
