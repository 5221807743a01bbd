//! What the user chose for types and their parts: found in the description once, and what is not found is
//! reported. Costs nothing where nothing was chosen.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::derives::{compares, own, plan_derives};
use super::{Identifier, Path, TypeItem};
use crate::api::{self, Extensible, TypeId, TypeKind, TypeName};
use crate::diagnostics::{Origin, Sink, codes};
use crate::options::{EnumForm, Options, Places};

/// What was chosen, by what it was chosen for.
#[derive(Debug, Default)]
pub(super) struct Choices {
    types: HashMap<TypeId, Identifier>,
    fields: HashMap<(TypeId, String), Identifier>,
    values: HashMap<(TypeId, String), Identifier>,
    operations: HashMap<String, Identifier>,
    derives: HashMap<TypeId, Vec<String>>,
    derives_of_all: Vec<String>,
    closed: HashSet<TypeId>,
}

/// What can be chosen for, by every spelling of it.
pub(super) struct Index<'o, T> {
    spellings: BTreeMap<String, T>,
    places: &'o Places,
}

impl Choices {
    /// Finds what was chosen.
    pub(super) fn find(
        api: &api::Api,
        reached: &HashSet<TypeId>,
        options: &Options,
        sink: &mut Sink,
    ) -> Self {
        let (names, types) = (&options.names, &options.types);
        let mut choices = Self {
            closed: closed_by_default(api, types.enums),
            derives_of_all: types.derives.get("all").cloned().unwrap_or_default(),
            ..Self::default()
        };
        let places = &options.places;
        let mut by_type = Index::new(places);
        let (mut by_field, mut by_value) = (Index::new(places), Index::new(places));
        let chosen = [&names.types, &names.fields, &names.values];
        let chosen = chosen.iter().any(|table| !table.is_empty())
            || !types.derives.is_empty()
            || !types.enums_by_type.is_empty();
        if chosen {
            for (id, type_) in api.types.iter().filter(|(id, _)| reached.contains(id)) {
                let spelling = spelling(type_);
                by_type.add(&spelling, type_.docs.origin.as_ref(), id);
                match &type_.kind {
                    TypeKind::Object(object) => {
                        for property in &object.properties {
                            let name = format!("{spelling}.{}", property.name);
                            let field = (id, property.name.clone());
                            by_field.add(&name, property.docs.origin.as_ref(), field);
                        }
                    }
                    TypeKind::Enumeration(enumeration) => {
                        for value in &enumeration.values {
                            let name = format!("{spelling}.{}", value.value);
                            by_value.add(&name, None, (id, value.value.clone()));
                        }
                    }
                    _ => {} // nothing with a name in it
                }
            }
        }
        choices.types = by_type.names("names.types", &names.types, sink);
        choices.fields = by_field.names("names.fields", &names.fields, sink);
        choices.values = by_value.names("names.values", &names.values, sink);
        for (key, derives) in types.derives.iter().filter(|(key, _)| *key != "all") {
            let found = by_type.get("types.derives", key, sink);
            choices
                .derives
                .extend(found.map(|id| (id, derives.clone())));
        }
        for (key, form) in &types.enums_by_type {
            match (by_type.get("enums.types", key, sink), form) {
                (Some(id), EnumForm::Closed) => drop(choices.closed.insert(id)),
                (Some(id), EnumForm::Open) => drop(choices.closed.remove(&id)),
                (None, _) => {} // reported
            }
        }
        if !names.operations.is_empty() {
            let mut by_operation = Index::new(places);
            for operation in &api.operations {
                let place = format!("{} {}", operation.method.as_str(), operation.path.template);
                by_operation.spellings.insert(place, operation.id.clone());
                by_operation.add(
                    &operation.id,
                    operation.docs.origin.as_ref(),
                    operation.id.clone(),
                );
            }
            choices.operations = by_operation.names("names.operations", &names.operations, sink);
        }
        choices
    }

    /// What a type shall be called.
    pub(super) fn type_(&self, id: TypeId) -> Option<&Identifier> {
        self.types.get(&id)
    }

