//! The modules that operations stand in: one for each tag; in a document of many operations and no tags, one for
//! what each path begins with.

use std::collections::{BTreeMap, HashSet};

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
            used.map(|tag| {
                let description = tag.description.as_deref().map(plan_markdown);
                let description = description.unwrap_or_default();
                let text = match description.is_empty() {
                    true => format!("Operations on {}.", plan_markdown(&tag.name.to_lowercase())),
                    false => led_by(&plan_markdown(&tag.name), &description),
                };
                module(&tag.name, text)
            })
            .collect()
        }
        Grouping::Paths { common } => {
            let mut prefixes: BTreeMap<&str, &str> = BTreeMap::new();
            for operation in &api.operations {
                if let (Some(key), Some((end, _))) =
                    (grouping.key(operation), leading(operation, common))
                {
                    let prefix = operation.path.template.get(..end).unwrap_or_default();
                    prefixes.entry(key).or_insert(prefix);
                }
            }
            let groups = prefixes.into_iter().map(|(key, prefix)| {
                let prefix = plan_plain(prefix).replace('`', "'");
                module(key, format!("Operations on `{prefix}` and below it."))
            });
            groups.collect()
        }
    }
}

/// The place of an operation's module.
pub(super) fn module_of(
    operation: &Operation,
    grouping: Grouping,
    modules: &[(String, OperationModule)],
) -> Option<usize> {
    let key = grouping.key(operation)?;
    modules.iter().position(|(name, _)| name == key)
}
