//! The modules that operations stand in: one for each tag; in a document of many operations and no tags, one for
//! what each path begins with.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::docs::{Docs, led_by, plan_markdown, plan_plain};
use super::scope::Scope;
use super::{Identifier, OperationModule};
use crate::api::{Api, Operation};

/// From so many on, operations without tags are grouped.
const MANY: usize = 20;

/// How operations come by their modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grouping {
    /// By their first tags.
    Tags,
    /// By a segment of their paths: the first static one after so many that all have.
    Paths {
        /// How many segments all paths begin with.
        common: usize,
    },
}

impl Grouping {
    /// That of a document.
    pub(super) fn of(api: &Api) -> Self {
        let operations = &api.operations;
        let has_tags = operations
            .iter()
            .any(|operation| !operation.tags.is_empty());
        if has_tags || operations.len() < MANY {
            return Self::Tags;
        }
        let paths = Self::Paths {
            common: common(operations),
        };
        let groups: HashSet<_> = operations
            .iter()
            .map(|operation| paths.key(operation))
            .collect();
        match groups.len() {
            0 | 1 => Self::Tags,
            _ => paths,
        }
    }

    /// By what an operation is grouped, if by anything.
    fn key(self, operation: &Operation) -> Option<&str> {
        match self {
            Self::Tags => operation.tags.first().map(String::as_str),
            Self::Paths { common } => {
                let (_, segment) = leading(operation, common)?;
                segment.split('.').next() // `Accounts.json` is about accounts
            }
        }
    }
}

/// How many segments all paths begin with.
fn common(operations: &[Operation]) -> usize {
    let Some((first, others)) = operations.split_first() else {
        return 0;
    };
    let alike = |other: &Operation| {
        let pairs = segments(first).zip(segments(other));
        pairs
            .take_while(|((_, one), (_, other))| one == other)
            .count()
    };
    others.iter().map(alike).min().unwrap_or(0)
}

/// The segments of an operation's path, each with where it ends.
fn segments(operation: &Operation) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    let segments = operation.path.template.split('/').map(move |segment| {
        end += segment.len() + 1;
        (end - 1, segment)
    });
    segments.filter(|(_, segment)| !segment.is_empty())
}

/// The segment that says what an operation is about, and where it ends.
fn leading(operation: &Operation, common: usize) -> Option<(usize, &str)> {
    let says_nothing = |segment: &str| {
        let number = segment.trim_start_matches(['v', 'V']);
        segment.starts_with('{') || number.starts_with(|first: char| first.is_ascii_digit())
    };
    let mut segments = segments(operation).skip(common);
    segments.find(|(_, segment)| !says_nothing(segment))
}

/// What groups are told apart by: `Pets` and `pets` are one, and so are `pet-store` and `PetStore`.
fn letters(group: &str) -> String {
    Identifier::snake(group).as_str().replace('_', "")
}

/// A module for each group that some operation is in, in the document's order of tags, or by name.
pub(super) fn plan_modules(
    api: &Api,
    grouping: Grouping,
    folder: &mut Scope,
) -> Vec<(String, OperationModule)> {
    let mut module = |group: &str, text: String| {
        let docs = Docs {
            text,
            deprecated: false,
        };
        let module = OperationModule {
            name: folder.claim(Identifier::snake(group)),
            docs,
            feature: None,
            operations: Vec::new(),
        };
        (group.to_owned(), module)
    };
    match grouping {
        Grouping::Tags => {
            let keys = api
                .operations
                .iter()
                .map(|operation| grouping.key(operation));
            let first: HashSet<_> = keys.flatten().collect();
            let used = api
                .tags
                .iter()
                .filter(|tag| first.contains(tag.name.as_str()));
            let mut groups: Vec<(String, &str, Option<String>)> = Vec::new();
            for tag in used {
                let description = tag.description.as_deref().map(plan_markdown);
                let description = description.filter(|text| !text.is_empty());
                let key = letters(&tag.name);
                match groups.iter_mut().find(|(known, ..)| *known == key) {
                    Some((_, _, known)) => *known = known.take().or(description),
                    None => groups.push((key, &tag.name, description)),
                }
            }
            let groups = groups.into_iter().map(|(_, tag, description)| {
                let text = match description {
                    None => format!("Operations on {}.", plan_markdown(&tag.to_lowercase())),
                    Some(description) => led_by(&plan_markdown(tag), &description),
                };
                module(tag, text)
            });
            groups.collect()
        }
        Grouping::Paths { common } => {
            let mut prefixes: BTreeMap<String, (&str, &str)> = BTreeMap::new();
            for operation in &api.operations {
                if let (Some(key), Some((end, _))) =
                    (grouping.key(operation), leading(operation, common))
                {
                    let prefix = operation.path.template.get(..end).unwrap_or_default();
                    if let Entry::Vacant(entry) = prefixes.entry(letters(key)) {
                        entry.insert((key, prefix));
                    }
                }
            }
            let groups = prefixes.into_values().map(|(key, prefix)| {
                let prefix = plan_plain(prefix).replace('`', "'");
                module(key, format!("Operations on `{prefix}` and below it."))
            });
            groups.collect()
        }
    }
}

/// The places of modules by what their groups are told apart by.
pub(super) struct Places {
    grouping: Grouping,
    places: HashMap<String, usize>,
}

impl Places {
    pub(super) fn of(grouping: Grouping, modules: &[(String, OperationModule)]) -> Self {
        let groups = modules.iter().map(|(group, _)| letters(group));
        Self {
            grouping,
            places: groups.zip(0..).collect(),
        }
    }

    /// The place of an operation's module.
    pub(super) fn module_of(&self, operation: &Operation) -> Option<usize> {
        let key = self.grouping.key(operation)?;
        self.places.get(&letters(key)).copied()
    }
}
