//! One value of a record in four bytes, without loss.
//!
//! The high bits tell what the others are: a constant, a point in time, a small
//! number, an interned text or a decoded output. What does not fit one of the
//! first three exactly is interned, so that every value is written as it was read.

use super::interner::{Interner, Kind};
use crate::json::{RawJson, ToJson, Writer};
use crate::response::{Field, Timestamp};
use std::borrow::Cow;

/// A value of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Cell(u32);

/// The three high bits. A time and a text have thirty bits of their own, so that
/// each has two of the values.
const TAG_BITS: u32 = 29;
const TIME: u32 = 0b010 << TAG_BITS;
const INTEGER: u32 = 0b100 << TAG_BITS;
const BLOB: u32 = 0b101 << TAG_BITS;
const TEXT: u32 = 0b110 << TAG_BITS;

/// The bits behind a tag of two bits, and of three.
const WIDE: u32 = (2 << TAG_BITS) - 1;
const NARROW: u32 = (1 << TAG_BITS) - 1;

const NULL: Cell = Cell(1);
const TRUE: Cell = Cell(2);
const FALSE: Cell = Cell(3);
const EMPTY: Cell = Cell(4);

/// 2010-01-01T00:00:00Z, before the first instance; thirty bits of seconds
/// reach into 2044.
const EPOCH: i64 = 1_262_304_000;

