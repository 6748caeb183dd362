//! What a caller may choose.

use super::field::{integer, text};
use crate::error::{Error, ErrorKind, Result};
use crate::json::Value;

/// Choices of a [`Pagination`](super::Pagination), checked when they are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaginationOptions {
    pub(super) max_results: u32,
    pub(super) max_pages: u32,
    pub(super) max_attempts: u32,
    pub(super) next_token: Option<String>,
}

/// The API's limit; the fewest calls, which are what the account runs out of.
const MAX_RESULTS: u32 = 50;

/// 100,000 records, the most that the service keeps, at its own default of 10
/// a page.
const MAX_PAGES: u32 = 10_000;

/// The first try and three more, as in the official SDKs.
const MAX_ATTEMPTS: u32 = 4;

impl Default for PaginationOptions {
    fn default() -> Self {
        Self {
            max_results: MAX_RESULTS,
            max_pages: MAX_PAGES,
            max_attempts: MAX_ATTEMPTS,
            next_token: None,
        }
    }
}

impl PaginationOptions {
    /// Records a page, 1 to 50; 50 unless told.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] in `maxResults` for another number.
    pub fn max_results(mut self, max_results: u64) -> Result<Self> {
        self.max_results = within(max_results, MAX_RESULTS, "maxResults")?;
        Ok(self)
    }

    /// Pages before [`Ending::PageLimit`](super::Ending::PageLimit), 1 or
    /// more; 10,000 unless told.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] in `maxPages` for 0 or more than 2³² − 1.
    pub fn max_pages(mut self, max_pages: u64) -> Result<Self> {
        self.max_pages = within(max_pages, u32::MAX, "maxPages")?;
        Ok(self)
    }

    /// Tries of the same page, 1 to 20; 4 unless told.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidValue`] in `maxAttempts` for another number.
    pub fn max_attempts(mut self, max_attempts: u64) -> Result<Self> {
        self.max_attempts = within(max_attempts, 20, "maxAttempts")?;
        Ok(self)
    }

    /// The token to begin with, of an earlier answer; an empty one is the
    /// first page.
    #[must_use]
    pub fn next_token(mut self, token: &str) -> Self {
        self.next_token = Some(token).filter(|token| !token.is_empty()).map(str::to_owned);
        self
    }

    /// Reads `{maxResults?, maxPages?, maxAttempts?, nextToken?}`; `null` is
    /// an object without members.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] for a member of another type, and those of
    /// the setters.
    pub fn from_json(value: &Value<'_>) -> Result<Self> {
        let mut options = Self::default();
        if let Some(number) = integer(value, "maxResults")? {
            options = options.max_results(number)?;
        }
        if let Some(number) = integer(value, "maxPages")? {
            options = options.max_pages(number)?;
        }
        if let Some(number) = integer(value, "maxAttempts")? {
            options = options.max_attempts(number)?;
        }
        if let Some(token) = text(value, "nextToken")? {
            options = options.next_token(token);
        }
        Ok(options)
    }
}

fn within(number: u64, most: u32, path: &str) -> Result<u32> {
    u32::try_from(number).ok().filter(|number| (1..=most).contains(number)).ok_or_else(|| {
        Error::new(ErrorKind::InvalidValue, format!("expected 1 to {most}, found {number}"))
            .in_path(path)
    })
}
