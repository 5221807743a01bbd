//! A table and its keys: what stands there, of the kind that is expected, or a diagnostic with its place.

use std::ops::Range;

use toml_edit::{Item, TableLike, Value};

use crate::diagnostics::{Diagnostic, Excerpt, Sink, codes, nearest};
use crate::options::Places;
use crate::source::{Lines, Span};

/// The file, for places in it.
pub(super) struct File<'t> {
    name: &'t str,
    lines: Lines<'t>,
}

/// A table.
#[derive(Clone, Copy)]
pub(super) struct Section<'t> {
    pub(super) file: &'t File<'t>,
    table: &'t dyn TableLike,
    /// What it is called, for the reader: `[package]`.
    name: &'t str,
}

/// Bytes of the file, where they are known.
pub(super) type Place = Option<Range<usize>>;

impl<'t> File<'t> {
    pub(super) fn new(name: &'t str, text: &'t str) -> Self {
        Self {
            name,
            lines: Lines::new(text),
        }
    }

    /// Something that is wrong at a place.
    pub(super) fn fault(&self, place: Place, what: String) -> Diagnostic {
        codes::invalid_configuration(what.trim(), self.excerpt(place))
    }

    /// The line of a place.
    pub(super) fn excerpt(&self, place: Place) -> Excerpt {
        let Range { start, end } = place.unwrap_or_default();
        Excerpt::of(self.name, &self.lines, Span { start, end })
    }
}

impl<'t> Section<'t> {
    pub(super) fn root(file: &'t File<'t>, table: &'t dyn TableLike) -> Self {
        Self {
            file,
            table,
            name: "the file",
        }
    }

    /// Reports keys that mean nothing here.
    pub(super) fn expect_keys(&self, keys: &[&str], sink: &mut Sink) {
        for (key, _) in self.table.iter().filter(|(key, _)| !keys.contains(key)) {
            let what = format!("`{key}` is no key of {}", self.name);
            let fault = self.file.fault(self.key_place(key), what);
            sink.push(match nearest(key, keys.iter().copied()) {
                Some(meant) => fault.help(format!("did you mean `{meant}`?")),
                None => fault.help(format!("the keys are `{}`", keys.join("`, `"))),
            });
        }
    }

    /// Where a key stands.
    pub(super) fn key_place(&self, key: &str) -> Place {
        self.table
            .get_key_value(key)
            .and_then(|(key, _)| key.span())
    }

    /// Notes where each key stands, for what is said of it later; `table` is what the table is called then.
    pub(super) fn note_places(&self, table: &str, places: &mut Places) {
        for key in self.keys() {
            places.insert(table, key, self.file.excerpt(self.key_place(key)));
        }
    }

    /// The keys, in order.
    pub(super) fn keys(&self) -> Vec<&'t str> {
        self.table.iter().map(|(key, _)| key).collect()
    }

    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&'t Item> {
        self.table.get(key).filter(|item| !item.is_none())
    }

    /// Says that something else is expected under a key.
    pub(super) fn wrong(&self, key: &str, expected: &str, sink: &mut Sink) {
        let found = self.get(key).map_or("nothing".to_owned(), shown);
        let place = self.get(key).and_then(Item::span).or(self.key_place(key));
        let what = format!("`{key}` is {expected}, found {found}");
        sink.push(self.file.fault(place, what));
    }

    /// A text.
    pub(super) fn text(&self, key: &str, sink: &mut Sink) -> Option<String> {
        let text = self.get(key)?.as_str();
        if text.is_none() {
            self.wrong(key, "a text", sink);
        }
        text.map(str::to_owned)
    }

    /// A boolean.
    pub(super) fn boolean(&self, key: &str, sink: &mut Sink) -> Option<bool> {
        let boolean = self.get(key)?.as_bool();
        if boolean.is_none() {
            self.wrong(key, "`true` or `false`", sink);
        }
        boolean
    }

    /// A list of texts, or one text, each with its place.
    pub(super) fn texts(&self, key: &str, sink: &mut Sink) -> Vec<(String, Place)> {
        let Some(item) = self.get(key) else {
            return Vec::new();
        };
        if let Some(text) = item.as_str() {
            return vec![(text.to_owned(), item.span())];
        }
        let values = item.as_array().into_iter().flatten();
        let texts: Option<Vec<_>> = values
            .map(|value: &Value| Some((value.as_str()?.to_owned(), value.span())))
            .collect();
        match (item.is_array(), texts) {
            (true, Some(texts)) => texts,
            _ => {
                self.wrong(key, "a list of texts", sink);
                Vec::new()
            }
        }
    }

    /// A table under a key.
    pub(super) fn section(&self, key: &'t str, sink: &mut Sink) -> Option<Section<'t>> {
        let table = self.get(key)?.as_table_like();
        if table.is_none() {
            self.wrong(key, "a table", sink);
        }
        Some(Section {
            file: self.file,
            table: table?,
            name: key,
        })
    }

    /// Every entry as a text, with the place of the text.
    pub(super) fn entries(&self, sink: &mut Sink) -> Vec<(&'t str, String, Place)> {
        let keys = self.keys().into_iter();
        keys.filter_map(|key| {
            let text = self.text(key, sink)?;
            Some((key, text, self.get(key).and_then(Item::span)))
        })
        .collect()
    }
}

/// A value as TOML has it, where it is a scalar; otherwise what kind of value it is.
fn shown(item: &Item) -> String {
    match item.as_value() {
        Some(value) if !(value.is_array() || value.is_inline_table()) => {
            format!("`{}`", value.to_string().trim())
        }
        _ => item.type_name().to_owned(),
    }
}