    /// What a property shall be called, or else is called.
    pub(super) fn field(&self, id: TypeId, name: &str) -> Option<Identifier> {
        chosen(&self.fields, id, name)
    }

    /// What a value shall be called.
    pub(super) fn value(&self, id: TypeId, value: &str) -> Option<Identifier> {
        chosen(&self.values, id, value)
    }

    /// What an operation shall be called.
    pub(super) fn operation(&self, id: &str) -> Option<&Identifier> {
        self.operations.get(id)
    }

    /// Whether an enumeration takes no other values than those listed.
    pub(super) fn is_closed(&self, id: TypeId) -> bool {
        self.closed.contains(&id)
    }

    /// What a type derives.
    pub(super) fn derives(&self, id: TypeId, item: &TypeItem) -> Vec<Path> {
        let own = self.derives.get(&id).into_iter().flatten();
        let mut chosen: Vec<String> = Vec::new();
        for derive in self.derives_of_all.iter().chain(own) {
            if !chosen.contains(derive) {
                chosen.push(derive.clone());
            }
        }
        plan_derives(item, &chosen, compares(&self.derives_of_all))
    }

    /// What enumerations of replies and of bodies derive.
    pub(super) fn derives_around_types(&self) -> Vec<Path> {
        own(&["Debug", "Clone"], compares(&self.derives_of_all))
    }
}

fn chosen(
    names: &HashMap<(TypeId, String), Identifier>,
    id: TypeId,
    name: &str,
) -> Option<Identifier> {
    if names.is_empty() {
        return None; // as in most runs: no text is made for a key
    }
    names.get(&(id, name.to_owned())).cloned()
}

/// What `x-extensible-enum` declares stays open: it is closed only by name.
fn closed_by_default(api: &api::Api, form: EnumForm) -> HashSet<TypeId> {
    let is_closed = |type_: &api::Type| match &type_.kind {
        TypeKind::Enumeration(enumeration) => enumeration.extensible == Extensible::Closed,
        _ => false,
    };
    match form {
        EnumForm::Open => HashSet::new(),
        EnumForm::Closed => {
            let closed = api.types.iter().filter(|(_, type_)| is_closed(type_));
            closed.map(|(id, _)| id).collect()
        }
    }
}

/// What a type is called in a choice: `Order.items.item`.
pub(super) fn spelling(type_: &api::Type) -> String {
    match &type_.name {
        TypeName::Component(name) => name.clone(),
        TypeName::Inline(words) => words.join("."),
    }
}

impl<'o, T: Clone + Eq + std::hash::Hash> Index<'o, T> {
    pub(super) fn new(places: &'o Places) -> Self {
        Self {
            spellings: BTreeMap::new(),
            places,
        }
    }

    /// The first of one name keeps it.
    pub(super) fn add(&mut self, name: &str, origin: Option<&Origin>, what: T) {
        let pointer = origin.map(|origin| format!("#{}", origin.pointer()));
        for spelling in pointer.into_iter().chain([name.to_owned()]) {
            self.spellings
                .entry(spelling)
                .or_insert_with(|| what.clone());
        }
    }

    pub(super) fn get(&self, table: &str, key: &str, sink: &mut Sink) -> Option<T> {
        let found = self.spellings.get(key).cloned();
        if found.is_none() {
            let spellings = self.spellings.keys().map(String::as_str);
            let place = self.places.get(table, key);
            sink.push(codes::unmatched_choice(table, key, spellings, place));
        }
        found
    }

    fn names(
        &self,
        table: &str,
        chosen: &BTreeMap<String, String>,
        sink: &mut Sink,
    ) -> HashMap<T, Identifier> {
        let mut names = HashMap::new();
        for (key, name) in chosen {
            match (self.get(table, key, sink), Identifier::chosen(name)) {
                (Some(what), Some(name)) => drop(names.insert(what, name)),
                (Some(_), None) => {
                    let place = self.places.get(table, key);
                    sink.push(codes::unmatched_choice(table, name, [], place));
                }
                (None, _) => {} // reported
            }
        }
        names
    }
}
