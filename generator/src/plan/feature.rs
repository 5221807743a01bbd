//! Cargo features: one for each tag, and which of them a type is there for. Who needs three operations of
//! a thousand compiles those, and the types that they reach.

use std::collections::{BTreeSet, HashMap, HashSet};

use clientsmith_runtime::sources;

use super::{Imports, Module, OperationModule, TypeFile, Webhooks, is_runtime_part};

/// The feature of types that no operation reaches.
const OTHER_TYPES: &str = "other-types";

/// The feature of the bodies of webhooks and callbacks.
const WEBHOOKS: &str = "webhooks";

/// The feature of all tags, and of what no operation reaches.
pub const ALL_TAGS: &str = "all-tags";

/// More features than this and tags are grouped: a registry may allow 300, and there are others.
const MOST: usize = 200;

/// When something is compiled: with any of these features; always, where there are none.
pub type Gate = BTreeSet<String>;

/// Decides the features and what is behind them. A description with one tag, or none, needs none.
pub(super) fn plan_features<'i>(
    modules: &mut [(String, OperationModule)],
    always: impl Iterator<Item = &'i Imports>,
    webhooks: Option<&mut Webhooks>,
    types: &mut [TypeFile],
) -> Vec<String> {
    if modules.len() < 2 {
        return Vec::new();
    }
    name_features(modules);
    let graph = Graph::of(types);
    let always = graph.reached(always);
    let mut gates: HashMap<usize, Gate> = HashMap::new();
    let mut features = BTreeSet::new();
    for (_, module) in modules.iter() {
        let Some(feature) = module.feature.clone() else {
            continue; // never: all have just been named
        };
        let imports = module.operations.iter().map(|operation| &operation.imports);
        let mut reached: Vec<_> = graph.reached(imports).into_iter().collect();
        reached.sort_unstable();
        for type_ in reached {
            gates.entry(type_).or_default().insert(feature.clone());
        }
        features.insert(feature);
    }
    let everywhere: HashSet<_> = gates
        .iter()
        .filter(|(_, gate)| gate.len() == features.len())
        .map(|(type_, _)| *type_)
        .collect();
    if let Some(webhooks) = webhooks {
        let reached = graph.reached([&webhooks.imports].into_iter());
        let mut reached: Vec<_> = reached.into_iter().collect();
        reached.sort_unstable();
        for type_ in reached {
            gates.entry(type_).or_default().insert(WEBHOOKS.to_owned());
        }
        webhooks.gate.insert(WEBHOOKS.to_owned());
        features.insert(WEBHOOKS.to_owned());
    }
    let others: Vec<_> = (0..types.len())
        .filter(|type_| !gates.contains_key(type_) && !always.contains(type_))
        .collect();
    let mut with_others: Vec<_> = graph.closure(others.iter().copied()).into_iter().collect();
    with_others.sort_unstable();
    for type_ in with_others {
        gates
            .entry(type_)
            .or_default()
            .insert(OTHER_TYPES.to_owned());
    }
    for (index, type_) in types.iter_mut().enumerate() {
        if !always.contains(&index) && !everywhere.contains(&index) {
            type_.gate = gates.remove(&index).unwrap_or_default();
        }
    }
    if !others.is_empty() {
        features.insert(OTHER_TYPES.to_owned());
    }
    features.into_iter().collect()
}

/// Names each tag's feature: after the tag, or after what many tags begin with.
fn name_features(modules: &mut [(String, OperationModule)]) {
    let groupings: [fn(&str) -> &str; 4] = [
        |tag| tag,
        |tag| tag.split('.').next().unwrap_or(tag),
        |tag| {
            tag.split(|separator: char| !separator.is_alphanumeric())
                .next()
                .unwrap_or(tag)
        },
        |tag| tag.get(..1).unwrap_or("other"),
    ];
    let reserved = reserved();
    for group in groupings {
        for (tag, module) in modules.iter_mut() {
            let name = match group(tag) {
                whole if whole == tag => module.name.as_str().to_owned(),
                part => super::Identifier::snake(part).as_str().to_owned(),
            };
            let name = name.trim_matches('_').replace('_', "-");
            module.feature = Some(match reserved.contains(&name) {
                true => format!("{name}-tag"),
                false => name,
            });
        }
        let features: HashSet<_> = modules.iter().map(|(_, module)| &module.feature).collect();
        if features.len() <= MOST {
            return;
        }
    }
}

/// Names that a tag's feature cannot have: the runtime's features and dependencies, and our own.
fn reserved() -> HashSet<String> {
    let manifest = sources::MANIFEST
        .parse::<toml_edit::DocumentMut>()
        .unwrap_or_default();
    let tables = ["features", "dependencies"]
        .into_iter()
        .filter_map(|name| manifest.get(name)?.as_table());
    let names = tables
        .flat_map(|table| table.iter())
        .map(|(name, _)| name.to_owned())
        .filter(|name| !is_runtime_part(name)); // no client has a feature of that name
    names
        .chain([ALL_TAGS, OTHER_TYPES, WEBHOOKS, "clientsmith-runtime"].map(str::to_owned))
        .collect()
}

/// Which types name which others, by their places in the list of files.
struct Graph {
    places: HashMap<String, usize>,
    named: Vec<Vec<usize>>,
}

impl Graph {
    fn of(types: &[TypeFile]) -> Self {
        let names = types.iter().zip(0..).flat_map(|(type_, place)| {
            let others = type_.others.iter().map(|other| &other.name);
            let names = others.chain([&type_.name]);
            names.map(move |name| (name.as_str().to_owned(), place))
        });
        let mut graph = Self {
            places: names.collect(),
            named: Vec::new(),
        };
        graph.named = types
            .iter()
            .map(|type_| graph.named_in(&type_.imports))
            .collect();
        graph
    }

    fn named_in(&self, imports: &Imports) -> Vec<usize> {
        let names = imports.names_of(Module::Types);
        names
            .filter_map(|name| self.places.get(name).copied())
            .collect()
    }

    /// The types that files with these imports lead to.
    fn reached<'i>(&self, files: impl Iterator<Item = &'i Imports>) -> HashSet<usize> {
        self.closure(files.flat_map(|imports| self.named_in(imports)))
    }

    fn closure(&self, types: impl Iterator<Item = usize>) -> HashSet<usize> {
        let mut open: Vec<_> = types.collect();
        let mut reached = HashSet::new();
        while let Some(type_) = open.pop() {
            if reached.insert(type_) {
                open.extend(self.named.get(type_).into_iter().flatten());
            }
        }
        reached
    }
}
