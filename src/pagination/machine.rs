//! The machine itself.

use super::backoff::retry_delay_ms;
use super::clock::Clock;
use super::ending::Ending;
use super::failure::{Failure, FailureKind};
use super::options::PaginationOptions;
use super::page::{AcceptedPage, PageFacts};
use super::progress::Progress;
use crate::error::{Error, ErrorKind, Result};
use crate::json::{ToJson, Writer};
use crate::numbering::Numbering;

/// What the caller does next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// Ask for a page.
    Ask {
        /// `NextToken` of the request; none for the first page.
        next_token: Option<String>,
        /// `MaxResults` of the request.
        max_results: u32,
        /// Which try of this page it is, counted from 1.
        attempt: u32,
    },
    /// Ask nothing before that time.
    Wait {
        /// The time, on the caller's clock.
        until_ms: u64,
        /// How long that is from the given time; more than 0.
        wait_ms: u64,
    },
    /// Nothing more to ask.
    Done(Ending),
}

/// Pages of one request, in order.
///
/// Memory grows with the number of records: their keys are kept, whole, so
/// that no two are ever taken for one.
#[derive(Debug)]
pub struct Pagination {
    options: PaginationOptions,
    state: State,
    /// The token to ask with.
    token: Option<String>,
    /// Every token that was asked with or received since the first page.
    tokens: Numbering<'static>,
    keys: Numbering<'static>,
    progress: Progress,
    /// Failed tries of the present page.
    failed_attempts: u32,
    pages_left: u32,
    clock: Clock,
}

#[derive(Debug)]
enum State {
    Ready,
    Asked,
    Waiting { until_ms: u64 },
    Done(Ending),
}

impl Pagination {
    /// Before the first page.
    #[must_use]
    pub fn new(options: PaginationOptions) -> Self {
        let mut tokens = Numbering::default();
        if let Some(token) = &options.next_token {
            tokens.insert(token.clone());
        }
        Self {
            state: State::Ready,
            tokens,
            token: options.next_token.clone(),
            keys: Numbering::default(),
            progress: Progress::default(),
            failed_attempts: 0,
            pages_left: options.max_pages,
            clock: Clock::default(),
            options,
        }
    }

    /// What to do at that time of the caller's clock.
    ///
    /// Asked again before an answer is reported, it gives the same request
    /// again: a call that was broken off is repeated and no record is lost.
    pub fn next_request(&mut self, now_ms: u64) -> Step {
        let now_steady_ms = self.clock.read(now_ms);
        match &self.state {
            State::Done(ending) => return Step::Done(ending.clone()),
            State::Waiting { until_ms } if now_steady_ms < *until_ms => {
                return Step::Wait {
                    until_ms: self.clock.to_wall(*until_ms),
                    wait_ms: until_ms.saturating_sub(now_steady_ms),
                };
            }
            _ => {}
        }
        self.state = State::Asked;
        self.progress.waiting_until_ms = None;
        Step::Ask {
            next_token: self.token.clone(),
            max_results: self.options.max_results,
            attempt: self.failed_attempts.saturating_add(1),
        }
    }

    /// Reports the page that was asked for, and learns which of its records are
    /// new.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidState`] where no page was asked for; nothing
    /// changes.
    pub fn accept(&mut self, page: PageFacts) -> Result<AcceptedPage> {
        self.require_asked()?;
        self.failed_attempts = 0;
        self.progress.pages += 1;
        self.progress.calls += 1;
        let mut new = Vec::new();
        for (position, key) in page.keys.into_iter().enumerate() {
            if self.keys.insert(key) {
                self.progress.records += 1;
                new.push(position);
            } else {
                self.progress.duplicates += 1;
            }
        }
        self.pages_left = self.pages_left.saturating_sub(1);
        let ending = self.follow(page.next_token);
        self.state = ending.clone().map_or(State::Ready, State::Done);
        Ok(AcceptedPage { new, ending })
    }

