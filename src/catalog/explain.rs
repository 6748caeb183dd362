//! One question for all kinds.

use super::api_error::explain_api_error;
use super::error_code::explain_error_code;
use super::error_info::explain_error_info;
use super::exit_code::explain_exit_code;
use super::explanation::Explanation;
use super::line::explain_line;
use super::status::explain_status;
use crate::locale::Locale;

/// Explains a code, status, sentence, exit code or output line, whichever it is.
///
/// Asked in this order: a number (decimal or `0x…`) is an exit code; then error
/// code, API error, status, `ErrorInfo` sentence, output line. What none of
/// them knows gives an explanation that says so, with `subject` unchanged and
/// no entry. Use the typed functions where the kind is known: they can tell
/// `Failed` of an instance from `Failed` of an invocation.
#[must_use]
pub fn explain(subject: &str, locale: Locale) -> Explanation {
    let found = if let Some(code) = number(subject) {
        explain_exit_code(code, None, locale)
    } else {
        explain_error_code(subject, locale)
            .or_else(|| explain_api_error(subject, None, locale))
            .or_else(|| explain_status(subject, None, locale))
            .or_else(|| explain_error_info(subject, locale))
            .or_else(|| explain_line(subject, locale))
    };
    found.map_or_else(
        || Explanation::unknown(subject, locale),
        |found| Explanation { subject: subject.to_owned(), ..found },
    )
}

fn number(subject: &str) -> Option<i64> {
    let subject = subject.trim();
    match subject.strip_prefix("0x").or_else(|| subject.strip_prefix("0X")) {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            i64::from_str_radix(digits, 16).ok()
        }
        Some(_) => None,
        None => subject.parse().ok(),
    }
}
