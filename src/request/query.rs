//! The RPC query of a request, and back.

use super::finding::{Finding, Severity};
use super::parameters::{Parameter, Request, WrongType};
use super::read::{Reading, duplicate_parameter, unknown_parameter};
use super::say::say;
use super::tag::Tag;
use crate::action::Action;
use crate::locale::Bilingual;
use crate::order::sort_by_key;
use std::fmt::Write as _;

impl Request {
    /// The parameters of `action` as name and value, unencoded, in the byte
    /// order of their names.
    ///
    /// That is the order in which ACS3-HMAC-SHA256 signs them, so the same
    /// request always gives the same bytes. `Action` and `Version` are no pairs:
    /// the signature carries them as headers. Lists are flattened from 1
    /// (`Tag.1.Key`).
    #[must_use]
    pub fn to_query(&self, action: Action) -> Vec<(String, String)> {
        let scalars = Parameter::ALL
            .iter()
            .filter(|parameter| parameter.belongs_to(action))
            .filter_map(|parameter| {
                let text = self.text(*parameter)?;
                Some((parameter.name().to_owned(), text.into_owned()))
            });
        let tags = (1_usize..).zip(self.tags()).flat_map(|(number, tag)| {
            let key = tag.key().map(|key| (say!("Tag.{}.Key", number), key.to_owned()));
            let value = tag.value().map(|value| (say!("Tag.{}.Value", number), value.to_owned()));
            key.into_iter().chain(value)
        });
        let mut pairs: Vec<_> = scalars.chain(tags).collect();
        sort_by_key(&mut pairs, |(name, _)| name.clone());
        pairs
    }

    /// Reads the pairs of a query, decoded, in any order.
    ///
    /// The inverse of [`Request::to_query`]; what does not fit is left out and
    /// reported. Numbers of tags give their order and may have holes.
    pub fn from_query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Reading {
        let mut reading = Reading { request: Self::new(), findings: Vec::new() };
        let mut tags: Vec<(u32, Tag)> = Vec::new();
        for (name, text) in pairs {
            if let Some(parameter) = Parameter::ALL.iter().find(|known| known.name() == name) {
                reading.read_pair(*parameter, text);
            } else if let Some((number, is_key)) = tag_name(name) {
                let place = tags.partition_point(|(known, _)| *known < number);
                if tags.get(place).is_none_or(|(known, _)| *known != number) {
                    tags.insert(place, (number, Tag::default()));
                }
                let Some((_, tag)) = tags.get_mut(place) else { continue };
                let slot = if is_key { &mut tag.key } else { &mut tag.value };
                if slot.replace(text.to_owned()).is_some() {
                    reading.findings.push(duplicate_parameter(name));
                }
            } else {
                reading.findings.push(unknown_parameter(name));
            }
        }
        reading.request.set_tags(tags.into_iter().map(|(_, tag)| tag).collect());
        reading
    }
}

impl Reading {
    fn read_pair(&mut self, parameter: Parameter, text: &str) {
        if self.request.text(parameter).is_some() {
            self.findings.push(duplicate_parameter(parameter.name()));
        }
        if text.is_empty() {
            self.request.clear(parameter);
        } else if let Err(WrongType((zh, en))) = self.request.set_text(parameter, text) {
            let name = parameter.name();
            self.findings.push(Finding::new(
                "invalid-type",
                Severity::Error,
                name,
                Bilingual::filled(
                    say!("{} 应为{}，该值不会被发送。", name, zh),
                    say!("{} must be {}; the value is not sent.", name, en),
                ),
            ));
        }
    }
}

/// The number of `Tag.N.Key` or `Tag.N.Value`, and whether it is the key.
fn tag_name(name: &str) -> Option<(u32, bool)> {
    let (number, member) = name.strip_prefix("Tag.")?.split_once('.')?;
    let is_key = match member {
        "Key" => true,
        "Value" => false,
        _ => return None,
    };
    let is_plain = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { Some((number.parse().ok()?, is_key)) } else { None }
}

/// The query string of pairs, in their order, as ACS3-HMAC-SHA256 wants it.
#[must_use]
pub fn query_string(pairs: &[(String, String)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        encode_into(&mut out, name);
        out.push('=');
        encode_into(&mut out, value);
    }
    out
}

/// The text with every byte percent-encoded that RFC 3986 section 2.3 does not
/// call unreserved.
///
/// Unlike a form encoder it writes a space as `%20` and encodes `*'()!` too.
#[must_use]
pub fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    encode_into(&mut out, text);
    out
}

fn encode_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}
