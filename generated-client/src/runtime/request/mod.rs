// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A request being written: target, header fields, body. Credentials come later, and are not known here.

mod cookie;
mod deep;
mod encoder;
mod fields;
mod form;
mod percent;
mod style;
mod target;

pub use encoder::RequestEncoder;
pub(crate) use encoder::{Prepared, Written};
pub(crate) use fields::Fields;
pub use form::FormField;
pub use style::{Explode, Style};

/// Appends a text, percent-encoded.
pub(crate) fn push_text(target: &mut String, text: &str) {
    percent::push(target, text, percent::Keep::Unreserved);
}

/// Appends a query pair, both sides percent-encoded.
pub(crate) fn push_pair(query: &mut String, name: &str, value: &str) {
    let keep = percent::Keep::Unreserved;
    style::pair(query, name, keep, |query| percent::push(query, value, keep));
}
