// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Percent-encoding (RFC 3986, section 2.1).

use std::fmt::Write as _;

/// What goes unescaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Unreserved characters only: letters, digits, `-`, `.`, `_`, `~`.
    Unreserved,
    /// Reserved ones too, and triplets that are there already (`allowReserved`).
    Reserved,
}

/// Appends a text.
pub(super) fn push(target: &mut String, text: &str, keep: Keep) {
    let bytes = text.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        let kept = match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => true,
            // RFC 3986's reserved characters, less those that would end the query or that URL
            // parsers rewrite (`#`, `'`).
            b':' | b'/' | b'?' | b'[' | b']' | b'@' | b'!' | b'$' | b'&' | b'(' | b')' | b'*'
            | b'+' | b',' | b';' | b'=' => keep == Keep::Reserved,
            b'%' => keep == Keep::Reserved && is_triplet(bytes.get(index..)),
            _ => false,
        };
        if kept {
            target.push(char::from(*byte));
        } else {
            // Writing to a String does not fail.
            let _ = write!(target, "%{byte:02X}");
        }
    }
}

/// A text, percent-encoded.
pub(super) fn encode(text: &str, keep: Keep) -> String {
    let mut encoded = String::with_capacity(text.len());
    push(&mut encoded, text, keep);
    encoded
}

fn is_triplet(bytes: Option<&[u8]>) -> bool {
    matches!(bytes, Some([b'%', high, low, ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}
