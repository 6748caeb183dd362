//! Requests of both actions: typed parameters, findings per documented rule,
//! RPC query encoding.
//!
//! One [`Request`] serves both actions, because a search form is filled in
//! before the action is chosen: the action is an argument of [`Request::check`]
//! and [`Request::to_query`], and a parameter that the action lacks draws a
//! finding and stays out of the query.
//!
//! ```
//! use invoscope::request::{Action, Request, Severity};
//!
//! let request = Request::new().with_region_id("cn-hangzhou").with_max_results(51);
//! let findings = request.check(Action::DescribeInvocations);
//!
//! assert_eq!(findings[0].code, "max-results-out-of-range");
//! assert_eq!(findings[0].severity, Severity::Error);
//! ```
//!
//! # Limits
//! What the service alone can know is not checked: whether an id exists, whether
//! a `NextToken` is still valid, how many resources a tag has.

mod finding;
mod parameters;
mod query;
mod read;
mod rules;
pub(crate) mod say;
mod scalar;
mod tag;
mod tag_rules;
#[cfg(test)]
mod tests;
mod unknown;
mod vocabulary;

pub use crate::action::Action;
pub use finding::{CODES, Finding, Severity};
pub use parameters::{Parameter, Request};
pub use query::{percent_encode, query_string};
pub use read::Reading;
pub use tag::Tag;
pub use unknown::Unknown;
pub use vocabulary::{CommandType, ContentEncoding, InvokeRecordStatus, InvokeStatus, RepeatMode};
