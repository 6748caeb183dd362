//! Views of the records of a page.

use super::field::Field;
use super::page::{Page, Row};
use super::schema::{InstanceField, InvocationField, ResultField};
use crate::json::{RawJson, RawText, Span};
use crate::status::{InstanceStatus, InvocationStatus, LegacyStatus};

/// A member that the page does not document, kept as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extra<'p> {
    /// The member's name.
    pub name: RawText<'p>,
    /// The member's value.
    pub value: Field<'p>,
}

/// A tag of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'p> {
    /// `TagKey`
    pub key: Field<'p>,
    /// `TagValue`
    pub value: Field<'p>,
}

/// The documented fields of a record of any type, by their indices.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slots<'p> {
    spans: &'p [Span],
    source: &'p str,
}

impl<'p> Slots<'p> {
    /// The field with that index.
    pub(crate) fn field(self, index: usize) -> Field<'p> {
        Field::of(self.span(index), self.source)
    }

    /// Whether the field with that index is written as in another record of the
    /// page.
    #[inline]
    pub(crate) fn repeats(self, other: Self, index: usize) -> bool {
        self.span(index).is_same(other.span(index), self.source)
    }

    #[inline]
    fn span(self, index: usize) -> Span {
        self.spans.get(index).copied().unwrap_or_default()
    }
}

/// Defines the view of one record type.
macro_rules! view {
    ($(#[$meta:meta])* $name:ident, $field:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<'p> {
            page: &'p Page<'p>,
            row: &'p Row,
        }

        impl<'p> $name<'p> {
            pub(super) fn new(page: &'p Page<'p>, row: &'p Row) -> Self {
                Self { page, row }
            }

            /// A documented field.
            #[must_use]
            pub fn field(self, field: $field) -> Field<'p> {
                self.field_at(field as usize)
            }

            /// The documented field with that index in the schema.
            pub(super) fn field_at(self, index: usize) -> Field<'p> {
                Field::of(self.page.slot(self.row, index), self.page.source)
            }

            /// The documented fields by their indices.
            #[inline]
            pub(crate) fn slots(self) -> Slots<'p> {
                Slots { spans: self.page.slots(self.row), source: self.page.source }
            }

            /// The members that the page does not document, in order.
            pub fn extra(self) -> impl Iterator<Item = Extra<'p>> {
                self.page.extras(&self.row.extras)
            }

            /// The record as it came.
            #[must_use]
            pub fn raw(self) -> RawJson<'p> {
                RawJson(self.row.raw.text(self.page.source))
            }
        }
    };
}

view! {
    /// One run.
    Invocation, InvocationField
}
view! {
    /// One instance in a run.
    Instance, InstanceField
}
view! {
    /// One result of `DescribeInvocationResults`.
    InvocationResult, ResultField
}

impl<'p> Invocation<'p> {
    /// The instances, in the order of the answer.
    #[must_use]
    pub fn instances(self) -> impl ExactSizeIterator<Item = Instance<'p>> {
        let rows = self.page.instances.get(self.row.instances()).unwrap_or_default();
        rows.iter().map(move |row| Instance::new(self.page, row))
    }

    /// The tags, in the order of the answer.
    #[must_use]
    pub fn tags(self) -> impl ExactSizeIterator<Item = Tag<'p>> {
        self.page.tags(self.row)
    }

    /// `InvocationStatus`, where the answer has it.
    #[must_use]
    pub fn status(self) -> Option<InvocationStatus> {
        let text = self.field(InvocationField::InvocationStatus).non_empty()?;
        Some(InvocationStatus::from_text(&text))
    }

    /// `InvokeStatus`, where the answer has it.
    #[must_use]
    pub fn legacy_status(self) -> Option<LegacyStatus> {
        let text = self.field(InvocationField::InvokeStatus).non_empty()?;
        Some(LegacyStatus::from_text(&text))
    }
}

impl<'p> Instance<'p> {
    /// Where a documented field stands, and in what.
    #[inline]
    pub(super) fn place(self, field: InstanceField) -> (Span, &'p str) {
        (self.page.slot(self.row, field as usize), self.page.source)
    }

    /// `InvocationStatus`, where the answer has it.
    #[must_use]
    pub fn status(self) -> Option<InstanceStatus> {
        let text = self.field(InstanceField::InvocationStatus).non_empty()?;
        Some(InstanceStatus::from_text(&text))
    }

    /// `InstanceInvokeStatus`, where the answer has it.
    #[must_use]
    pub fn legacy_status(self) -> Option<LegacyStatus> {
        let text = self.field(InstanceField::InstanceInvokeStatus).non_empty()?;
        Some(LegacyStatus::from_text(&text))
    }
}

impl<'p> InvocationResult<'p> {
    /// The tags, in the order of the answer.
    #[must_use]
    pub fn tags(self) -> impl ExactSizeIterator<Item = Tag<'p>> {
        self.page.tags(self.row)
    }

    /// `InvocationStatus`, where the answer has it.
    #[must_use]
    pub fn status(self) -> Option<InstanceStatus> {
        let text = self.field(ResultField::InvocationStatus).non_empty()?;
        Some(InstanceStatus::from_text(&text))
    }

    /// `InvokeRecordStatus`, where the answer has it.
    #[must_use]
    pub fn legacy_status(self) -> Option<LegacyStatus> {
        let text = self.field(ResultField::InvokeRecordStatus).non_empty()?;
        Some(LegacyStatus::from_text(&text))
    }
}
