//! What the document demands of values that are sent, as tables: of each type that demands anything, and
//! of each operation. They are compiled with the feature `validate` alone, and decide nothing about types.

use std::collections::{HashMap, HashSet};

use super::operation_rules::{Demands, OperationRules};
use super::request_body::{Kind, object_id, offers, plan_media_type};
use super::types::Types;
use super::{Gate, Identifier, Imports, Module, RustType, TypeFile, recursion};
use crate::api::{
    self, Additional, Extensible, Object, ParameterLocation, Property, Rule, StringFormat, TypeId,
    TypeKind, Use,
};

/// What is demanded of a value, and of what is inside of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Rules {
    /// Of the value itself.
    pub own: Vec<Rule>,
    /// Of what is inside.
    pub inside: Inside,
}

/// What is demanded of the parts of a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Inside {
    /// Nothing.
    #[default]
    Nothing,
    /// All that a type demands.
    Type(RustType),
    /// Of each item of a list, and of each value of a map; and of a map's names.
    Each(Vec<Rule>, Box<Rules>),
    /// Of items by their places.
    Places(Vec<Rules>),
    /// Of properties by name; of those of other names.
    Properties(Vec<(String, Rules)>, Option<Box<Rules>>),
    /// Of variants by number.
    Variants(Vec<Rules>),
}

/// A file under `rules/types/`.
#[derive(Debug, Clone)]
pub struct TypeRules {
    /// The module's name, which is the type's module's.
    pub module: Identifier,
    /// The type.
    pub type_: RustType,
    /// What it demands.
    pub rules: Rules,
    /// What the file imports.
    pub imports: Imports,
    /// The features with which it is there.
    pub gate: Gate,
}

impl Rules {
    fn is_empty(&self) -> bool {
        self.own.is_empty() && matches!(self.inside, Inside::Nothing)
    }
}

/// Which types demand anything, in them or by themselves.
#[derive(Debug)]
pub(super) struct Rulebook<'t, 'a> {
    types: &'t Types<'a>,
    demanding: HashSet<TypeId>,
}

impl<'t, 'a> Rulebook<'t, 'a> {
    pub(super) fn of(types: &'t Types<'a>) -> Self {
        let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
        let mut open = Vec::new();
        let mut book = Self {
            types,
            demanding: HashSet::new(),
        };
        for (id, type_) in types.api().iter() {
            for held in recursion::mentioned(&type_.kind) {
                holders.entry(held).or_default().push(id);
            }
            if book.demands_itself(type_) {
                open.push(id);
            }
        }
        while let Some(id) = open.pop() {
            if book.demanding.insert(id) {
                open.extend(holders.get(&id).into_iter().flatten());
            }
        }
        book
    }

    fn demands_itself(&self, type_: &api::Type) -> bool {
        let properties = match &type_.kind {
            TypeKind::Object(object) => object.properties.as_slice(),
            _ => &[],
        };
        !applicable(&type_.kind, &type_.docs.rules).is_empty()
            || properties
                .iter()
                .any(|property| !property.docs.rules.is_empty())
    }

    /// The tables of types that have an item and that requests lead to.
    pub(super) fn plan_types(&self, files: &[TypeFile]) -> Vec<TypeRules> {
        let files: HashMap<_, _> = files
            .iter()
            .map(|file| (file.name.as_str(), file))
            .collect();
        let mut tables = Vec::new();
        for (id, type_, name) in self.types.items() {
            let Some(file) = files.get(name.as_str()) else {
                continue; // never: what has an item has a file
            };
            if !self.types.is_sent(id) || !self.is_linked(id, &type_.kind) {
                continue;
            }
            let mut imports = Imports::default();
            for name in ["Rule", "Rules", "Validate"] {
                imports.name(Module::Runtime, name);
            }
            let named = RustType::of(imports.name(Module::Types, name.as_str()));
            let rules = self.rules_of_type(type_, &mut imports);
            if !states_rule(&rules) {
                imports.forget("Rule");
            }
            tables.push(TypeRules {
                module: file.module.clone(),
                type_: named,
                rules,
                imports,
                gate: file.gate.clone(),
            });
        }
        tables.sort_by(|one, other| one.module.cmp(&other.module));
        tables
    }

