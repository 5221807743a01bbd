//! `Cargo.toml` of the generated crate: the runtime's dependencies and features become its own.

mod further;

use clientsmith_runtime::sources;
use further::add_further;
pub(crate) use further::untie;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value, value};

use super::File;
use crate::diagnostics::{Sink, codes};
use crate::options::Runtime;
use crate::plan::{ALL_TAGS, Example, Header, Package, is_runtime_part};

/// The feature of the runtime that is always on in a copy.
pub(super) const CORE: &str = "client";
/// The feature that a copy has no use for.
pub(super) const SOURCES: &str = "sources";
/// Features of the runtime that a client passes on, where it depends on it.
const PASSED_ON: &[&str] = &[
    "reqwest", "rustls", "http2", "serde", "tracing", "chrono", "jiff", "time", "uuid", "validate",
];
/// Features of the runtime that are only about the crate of their name.
pub(super) const CONVERSIONS: &[&str] = &["chrono", "jiff", "time", "uuid"];

/// Crates that clients may need and the runtime does not.
const OTHERS: &[(&str, &str)] = &[
    (
        "rust_decimal",
        r#"{ version = "1", default-features = false, features = ["std"] }"#,
    ),
    (
        "serde_json",
        r#"{ version = "1", default-features = false, features = ["std"] }"#,
    ),
];

/// `Cargo.toml`.
pub(super) fn emit_manifest(package: &Package, sink: &mut Sink) -> File {
    let mut document = DocumentMut::new();
    document.insert("package", Item::Table(package_table(package)));
    match sources::MANIFEST.parse::<DocumentMut>() {
        Ok(runtime) => {
            let (mut features, mut dependencies) = match &package.runtime {
                Runtime::Copied => copied(&runtime),
                Runtime::Dependency { path } => depended(&runtime, path.as_deref(), package),
            };
            add_crates(package, &runtime, &mut features, &mut dependencies);
            add_tags(&mut features, &package.features);
            add_further(package, &mut features, &mut dependencies, sink);
            document.insert("features", Item::Table(features));
            document.insert("dependencies", Item::Table(dependencies));
        }
        Err(error) => sink.push(codes::internal_error(format!(
            "the runtime's manifest: {error}"
        ))),
    }
    if let Some(example) = package.leading_example() {
        if let Some(feature) = package.feature_of(&example.method) {
            document.insert("example", example_table(example, feature));
        }
        let mut tokio = InlineTable::new();
        tokio.insert("version", "1".into());
        tokio.insert(
            "features",
            Array::from_iter(["macros", "rt-multi-thread"]).into(),
        );
        let mut table = Table::new();
        table.insert("tokio", value(tokio));
        document.insert("dev-dependencies", Item::Table(table));
    }
    File {
        path: "Cargo.toml".to_owned(),
        contents: format!("{}{document}", comment(&package.header)),
    }
}

/// `rustfmt.toml`: the files are printed by another formatter, and `cargo fmt` would take turns with it.
pub(super) fn emit_rustfmt(package: &Package) -> File {
    File {
        path: "rustfmt.toml".to_owned(),
        contents: format!(
            "{}disable_all_formatting = true\n",
            comment(&package.header)
        ),
    }
}

fn comment(header: &Header) -> String {
    let command = header.command.as_deref().unwrap_or("clientsmith generate");
    format!(
        "# Made by clientsmith from `{}`; `{command}` makes it anew.\n",
        header.document
    )
}

fn package_table(package: &Package) -> Table {
    let mut table = Table::new();
    let manifest = &package.manifest;
    table.insert("name", value(&package.name));
    table.insert(
        "version",
        value(manifest.version.as_deref().unwrap_or("0.1.0")),
    );
    if !manifest.authors.is_empty() {
        table.insert(
            "authors",
            value(Array::from_iter(
                manifest.authors.iter().map(String::as_str),
            )),
        );
    }
    table.insert(
        "description",
        value(format!("A client of {}", package.title)),
    );
    if let Some(license) = manifest.license.as_deref().or(package.license.as_deref()) {
        table.insert("license", value(license));
    }
    table.insert("edition", value("2024"));
    table.insert("rust-version", value("1.85"));
    table
}

/// The example, for whom its operation is there.
fn example_table(example: &Example, feature: &str) -> Item {
    let mut table = Table::new();
    table.insert("name", value(example.method.as_str()));
    table.insert("required-features", value(Array::from_iter([feature])));
    Item::ArrayOfTables([table].into_iter().collect())
}

