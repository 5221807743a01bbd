//! A call as an example: a value for everything that is required, the document's own where it has one.

use std::collections::BTreeSet;

use super::patch::patch_names;
use super::request_body::{Count, Kind, Offer, files, is_json_patch, object_id, offers};
use super::sample_text::{example, text, usual};
use super::types::Types;
use super::{BodyVariant, Constant, Conversion, Given, Identifier, Operation, sample_rule, union};
use crate::api::{self, Presence, StringFormat, TypeId, TypeKind, Use};

/// How deep the values of an example nest.
const DEEPEST: usize = 4;

/// Unions that begin with unions are followed no further than this.
const ENDLESS: usize = 32;

/// Any JSON, and what cannot happen.
const TRUE: Sample = Sample::Scalar(Constant::Boolean(true));

/// A call of an operation.
#[derive(Debug, Clone)]
pub struct Example {
    /// The client's method.
    pub method: Identifier,
    /// Whether the operation is deprecated.
    pub deprecated: bool,
    /// What it is given.
    pub arguments: Vec<Sample>,
    /// Whether its success carries a value.
    pub has_value: bool,
    /// The types that the values name.
    pub types: BTreeSet<String>,
    /// The names of the runtime that the values name.
    pub runtime: BTreeSet<String>,
    /// The names of the operations' modules that the values name.
    pub operations: BTreeSet<String>,
}

/// A value in an example.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// A string.
    Text(String),
    /// A scalar: `true`, `20`.
    Scalar(Constant),
    /// `()`.
    Unit,
    /// A value by its path: `Kind::Cat`, `Nullable::Null`.
    Path(String, String),
    /// A call that can fail: `Date::new("2026-01-31")?`.
    Checked(String, String),
    /// A text of what another crate's type stands for: `"2026-01-31".parse()?`.
    Parsed(String),
    /// A value of another crate by its path: `time::Date::MIN`.
    Given(Given),
    /// A variant of a union: `Shape::Text("…".into())`.
    Variant {
        /// The union.
        type_: String,
        /// The variant.
        variant: Identifier,
        /// What it holds.
        value: Box<Sample>,
        /// Whether that is boxed.
        boxed: bool,
        /// Whether that is converted.
        converted: bool,
    },
    /// `Pet::new(…)`, then setters.
    New(String, Vec<Sample>, Vec<(Identifier, Sample)>),
    /// A call without arguments: `Vec::new()`.
    Empty(String),
    /// `(1, true)`, and which items are converted.
    Tuple(Vec<(Sample, bool)>),
}

/// A call of an operation with everything that is required.
pub(super) fn plan_example(
    types: &Types<'_>,
    written: &api::Operation,
    operation: &Operation,
) -> Example {
    let mut sampler = Sampler {
        types,
        names: BTreeSet::new(),
        runtime: BTreeSet::new(),
        operations: BTreeSet::new(),
    };
    let mut arguments = Vec::new();
    for parameter in &written.parameters {
        let constant = sampler.is_constant(parameter.value, parameter.constant.as_ref());
        if constant || parameter.presence == Presence::Optional {
            continue; // it is no argument
        }
        let given = sampler.given(parameter.value, &parameter.docs, parameter.default.as_ref());
        let made = |sampler: &mut Sampler<'_, '_>| {
            sampler.sample(parameter.value, &parameter.docs, &parameter.name, 0)
        };
        arguments.push(given.unwrap_or_else(|| made(&mut sampler)));
    }
    if arguments.len()
        < operation
            .fields
            .iter()
            .filter(|field| field.field.is_argument())
            .count()
        && let Some(body) = &written.body
    {
        arguments.push(sampler.body(body, operation));
    }
    Example {
        method: operation.method_name.clone(),
        deprecated: operation.docs.deprecated,
        arguments,
        has_value: operation.responses.output.has_value(),
        types: sampler.names,
        runtime: sampler.runtime,
        operations: sampler.operations,
    }
}

struct Sampler<'a, 'b> {
    types: &'a Types<'b>,
    names: BTreeSet<String>,
    runtime: BTreeSet<String>,
    operations: BTreeSet<String>,
}

impl Sampler<'_, '_> {
    /// The body in its best media type, which becomes one of several where it is passed, if it can.
    fn body(&mut self, body: &api::RequestBody, operation: &Operation) -> Sample {
        let Some(offer) = offers(self.types.api(), &body.contents).into_iter().next() else {
            return Sample::Unit; // never: a body has a media type
        };
        let sample = self.content(&offer, body);
        let first = operation
            .bodies()
            .and_then(|bodies| Some((bodies, bodies.variants.first()?)));
        let converted = match (offer.kind, offer.content.value) {
            (Kind::Json, _) if is_json_patch(self.types.api(), offer.content) => false,
            (Kind::Json | Kind::Form, Some(value)) => {
                self.types.conversion(value) == Conversion::Into
            }
            (Kind::Multipart, _) => false,
            _ => true,
        };
        let becomes = |variant: &BodyVariant| variant.only && matches!(sample, Sample::New(..));
        match first.filter(|(_, variant)| !becomes(variant)) {
            None => sample,
            Some((bodies, variant)) => {
                self.operations.insert(bodies.name.as_str().to_owned());
                Sample::Variant {
                    type_: bodies.name.as_str().to_owned(),
                    variant: variant.name.clone(),
                    boxed: variant.boxed,
                    converted,
                    value: Box::new(sample),
                }
            }
        }
    }

