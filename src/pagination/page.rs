//! What the machine is told of a page, and what it says about it.

use super::ending::Ending;
use super::field::text;
use crate::error::{Error, ErrorKind, Result};
use crate::json::{ToJson, Value, Writer};

/// The facts of one page that paging needs: its token and the keys of its
/// records.
///
/// A key is whatever is unique to a record: the `InvokeId` of an invocation;
/// of a row of history the `InvokeId`, `InstanceId`, `Repeats` and `StartTime`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageFacts {
    pub(super) next_token: Option<String>,
    pub(super) keys: Vec<String>,
}

impl PageFacts {
    /// A page whose answer has that `NextToken`; `None` for absent and `null`.
    #[must_use]
    pub fn new<K: Into<String>>(
        next_token: Option<&str>,
        keys: impl IntoIterator<Item = K>,
    ) -> Self {
        Self {
            next_token: next_token.map(str::to_owned),
            keys: keys.into_iter().map(Into::into).collect(),
        }
    }

    /// `NextToken` of the answer.
    #[must_use]
    pub fn next_token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    /// The keys of the records, in order.
    #[must_use]
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Reads `{nextToken?, keys}`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidType`] with the path of a member of another type.
    pub fn from_json(value: &Value<'_>) -> Result<Self> {
        let next_token = text(value, "nextToken")?;
        let Some(Value::Array(items)) = value.get("keys") else {
            return Err(Error::new(ErrorKind::InvalidType, "expected an array").in_path("keys"));
        };
        let key = |(index, item): (usize, &Value<'_>)| {
            item.as_str().map(str::to_owned).ok_or_else(|| {
                let found = item.type_name();
                Error::new(ErrorKind::InvalidType, format!("expected a string, found {found}"))
                    .in_path(format!("keys[{index}]"))
            })
        };
        let keys = items.iter().enumerate().map(key).collect::<Result<_>>()?;
        Ok(Self { next_token: next_token.map(str::to_owned), keys })
    }
}

/// What a page brought.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AcceptedPage {
    /// Positions, in the page, of the records that no earlier page had.
    pub new: Vec<usize>,
    /// Why this was the last page, if it was.
    pub ending: Option<Ending>,
}

impl ToJson for AcceptedPage {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.array("new", self.new.iter().copied()).optional("ending", self.ending.as_ref());
        });
    }
}
