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
    /// What stands in a path template, between parameters: those, and `'`.
    Literal,
    /// What a form keeps: letters, digits, `*`, `-`, `.`, `_`; a space becomes `+` (WHATWG URL,
    /// application/x-www-form-urlencoded percent-encode set).
    Form,
    /// Reserved ones too, but for those that mean something in a form: `&`, `=`, `+`.
    FormReserved,
    /// The same inside of a path's segment: not what would end it.
    Segment,
    /// The same inside of a path: slashes too, but not what would end it.
    Segments,
    /// The same inside of a cookie: not what would end it.
    Cookie,
}

impl Keep {
    /// What goes unescaped in the name of a pair whose value keeps this.
    pub(super) fn of_name(self) -> Self {
        match self {
            Self::Form | Self::FormReserved => Self::Form,
            _ => Self::Unreserved,
        }
    }

    /// For each byte, whether it goes as it is.
    fn plain(self) -> &'static [bool; 256] {
        const UNRESERVED: [bool; 256] = table(b"-._~");
        const FORM: [bool; 256] = table(b"*-._");
        const FORM_RESERVED: [bool; 256] = table(b"*-._~");
        const RESERVED: [bool; 256] = table(b"-._~/"); // the others are rare
        match self {
            Self::Unreserved | Self::Segment | Self::Cookie => &UNRESERVED,
            Self::Reserved | Self::Literal | Self::Segments => &RESERVED,
            Self::Form => &FORM,
            Self::FormReserved => &FORM_RESERVED,
        }
    }
}

/// Letters, digits (RFC 3986, section 2.3) and some others.
const fn table(others: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let mut index = 0;
    while index < others.len() {
        table[others[index] as usize] = true;
        index += 1;
    }
    table
}

/// Appends a text.
pub(super) fn push(target: &mut String, text: &str, keep: Keep) {
    let table = keep.plain();
    let is_plain = |byte: u8| table.get(usize::from(byte)) == Some(&true);
    // most texts go as they are: looking at all of their bytes, without a branch for each, takes a third
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        target.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(index) = rest.bytes().position(|byte| !is_plain(byte)) {
        let (plain, after) = rest.split_at(index);
        target.push_str(plain);
        let mut characters = after.chars();
        if let Some(character) = characters.next() {
            push_other(target, character, after, keep);
        }
        rest = characters.as_str();
    }
    target.push_str(rest);
}

/// Appends a character that `text` starts with, and that does not go as it is.
fn push_other(target: &mut String, character: char, text: &str, keep: Keep) {
    // RFC 3986's reserved characters, less those that would end the place, that mean something in it,
    // or that URL parsers rewrite (`#`, and `'` in a query).
    let reserved = !matches!(keep, Keep::Unreserved | Keep::Form);
    let kept = match character {
        ':' | '[' | ']' | '@' | '!' | '$' | '(' | ')' | '*' => reserved,
        '&' | '+' | '=' => reserved && keep != Keep::FormReserved,
        '/' => reserved && keep != Keep::Segment,
        '?' => reserved && !matches!(keep, Keep::Segment | Keep::Segments),
        ',' | ';' => reserved && keep != Keep::Cookie,
        '\'' => keep == Keep::Literal,
        '%' => reserved && is_triplet(text.as_bytes()),
        _ => false,
    };
    if kept {
        target.push(character);
        return;
    }
    if character == ' ' && matches!(keep, Keep::Form | Keep::FormReserved) {
        target.push('+');
        return;
    }
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a String does not fail.
        let _ = write!(target, "%{byte:02X}");
    }
}

fn is_triplet(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}
