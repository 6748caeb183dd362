//! One answer, as places in its body.

use super::field::Field;
use super::notice::Notice;
use super::record::{Extra, Invocation, InvocationResult, Tag};
use crate::action::Action;
use crate::json::Span;
use std::ops::Range;

/// The members around the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Paging {
    /// The request's id.
    RequestId,
    /// Number of the page, one-based.
    PageNumber,
    /// Records a page.
    PageSize,
    /// Number of all records; without meaning beside `NextToken`.
    TotalCount,
    /// Token of the next page; absent, `null` or empty on the last.
    NextToken,
}

impl Paging {
    pub(super) const ALL: [Self; 5] =
        [Self::RequestId, Self::PageNumber, Self::PageSize, Self::TotalCount, Self::NextToken];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::RequestId => "RequestId",
            Self::PageNumber => "PageNumber",
            Self::PageSize => "PageSize",
            Self::TotalCount => "TotalCount",
            Self::NextToken => "NextToken",
        }
    }
}

/// One answer. It borrows the body that it was read from.
#[derive(Debug)]
pub struct Page<'a> {
    pub(super) source: &'a str,
    pub(super) action: Action,
    pub(super) paging: [Span; Paging::ALL.len()],
    pub(super) invocations: Vec<Row>,
    pub(super) instances: Vec<Row>,
    pub(super) results: Vec<Row>,
    pub(super) slots: Vec<Span>,
    pub(super) tags: Vec<[Span; 2]>,
    pub(super) record_extras: Vec<[Span; 2]>,
    pub(super) envelope_extras: Vec<[Span; 2]>,
    pub(super) notices: Vec<Notice>,
}

/// Spans that a page has room for at once: those of the largest documented answer.
const MAX_ROOM: usize = 1 << 17;

/// One record: where its parts stand in the tables of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) first_slot: u32,
    pub(super) raw: Span,
    pub(super) extras: Range<u32>,
    pub(super) tags: Range<u32>,
    pub(super) instances: Range<u32>,
}

impl Row {
    pub(super) fn instances(&self) -> Range<usize> {
        as_indices(&self.instances)
    }
}

fn as_indices(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

impl Page<'_> {
    /// An empty page with room for what a body of that length usually holds.
    pub(super) fn for_body_of(length: usize) -> Self {
        Self {
            source: "",
            action: Action::DescribeInvocations,
            paging: Default::default(),
            invocations: Vec::new(),
            instances: Vec::with_capacity((length / 640).min(MAX_ROOM / 16)),
            results: Vec::new(),
            slots: Vec::with_capacity((length / 28).min(MAX_ROOM)),
            tags: Vec::new(),
            record_extras: Vec::new(),
            envelope_extras: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// The action that this is an answer of, told by its shape.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// A member around the records.
    #[must_use]
    pub fn paging(&self, member: Paging) -> Field<'_> {
        Field::of(self.paging.get(member as usize).copied().unwrap_or_default(), self.source)
    }

    /// The token of the next page; `None` on the last page, be it written as
    /// absent, `null` or `""`.
    #[must_use]
    pub fn next_token(&self) -> Option<String> {
        self.paging(Paging::NextToken).non_empty().map(String::from)
    }

    /// The runs, in the order of the answer.
    #[must_use]
    pub fn invocations(&self) -> impl ExactSizeIterator<Item = Invocation<'_>> {
        self.invocations.iter().map(|row| Invocation::new(self, row))
    }

    /// Number of instances in all runs.
    #[must_use]
    pub fn instance_count(&self) -> usize {
        self.instances.len()
    }

    /// The results of `DescribeInvocationResults`, in the order of the answer.
    #[must_use]
    pub fn results(&self) -> impl ExactSizeIterator<Item = InvocationResult<'_>> {
        self.results.iter().map(|row| InvocationResult::new(self, row))
    }

    /// Members around the records that the page does not document.
    pub fn extra(&self) -> impl Iterator<Item = Extra<'_>> {
        to_extras(self.source, &self.envelope_extras)
    }

    /// What is not as documented.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Drops the records and keeps their room.
    pub(super) fn forget_records(&mut self) {
        self.instances.clear();
        self.slots.clear();
        self.tags.clear();
        self.record_extras.clear();
    }

    pub(super) fn slot(&self, row: &Row, index: usize) -> Span {
        self.slots.get(row.first_slot as usize + index).copied().unwrap_or_default()
    }

    /// The fields of a record, and those of the records behind it.
    pub(super) fn slots(&self, row: &Row) -> &[Span] {
        self.slots.get(row.first_slot as usize..).unwrap_or_default()
    }

    pub(super) fn extras(&self, range: &Range<u32>) -> impl Iterator<Item = Extra<'_>> {
        to_extras(self.source, self.record_extras.get(as_indices(range)).unwrap_or_default())
    }

    pub(super) fn tags(&self, row: &Row) -> impl ExactSizeIterator<Item = Tag<'_>> {
        let tags = self.tags.get(as_indices(&row.tags)).unwrap_or_default();
        tags.iter().map(|[key, value]| Tag {
            key: Field::of(*key, self.source),
            value: Field::of(*value, self.source),
        })
    }
}

fn to_extras<'p>(source: &'p str, extras: &'p [[Span; 2]]) -> impl Iterator<Item = Extra<'p>> {
    extras.iter().filter_map(move |[name, value]| match Field::of(*name, source) {
        Field::Text(name) => Some(Extra { name, value: Field::of(*value, source) }),
        _ => None,
    })
}
