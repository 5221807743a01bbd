//! `[names]`, `[types]` and `[enums]`: what things are called in Rust, and what they are.

use std::collections::BTreeMap;

use super::replacement;
use super::section::{Place, Section};
use crate::diagnostics::Sink;
use crate::options::{EnumForm, Options, Places};

pub(super) fn read(root: &Section<'_>, options: &mut Options, sink: &mut Sink) {
    if let Some(names) = root.section("names", sink) {
        names.expect_keys(&["types", "operations", "fields", "values"], sink);
        let places = &mut options.places;
        options.names.types = identifiers(&names, "types", places, sink);
        options.names.operations = identifiers(&names, "operations", places, sink);
        options.names.fields = identifiers(&names, "fields", places, sink);
        options.names.values = identifiers(&names, "values", places, sink);
    }
    if let Some(types) = root.section("types", sink) {
        types.expect_keys(&["derives", "formats", "inline", "schemas"], sink);
        read_inline(&types, options, sink);
        replacement::read(&types, options, sink);
        if let Some(derives) = types.section("derives", sink) {
            derives.note_places("types.derives", &mut options.places);
            options.types.derives = read_derives(&derives, sink);
        }
    }
    if let Some(enums) = root.section("enums", sink) {
        enums.expect_keys(&["default", "types"], sink);
        let default = enums
            .text("default", sink)
            .map(|text| (text, enums.get("default")));
        if let Some((text, item)) = default {
            let place = item.and_then(toml_edit::Item::span);
            options.types.enums = form(&enums, &text, place, sink).unwrap_or_default();
        }
        if let Some(types) = enums.section("types", sink) {
            types.note_places("enums.types", &mut options.places);
            for (key, text, place) in types.entries(sink) {
                let form = form(&types, &text, place, sink);
                options
                    .types
                    .enums_by_type
                    .extend(form.map(|form| (key.to_owned(), form)));
            }
        }
    }
}

/// Names in Rust by names in the document.
fn identifiers<'t>(
    names: &Section<'t>,
    key: &'t str,
    places: &mut Places,
    sink: &mut Sink,
) -> BTreeMap<String, String> {
    let mut identifiers = BTreeMap::new();
    let Some(section) = names.section(key, sink) else {
        return identifiers;
    };
    section.note_places(&format!("names.{key}"), places);
    for (name, text, place) in section.entries(sink) {
        match syn::parse_str::<syn::Ident>(&text) {
            Ok(_) => drop(identifiers.insert(name.to_owned(), text)),
            Err(_) => sink.push(
                section
                    .file
                    .fault(place, format!("`{text}` is no name that Rust takes")),
            ),
        }
    }
    identifiers
}

/// `inline`: whether types that are written inline and say the same are one.
fn read_inline(types: &Section<'_>, options: &mut Options, sink: &mut Sink) {
    match types.text("inline", sink).as_deref() {
        None | Some("merged") => {}
        Some("separate") => options.types.separate = true,
        Some(other) => {
            let place = types.get("inline").and_then(toml_edit::Item::span);
            let what = format!("`{other}` is neither `merged` nor `separate`");
            sink.push(types.file.fault(place, what));
        }
    }
}

fn read_derives(section: &Section<'_>, sink: &mut Sink) -> BTreeMap<String, Vec<String>> {
    let mut derives = BTreeMap::new();
    for key in section.keys() {
        let mut paths = Vec::new();
        for (text, place) in section.texts(key, sink) {
            match syn::parse_str::<syn::Path>(&text) {
                Ok(_) => paths.push(text),
                Err(_) => sink.push(
                    section
                        .file
                        .fault(place, format!("`{text}` is no path of a derive")),
                ),
            }
        }
        derives.insert(key.to_owned(), paths);
    }
    derives
}

fn form(section: &Section<'_>, text: &str, place: Place, sink: &mut Sink) -> Option<EnumForm> {
    match text {
        "open" => Some(EnumForm::Open),
        "closed" => Some(EnumForm::Closed),
        _ => {
            let what = format!("`{text}` is neither `open` nor `closed`");
            sink.push(section.file.fault(place, what));
            None
        }
    }
}