    /// Reports that no page came, and learns whether to wait for another try.
    ///
    /// `jitter` is a random number from 0 to 1 of the caller.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidState`] where no page was asked for; nothing
    /// changes.
    pub fn fail(&mut self, failure: Failure, now_ms: u64, jitter: f64) -> Result<Step> {
        self.require_asked()?;
        let now_steady_ms = self.clock.read(now_ms);
        self.progress.calls += 1;
        self.progress.failures += 1;
        self.failed_attempts = self.failed_attempts.saturating_add(1);
        if failure.kind().is_retryable() && self.failed_attempts < self.options.max_attempts {
            let wait_ms = retry_delay_ms(&failure, self.failed_attempts, now_ms, jitter);
            let until_ms = now_steady_ms.saturating_add(wait_ms);
            self.state = State::Waiting { until_ms };
            let until_ms = self.clock.to_wall(until_ms);
            self.progress.waiting_until_ms = Some(until_ms);
            return Ok(Step::Wait { until_ms, wait_ms });
        }
        let ending = match (&self.token, failure.kind()) {
            (Some(token), FailureKind::TokenRejected) => Ending::TokenRejected {
                token: token.clone(),
                failure,
                records: self.progress.records,
            },
            _ => Ending::Failed { failure, attempts: self.failed_attempts },
        };
        self.state = State::Done(ending.clone());
        Ok(Step::Done(ending))
    }

    /// Reads on from where a failure or the limit of pages ended it: with the
    /// same token, as many tries, and as many pages again.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidState`] where it has not ended, or in another way;
    /// nothing changes.
    pub fn resume(&mut self) -> Result<()> {
        match &self.state {
            State::Done(ending) if ending.is_resumable() => {
                self.failed_attempts = 0;
                if self.pages_left == 0 {
                    self.pages_left = self.options.max_pages;
                }
                self.state = State::Ready;
                Ok(())
            }
            State::Done(ending) => Err(invalid_state(format!(
                "expected a failure to resume after, found {}",
                ending.name()
            ))),
            _ => Err(invalid_state("expected an ending to resume after, found none")),
        }
    }

    /// Reads from the first page again. Records read before stay known: they
    /// count as duplicates when they come again.
    pub fn restart(&mut self) {
        self.state = State::Ready;
        self.token = None;
        self.tokens.clear();
        self.failed_attempts = 0;
        self.pages_left = self.options.max_pages;
        self.progress.waiting_until_ms = None;
    }

    /// Counts so far.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Why it ended, if it has.
    #[must_use]
    pub fn ending(&self) -> Option<&Ending> {
        if let State::Done(ending) = &self.state { Some(ending) } else { None }
    }

    /// Takes the token of the next page, or says why there is none to take.
    fn follow(&mut self, next_token: Option<String>) -> Option<Ending> {
        let Some(token) = next_token else { return Some(Ending::NoToken) };
        if token.is_empty() {
            return Some(Ending::EmptyToken);
        }
        if !self.tokens.insert(token.clone()) {
            return Some(Ending::RepeatedToken { token });
        }
        self.token = Some(token.clone());
        (self.pages_left == 0).then_some(Ending::PageLimit { next_token: token })
    }

    fn require_asked(&self) -> Result<()> {
        match self.state {
            State::Asked => Ok(()),
            _ => Err(invalid_state("expected a page that was asked for, found none")),
        }
    }
}

fn invalid_state(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidState, message)
}

impl ToJson for Step {
    fn write(&self, out: &mut Writer) {
        out.object(|o| match self {
            Self::Ask { next_token, max_results, attempt } => {
                o.field("type", "ask").optional("nextToken", next_token.as_ref());
                o.field("maxResults", *max_results).field("attempt", *attempt);
            }
            Self::Wait { until_ms, wait_ms } => {
                o.field("type", "wait").field("untilMs", *until_ms).field("waitMs", *wait_ms);
            }
            Self::Done(ending) => {
                o.field("type", "done").field("ending", ending);
            }
        });
    }
}
