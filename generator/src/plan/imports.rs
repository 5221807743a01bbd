//! What a file imports. Two things of one name: the second is written with its module.

use std::collections::{BTreeMap, BTreeSet};

use super::Path;

/// A module that generated files import from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Module {
    /// `std::convert`.
    Convert,
    /// `std::marker`.
    Marker,
    /// `std::time`.
    Time,
    /// `crate::call`.
    Call,
    /// `crate::client`.
    Client,
    /// `crate::runtime`.
    Runtime,
    /// `crate::types`.
    Types,
}

/// What one file imports, decided name by name.
#[derive(Debug, Clone, Default)]
pub struct Imports {
    defined: BTreeSet<String>,
    /// The types of the description that the file defines.
    types: BTreeSet<String>,
    plain: BTreeMap<String, Module>,
    qualified: BTreeMap<Module, BTreeSet<String>>,
}

impl Module {
    /// Whether it is the standard library's.
    pub fn is_std(self) -> bool {
        matches!(self, Self::Convert | Self::Marker | Self::Time)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Convert => "convert",
            Self::Marker => "marker",
            Self::Time => "time",
            Self::Call => "call",
            Self::Client => "client",
            Self::Runtime => "runtime",
            Self::Types => "types",
        }
    }
}

impl Imports {
    /// The imports of a file that defines some names itself.
    pub(super) fn beside<'a>(defined: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            defined: defined.into_iter().map(str::to_owned).collect(),
            ..Self::default()
        }
    }

    /// The imports of a file that defines types of the description, which it may name itself.
    pub(super) fn of_types<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let defined: BTreeSet<_> = names.into_iter().map(str::to_owned).collect();
        Self {
            types: defined.clone(),
            defined,
            ..Self::default()
        }
    }

    fn is_own(&self, module: Module, name: &str) -> bool {
        module == Module::Types && self.types.contains(name)
    }

    /// Imports a name, and says how it is written.
    pub(super) fn name(&mut self, module: Module, name: &str) -> Path {
        if self.is_own(module, name) {
            return self.written(module, name);
        }
        let taken = self.defined.contains(name)
            || self.plain.get(name).is_some_and(|other| *other != module);
        if taken {
            let names = self.qualified.entry(module).or_default();
            names.insert(name.to_owned());
        } else {
            self.plain.insert(name.to_owned(), module);
        }
        self.written(module, name)
    }

    /// Takes a name of the runtime back that turned out not to be needed.
    pub(super) fn forget(&mut self, name: &str) {
        if self.plain.get(name) == Some(&Module::Runtime) {
            self.plain.remove(name);
        }
    }

    /// What is imported here and not there.
    pub(super) fn beyond(&self, other: &Self) -> Self {
        let plain = self.plain.iter();
        let plain = plain.filter(|(name, module)| other.plain.get(*name) != Some(module));
        let qualified = self.qualified.iter().map(|(module, names)| {
            let known = other.qualified.get(module);
            let is_new = |name: &&String| known.is_none_or(|known| !known.contains(*name));
            (*module, names.iter().filter(is_new).cloned().collect())
        });
        Self {
            plain: plain
                .map(|(name, module)| (name.clone(), *module))
                .collect(),
            qualified: qualified.collect(),
            ..Self::default()
        }
    }

    /// Takes back what other imports have.
    pub(super) fn without(&mut self, others: &Self) {
        self.plain
            .retain(|name, module| others.plain.get(name) != Some(module));
        for (module, names) in &others.qualified {
            if let Some(own) = self.qualified.get_mut(module) {
                own.retain(|name| !names.contains(name));
            }
        }
        self.qualified.retain(|_, names| !names.is_empty());
    }

    /// How a name is written that was imported before.
    pub fn written(&self, module: Module, name: &str) -> Path {
        let plain = self.plain.get(name) == Some(&module) || self.is_own(module, name);
        Path {
            qualifier: (!plain).then(|| module.name()),
            name: name.to_owned(),
        }
    }

    /// How a name of the runtime is written that was imported before.
    pub fn runtime(&self, name: &str) -> Path {
        self.written(Module::Runtime, name)
    }

    /// The names that are imported from a module, written with it or not.
    pub(super) fn names_of(&self, module: Module) -> impl Iterator<Item = &str> {
        let plain = self.plain.iter().filter(move |(_, from)| **from == module);
        let qualified = self.qualified.get(&module).into_iter().flatten();
        plain
            .map(|(name, _)| name.as_str())
            .chain(qualified.map(String::as_str))
    }

    /// The modules that something is imported from, each with its names in order; `None` is the module itself.
    pub fn modules(&self) -> BTreeMap<Module, Vec<Option<&str>>> {
        let mut modules: BTreeMap<Module, Vec<Option<&str>>> = BTreeMap::new();
        for module in self.qualified.keys() {
            modules.entry(*module).or_default().push(None);
        }
        for (name, module) in &self.plain {
            modules.entry(*module).or_default().push(Some(name));
        }
        modules
    }
}
