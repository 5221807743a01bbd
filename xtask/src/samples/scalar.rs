//! Sample integers, numbers and texts: within bounds, of a length, of a format, matching a pattern.

use clientsmith::document::Schema;
use clientsmith::source::{Node, Number};
use serde_json::{Value, json};

use super::instances::Extent;
use super::pattern;

/// What a schema without `type` is by its format, or by what only texts have; nothing where it says neither.
pub(super) fn untyped(schema: &Schema, extent: Extent) -> Option<Value> {
    match schema.format.as_deref() {
        Some(format) if format.contains("int") => Some(integer(schema, extent)),
        Some("float" | "double" | "decimal") => Some(number(schema, extent)),
        Some(_) => Some(text(schema, extent).into()),
        None if schema.pattern.is_some() || schema.min_length.is_some() => {
            Some(text(schema, extent).into())
        }
        None => None,
    }
}

pub(super) fn integer(schema: &Schema, extent: Extent) -> Value {
    let bound = |number: &Option<Number>| number.as_ref().and_then(|number| number.as_i64());
    let least = bound(&schema.minimum).or(bound(&schema.exclusive_minimum).map(|bound| bound + 1));
    let most = bound(&schema.maximum).or(bound(&schema.exclusive_maximum).map(|bound| bound - 1));
    let value = match extent {
        Extent::Least => least.unwrap_or_else(|| most.map_or(0, |most| most.min(0))),
        Extent::Most => most.unwrap_or_else(|| least.unwrap_or(0).max(7)),
    };
    let step = bound(&schema.multiple_of).unwrap_or(1).max(1);
    json!(value.div_euclid(step) * step)
}

pub(super) fn number(schema: &Schema, extent: Extent) -> Value {
    // the registry of formats has them for numbers too
    let is_whole = matches!(schema.format.as_deref(), Some(format) if format.contains("int") || format == "long");
    match integer(schema, extent) {
        value
            if is_whole
                || extent == Extent::Least
                || schema.multiple_of.is_some()
                || schema.maximum.is_some() =>
        {
            value
        }
        value => json!(value.as_f64().unwrap_or_default() + 0.5),
    }
}

pub(super) fn text(schema: &Schema, extent: Extent) -> String {
    let least = usize::try_from(schema.min_length.unwrap_or_default()).unwrap_or(0);
    let example = schema.examples.iter().chain(&schema.default);
    let mut example = example.filter_map(|node| match node {
        Node::String(text) => Some(text.to_string()),
        _ => None,
    });
    if let Some(pattern) = &schema.pattern
        && let Some(text) = pattern::matching(pattern, least).or_else(|| example.next())
    {
        return text;
    }
    let text = match schema.format.as_deref() {
        Some("date-time") => "2024-02-29T12:34:56.789Z",
        Some("date") => "2024-02-29",
        Some("time") => "12:34:56Z",
        Some("duration") => "P1DT2H",
        Some("uuid") => "99a84211-f73d-4ff8-acdf-eb3e06bb9d62",
        Some("byte") => "aGVsbG8=",
        Some("uri" | "url" | "iri" | "uri-reference") => "https://example.com/a?b=c#d",
        Some("email") => "name@example.com",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        Some("hostname") => "example.com",
        _ if extent == Extent::Least => "",
        _ => "text \u{e4}\u{1f600}\"\\\n",
    };
    let characters = text.chars().chain("padding ".chars().cycle());
    let most = usize::try_from(schema.max_length.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    characters
        .take(text.chars().count().max(least.min(10_000)).min(most))
        .collect()
}
