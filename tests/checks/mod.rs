//! What holds for every input, as one function a target.
//!
//! cargo-fuzz drives them with what it finds, `tests/api/fuzzed.rs` with random
//! mutations of the documented answers, `tests/api/crashers.rs` with what once
//! failed. A check panics where its claim does not hold.

pub(crate) mod answer;
pub(crate) mod base64;
pub(crate) mod diff_search;
pub(crate) mod error_info;
pub(crate) mod pagination;
pub(crate) mod schedule;
pub(crate) mod terminal;

/// A check by the name of its target.
pub(crate) type Check = fn(&[u8]);

/// Every target.
pub(crate) const ALL: [(&str, Check); 7] = [
    ("answer", answer::check),
    ("base64", base64::check),
    ("terminal", terminal::check),
    ("schedule", schedule::check),
    ("error_info", error_info::check),
    ("pagination", pagination::check),
    ("diff_search", diff_search::check),
];

/// Whether `serde_json` takes the bytes for JSON.
///
/// `IgnoredAny` checks grammar alone: numbers may exceed `f64`, surrogates may
/// be alone and depth is free, as with `JSON.parse`. It does not look at the
/// encoding, so that is checked before.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_ok_and(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
}

/// The value is written as JSON. Values of an answer are kept as they came, lone
/// surrogates too, which `serde_json::Value` would refuse.
pub(crate) fn writes_json(value: &impl invoscope::json::ToJson) {
    let text = invoscope::json::to_json(value);
    assert!(is_json(text.as_bytes()), "no JSON: {text}");
}

/// The JSON of a value that JavaScript is going to parse.
pub(crate) fn json_of(value: &impl invoscope::json::ToJson) -> serde_json::Value {
    let text = invoscope::json::to_json(value);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
}
