//! `[package]`: how the crate is called, what form it has, where its runtime comes from.

use toml_edit::Item;

use super::section::Section;
use crate::diagnostics::Sink;
use crate::options::{Form, Options, Runtime, is_module_path};

/// What `module` takes.
const MODULE_PATH: &str = "a path that begins with `crate` (`crate::api`), or `true`";

const KEYS: &[&str] = &[
    "name",
    "version",
    "authors",
    "license",
    "dependencies",
    "command",
    "module",
    "runtime",
];

pub(super) fn read(section: &Section<'_>, options: &mut Options, sink: &mut Sink) {
    section.expect_keys(KEYS, sink);
    options.name = section.text("name", sink);
    options.command = section.text("command", sink);
    options.manifest.version = section.text("version", sink);
    options.manifest.license = section.text("license", sink);
    let authors = section.texts("authors", sink).into_iter();
    options.manifest.authors = authors.map(|(author, _)| author).collect();
    if let Some(dependencies) = section.section("dependencies", sink) {
        for name in dependencies.keys() {
            if let Some(item) = dependencies.get(name) {
                let toml = match item.clone().into_value() {
                    Ok(value) => value.to_string().trim().to_owned(),
                    Err(_) => continue, // an item that is there is a value
                };
                options.manifest.dependencies.push((name.to_owned(), toml));
            }
        }
    }
    match section
        .get("module")
        .map(|item| (item.as_str(), item.as_bool()))
    {
        None | Some((None, Some(false))) => {}
        Some((Some(path), _)) if !is_module_path(path) => {
            section.wrong("module", MODULE_PATH, sink);
        }
        Some((path @ Some(_), _)) | Some((path, Some(true))) => {
            options.form = Form::Module;
            options.module_path = path.map(str::to_owned);
        }
        Some((None, None)) => section.wrong("module", MODULE_PATH, sink),
    }
    if let Some(runtime) = runtime(section, sink) {
        options.runtime = runtime;
    }
}

fn runtime(section: &Section<'_>, sink: &mut Sink) -> Option<Runtime> {
    match section.get("runtime").and_then(Item::as_str) {
        Some("copied") => return Some(Runtime::Copied),
        Some("dependency") => return Some(Runtime::Dependency { path: None }),
        _ => {}
    }
    section.get("runtime")?;
    if section.get("runtime").is_some_and(Item::is_table_like) {
        let table = section.section("runtime", sink)?;
        table.expect_keys(&["path"], sink);
        let path = table.text("path", sink);
        return Some(Runtime::Dependency { path });
    }
    let expected = "`copied`, `dependency`, or a table with a `path`";
    section.wrong("runtime", expected, sink);
    None
}
