//! `[limits]`: rate limits that the document does not declare.

use toml_edit::Item;

use super::patterns;
use super::section::Section;
use crate::diagnostics::Sink;
use crate::options::{Limit, LimitScope, window_millis};

pub(super) fn read(section: &Section<'_>, sink: &mut Sink) -> Vec<Limit> {
    let mut limits = Vec::new();
    for name in section.keys() {
        if let Some(limit) = section.section(name, sink) {
            limits.extend(read_limit(name, &limit, sink));
        }
    }
    limits
}

fn read_limit(name: &str, section: &Section<'_>, sink: &mut Sink) -> Option<Limit> {
    section.expect_keys(&["limit", "window", "scope", "on"], sink);
    let limit = section.get("limit").and_then(Item::as_integer);
    let limit = limit
        .and_then(|limit| u32::try_from(limit).ok())
        .filter(|limit| *limit > 0);
    if limit.is_none() {
        section.wrong("limit", "a natural number from 1", sink);
    }
    let window = section
        .get("window")
        .and_then(|item| match item.as_integer() {
            Some(seconds) => window_millis(&seconds.to_string()),
            None => window_millis(item.as_str()?),
        });
    if window.is_none() {
        section.wrong(
            "window",
            "a length of time (`1s`, `500ms`, `5m`, `1h`, `1d`)",
            sink,
        );
    }
    let scope = match section.text("scope", sink).as_deref() {
        None | Some("document") => Some(LimitScope::Document),
        Some("tag") => Some(LimitScope::Tag),
        Some("operation") => Some(LimitScope::Operation),
        Some(_) => {
            section.wrong("scope", "`document`, `tag` or `operation`", sink);
            None
        }
    };
    Some(Limit {
        name: name.to_owned(),
        limit: limit?,
        window_millis: window?,
        scope: scope?,
        on: patterns(section, "on", sink),
    })
}
