//! Status vocabularies and the aggregation of many statuses into one.
//!
//! The API has two vocabularies at two levels. [`InvocationStatus`] (of a run)
//! and [`InstanceStatus`] (of one instance in it) are the ones the API page
//! recommends; [`LegacyStatus`] is what `InvokeStatus`, `InstanceInvokeStatus`
//! and `InvokeRecordStatus` carry. All three read any text: case does not
//! matter, because answers of 2018 are lower case, and a value that the page
//! does not list stays as it came.

mod aggregate;
mod counts;
mod instance;
mod invocation;
mod legacy;
mod unknown;

pub use aggregate::{Aggregate, Agreement, Rule, aggregate, aggregate_counts};
pub use counts::{Counts, Outcome};
pub use instance::InstanceStatus;
pub use invocation::InvocationStatus;
pub use legacy::LegacyStatus;
pub use unknown::UnknownStatus;
