//! The records of any number of answers, merged.
//!
//! A [`Store`] keeps what answers say about runs and instances, keyed by
//! `InvokeId` and `InstanceId`. It holds no bodies: a value is four bytes
//! (`cell`), a text stands once however many records have it (`interner`), a
//! record is what it has otherwise than those like it (`profiles`), and an output
//! is kept decoded. What an answer does not have stays as it was; nothing is lost
//! but what a newer answer replaced.
//!
//! # Run sets
//!
//! One call of `RunCommand` takes about 100 instances, so a run of 500 is five
//! `InvokeId`s. Everything here that takes an id takes several of them joined by
//! commas, and treats them as one run (`run_set`).

mod arena;
mod bits;
mod cell;
mod detail;
mod facts;
mod history;
mod ingest;
mod interner;
mod list;
mod memo;
mod name_order;
mod needle;
mod output;
mod postings;
mod profiles;
mod query;
mod row;
mod run;
mod run_index;
mod run_set;
mod search;
mod summary;
mod table;
mod triage;

pub use ingest::{IngestContext, IngestReport};
pub use list::{RunRow, RunRows};
pub use query::{InstanceQuery, InstanceSort, ListQuery, RunSort};
pub use row::{InstanceRow, InstanceRows};
pub use run_set::RunSet;
pub use search::OutputHits;
pub use summary::Summary;
pub use table::Store;
pub use triage::{FamilyRow, GroupRow};

/// A list that has room for one item more. It grows by a quarter: a history of
/// many pages grows all the time, and half of its memory would wait to be used.
fn grown<T>(list: &mut Vec<T>) -> &mut Vec<T> {
    if list.len() == list.capacity() {
        let mut roomy = Vec::with_capacity(list.len() + list.len() / 4 + 4);
        roomy.append(list);
        *list = roomy;
    }
    list
}
