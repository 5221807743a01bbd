//! The tables of operations: what the document demands of their requests. Where that is the same of several operations,
//! they have one table, which bears the first one's name: each would be dearer to compile than a type. What is demanded
//! is found in `rules.rs`.

use std::collections::HashMap;

use super::rules::Rules;
use super::{Gate, Identifier, Imports, Operation, OperationModule};

/// A file under `rules/operations/`.
#[derive(Debug, Clone)]
pub struct OperationRules {
    /// What is demanded.
    pub demands: Demands,
    /// What the file imports.
    pub imports: Imports,
    /// The module's name, which is that of the first operation that leads here.
    pub module: Identifier,
    /// Whether others lead here too.
    pub is_shared: bool,
    /// The features with which it is there.
    pub gate: Gate,
}

/// What is demanded of an operation's requests: of parameters by location and name, of bodies by media type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Demands {
    /// Path parameters.
    pub path: Vec<(String, Rules)>,
    /// Query parameters.
    pub query: Vec<(String, Rules)>,
    /// Header parameters.
    pub header: Vec<(String, Rules)>,
    /// Cookies.
    pub cookie: Vec<(String, Rules)>,
    /// Bodies.
    pub body: Vec<(String, Rules)>,
}

impl Demands {
    /// All of them.
    pub(super) fn rules(&self) -> impl Iterator<Item = &Rules> {
        let all = [
            &self.path,
            &self.query,
            &self.header,
            &self.cookie,
            &self.body,
        ];
        all.into_iter().flatten().map(|(_, rules)| rules)
    }
}

impl OperationRules {
    pub(super) fn of(demands: Demands, imports: Imports, module: Identifier) -> Self {
        Self {
            demands,
            imports,
            module,
            is_shared: false,
            gate: Gate::new(),
        }
    }
}

/// The tables of all operations, in the order of the document.
#[derive(Debug, Default)]
pub(super) struct OperationTables {
    tables: Vec<OperationRules>,
    places: HashMap<Demands, usize>,
}

impl OperationTables {
    /// The module of a table: its own, or that of one before it that says the same.
    pub(super) fn claim(&mut self, rules: OperationRules) -> Identifier {
        let place = self.places.get(&rules.demands);
        if let Some(known) = place.and_then(|place| self.tables.get_mut(*place)) {
            known.is_shared = true;
            return known.module.clone();
        }
        let module = rules.module.clone();
        self.places.insert(rules.demands.clone(), self.tables.len());
        self.tables.push(rules);
        module
    }

    /// The tables by their modules' names, each with the features of the operations that lead to it.
    pub(super) fn gated<'m>(
        self,
        modules: impl Iterator<Item = &'m OperationModule>,
        untagged: &[Operation],
    ) -> Vec<OperationRules> {
        let mut gates: HashMap<&Identifier, Gate> = HashMap::new();
        for module in modules {
            let tables = module.operations.iter();
            for table in tables.filter_map(|operation| operation.rules.as_ref()) {
                let gate = gates.entry(table).or_default();
                gate.extend(module.feature.clone());
            }
        }
        for table in untagged
            .iter()
            .filter_map(|operation| operation.rules.as_ref())
        {
            gates.remove(table); // these are always there
        }
        let mut tables = self.tables;
        for table in &mut tables {
            table.gate = gates.remove(&table.module).unwrap_or_default();
        }
        tables.sort_by(|one, other| one.module.cmp(&other.module));
        tables
    }
}
