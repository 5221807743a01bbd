//! What a scalar of YAML means: YAML 1.2's core schema, with numbers kept as they were written.
//!
//! `no`, `on`, `2020-01-01`, `007` and `1_000` are strings: only what is a number or a boolean for JSON's
//! readers too, or is plainly meant to be one (`0x1F`, `.5`), is no string.

use std::borrow::Cow;

use saphyr_parser::{ScalarStyle, Tag};

use super::node::{Node, Number};

/// How a scalar is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// As what it looks like.
    Plain,
    /// As a text.
    Text,
}

/// The style decides, unless a tag does. Tags of the document's own say nothing here.
pub(super) fn meaning_of(style: ScalarStyle, tag: Option<&Tag>) -> Meaning {
    let by_style = match style {
        ScalarStyle::Plain => Meaning::Plain,
        _ => Meaning::Text,
    };
    match tag {
        Some(tag) if tag.is_yaml_core_schema() => match tag.suffix.as_str() {
            "str" | "binary" => Meaning::Text,
            "int" | "float" | "bool" | "null" => Meaning::Plain,
            _ => by_style,
        },
        Some(tag) if tag.handle.is_empty() && tag.suffix == "!" => Meaning::Text,
        _ => by_style,
    }
}

/// The node that a scalar is.
pub(super) fn resolve(text: Cow<'_, str>, meaning: Meaning) -> Node {
    if meaning == Meaning::Text {
        return Node::String(text.into_owned());
    }
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Node::Null,
        "true" | "True" | "TRUE" => Node::Boolean(true),
        "false" | "False" | "FALSE" => Node::Boolean(false),
        plain => match number_text(plain) {
            Some(number) => Node::Number(Number::from_text(number)),
            None => Node::String(text.into_owned()),
        },
    }
}

/// The text of a number as JSON writes it: as it stands, where it can stand so.
fn number_text(text: &str) -> Option<String> {
    if !text.starts_with([
        '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
    ]) {
        return None;
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return radix_text(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix_text(digits, 8);
    }
    let text = text
        .strip_prefix('+')
        .filter(|rest| !rest.starts_with('-'))
        .unwrap_or(text);
    if is_json_number(text) {
        return Some(text.to_owned());
    }
    is_loose_float(text).then(|| shortest(text)).flatten()
}

fn radix_text(digits: &str, radix: u32) -> Option<String> {
    let are_digits = digits.chars().all(|digit| digit.is_digit(radix));
    let integer = are_digits.then(|| u128::from_str_radix(digits, radix));
    Some(integer?.ok()?.to_string())
}

/// A float that JSON would write otherwise: `.5`, `5.`, `01.5`.
fn is_loose_float(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = split_exponent(unsigned);
    let Some((whole, fraction)) = mantissa.split_once('.') else {
        return false;
    };
    let has_digits = !(whole.is_empty() && fraction.is_empty());
    has_digits && are_digits(whole) && are_digits(fraction) && exponent.is_none_or(is_exponent)
}

fn shortest(text: &str) -> Option<String> {
    let float = text.parse::<f64>().ok().filter(|float| float.is_finite());
    float.map(|float| format!("{float:?}"))
}

fn is_json_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = split_exponent(unsigned);
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole_is_right =
        !whole.is_empty() && are_digits(whole) && (whole == "0" || !whole.starts_with('0'));
    let fraction_is_right =
        fraction.is_none_or(|fraction| !fraction.is_empty() && are_digits(fraction));
    whole_is_right && fraction_is_right && exponent.is_none_or(is_exponent)
}

fn split_exponent(text: &str) -> (&str, Option<&str>) {
    match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    }
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && are_digits(digits)
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
