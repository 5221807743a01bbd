//! `Cargo.toml` is shared: what the user wrote there is kept, what is ours is set.

use std::collections::BTreeSet;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use crate::emit::untie;
use crate::options::ManifestOptions;

/// Keys of `[package]` that are ours.
const OURS: &[&str] = &["name", "description", "edition", "rust-version"];
/// Tables in which some entries are ours and others the user's.
const SHARED: &[&str] = &["features", "dependencies", "dev-dependencies"];

/// The manifest that stands in the folder, with what is ours set anew: `before` are the files that were ours until
/// now. Merging twice changes nothing.
pub(super) fn merge(
    current: &str,
    generated: &str,
    before: &BTreeSet<String>,
    options: &ManifestOptions,
) -> Result<String, String> {
    let parse = |text: &str| {
        text.parse::<DocumentMut>()
            .map_err(|error| error.to_string().trim().to_owned())
    };
    let mut merged = parse(current)?;
    let generated = parse(generated)?;
    if let (Some(package), Some(ours)) = (table(&mut merged, "package"), generated.get("package")) {
        for key in OURS {
            set(package, key, ours.get(key));
        }
        // the user's, unless said by options
        for (key, said) in [
            ("version", options.version.is_some()),
            ("authors", !options.authors.is_empty()),
            ("license", options.license.is_some()),
        ] {
            if said {
                set(package, key, ours.get(key));
            }
        }
        if !package.contains_key("version") {
            set(package, "version", ours.get("version"));
        }
    }
    for name in SHARED {
        let Some(ours) = generated.get(name).and_then(Item::as_table) else {
            continue; // nothing of ours
        };
        if let Some(table) = table(&mut merged, name) {
            for (key, item) in ours {
                set(table, key, Some(item));
            }
        }
    }
    untie_features(&mut merged);
    merge_examples(&mut merged, &generated, before);
    Ok(merged.to_string())
}

/// A feature that nobody declares any more may turn a dependency on that is always there now.
fn untie_features(merged: &mut DocumentMut) {
    let dependencies = merged.get("dependencies").and_then(Item::as_table).cloned();
    let features = merged.get_mut("features").and_then(Item::as_table_mut);
    if let (Some(features), Some(dependencies)) = (features, dependencies) {
        untie(features, &dependencies);
    }
}

/// Sets `[[example]]` anew. An example is ours where its file was: cargo refuses one whose file is gone.
fn merge_examples(merged: &mut DocumentMut, generated: &DocumentMut, before: &BTreeSet<String>) {
    let ours = generated
        .get("example")
        .and_then(Item::as_array_of_tables)
        .cloned()
        .unwrap_or_default();
    let theirs = merged.get("example").and_then(Item::as_array_of_tables);
    let theirs = theirs.cloned().unwrap_or_default();
    let files: Vec<_> = ours.iter().filter_map(example_file).collect();
    let (was_ours, theirs): (Vec<_>, Vec<_>) = theirs.into_iter().partition(|table| {
        example_file(table).is_some_and(|file| before.contains(&file) || files.contains(&file))
    });
    let text = |table: &Table| table.to_string().split_whitespace().collect::<String>();
    if ours.iter().map(text).eq(was_ours.iter().map(text)) {
        return; // left as it is written
    }
    let examples: ArrayOfTables = theirs.into_iter().chain(ours).collect();
    match examples.is_empty() {
        true => drop(merged.remove("example")),
        false => drop(merged.insert("example", Item::ArrayOfTables(examples))),
    }
}

/// The file of an example that says nothing of its path.
fn example_file(example: &Table) -> Option<String> {
    let name = example.get("name")?.as_str()?;
    (!example.contains_key("path")).then(|| format!("examples/{name}.rs"))
}

fn table<'d>(document: &'d mut DocumentMut, name: &str) -> Option<&'d mut Table> {
    if !document.contains_key(name) {
        document.insert(name, Item::Table(Table::new()));
    }
    document.get_mut(name).and_then(Item::as_table_mut)
}

/// Sets a key, and leaves it as it is written where it says the same already.
fn set(table: &mut Table, key: &str, item: Option<&Item>) {
    let Some(item) = item else {
        return; // not among ours
    };
    let text = |item: &Item| item.to_string().split_whitespace().collect::<String>();
    if table.get(key).map(text) != Some(text(item)) {
        table.insert(key, item.clone());
    }
}
