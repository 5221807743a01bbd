//! `[types.formats]` and `[types.schemas]`: which type stands for which format or schema.

use std::collections::BTreeMap;

use toml_edit::Item;

use super::section::Section;
use crate::diagnostics::Sink;
use crate::options::{LIBRARIES, Notation, Options, Places, Replacement};

/// Words that are no path and no library, and have a meaning.
const WORDS: &[&str] = &["String", "Value"];

pub(super) fn read<'t>(types: &Section<'t>, options: &mut Options, sink: &mut Sink) {
    options.types.formats = replacements(types, "formats", &mut options.places, sink);
    options.types.schemas = replacements(types, "schemas", &mut options.places, sink);
}

fn replacements<'t>(
    types: &Section<'t>,
    key: &'t str,
    places: &mut Places,
    sink: &mut Sink,
) -> BTreeMap<String, Replacement> {
    let mut replacements = BTreeMap::new();
    let Some(section) = types.section(key, sink) else {
        return replacements;
    };
    section.note_places(&format!("types.{key}"), places);
    for name in section.keys() {
        let is_table = section.get(name).is_some_and(Item::is_table_like);
        let replacement = match is_table {
            true => told(&section, name, sink),
            false => type_(&section, name, sink).map(Replacement::new),
        };
        replacements.extend(replacement.map(|replacement| (name.to_owned(), replacement)));
    }
    replacements
}

/// `{ type = "bank::Money", as = "number" }`.
fn told<'t>(section: &Section<'t>, name: &'t str, sink: &mut Sink) -> Option<Replacement> {
    let table = &section.section(name, sink)?;
    if table.get("type").is_none() {
        section.wrong(name, "a type, or a table with a `type`", sink);
    }
    table.expect_keys(&["type", "as", "vacant", "example"], sink);
    let notation = match table.text("as", sink).as_deref() {
        None => None,
        Some("text") => Some(Notation::Text),
        Some("number") => Some(Notation::Number),
        Some("json") => Some(Notation::Json),
        Some(_) => {
            table.wrong("as", "`text`, `number` or `json`", sink);
            None
        }
    };
    let vacant = table.text("vacant", sink).filter(|text| {
        let path = text.strip_suffix("()").unwrap_or(text);
        let is_path = syn::parse_str::<syn::Path>(path).is_ok();
        if !is_path {
            table.wrong(
                "vacant",
                "the path of a constant, or of a function and `()`",
                sink,
            );
        }
        is_path
    });
    let mut replacement = Replacement::new(type_(table, "type", sink)?);
    replacement.notation = notation;
    replacement.vacant = vacant;
    replacement.example = table.text("example", sink);
    Some(replacement)
}

/// A library, or the path of a type.
fn type_(section: &Section<'_>, key: &str, sink: &mut Sink) -> Option<String> {
    let text = section.text(key, sink)?;
    let is_word = LIBRARIES.contains(&text.as_str()) || WORDS.contains(&text.as_str());
    let is_path = text.contains("::")
        && matches!(syn::parse_str(&text), Ok(syn::Type::Path(path)) if path.qself.is_none());
    if is_word || is_path {
        return Some(text);
    }
    let place = section.get(key).and_then(Item::span);
    let what = format!("`{text}` is no library that is known, and no path of a type");
    let fault = section.file.fault(place, what);
    sink.push(fault.help(format!(
        "the libraries are `{}`; a type of yours has its path (`bank::Iban`), or is `String` or `Value`",
        LIBRARIES.join("`, `")
    )));
    None
}