    /// The table of an operation; `None` where nothing is demanded.
    pub(super) fn plan_operation(
        &self,
        operation: &api::Operation,
        module: Identifier,
    ) -> Option<OperationRules> {
        let mut demands = Demands::default();
        let mut imports = Imports::default();
        for name in ["OperationRules", "Rule", "Rules"] {
            imports.name(Module::Runtime, name);
        }
        for parameter in &operation.parameters {
            let rules = self.rules_of(parameter.value, &parameter.docs.rules, &mut imports);
            if rules.is_empty() {
                continue;
            }
            let of = match parameter.location {
                ParameterLocation::Path => &mut demands.path,
                ParameterLocation::Query | ParameterLocation::Querystring => &mut demands.query,
                ParameterLocation::Header => &mut demands.header,
                ParameterLocation::Cookie => &mut demands.cookie,
            };
            of.push((parameter.name.clone(), rules));
        }
        let contents = operation.body.iter().map(|body| body.contents.as_slice());
        for offer in contents.flat_map(|contents| offers(self.types.api(), contents)) {
            let Some(value) = offer.content.value else {
                continue; // nothing is said of it
            };
            let (media_type, rules) = match offer.kind {
                Kind::Bytes => continue, // what is in them is not looked into
                Kind::Multipart => {
                    let object = object_id(self.types.api(), value);
                    let object = object.and_then(|id| self.types.get(id));
                    let rules = object.map(|type_| {
                        let mut rules = self.rules_of_type(type_, &mut imports);
                        let mut further = applicable(&type_.kind, &offer.content.rules);
                        further.retain(|rule| !rules.own.contains(rule));
                        rules.own.extend(further);
                        rules
                    });
                    ("multipart/form-data".to_owned(), rules.unwrap_or_default())
                }
                Kind::Text if !self.is_text(value) => continue, // whatever is said of it, a text is sent
                Kind::Json | Kind::Form | Kind::Text => (
                    plan_media_type(&offer),
                    self.rules_of(value, &offer.content.rules, &mut imports),
                ),
            };
            if !rules.is_empty() {
                demands.body.push((media_type, rules));
            }
        }
        demands.rules().next()?;
        if !demands.rules().any(states_rule) {
            imports.forget("Rule");
        }
        Some(OperationRules::of(demands, imports, module))
    }

    /// Whether a value is a text by itself, and not only where it is sent as one.
    fn is_text(&self, use_: Use) -> bool {
        let (end, _) = self.types.resolve(use_);
        let type_ = self.types.get(end);
        type_.is_some_and(|type_| matches!(type_.kind, TypeKind::String(_)))
    }

    /// Whether a type has a table of its own, to which others lead.
    fn is_linked(&self, id: TypeId, kind: &TypeKind) -> bool {
        let has_item = matches!(kind, TypeKind::Object(_) | TypeKind::Union(_));
        (has_item || self.types.is_newtype(id)) && self.demanding.contains(&id)
    }

    /// What is demanded where a type is used: by the place, by the names on the way, by the type.
    fn rules_of(&self, use_: Use, of_place: &[Rule], imports: &mut Imports) -> Rules {
        let mut own = of_place.to_vec();
        let (end, _) = self.types.resolve(use_);
        let mut id = use_.type_;
        while id != end
            && let Some(type_) = self.types.get(id)
            && let TypeKind::Alias(target) = &type_.kind
        {
            own.extend(type_.docs.rules.iter().cloned());
            id = target.type_;
        }
        let Some(type_) = self.types.get(end) else {
            return Rules::default(); // never: ids are the api's own
        };
        match (self.is_linked(end, &type_.kind), self.types.name(end)) {
            (true, Some(name)) => {
                own.retain(|rule| !type_.docs.rules.contains(rule)); // the type says these itself
                Rules {
                    own: applicable(&type_.kind, &own),
                    inside: Inside::Type(RustType::of(imports.name(Module::Types, name.as_str()))),
                }
            }
            _ => {
                own.extend(type_.docs.rules.iter().cloned());
                Rules {
                    inside: self.inside(end, &type_.kind, &own, imports),
                    own: applicable(&type_.kind, &own),
                }
            }
        }
    }

    /// What a type demands, whatever it is called.
    fn rules_of_type(&self, type_: &api::Type, imports: &mut Imports) -> Rules {
        let own = &type_.docs.rules;
        let inside = match &type_.kind {
            TypeKind::Object(object) => self.properties(object, imports),
            TypeKind::Union(union) => {
                let variants = union.variants.iter();
                let rules = variants.map(|variant| self.rules_of(variant.value, &[], imports));
                match rules.collect::<Vec<_>>() {
                    rules if rules.iter().all(Rules::is_empty) => Inside::Nothing,
                    rules => Inside::Variants(rules),
                }
            }
            TypeKind::Array(array) => self.each(array.items, &[], imports),
            TypeKind::Map(value) => self.each(*value, own, imports),
            _ => Inside::Nothing, // it has no item
        };
        Rules {
            own: applicable(&type_.kind, own),
            inside,
        }
    }

