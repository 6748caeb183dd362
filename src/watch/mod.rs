//! Polite refreshing as a state machine.
//!
//! [`Watch`] says what to ask next and when, is told what came back, and stops
//! by itself when every run is finished. It never sends or sleeps, and reads no
//! clock: times are milliseconds of a wall clock that the caller passes.
//!
//! # Rules
//!
//! - One call at a time, one `InvokeId` a call, never more than the budget in
//!   any 60 seconds. The service counts calls per account, region and action,
//!   and the ECS console shares that count: a greedy viewer locks its own
//!   operator out.
//! - Rounds of two phases. First the status of every run that is due, without
//!   output. Then the outputs of the instances whose `UpdateTime` or status
//!   moved since their output was read: up to three of a run one by one, more
//!   in one call for the whole run.
//! - A run that changed is due after 2 s; each time that nothing changed, after
//!   half as long again, up to 30 s: 2, 3, 4.5, 6.75, 10.1, 15.2, 22.8, 30 s. A
//!   run that waits on nothing but statuses this crate does not know is due
//!   every 30 s: unknown is never finished.
//! - After throttling, nothing until the next whole minute (or as long as the
//!   answer asks), then for a minute at most one call a second. After another
//!   failure the same call again, with a growing wait; after four in a row the
//!   run waits 30 s. A failure that no further try mends stops the watch.
//! - Paused, it asks nothing.
//!
//! Sources: API page (`IncludeOutput`, status values); help.aliyun.com,
//! "API throttling" (limits per minute, 1-QPS probing).

mod answer;
mod budget;
mod by_id;
mod event;
mod facts;
mod gate;
mod machine;
mod options;
mod outcome;
mod run;
mod step;

pub use answer::{Answer, AnswerFacts, read_answer};
pub use event::{TaskEvent, parse_event};
pub use facts::{InstanceFacts, RunFacts};
pub use machine::Watch;
pub use options::WatchOptions;
pub use outcome::{AcceptedRun, EventOutcome};
pub use step::{Call, Phase, Reason, Step, WatchStatus};
