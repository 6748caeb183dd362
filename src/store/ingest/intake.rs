//! One answer on its way into the store.

use super::places::Places;
use super::reading::Last;
use super::{IngestContext, IngestReport};
use crate::output::base64;
use crate::output::encoding::{self, Encoding};
use crate::response::{
    Field, InstanceField, Invocation, InvocationField, InvocationResult, ResultField,
};
use crate::store::cell::Cell;
use crate::store::interner::Interner;
use crate::store::profiles::{Profiles, Record};
use crate::store::run::Run;
use crate::store::run_index::RunIndex;
use crate::store::table::Store;
use std::borrow::Cow;
use std::collections::HashMap;

/// The tables that the records of an answer go to, and what is known of those
/// that went before.
pub(super) struct Intake<'s, 'p> {
    pub(super) context: IngestContext,
    pub(super) report: IngestReport,
    /// Whether outputs that were here before now read otherwise.
    pub(super) reads_otherwise: bool,
    pub(super) interner: &'s mut Interner,
    pub(super) run_profiles: &'s mut Profiles,
    pub(super) instance_profiles: &'s mut Profiles,
    pub(super) runs: &'s mut Vec<Run>,
    by_id: &'s mut RunIndex,
    /// By the places of their runs.
    pub(super) places: HashMap<u32, Places>,
    /// Room for one decoded output, kept from one to the next.
    decoded: Vec<u8>,
    /// Of each type.
    pub(super) last_run: Option<Box<Last<'p>>>,
    pub(super) last_instance: Option<Box<Last<'p>>>,
    pub(super) last_result: Option<Box<Last<'p>>>,
    /// Tags and extras of the record that was read last.
    pub(super) tags: Vec<(Cell, Cell)>,
    pub(super) extras: Vec<(Cell, Cell)>,
}

impl<'s, 'p> Intake<'s, 'p> {
    pub(super) fn new(store: &'s mut Store, context: IngestContext, report: IngestReport) -> Self {
        Self {
            context,
            report,
            reads_otherwise: false,
            interner: &mut store.interner,
            run_profiles: &mut store.run_profiles,
            instance_profiles: &mut store.instance_profiles,
            runs: &mut store.runs,
            by_id: &mut store.by_id,
            places: HashMap::new(),
            decoded: Vec::new(),
            last_run: None,
            last_instance: None,
            last_result: None,
            tags: Vec::new(),
            extras: Vec::new(),
        }
    }

    pub(super) fn take_invocation(&mut self, invocation: Invocation<'p>) {
        let id = invocation.field(InvocationField::InvokeId);
        let Some((place, is_new)) = self.place_for(id, invocation.raw().as_str()) else { return };
        self.merge_run(place, is_new, invocation);

        let Some(run) = self.runs.get_mut(place as usize) else { return };
        let mut instances = std::mem::take(&mut run.instances);
        if instances.is_empty() {
            instances.reserve_exact(invocation.instances().len());
        }
        let mut unnamed = 0;
        for (index, instance) in invocation.instances().enumerate() {
            let mut at = index;
            if instance.field(InstanceField::InstanceId).is_none() {
                at = unnamed;
                unnamed += 1;
            }
            self.merge_instance(&mut instances, place, at, instance);
        }
        if let Some(run) = self.runs.get_mut(place as usize) {
            run.instances = instances;
        }
    }

    pub(super) fn take_result(&mut self, result: InvocationResult<'p>) {
        let id = result.field(ResultField::InvokeId);
        let Some((place, is_new)) = self.place_for(id, result.raw().as_str()) else { return };
        self.merge_run_of_result(place, is_new, result);
        self.merge_result_instance(place, result);
    }

    /// The place of the run with that id, made where there is none, and
    /// whether it was made.
    ///
    /// A record without id, as answers of 2018 have, gets one made of its text,
    /// so that reading the same answer twice adds nothing.
    fn place_for(&mut self, id: Field<'_>, raw: &str) -> Option<(u32, bool)> {
        let id = id.non_empty().unwrap_or_else(|| Cow::Owned(id_of_text(raw)));
        let texts = self.interner.text_count();
        let last = self.runs.last().map_or(Cell::ABSENT, |run| run.record.key);
        let key = Cell::of_key(&id, last, self.interner);
        if self.report.invoke_ids.last().is_none_or(|last| *last != id) {
            self.report.invoke_ids.push(id.into_owned());
        }
        // A text that no answer had before is no run's id.
        let is_known = key.text_id().is_some_and(|id| (id as usize) < texts);
        let known = if is_known { self.by_id.find(key, self.runs) } else { None };
        let place = known.or_else(|| u32::try_from(self.runs.len()).ok())?;
        if known.is_none() {
            let record = Record::of_key(key);
            let run = Run { record, instances: Vec::new(), history: None, encoding: None };
            crate::store::grown(self.runs).push(run);
            self.by_id.add_last(self.runs);
            self.report.runs_added += 1;
        }
        Some((place, known.is_none()))
    }

    /// The cell of a field, which may well be that of `hint`.
    pub(super) fn cell(&mut self, field: Field<'_>, hint: Cell) -> Cell {
        Cell::of(field, hint, self.interner)
    }

    /// An output or a command's content: decoded where it is canonical Base64,
    /// which loses nothing, and as it came where it is not.
    pub(super) fn blob(&mut self, field: Field<'_>, hint: Cell) -> Cell {
        let Field::Text(text) = field else { return self.cell(field, hint) };
        let known = self.context.encoding;
        if text.is_empty() || known == Some(Encoding::PlainText) {
            return self.cell(field, hint);
        }
        let text = text.decode();
        self.decoded.clear();
        let is_canonical = base64::decode_canonical(text.as_bytes(), &mut self.decoded);
        let is_base64 = is_canonical
            && (known == Some(Encoding::Base64)
                || encoding::guess(&text, known).encoding == Encoding::Base64);
        if is_base64 {
            Cell::of_base64(&self.decoded, hint, self.interner)
        } else {
            Cell::of_text(&text, hint, self.interner)
        }
    }
}

/// FNV-1a, 64 bits, of a record's text, as an id that no service gives.
fn id_of_text(raw: &str) -> String {
    let hash = raw.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("no-id-{hash:016x}")
}