    /// What is demanded inside of a type without a table of its own.
    fn inside(&self, id: TypeId, kind: &TypeKind, own: &[Rule], imports: &mut Imports) -> Inside {
        match kind {
            _ if self.types.is_newtype(id) || self.types.is_circular(id) => Inside::Nothing,
            TypeKind::Array(array) => self.each(array.items, &[], imports),
            TypeKind::Map(value) => self.each(*value, own, imports),
            TypeKind::Tuple(items) => {
                let rules = items.iter().map(|item| self.rules_of(*item, &[], imports));
                match rules.collect::<Vec<_>>() {
                    rules if rules.iter().all(Rules::is_empty) => Inside::Nothing,
                    rules => Inside::Places(rules),
                }
            }
            _ => Inside::Nothing,
        }
    }

    fn each(&self, value: Use, own: &[Rule], imports: &mut Imports) -> Inside {
        let mut names: Vec<Rule> = Vec::new();
        for rule in own {
            if let Rule::Name(rule) = rule
                && !names.contains(rule)
            {
                names.push((**rule).clone());
            }
        }
        let rules = self.rules_of(value, &[], imports);
        match names.is_empty() && rules.is_empty() {
            true => Inside::Nothing,
            false => Inside::Each(names, Box::new(rules)),
        }
    }

    fn properties(&self, object: &Object, imports: &mut Imports) -> Inside {
        // what only replies have is not sent, or is passed over by the server
        let sent = |property: &&Property| !property.read_only || property.write_only;
        let properties = object.properties.iter().filter(sent).map(|property| {
            let rules = self.rules_of(property.value, &property.docs.rules, imports);
            (property.name.clone(), rules)
        });
        let properties: Vec<_> = properties.filter(|(_, rules)| !rules.is_empty()).collect();
        let others = match object.additional {
            Additional::Typed(value) => Some(self.rules_of(value, &[], imports)),
            Additional::Unsaid | Additional::Forbidden => None,
        };
        let others = others.filter(|rules| !rules.is_empty()).map(Box::new);
        match properties.is_empty() && others.is_none() {
            true => Inside::Nothing,
            false => Inside::Properties(properties, others),
        }
    }
}

/// Whether a table states a rule, and not only which type's hold.
fn states_rule(rules: &Rules) -> bool {
    !rules.own.is_empty()
        || match &rules.inside {
            Inside::Nothing | Inside::Type(_) => false,
            Inside::Each(names, rules) => !names.is_empty() || states_rule(rules),
            Inside::Places(rules) | Inside::Variants(rules) => rules.iter().any(states_rule),
            Inside::Properties(properties, others) => {
                properties.iter().any(|(_, rules)| states_rule(rules))
                    || others.iter().any(|rules| states_rule(rules))
            }
        }
}

/// Of rules, those that are about values of a type's kind, each once.
fn applicable(kind: &TypeKind, rules: &[Rule]) -> Vec<Rule> {
    let (text, number, list, object) = match kind {
        TypeKind::Any | TypeKind::Union(_) => (true, true, true, true),
        // what its list does not know can only have come from a reply
        TypeKind::Enumeration(values) if values.extensible == Extensible::Closed => {
            return Vec::new();
        }
        TypeKind::Enumeration(_) => (true, true, false, false),
        // bytes: what is in a file is not looked into
        TypeKind::String(StringFormat::Binary) => return Vec::new(),
        TypeKind::String(_) => (true, false, false, false),
        TypeKind::Integer(_) | TypeKind::Number { .. } => (false, true, false, false),
        TypeKind::Array(_) | TypeKind::Tuple(_) => (false, false, true, false),
        TypeKind::Object(_) | TypeKind::Map(_) => (false, false, false, true),
        TypeKind::Null | TypeKind::Boolean | TypeKind::Alias(_) => return Vec::new(),
    };
    let mut kept: Vec<Rule> = Vec::new();
    for rule in rules {
        let applies = match rule {
            Rule::MinLength(_) | Rule::MaxLength(_) | Rule::Pattern(_) => text,
            Rule::Minimum(_)
            | Rule::ExclusiveMinimum(_)
            | Rule::Maximum(_)
            | Rule::ExclusiveMaximum(_)
            | Rule::MultipleOf(_) => number,
            Rule::MinItems(_) | Rule::MaxItems(_) | Rule::UniqueItems => list,
            Rule::MinProperties(_) | Rule::MaxProperties(_) => object,
            Rule::Name(_) => false, // of the names inside
        };
        if applies && !kept.contains(rule) {
            kept.push(rule.clone());
        }
    }
    kept
}
