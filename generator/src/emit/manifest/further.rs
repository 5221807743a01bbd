//! Dependencies that the user adds. One may be a crate that the client has anyway: then both get what they need
//! of it.

use toml_edit::{Array, InlineTable, Item, Table, TableLike, Value, value};

use crate::diagnostics::{Sink, codes};
use crate::plan::Package;

/// Adds the user's dependencies, and has the features fit them.
pub(super) fn add_further(
    package: &Package,
    features: &mut Table,
    dependencies: &mut Table,
    sink: &mut Sink,
) {
    for (name, text) in &package.manifest.dependencies {
        match text.parse::<Value>() {
            Ok(further) => {
                let further = with_needed(further, dependencies.get(name));
                dependencies.insert(name, value(further));
            }
            Err(error) => sink.push(codes::invalid_dependency(name, &error.to_string())),
        }
    }
    untie(features, dependencies);
}

/// The user's line, with the features that the client needs of the same crate.
fn with_needed(further: Value, ours: Option<&Item>) -> Value {
    let needed = ours.and_then(|ours| ours.get("features")?.as_array());
    let Some(needed) = needed else {
        return further;
    };
    let mut table = match further {
        Value::InlineTable(table) => table,
        version => InlineTable::from_iter([("version", version)]),
    };
    let features = table
        .entry("features")
        .or_insert(Value::Array(Array::new()));
    if let Some(features) = features.as_array_mut() {
        for feature in needed.iter().filter_map(Value::as_str) {
            if !features.iter().any(|has| has.as_str() == Some(feature)) {
                features.push(feature);
            }
        }
    }
    table.fmt();
    Value::InlineTable(table)
}

/// Takes out of features what turns dependencies on that are always there: cargo refuses `dep:serde` where `serde`
/// is not optional.
pub(crate) fn untie(features: &mut Table, dependencies: &Table) {
    let is_fixed = |name: &str| {
        dependencies
            .get(name)
            .is_some_and(|line| !is_optional(line))
    };
    for (_, enabled) in features.iter_mut() {
        let Some(enabled) = enabled.as_array_mut() else {
            continue; // not a feature
        };
        let fitted: Vec<String> = enabled
            .iter()
            .filter_map(Value::as_str)
            .filter(|feature| !feature.strip_prefix("dep:").is_some_and(is_fixed))
            .map(|feature| match feature.split_once("?/") {
                Some((name, of_it)) if is_fixed(name) => format!("{name}/{of_it}"),
                _ => feature.to_owned(),
            })
            .collect();
        if !enabled
            .iter()
            .map(Value::as_str)
            .eq(fitted.iter().map(|it| Some(it.as_str())))
        {
            *enabled = fitted.into_iter().collect();
        }
    }
}

fn is_optional(line: &Item) -> bool {
    let table = line.as_table_like();
    let optional = table.and_then(|table: &dyn TableLike| table.get("optional"));
    optional.and_then(Item::as_bool).unwrap_or_default()
}
