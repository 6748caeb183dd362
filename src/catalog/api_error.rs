//! Refused requests: their codes, HTTP statuses and whether to ask again.

use super::entry::{self, Found, Values, lookup};
use super::explanation::{Explanation, Kind};
use super::retry::RetryClass;
use crate::locale::Locale;

/// Codes and their entries: those of the API page, then the common ones.
pub(super) static CODES: &[(&str, &str)] = &[
    ("RegionId.ApiNotSupported", "api/RegionId.ApiNotSupported"),
    ("NumberExceed.Tags", "api/NumberExceed.Tags"),
    ("Duplicate.TagKey", "api/Duplicate.TagKey"),
    ("InvalidTagKey.Malformed", "api/InvalidTagKey.Malformed"),
    ("InvalidTagValue.Malformed", "api/InvalidTagValue.Malformed"),
    ("MissingParameter.TagKey", "api/MissingParameter.TagKey"),
    ("InvalidParam.PageNumber", "api/InvalidParam.PageNumber"),
    ("InvalidParam.PageSize", "api/InvalidParam.PageSize"),
    ("InvalidParameter.NextToken", "api/InvalidParameter.NextToken"),
    ("InvalidParameter.MaxResults", "api/InvalidParameter.MaxResults"),
    ("Operation.Forbidden", "api/Operation.Forbidden"),
    ("InvalidRegionId.NotFound", "api/InvalidRegionId.NotFound"),
    ("InternalError.Dispatch", "api/InternalError"),
    ("InternalError", "api/InternalError"),
    ("ServiceUnavailable", "api/ServiceUnavailable"),
    ("UnknownError", "api/UnknownError"),
    ("Throttling", "api/Throttling"),
    ("Throttling.User", "api/Throttling.User"),
    ("Throttling.Api", "api/Throttling.Api"),
    ("InvalidAccessKeyId.NotFound", "api/InvalidAccessKeyId"),
    ("InvalidAccessKeyId.Inactive", "api/InvalidAccessKeyId"),
    ("SignatureDoesNotMatch", "api/SignatureDoesNotMatch"),
    ("IncompleteSignature", "api/IncompleteSignature"),
    ("InvalidTimeStamp.Expired", "api/InvalidTimeStamp"),
    ("InvalidTimeStamp.Format", "api/InvalidTimeStamp"),
    ("IllegalTimestamp", "api/InvalidTimeStamp"),
    ("SignatureNonceUsed", "api/SignatureNonceUsed"),
    ("Forbidden.RAM", "api/Forbidden.RAM"),
    ("NoPermission", "api/Forbidden.RAM"),
    ("Forbidden.RiskControl", "api/Forbidden"),
    ("Forbidden.UserVerification", "api/Forbidden"),
    ("Forbidden", "api/Forbidden"),
    ("InvalidSecurityToken.Expired", "api/InvalidSecurityToken"),
    ("InvalidSecurityToken.Malformed", "api/InvalidSecurityToken"),
    ("InvalidSecurityToken.MismatchWithAccessKey", "api/InvalidSecurityToken"),
    ("MissingSecurityToken", "api/InvalidSecurityToken"),
    ("MissingParameter", "api/MissingParameter"),
    ("InvalidParameter", "api/InvalidParameter"),
];

/// Families: a code `Family.Anything` has the family's entry.
static FAMILIES: &[(&str, &str)] = &[
    ("Throttling", "api/Throttling"),
    ("InternalError", "api/InternalError"),
    ("ServiceUnavailable", "api/ServiceUnavailable"),
    ("UnknownError", "api/UnknownError"),
    ("InvalidAccessKeyId", "api/InvalidAccessKeyId"),
    ("InvalidSecurityToken", "api/InvalidSecurityToken"),
    ("InvalidTimeStamp", "api/InvalidTimeStamp"),
    ("NoPermission", "api/Forbidden.RAM"),
    ("Forbidden", "api/Forbidden"),
    ("MissingParameter", "api/MissingParameter"),
    ("InvalidParameter", "api/InvalidParameter"),
];

/// Families whose every code may be asked again, whatever follows the name.
const TRANSIENT: [&str; 4] = ["Throttling", "ServiceUnavailable", "InternalError", "UnknownError"];

/// Explains the `Code` of a refused request.
///
/// A code that has no entry is explained by its family (`Throttling.Anything`),
/// then by an HTTP status of 429 or 5xx. None for the rest. Sources: the error
/// table of the API page, the SDK's retry table, the common error codes.
#[must_use]
pub fn explain_api_error(
    code: &str,
    http_status: Option<u16>,
    locale: Locale,
) -> Option<Explanation> {
    Some(find_api_error(code, http_status)?.told(locale))
}

pub(crate) fn find_api_error(code: &str, http_status: Option<u16>) -> Option<Found> {
    let mut values = Values::new();
    if let Some(http) = http_status {
        values.push(("http", http.to_string()));
    }
    let entry = code_entry(code).or_else(|| http_entry(http_status))?;
    Found::new(Kind::ApiError, code, entry, values)
}

/// Whether a refused or lost request of either action may be sent again.
///
/// Both actions only read, so a request that got no answer (no code and no HTTP
/// status) is [`RetryClass::Safe`]. Safe too are `Throttling…`,
/// `ServiceUnavailable…`, `InternalError…`, `UnknownError…`, and HTTP 429 and
/// 5xx without a code that says otherwise. A known code of another kind has its
/// entry's class; an unknown one is [`RetryClass::Depends`].
///
/// Source: `retry_config.json` of the official Python SDK, which names both
/// actions; the JavaScript core treats the whole throttling family alike.
#[must_use]
pub fn retry_class(code: Option<&str>, http_status: Option<u16>) -> RetryClass {
    let code = code.map(str::trim).filter(|code| !code.is_empty());
    if code.is_none() && http_status.is_none() {
        return RetryClass::Safe;
    }
    let from_code = code.and_then(code_entry);
    from_code
        .or_else(|| http_entry(http_status))
        .and_then(entry::facts)
        .and_then(|facts| facts.retry)
        .unwrap_or(RetryClass::Depends)
}

pub(super) fn code_entry(code: &str) -> Option<&'static str> {
    let code = code.trim();
    let family = || FAMILIES.iter().find(|(family, _)| is_of(code, family)).map(|(_, id)| *id);
    lookup(CODES, code).or_else(family)
}

/// `Family.Detail`; the transient families also take `FamilyDetail`.
fn is_of(code: &str, family: &str) -> bool {
    let Some((head, tail)) = code.split_at_checked(family.len()) else { return false };
    head.eq_ignore_ascii_case(family)
        && (tail.is_empty() || tail.starts_with('.') || TRANSIENT.contains(&family))
}

fn http_entry(http_status: Option<u16>) -> Option<&'static str> {
    match http_status? {
        429 => Some("api/http/429"),
        500..=599 => Some("api/http/5xx"),
        _ => None,
    }
}