    fn content(&mut self, offer: &Offer<'_>, body: &api::RequestBody) -> Sample {
        match (offer.kind, offer.content.value) {
            (Kind::Json, _) if is_json_patch(self.types.api(), offer.content) => {
                Sample::Empty(self.runtime("JsonPatch"))
            }
            (Kind::Json | Kind::Form, Some(value)) => self.sample(value, &body.docs, "body", 0),
            (Kind::Json, None) => TRUE,
            (Kind::Form, None) => Sample::Empty(self.runtime("Map")),
            (Kind::Multipart, value) => self.multipart(value, &offer.content.encodings),
            (Kind::Text | Kind::Bytes, _) => Sample::Text("…".to_owned()),
        }
    }

    fn multipart(&mut self, value: Option<Use>, encodings: &[api::Encoding]) -> Sample {
        let id = value.and_then(|value| object_id(self.types.api(), value));
        let name = id.and_then(|id| self.types.multipart_name(id, encodings));
        let kind = id
            .and_then(|id| self.types.get(id))
            .map(|type_| &type_.kind);
        let (Some(name), Some(TypeKind::Object(object))) = (name, kind) else {
            return Sample::Empty(self.runtime("Multipart"));
        };
        self.names.insert(name.as_str().to_owned());
        let mut required = Vec::new();
        for property in &object.properties {
            let sided = property.read_only || property.write_only;
            let file = files(self.types.api(), encodings, property.value, &property.name);
            let is_required = property.presence == Presence::Required;
            match file {
                Some(_) if !is_required || property.read_only => {}
                None if !is_required || sided => {}
                Some(Count::One) => required.push(Sample::Text("…".to_owned())),
                Some(Count::Several) => required.push(Sample::Empty("Vec".to_owned())),
                None if self.is_constant(property.value, property.constant.as_ref()) => {}
                None => {
                    required.push(self.sample(property.value, &property.docs, &property.name, 1));
                }
            }
        }
        Sample::New(name.as_str().to_owned(), required, Vec::new())
    }

    fn sample(&mut self, use_: Use, docs: &api::Docs, name: &str, depth: usize) -> Sample {
        let (id, nullable) = self.types.resolve(use_);
        if nullable {
            return Sample::Path(self.runtime("Nullable"), "Null".to_owned());
        }
        let Some(type_) = self.types.get(id) else {
            return TRUE; // never: ids are the api's own
        };
        if let Some(foreign) = self.types.foreign(id) {
            return foreign.sample(text(&type_.kind, [docs, &type_.docs]));
        }
        match &type_.kind {
            TypeKind::Any | TypeKind::Boolean => TRUE,
            TypeKind::Null => Sample::Unit,
            TypeKind::Integer(_) | TypeKind::Number { exact: true } => {
                let number = sample_rule::whole_number(&rules([docs, &type_.docs]));
                Sample::Scalar(Constant::Integer(number))
            }
            TypeKind::Number { exact: false } => {
                let number = sample_rule::number(&rules([docs, &type_.docs]));
                Sample::Scalar(Constant::Float(number))
            }
            TypeKind::String(format) => self.string(format, [docs, &type_.docs], name),
            TypeKind::Enumeration(enumeration) => self.enumeration(id, enumeration),
            TypeKind::Array(_) => Sample::Empty("Vec".to_owned()),
            TypeKind::Tuple(_) if depth >= DEEPEST => TRUE,
            TypeKind::Tuple(items) => {
                let items = items.clone().into_iter().enumerate();
                let sample = |(index, item): (usize, Use)| {
                    let name = format!("{name} {}", index + 1);
                    let converted = self.types.conversion(item) == Conversion::Into;
                    let sample = self.sample(item, &api::Docs::default(), &name, depth + 1);
                    (sample, converted)
                };
                Sample::Tuple(items.map(sample).collect())
            }
            TypeKind::Map(_) => Sample::Empty(self.runtime("Map")),
            TypeKind::Object(object) => self.object(id, object, depth),
            TypeKind::Union(union) => self.union(id, union, name, depth),
            TypeKind::Alias(_) => TRUE, // never: names were resolved
        }
    }

