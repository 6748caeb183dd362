//! Bindings of `catalog`.

// wasm-bindgen has no optional borrowed strings.
#![allow(clippy::needless_pass_by_value)]

use super::convert::to_js;
use super::error::to_js_error;
use crate::catalog::{self, Found, Platform, StatusScope};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/catalog.d.ts");

/// Explains an error code, API error, status, `ErrorInfo` sentence, exit code
/// (decimal or `0x…`) or output line, whichever it is. What is unknown gives
/// `known: false` with the text unchanged; nothing is guessed.
///
/// ```ts
/// const coach = explain("ClientNotRunning", "zh-CN");
/// coach.title; // "云助手 Agent 未运行"
/// coach.retry; // "needs-fix-first"
/// ```
#[wasm_bindgen(js_name = explain, unchecked_return_type = "CatalogEntry")]
pub fn explain(
    #[wasm_bindgen(js_name = codeOrStatus)] code_or_status: &str,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
) -> Result<JsValue, JsValue> {
    to_js(&catalog::find(code_or_status).untold(Locale::from_tag(locale)))
}

/// Explains the `ErrorCode` of an instance; `""` means no error, `null` an
/// unknown code.
#[wasm_bindgen(js_name = explainErrorCode, unchecked_return_type = "CatalogEntry | null")]
pub fn explain_error_code(
    #[wasm_bindgen(unchecked_param_type = "InstanceErrorCode")] code: &str,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
) -> Result<JsValue, JsValue> {
    told(catalog::find_error_code(code), locale)
}

/// Explains the `ErrorInfo` sentence of an instance in its present and older
/// wordings; `null` for any other text.
#[wasm_bindgen(js_name = explainErrorInfo, unchecked_return_type = "CatalogEntry | null")]
pub fn explain_error_info(
    #[wasm_bindgen(js_name = errorInfo)] error_info: &str,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
) -> Result<JsValue, JsValue> {
    told(catalog::find_error_info(error_info), locale)
}

/// Explains an exit code. Pass the `CommandType` where it is known: 137 is a
/// signal on Linux and has no meaning on Windows. `null` for a code that the
/// platform cannot return. Throws for what is no safe integer.
#[wasm_bindgen(js_name = explainExitCode, unchecked_return_type = "CatalogEntry | null")]
pub fn explain_exit_code(
    code: f64,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
    #[wasm_bindgen(js_name = commandType, unchecked_optional_param_type = "CommandType | null")]
    command_type: Option<String>,
) -> Result<JsValue, JsValue> {
    let code = integer(code, "code")?;
    let platform = command_type.as_deref().and_then(Platform::of_command_type);
    told(catalog::find_exit_code(code, platform), locale)
}

/// Explains the `Code` of a refused request, or its HTTP status of 429 or 5xx;
/// `null` for the rest. Throws for what is no HTTP status.
#[wasm_bindgen(js_name = explainApiError, unchecked_return_type = "CatalogEntry | null")]
pub fn explain_api_error(
    #[wasm_bindgen(unchecked_param_type = "ApiErrorCode")] code: &str,
    #[wasm_bindgen(js_name = httpStatus, unchecked_param_type = "number | null | undefined")]
    http_status: Option<f64>,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
) -> Result<JsValue, JsValue> {
    let http = http(http_status)?;
    told(catalog::find_api_error(code, http), locale)
}

/// Explains a status of the field `scope`; without a scope, of the first field
/// that takes it. `null` for a value that the field does not take. Throws for an
/// unknown scope.
#[wasm_bindgen(js_name = explainStatus, unchecked_return_type = "CatalogEntry | null")]
pub fn explain_status(
    status: &str,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "StatusScope | null")] scope: Option<String>,
) -> Result<JsValue, JsValue> {
    let scope = match scope.as_deref() {
        None => None,
        Some(name) => Some(StatusScope::from_name(name).ok_or_else(|| {
            invalid("scope", format!("expected the name of a status scope, found {name:?}"))
        })?),
    };
    told(catalog::find_status(status, scope), locale)
}

/// Explains a line of output by a well-known phrase in it; `null` for others.
#[wasm_bindgen(js_name = explainLine, unchecked_return_type = "CatalogEntry | null")]
pub fn explain_line(
    line: &str,
    #[wasm_bindgen(unchecked_param_type = "LocaleTag")] locale: &str,
) -> Result<JsValue, JsValue> {
    told(catalog::find_line(line), locale)
}

/// Whether a refused request of either action may be sent again; both only
/// read. Pass neither code nor status where no answer came.
#[wasm_bindgen(js_name = retryClass, unchecked_return_type = "RetryClass")]
pub fn retry_class(
    #[wasm_bindgen(unchecked_optional_param_type = "ApiErrorCode | null")] code: Option<String>,
    #[wasm_bindgen(js_name = httpStatus, unchecked_optional_param_type = "number | null")]
    http_status: Option<f64>,
) -> Result<String, JsValue> {
    let http = http(http_status)?;
    Ok(catalog::retry_class(code.as_deref(), http).as_str().to_owned())
}

fn told(found: Option<Found>, locale: &str) -> Result<JsValue, JsValue> {
    to_js(&found.map(|found| found.untold(Locale::from_tag(locale))))
}

/// An HTTP status; what is no 16-bit number is no HTTP status and is refused.
fn http(status: Option<f64>) -> Result<Option<u16>, JsValue> {
    let Some(status) = status else { return Ok(None) };
    let status = integer(status, "httpStatus")?;
    u16::try_from(status)
        .map(Some)
        .map_err(|_| invalid("httpStatus", format!("expected an HTTP status, found {status}")))
}

/// A JavaScript number as an integer; fractions, NaN and unsafe integers are
/// refused.
fn integer(number: f64, name: &str) -> Result<i64, JsValue> {
    const MAX_SAFE: f64 = 9_007_199_254_740_991.0;
    if number.fract().abs() < f64::MIN_POSITIVE && number.abs() <= MAX_SAFE {
        // Checked: a safe integer is exact in both types.
        #[allow(clippy::cast_possible_truncation)]
        return Ok(number as i64);
    }
    let found =
        String::from(js_sys::Number::from(number).to_string_with_radix(10).unwrap_or_default());
    Err(invalid(name, format!("expected a safe integer, found {found}")))
}

fn invalid(name: &str, message: String) -> JsValue {
    to_js_error(&Error::new(ErrorKind::InvalidValue, message).in_path(name))
}
