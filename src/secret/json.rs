//! Masking of JSON text by its members' names, and inside of its Base64.

use super::kind::SecretKind;
use super::mask::{Masked, mask, mask_bytes};
use super::name::kind_of_name;
use super::named::accepts_member;
use crate::json::{Value, to_json};
use crate::output::base64;
use std::borrow::Cow;

/// JSON text with a placeholder in place of every value whose name calls it a
/// secret, and of every secret inside other strings and inside what strings hold
/// as Base64: outputs and commands of an answer.
///
/// Text that is no JSON is masked as [`mask`] does it; JSON without a secret
/// comes back as it is.
#[must_use]
pub fn mask_json(text: &str) -> Masked {
    let Ok(mut value) = Value::parse(text) else { return mask(text) };
    let mut found = Vec::new();
    mask_value(&mut value, &mut found);
    let text = if found.is_empty() { text.to_owned() } else { to_json(&value) };
    Masked { text, found }
}

fn mask_value(value: &mut Value<'_>, found: &mut Vec<SecretKind>) {
    match value {
        Value::String(text) => mask_string(text, found),
        Value::Array(items) => items.iter_mut().for_each(|item| mask_value(item, found)),
        Value::Object(members) => {
            for (name, value) in members {
                mask_member(name, value, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn mask_member(name: &str, value: &mut Value<'_>, found: &mut Vec<SecretKind>) {
    if let Some(named) = kind_of_name(name.as_bytes())
        && let Value::String(text) = value
        && accepts_member(named, text.as_bytes())
    {
        found.push(named.kind);
        *text = Cow::Borrowed(named.kind.placeholder());
    } else {
        mask_value(value, found);
    }
}

/// Shorter Base64 has no room for a secret.
const SHORTEST_BASE64: usize = 16;

fn mask_string(text: &mut Cow<'_, str>, found: &mut Vec<SecretKind>) {
    if text.len() >= SHORTEST_BASE64
        && let Ok(bytes) = base64::decode_strict(text.as_bytes())
    {
        let (masked, kinds) = mask_bytes(&bytes);
        if !kinds.is_empty() {
            *text = Cow::Owned(base64::encode(&masked));
            found.extend(kinds);
            return;
        }
    }
    let masked = mask(text);
    if !masked.found.is_empty() {
        *text = Cow::Owned(masked.text);
        found.extend(masked.found);
    }
}
