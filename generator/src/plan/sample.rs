//! A call as an example: a value for everything that is required, the document's own where it has one.

use std::collections::BTreeSet;

use super::types::Types;
use super::{Conversion, Identifier, Operation, union};
use crate::api::{self, Presence, StringFormat, TypeId, TypeKind, Use};

/// How deep the values of an example nest.
const DEEPEST: usize = 4;

/// A call of an operation.
#[derive(Debug, Clone)]
pub struct Example {
    /// The client's method.
    pub method: Identifier,
    /// Whether the operation is deprecated.
    pub deprecated: bool,
    /// What it is given.
    pub arguments: Vec<Sample>,
    /// The types that the values name.
    pub types: BTreeSet<String>,
    /// The names of the runtime that the values name.
    pub runtime: BTreeSet<String>,
}

/// A value in an example.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// A string.
    Text(String),
    /// `1`.
    Integer,
    /// `1.0`.
    Float,
    /// `true`.
    Boolean,
    /// `()`.
    Unit,
    /// A value by its path: `Kind::Cat`, `Nullable::Null`.
    Path(String, String),
    /// A call that can fail: `Date::new("2026-01-31")?`.
    Checked(String, String),
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
    };
    let mut arguments = Vec::new();
    for parameter in written
        .parameters
        .iter()
        .filter(|parameter| parameter.presence == Presence::Required)
    {
        arguments.push(sampler.sample(parameter.value, &parameter.docs, &parameter.name, 0));
    }
    if arguments.len()
        < operation
            .fields
            .iter()
            .filter(|field| field.field.required)
            .count()
        && let Some(body) = &written.body
    {
        arguments.push(sampler.body(body, operation));
    }
    Example {
        method: operation.method_name.clone(),
        deprecated: operation.docs.deprecated,
        arguments,
        types: sampler.names,
        runtime: sampler.runtime,
    }
}

struct Sampler<'a, 'b> {
    types: &'a Types<'b>,
    names: BTreeSet<String>,
    runtime: BTreeSet<String>,
}

impl Sampler<'_, '_> {
    fn body(&mut self, body: &api::RequestBody, operation: &Operation) -> Sample {
        let media_type = operation
            .fields
            .iter()
            .find_map(|field| match &field.encoding {
                super::Encoding::Body {
                    media_type,
                    content,
                } => Some((media_type, content)),
                _ => None,
            });
        let chosen = body
            .contents
            .iter()
            .find(|content| media_type.is_some_and(|(name, _)| *name == content.media_type.0));
        match (
            media_type,
            chosen
                .or(body.contents.first())
                .and_then(|content| content.value),
        ) {
            (Some((_, super::Content::Json | super::Content::Form(_))), Some(value)) => {
                self.sample(value, &body.docs, "body", 0)
            }
            (Some((_, super::Content::Json)), None) => Sample::Boolean,
            (Some((_, super::Content::Form(_))), None) => Sample::Empty(self.runtime("Map")),
            _ => Sample::Text("…".to_owned()),
        }
    }

    fn sample(&mut self, use_: Use, docs: &api::Docs, name: &str, depth: usize) -> Sample {
        let (id, nullable) = self.types.resolve(use_);
        if nullable {
            return Sample::Path(self.runtime("Nullable"), "Null".to_owned());
        }
        let Some(type_) = self.types.get(id) else {
            return Sample::Boolean; // never: ids are the api's own
        };
        match &type_.kind {
            TypeKind::Any | TypeKind::Boolean => Sample::Boolean,
            TypeKind::Null => Sample::Unit,
            TypeKind::Integer(_) | TypeKind::Number { exact: true } => Sample::Integer,
            TypeKind::Number { exact: false } => Sample::Float,
            TypeKind::String(format) => self.string(format, [docs, &type_.docs], name),
            TypeKind::Enumeration(enumeration) => self.enumeration(id, enumeration),
            TypeKind::Array(_) => Sample::Empty("Vec".to_owned()),
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
            TypeKind::Alias(_) => Sample::Boolean, // never: names were resolved
        }
    }

    fn string(&mut self, format: &StringFormat, docs: [&api::Docs; 2], name: &str) -> Sample {
        let mut checked =
            |name: &str, text: &str| Sample::Checked(self.runtime(name), text.to_owned());
        match format {
            StringFormat::DateTime => checked("DateTime", "2026-01-31T12:00:00Z"),
            StringFormat::Date => checked("Date", "2026-01-31"),
            StringFormat::Time => checked("Time", "12:00:00Z"),
            StringFormat::Duration => checked("Duration", "PT1H"),
            StringFormat::Uuid => checked("Uuid", "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b"),
            StringFormat::Byte => checked("Base64", "aGVsbG8="),
            StringFormat::Plain(_) | StringFormat::Binary | StringFormat::Password => {
                let examples = docs.iter().flat_map(|docs| &docs.examples);
                let text = examples
                    .filter_map(|example| serde_json::from_str(example).ok())
                    .next();
                Sample::Text(text.unwrap_or_else(|| name.to_owned()))
            }
        }
    }

    fn enumeration(&mut self, id: TypeId, enumeration: &api::Enumeration) -> Sample {
        let mut imports = super::Imports::default();
        let docs = api::Docs::default(); // without a place nothing is reported twice
        let mut sink = crate::diagnostics::Sink::new();
        let planned =
            super::enumeration::plan_enumeration(enumeration, &mut imports, &mut sink, &docs);
        drop(sink.finish()); // empty: nothing has a place
        match planned.variants.first() {
            Some(variant) => Sample::Path(self.type_(id), variant.name.as_str().to_owned()),
            None => Sample::Boolean, // never: an enumeration has a value
        }
    }

    /// The first variant: an object becomes the union where it is passed, anything else is wrapped.
    fn union(&mut self, id: TypeId, union: &api::Union, name: &str, depth: usize) -> Sample {
        let Some((variant, value)) = union::first_variant(union) else {
            return Sample::Boolean; // never: a union has variants
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
            for property in &object.properties {
                let sample = |sampler: &mut Self| {
                    sampler.sample(property.value, &property.docs, &property.name, depth + 1)
                };
                if property.presence == Presence::Required {
                    required.push(sample(self));
                } else if self.types.is_patch(id) && optional.len() < 2 {
                    let name = Identifier::snake(&property.name);
                    optional.push((name, sample(self)));
                }
            }
        }
        Sample::New(self.type_(id), required, optional)
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
