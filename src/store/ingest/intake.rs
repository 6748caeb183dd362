//! One answer on its way into the store.

use super::IngestContext;
use super::places::Places;
use crate::output::base64;
use crate::output::encoding::{self, Encoding};
use crate::response::Field;
use crate::store::cell::Cell;
use crate::store::interner::Interner;

/// What the values of an answer become cells with.
pub(super) struct Intake<'s> {
    pub(super) context: IngestContext,
    pub(super) interner: &'s mut Interner,
    /// Room for one decoded output, kept from one to the next.
    decoded: Vec<u8>,
    /// Of the instances of the run that is merged.
    pub(super) places: &'s mut Places,
}

impl<'s> Intake<'s> {
    pub(super) fn new(
        context: IngestContext,
        interner: &'s mut Interner,
        places: &'s mut Places,
    ) -> Self {
        Self { context, interner, decoded: Vec::new(), places }
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
