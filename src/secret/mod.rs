//! Secrets in text: keys, tokens, passwords, found and masked.
//!
//! Commands, parameters and outputs are copied into chats and tickets. What is
//! copied or exported passes through [`mask`], which puts `[masked-kind]` in the
//! place of every secret and leaves all else as it is.
//!
//! Two kinds of proof: a secret's own form (`LTAI…`, `eyJ…`, a PEM block, a
//! password in a URL), and a name beside it (`DB_PASSWORD=…`, `"token": "…"`,
//! `--password …`, `密码：…`). A name counts where something that looks like a
//! value follows: prose (`password changed`), variables (`$PASSWORD`), code
//! (`password = getpass()`) and figures (`token count 3`) stay. Where the two
//! cannot be told apart, the text is masked.
//!
//! Text is read as bytes, so that an output in another charset than UTF-8 keeps
//! its own and the ASCII secrets in it are found. Every scanner passes over the
//! text once: time grows with its length.
//!
//! # Limits
//! A secret without form and name is not found, nor one in UTF-16, in a form of
//! compression, or torn apart by control sequences.

mod argument;
mod authorization;
mod bytes;
mod json;
mod kind;
mod looks;
mod mask;
mod name;
mod named;
mod pem;
mod scan;
#[cfg(test)]
mod tests;
mod token;
mod url;
mod value;

pub use json::mask_json;
pub use kind::SecretKind;
pub use mask::{Masked, mask};
pub use scan::{Secret, find};