/// The value of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellValue<'s> {
    Absent,
    Null,
    Bool(bool),
    Integer(u32),
    Time(Timestamp),
    Text(&'s str),
    Number(&'s str),
    Json(&'s str),
    Base64(&'s [u8]),
}

impl Cell {
    pub(super) const ABSENT: Self = Self(0);

    /// The cell of a field of an answer.
    ///
    /// `hint` is what stood there before, or in the record before: where it is
    /// the same text, it is found without a look into the interner's table.
    pub(super) fn of(field: Field<'_>, hint: Self, interner: &mut Interner) -> Self {
        match field {
            Field::Absent => Self::ABSENT,
            Field::Null => NULL,
            Field::Bool(true) => TRUE,
            Field::Bool(false) => FALSE,
            Field::Number(text) => small_integer(text)
                .unwrap_or_else(|| Self::interned(interner, hint, Kind::Number, text.as_bytes())),
            Field::Text(text) if text.escaped => Self::of_text(&text.decode(), hint, interner),
            Field::Text(text) => Self::of_text(text.inside, hint, interner),
            Field::Object(json) | Field::Array(json) => {
                Self::interned(interner, hint, Kind::Json, json.as_str().as_bytes())
            }
        }
    }

    /// The cell of a text.
    #[inline]
    pub(super) fn of_text(text: &str, hint: Self, interner: &mut Interner) -> Self {
        if text.is_empty() {
            return EMPTY;
        }
        canonical_time(text)
            .unwrap_or_else(|| Self::interned(interner, hint, Kind::Text, text.as_bytes()))
    }

    /// The cell of an interned text, if one has it.
    pub(super) fn find(text: &str, interner: &Interner) -> Option<Self> {
        interner.find(Kind::Text, text.as_bytes()).map(|id| Self(TEXT | id))
    }

    /// The cell of a record's id: always an interned text, so that ids follow one
    /// another as they come.
    pub(super) fn of_key(text: &str, hint: Self, interner: &mut Interner) -> Self {
        Self::interned(interner, hint, Kind::Text, text.as_bytes())
    }

    /// A hash in the upper bits of which all bits have a part.
    pub(super) fn mixed(self) -> u32 {
        self.0.wrapping_mul(0x9E37_79B9)
    }

    /// The cell of bytes that came as canonical Base64.
    pub(super) fn of_base64(bytes: &[u8], hint: Self, interner: &mut Interner) -> Self {
        if hint.blob_id().is_some_and(|id| interner.is_blob(id, bytes)) {
            return hint;
        }
        interner.intern(Kind::Base64, bytes).map_or(Self::ABSENT, |id| Self(BLOB | id))
    }

    #[inline]
    fn interned(interner: &mut Interner, hint: Self, kind: Kind, bytes: &[u8]) -> Self {
        if hint.text_id().is_some_and(|id| interner.is_text(id, kind, bytes)) {
            return hint;
        }
        // A full interner holds 4 GiB, which wasm32 memory cannot reach.
        interner.intern(kind, bytes).map_or(Self::ABSENT, |id| Self(TEXT | id))
    }

    /// The same value in another interner.
    pub(super) fn moved(self, from: &Interner, to: &mut Interner) -> Self {
        if let Some((kind, text)) = self.text_id().and_then(|id| from.text(id)) {
            return Self::interned(to, Self::ABSENT, kind, text.as_bytes());
        }
        match self.blob_id().and_then(|id| from.blob(id)) {
            Some(bytes) => Self::of_base64(bytes, Self::ABSENT, to),
            None => self,
        }
    }

    /// The id among the interned texts, if the value is one.
    pub(super) fn text_id(self) -> Option<u32> {
        (self.0 & TEXT == TEXT).then_some(self.0 & WIDE)
    }

    /// The id among the decoded outputs, if the value is one.
    fn blob_id(self) -> Option<u32> {
        (self.0 & !NARROW == BLOB).then_some(self.0 & NARROW)
    }

    pub(super) fn is_absent(self) -> bool {
        self == Self::ABSENT
    }

    /// Whether the value is what answers write for "none".
    pub(super) fn is_none(self) -> bool {
        matches!(self, Self::ABSENT | NULL | EMPTY)
    }

    /// The value.
    pub(super) fn value(self, interner: &Interner) -> CellValue<'_> {
        if let Some(id) = self.text_id() {
            return match interner.text(id) {
                Some((Kind::Number, text)) => CellValue::Number(text),
                Some((Kind::Json, text)) => CellValue::Json(text),
                Some((_, text)) => CellValue::Text(text),
                None => CellValue::Absent,
            };
        }
        if let Some(id) = self.blob_id() {
            return interner.blob(id).map_or(CellValue::Absent, CellValue::Base64);
        }
        if self.0 & TIME != 0 {
            let seconds = EPOCH + i64::from(self.0 & WIDE);
            return CellValue::Time(Timestamp::from_unix_seconds(seconds));
        }
        match self {
            NULL => CellValue::Null,
            TRUE => CellValue::Bool(true),
            FALSE => CellValue::Bool(false),
            EMPTY => CellValue::Text(""),
            _ if self.0 & INTEGER != 0 => CellValue::Integer(self.0 & NARROW),
            _ => CellValue::Absent,
        }
    }

    /// The value as text, as [`Field::text`] gives it.
    pub(super) fn text(self, interner: &Interner) -> Option<Cow<'_, str>> {
        match self.value(interner) {
            CellValue::Absent | CellValue::Null | CellValue::Base64(_) => None,
            CellValue::Bool(value) => Some(Cow::Borrowed(if value { "true" } else { "false" })),
            CellValue::Integer(value) => Some(Cow::Owned(value.to_string())),
            CellValue::Time(time) => Some(Cow::Owned(time.to_utc_text())),
            CellValue::Text(text) | CellValue::Number(text) | CellValue::Json(text) => {
                Some(Cow::Borrowed(text))
            }
        }
    }

    /// The text, `None` where it is empty.
    pub(super) fn non_empty(self, interner: &Interner) -> Option<Cow<'_, str>> {
        if self.is_none() { None } else { self.text(interner) }
    }

    /// The value as an integer, as [`Field::integer`] gives it.
    pub(super) fn integer(self, interner: &Interner) -> Option<i64> {
        match self.value(interner) {
            CellValue::Integer(value) => Some(i64::from(value)),
            CellValue::Number(text) => Field::Number(text).integer(),
            CellValue::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The value as a point in time.
    pub(super) fn time(self, interner: &Interner) -> Option<Timestamp> {
        match self.value(interner) {
            CellValue::Time(time) => Some(time),
            CellValue::Text(text) => Timestamp::parse(text.trim()),
            _ => None,
        }
    }
}

/// A number that is written as its digits alone.
fn small_integer(text: &str) -> Option<Cell> {
    if let [digit @ b'0'..=b'9'] = text.as_bytes() {
        return Some(Cell(INTEGER | u32::from(digit - b'0')));
    }
    let value: u32 = text.parse().ok()?;
    let is_canonical = !text.starts_with(['0', '+', '-']);
    (value <= NARROW && is_canonical).then_some(Cell(INTEGER | value))
}

/// A time that is written as the API writes it.
fn canonical_time(text: &str) -> Option<Cell> {
    let time = Timestamp::parse_canonical(text)?;
    let seconds = u32::try_from(time.unix_seconds() - EPOCH).ok()?;
    (seconds <= WIDE).then_some(Cell(TIME | seconds))
}

impl ToJson for CellValue<'_> {
    /// Writes the value as the answer had it; Base64 as Base64.
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Absent | Self::Null => None::<bool>.write(out),
            Self::Bool(value) => value.write(out),
            Self::Integer(value) => value.write(out),
            Self::Time(time) => out.string(&time.to_utc_text()),
            Self::Text(text) => out.string(text),
            Self::Number(text) | Self::Json(text) => out.raw(RawJson(text)),
            Self::Base64(bytes) => out.string(&crate::output::base64::encode(bytes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{RawText, to_json};
    use proptest::prelude::*;

    fn text(inside: &str) -> Field<'_> {
        Field::Text(RawText { inside, escaped: false })
    }

    /// What a field is written as after it was stored.
    fn written(field: Field<'_>) -> String {
        let mut interner = Interner::default();
        to_json(&Cell::of(field, Cell::ABSENT, &mut interner).value(&interner))
    }

    #[test]
    fn values_are_written_as_they_were_read() {
        for (field, expected) in [
            (Field::Null, "null"),
            (Field::Bool(true), "true"),
            (Field::Number("60"), "60"),
            (Field::Number("060"), "060"),
            (Field::Number("-1073741510"), "-1073741510"),
            (Field::Number("536870911"), "536870911"),
            (Field::Number("536870912"), "536870912"),
            (Field::Number("1073741824"), "1073741824"),
            (Field::Number("4294967295"), "4294967295"),
            (Field::Number("1.50"), "1.50"),
            (text(""), r#""""#),
            (text("60"), r#""60""#),
            (text("2020-01-19T09:15:46Z"), r#""2020-01-19T09:15:46Z""#),
            (text("2020-01-19 09:15:46"), r#""2020-01-19 09:15:46""#),
            (text("2009-12-31T23:59:59Z"), r#""2009-12-31T23:59:59Z""#),
            (text("2010-01-01T00:00:00Z"), r#""2010-01-01T00:00:00Z""#),
            (text("2044-01-10T13:37:03Z"), r#""2044-01-10T13:37:03Z""#),
            (text("2044-01-10T13:37:04Z"), r#""2044-01-10T13:37:04Z""#),
            (text("2016-12-31T23:59:60Z"), r#""2016-12-31T23:59:60Z""#),
            (text("2099-01-01T00:00:00Z"), r#""2099-01-01T00:00:00Z""#),
            (Field::Object(RawJson(r#"{"a": 1}"#)), r#"{"a": 1}"#),
        ] {
            assert_eq!(written(field), expected);
        }
    }

    #[test]
    fn times_and_small_numbers_take_no_text() {
        let mut interner = Interner::default();

        Cell::of(text("2026-11-24T00:00:00Z"), Cell::ABSENT, &mut interner);
        Cell::of(Field::Number("24576"), Cell::ABSENT, &mut interner);

        assert_eq!(interner.len(), 0);
    }

    #[test]
    fn a_moved_value_is_the_same() {
        let (mut old, mut new) = (Interner::default(), Interner::default());
        Cell::of(text("garbage"), Cell::ABSENT, &mut old);
        let cell = Cell::of(text("kept"), Cell::ABSENT, &mut old);

        let moved = cell.moved(&old, &mut new);

        assert_eq!(moved.value(&new), CellValue::Text("kept"));
        assert_eq!(new.len(), 1);
    }

    #[test]
    fn decoded_outputs_are_apart_from_texts() {
        let (mut old, mut new) = (Interner::default(), Interner::default());
        Cell::of_base64(b"garbage", Cell::ABSENT, &mut old);
        let blob = Cell::of_base64(b"same", Cell::ABSENT, &mut old);
        let text = Cell::of_text("same", Cell::ABSENT, &mut old);

        assert_eq!(blob.value(&old), CellValue::Base64(b"same"));
        assert_eq!(text.value(&old), CellValue::Text("same"));
        assert_eq!(Cell::of_base64(b"same", text, &mut old), blob);
        assert_eq!(blob.moved(&old, &mut new).value(&new), CellValue::Base64(b"same"));
    }

    proptest! {
        #[test]
        fn prop_texts_survive(value in ".*") {
            let mut interner = Interner::default();
            let cell = Cell::of_text(&value, Cell::ABSENT, &mut interner);
            let kept = cell.text(&interner);

            prop_assert_eq!(kept.as_deref(), Some(value.as_str()));
        }
    }
}