/// A feature for each tag, one for all of them, and that one on by default.
fn add_tags(features: &mut Table, tags: &[String]) {
    if tags.is_empty() {
        return;
    }
    if let Some(default) = features.get_mut("default").and_then(Item::as_array_mut) {
        default.push(ALL_TAGS);
    }
    features.insert(
        ALL_TAGS,
        value(Array::from_iter(tags.iter().map(String::as_str))),
    );
    for tag in tags {
        features.insert(tag, value(Array::new()));
    }
}

/// The runtime's own dependencies and features. What its core needs is not optional in a copy.
fn copied(runtime: &DocumentMut) -> (Table, Table) {
    let core: Vec<String> = strings(
        runtime
            .get("features")
            .and_then(|features| features.get(CORE)),
    );
    let mut dependencies = Table::new();
    for (name, dependency) in runtime
        .get("dependencies")
        .and_then(Item::as_table)
        .into_iter()
        .flatten()
    {
        let mut dependency = dependency.clone();
        if core.contains(&format!("dep:{name}"))
            && let Some(table) = dependency.as_inline_table_mut()
        {
            table.remove("optional");
            table.fmt();
            if let (1, Some(version)) = (table.len(), table.get("version").cloned()) {
                dependency = value(version);
            }
        }
        dependencies.insert(name, undecorated(dependency));
    }
    let mut features = Table::new();
    for (name, enables) in runtime
        .get("features")
        .and_then(Item::as_table)
        .into_iter()
        .flatten()
    {
        if name != CORE && name != SOURCES && !is_runtime_part(name) {
            let enables = strings(Some(enables))
                .into_iter()
                .filter(|feature| feature != CORE && !is_runtime_part(feature));
            features.insert(name, value(enables.collect::<Array>()));
        }
    }
    (features, dependencies)
}

/// The crates whose types the client names: no feature turns them off. What is known of their versions is the
/// runtime's; a crate of the user's own stands among the further dependencies.
fn add_crates(
    package: &Package,
    runtime: &DocumentMut,
    features: &mut Table,
    dependencies: &mut Table,
) {
    let known = runtime.get("dependencies").and_then(Item::as_table_like);
    for name in &package.crates {
        let is_there = features.contains_key(name) || dependencies.contains_key(name);
        if is_there && !CONVERSIONS.contains(&name.as_str()) {
            continue; // what the runtime needs anyway
        }
        let of_runtime = known.and_then(|known| known.get(name)).cloned();
        let line = of_runtime.and_then(|item| item.into_value().ok());
        let line = line.or_else(|| {
            let (_, line) = OTHERS.iter().find(|(other, _)| other == name)?;
            line.parse().ok()
        });
        let Some(mut line) = line else {
            continue; // among the further dependencies
        };
        if let Some(table) = line.as_inline_table_mut() {
            table.remove("optional");
            table.fmt();
        }
        dependencies.insert(name, undecorated(value(line)));
        if features.remove(name).is_some() {
            pass_on(dependencies, name);
        }
    }
}

/// A feature of the runtime that is always on, where the client depends on it.
fn pass_on(dependencies: &mut Table, feature: &str) {
    let runtime = dependencies.get_mut("clientsmith-runtime");
    let features = runtime.and_then(|runtime| runtime.get_mut("features"));
    if let Some(features) = features.and_then(Item::as_array_mut) {
        features.push(feature);
    }
}

/// The runtime as a dependency, its features passed on.
fn depended(runtime: &DocumentMut, path: Option<&str>, client: &Package) -> (Table, Table) {
    let package = runtime.get("package");
    let version = package
        .and_then(|package| package.get("version"))
        .and_then(Item::as_str);
    let mut dependency = InlineTable::new();
    dependency.insert("version", version.unwrap_or("0.1.0").into());
    if let Some(path) = path {
        dependency.insert("path", path.into());
    }
    dependency.insert("default-features", false.into());
    let parts = client.runtime_parts.iter().copied();
    dependency.insert(
        "features",
        [CORE].into_iter().chain(parts).collect::<Array>().into(),
    );
    let mut dependencies = Table::new();
    dependencies.insert("clientsmith-runtime", value(dependency));
    let declared = runtime.get("features").and_then(Item::as_table);
    let mut features = Table::new();
    features.insert(
        "default",
        value(Array::from_iter(["reqwest", "rustls", "http2"])),
    );
    for name in PASSED_ON {
        if declared.is_some_and(|declared| declared.contains_key(name)) {
            features.insert(
                name,
                value(Array::from_iter([format!("clientsmith-runtime/{name}")])),
            );
        }
    }
    (features, dependencies)
}

fn undecorated(mut item: Item) -> Item {
    if let Some(value) = item.as_value_mut() {
        value.decor_mut().clear(); // comments of the runtime's manifest are about the runtime
    }
    item
}

fn strings(item: Option<&Item>) -> Vec<String> {
    let array = item.and_then(Item::as_array);
    let texts = array.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