    fn string(&mut self, format: &StringFormat, docs: [&api::Docs; 2], name: &str) -> Sample {
        let usual = usual(format);
        match (super::types::string(format), usual) {
            (Some(checked), Some(usual)) => {
                Sample::Checked(self.runtime(checked), usual.to_owned())
            }
            _ => {
                let made = || sample_rule::text(name, &rules(docs));
                Sample::Text(example(docs).unwrap_or_else(made))
            }
        }
    }

    fn enumeration(&mut self, id: TypeId, enumeration: &api::Enumeration) -> Sample {
        match super::enumeration::variants(self.types, id, enumeration).first() {
            Some(variant) => Sample::Path(self.type_(id), variant.as_str().to_owned()),
            None => TRUE, // never: an enumeration has a value
        }
    }

    /// The first variant: an object becomes the union where it is passed, anything else is wrapped.
    fn union(&mut self, id: TypeId, union: &api::Union, name: &str, depth: usize) -> Sample {
        let Some((variant, value)) = union::first_variant(union).filter(|_| depth < ENDLESS) else {
            return TRUE; // a union that begins with itself has no value that could be shown
        };
        let sample = self.sample(value, &api::Docs::default(), name, depth + 1);
        if matches!(sample, Sample::New(..)) || depth >= DEEPEST {
            return sample;
        }
        let wrapped = matches!(sample, Sample::Variant { .. });
        Sample::Variant {
            type_: self.type_(id),
            boxed: wrapped && self.types.is_boxed_variant(id, value),
            converted: !wrapped && self.types.conversion(value) == Conversion::Into,
            variant,
            value: Box::new(sample),
        }
    }

    fn object(&mut self, id: TypeId, object: &api::Object, depth: usize) -> Sample {
        let mut required = Vec::new();
        let mut optional = Vec::new();
        if depth < DEEPEST {
            let mut names = patch_names(self.types, id, object).into_iter();
            for property in &object.properties {
                let name = names.next();
                let sample = |sampler: &mut Self| {
                    let (docs, default) = (&property.docs, property.default.as_ref());
                    match sampler.given(property.value, docs, default) {
                        Some(given) => given,
                        None => sampler.sample(property.value, docs, &property.name, depth + 1),
                    }
                };
                if property.presence == Presence::Required {
                    if !self.is_constant(property.value, property.constant.as_ref()) {
                        required.push(sample(self));
                    }
                } else if let Some(name) = name.filter(|_| optional.len() < 2) {
                    optional.push((name, sample(self)));
                }
            }
        }
        Sample::New(self.type_(id), required, optional)
    }

    /// The scalar that the document itself gives for a place: an example, or the default.
    fn given(
        &mut self,
        use_: Use,
        docs: &api::Docs,
        default: Option<&api::Literal>,
    ) -> Option<Sample> {
        let (id, _) = self.types.resolve(use_);
        let of_type = self.types.get(id).map(|type_| &type_.docs);
        let examples = [Some(docs), of_type].into_iter().flatten();
        let examples = examples.flat_map(|docs| &docs.examples);
        let literals = examples.filter_map(|example| read_literal(example));
        let mut imports = super::Imports::default();
        let constant = literals
            .chain(default.cloned())
            .find_map(|given| super::constant::literal(self.types, use_, &given, &mut imports))?;
        Some(match constant {
            Constant::Variant(_, variant) | Constant::ClosedVariant(_, variant) => {
                Sample::Path(self.type_(id), variant.as_str().to_owned())
            }
            Constant::Text(text) => Sample::Text(text),
            scalar => Sample::Scalar(scalar),
        })
    }

    /// Whether `new` fills a place in by itself.
    fn is_constant(&self, use_: Use, only: Option<&api::Literal>) -> bool {
        let mut imports = super::Imports::default();
        super::constant::plan_constant(self.types, use_, only, &mut imports).is_some()
    }

    fn type_(&mut self, id: TypeId) -> String {
        let name = self
            .types
            .name(id)
            .map_or("Value", Identifier::as_str)
            .to_owned();
        self.names.insert(name.clone());
        name
    }

    fn runtime(&mut self, name: &str) -> String {
        self.runtime.insert(name.to_owned());
        name.to_owned()
    }
}

/// What is demanded of a value by its place and by its type.
fn rules(docs: [&api::Docs; 2]) -> Vec<api::Rule> {
    let rules = docs.into_iter().flat_map(|docs| &docs.rules);
    rules.cloned().collect()
}

/// A scalar of JSON.
fn read_literal(json: &str) -> Option<api::Literal> {
    match serde_json::from_str(json).ok()? {
        serde_json::Value::Bool(boolean) => Some(api::Literal::Boolean(boolean)),
        serde_json::Value::Number(number) => Some(api::Literal::Number(number.to_string())),
        serde_json::Value::String(text) => Some(api::Literal::String(text)),
        _ => None, // an example is of use only where it is short
    }
}
