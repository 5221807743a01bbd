//! `Cargo.toml` is shared: what the user wrote there is kept, what is ours is set.

use toml_edit::{DocumentMut, Item, Table};

use crate::options::ManifestOptions;

/// Keys of `[package]` that are ours.
const OURS: &[&str] = &["name", "description", "edition", "rust-version"];
/// Tables in which some entries are ours and others the user's.
const SHARED: &[&str] = &["features", "dependencies", "dev-dependencies"];

/// The manifest that stands in the folder, with what is ours set anew. Merging twice changes nothing.
pub(super) fn merge(
    current: &str,
    generated: &str,
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
    Ok(merged.to_string())
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
