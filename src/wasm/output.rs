//! Bindings of `output`.

use super::convert::{bytes, from_js, to_js};
use super::error::to_js_error;
use crate::error::{Error, ErrorKind};
use crate::json::Value;
use crate::output::charset::{self, GbkTable};
use crate::output::encoding::{self, Encoding};
use crate::output::terminal::styled_lines;
use crate::output::truncation::{self, Context};
use crate::output::{Output, base64, text};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types/output.d.ts");

/// Every whole byte of Base64 as answers carry it: unpadded, wrapped, URL-safe,
/// JSON-escaped, cut. Stops at the first character without such a meaning;
/// `inspectBase64` says where.
#[wasm_bindgen(js_name = decodeBase64)]
pub fn decode_base64(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
) -> Result<Vec<u8>, JsValue> {
    Ok(base64::decode(&bytes(text)?).bytes)
}

/// The bytes of canonical Base64 (RFC 4648 §4). Throws `invalid-base64` with the
/// `offset` of the first wrong character.
#[wasm_bindgen(js_name = decodeBase64Strict)]
pub fn decode_base64_strict(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
) -> Result<Vec<u8>, JsValue> {
    base64::decode_strict(&bytes(text)?).map_err(|error| to_js_error(&error))
}

/// What `decodeBase64` tolerates in `text` and where it stops.
#[wasm_bindgen(js_name = inspectBase64, unchecked_return_type = "Base64Report")]
pub fn inspect_base64(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&base64::inspect(&bytes(text)?))
}

/// The canonical Base64 of `bytes`.
#[wasm_bindgen(js_name = encodeBase64)]
pub fn encode_base64(bytes: &[u8]) -> String {
    base64::encode(bytes)
}

/// Base64 in chunks: every split of a text gives the same bytes.
#[wasm_bindgen]
pub struct Base64Decoder {
    decoder: Option<base64::Decoder>,
    report: Option<base64::Report>,
}

#[wasm_bindgen]
impl Base64Decoder {
    /// Forgiving as `decodeBase64`, or strict as `decodeBase64Strict`.
    #[wasm_bindgen(constructor)]
    pub fn new(strict: Option<bool>) -> Self {
        let decoder = match strict {
            Some(true) => base64::Decoder::strict(),
            _ => base64::Decoder::forgiving(),
        };
        Self { decoder: Some(decoder), report: None }
    }

    /// The bytes that `chunk` completes.
    pub fn push(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] chunk: &JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        let chunk = bytes(chunk)?;
        let mut out = Vec::new();
        let decoder = self.decoder.as_mut().ok_or_else(finished)?;
        decoder.push(&chunk, &mut out).map_err(|error| to_js_error(&error))?;
        Ok(out)
    }

    /// The bytes of the last, open group. Nothing can be pushed afterwards.
    pub fn finish(&mut self) -> Result<Vec<u8>, JsValue> {
        let mut out = Vec::new();
        let decoder = self.decoder.take().ok_or_else(finished)?;
        let report = decoder.finish(&mut out).map_err(|error| to_js_error(&error))?;
        self.report = Some(report);
        Ok(out)
    }

    /// What was tolerated, after `finish`; `null` before.
    #[wasm_bindgen(unchecked_return_type = "Base64Report | null")]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        to_js(&self.report)
    }
}

fn finished() -> JsValue {
    to_js_error(&Error::new(ErrorKind::InvalidState, "expected a decoder that is not finished"))
}

/// The text of UTF-8 bytes, cut characters left out, damage as U+FFFD.
// The generated glue has a `decodeText` of its own, which would take the name.
#[wasm_bindgen(js_name = decodeUtf8, unchecked_return_type = "DecodedText")]
pub fn decode_utf8(bytes: &[u8]) -> Result<JsValue, JsValue> {
    to_js(&text::decode(bytes))
}

/// The charsets that `bytes` may be in, best first; decode with
/// `new TextDecoder(candidate.charset)`.
#[wasm_bindgen(js_name = guessCharset, unchecked_return_type = "CharsetCandidate[]")]
pub fn guess_charset(bytes: &[u8]) -> Result<JsValue, JsValue> {
    to_js(&charset::guess(bytes))
}

/// Whether `text` looks like UTF-8 that was read as GBK, so that
/// `repairMojibake` is worth its table.
#[wasm_bindgen(js_name = looksMisread)]
pub fn looks_misread(text: &str) -> bool {
    charset::is_suspicious(text)
}

/// Undoes UTF-8 that was read as GBK; `null` where no line was.
///
/// `table` has an entry `character << 16 | lead << 8 | trail` for each pair of
/// GBK, ascending. A browser builds it once:
///
/// ```js
/// const bytes = [];
/// for (let lead = 0x81; lead <= 0xfe; lead++)
///   for (let trail = 0x40; trail <= 0xfe; trail++)
///     if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
/// const texts = new TextDecoder("gbk").decode(new Uint8Array(bytes)).split("\n");
/// const table = new Uint32Array(bytes.length / 3);
/// for (let n = 0; n < table.length; n++)
///   table[n] = (texts[n].charCodeAt(0) << 16) | (bytes[3 * n] << 8) | bytes[3 * n + 1];
/// table.sort();
/// ```
#[wasm_bindgen(js_name = repairMojibake, unchecked_return_type = "TextRepair | null")]
pub fn repair_mojibake(text: &str, table: &[u32]) -> Result<JsValue, JsValue> {
    let table = GbkTable::new(table).map_err(|error| to_js_error(&error))?;
    to_js(&charset::repair(text, &table))
}

/// The lines of a text with terminal control sequences.
#[wasm_bindgen(js_name = styledLines, unchecked_return_type = "StyledLine[]")]
pub fn styled_lines_of(text: &str) -> Result<JsValue, JsValue> {
    to_js(&styled_lines(text))
}

/// Where the `dropped` bytes of an output of `outputBytes` bytes are missing;
/// `null` where none are.
#[wasm_bindgen(js_name = truncation, unchecked_return_type = "Loss | null")]
pub fn truncation_of(
    #[wasm_bindgen(js_name = outputBytes)] output_bytes: usize,
    #[wasm_bindgen(unchecked_param_type = "RunContext")] context: &JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&truncation::loss(output_bytes, read_context(context)?))
}

/// Whether a field is Base64 or plain text, and whether that is a guess.
#[wasm_bindgen(js_name = guessEncoding, unchecked_return_type = "EncodingGuess")]
pub fn guess_encoding(
    field: &str,
    #[wasm_bindgen(js_name = contentEncoding, unchecked_optional_param_type = "ContentEncoding")]
    content_encoding: Option<String>,
) -> Result<JsValue, JsValue> {
    to_js(&encoding::guess(field, requested(content_encoding)))
}

/// One `Output` field, read whole: text, and everything uncertain about it.
#[wasm_bindgen(js_name = readOutput, unchecked_return_type = "OutputReading")]
pub fn read_output(
    field: &str,
    #[wasm_bindgen(js_name = contentEncoding, unchecked_optional_param_type = "ContentEncoding")]
    content_encoding: Option<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "RunContext")] context: &JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&Output::from_field(field, requested(content_encoding), read_context(context)?))
}

fn requested(content_encoding: Option<String>) -> Option<Encoding> {
    content_encoding.and_then(|word| Encoding::from_api(&word))
}

fn read_context(context: &JsValue) -> Result<Context, JsValue> {
    let json = from_js(context)?;
    let value = Value::parse(&json).map_err(|error| to_js_error(&error))?;
    Context::from_value(&value).map_err(|error| to_js_error(&error))
}
