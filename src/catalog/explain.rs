//! One question for all kinds.

use super::api_error::find_api_error;
use super::entry::Found;
use super::error_code::find_error_code;
use super::error_info::find_error_info;
use super::exit_code::find_exit_code;
use super::explanation::Explanation;
use super::line::find_line;
use super::status::find_status;
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
    find(subject).told(locale)
}

pub(crate) fn find(subject: &str) -> Found {
    let found = if let Some(code) = number(subject) {
        find_exit_code(code, None)
    } else {
        find_error_code(subject)
            .or_else(|| find_api_error(subject, None))
            .or_else(|| find_status(subject, None))
            .or_else(|| find_error_info(subject))
            .or_else(|| find_line(subject))
    };
    found.map_or_else(|| Found::unknown(subject), |found| found.of(subject))
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
