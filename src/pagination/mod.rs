//! Pagination over `NextToken` and `MaxResults` as a state machine.
//!
//! [`Pagination`] says what to ask, is told what came back, and says which
//! records of a page are new. It never sends, sleeps or sees a record:
//!
//! 1. [`Pagination::next_request`] → ask, wait, or done and why;
//! 2. the caller asks, and reports with [`Pagination::accept`] or
//!    [`Pagination::fail`].
//!
//! Every record is reported as new exactly once, whatever pages overlap,
//! repeat or have to be asked again. Paging always ends: on a missing or empty
//! token, on any token that was seen before, on a limit of pages, or on a
//! failure that no further try may mend.
//!
//! Sources: API page, `NextToken` and `MaxResults`; the retry rules are those
//! of the official SDKs ([`FailureKind`]).

mod backoff;
mod clock;
mod ending;
mod failure;
mod field;
mod machine;
mod options;
mod page;
mod progress;

pub(crate) use backoff::{MINUTE_MS, retry_delay_ms};
pub(crate) use clock::Clock;
pub use ending::Ending;
pub use failure::{Failure, FailureKind};
pub(crate) use field::{boolean, integer, text};
pub use machine::{Pagination, Step};
pub use options::PaginationOptions;
pub use page::{AcceptedPage, PageFacts};
pub use progress::Progress;
