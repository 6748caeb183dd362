//! The bindings through their own JavaScript glue, as a page calls them: exact
//! members, errors, misuse, and the browser's own decoders and parser as judges.

mod analysis;
mod base64;
mod catalog;
mod charset;
mod json;
mod misuse;
mod output;
mod pagination;
mod request;
mod response;
mod schedule;
mod secret;
mod status;
mod store;
mod support;
mod watch;
