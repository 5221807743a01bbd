//! The calls of a document's operations: a value for each parameter and for the body, valid by the
//! document's own schemas, and the expression of the request that is built of them. Bodies are in `bodies.rs`;
//! nothing is sent here.

use std::collections::HashMap;

use clientsmith::api::{self, Api, ParameterLocation};
use clientsmith::document::{Document, SchemaId};
use clientsmith::plan::{Encoding, Operation, Package};
use clientsmith::source::Origin;
use serde_json::Value;

use super::samples::Samples;
use super::validator::Given;

/// A request that a call sends.
pub(super) struct Call {
    /// The operation's place in the API.
    pub(super) operation: usize,
    /// The expression of its request; `v(values, 0)?` is the first value.
    pub(super) request: String,
    /// The values.
    pub(super) values: Vec<Value>,
    /// What it is given for parameters.
    pub(super) given: Vec<Given>,
}

impl Call {
    /// The expression of a value whose type its place demands.
    pub(super) fn value(&mut self, value: Value) -> String {
        self.value_of("", value)
    }

    /// The expression of a value of a type that is said: `::<T>`.
    pub(super) fn value_of(&mut self, type_: &str, value: Value) -> String {
        self.values.push(value);
        format!("v{type_}(values, {})?", self.values.len() - 1)
    }
}

/// What calls are made from.
pub(super) struct Maker<'d> {
    pub(super) module: &'d str,
    pub(super) api: &'d Api,
    pub(super) package: &'d Package,
    pub(super) samples: Samples<'d>,
    by_origin: HashMap<&'d Origin, SchemaId>,
}

impl<'d> Maker<'d> {
    pub(super) fn new(
        module: &'d str,
        (document, api, package): (&'d Document, &'d Api, &'d Package),
        samples: Samples<'d>,
    ) -> Self {
        let nodes = document.schemas.iter().zip(0..);
        Self {
            module,
            api,
            package,
            samples,
            by_origin: nodes
                .map(|(node, index)| (&node.origin, SchemaId(index)))
                .collect(),
        }
    }

    /// A call for each media type of each operation's body; why there is none, by the operation's place.
    pub(super) fn calls(&self) -> Vec<Result<Call, (usize, String)>> {
        let modules = self.package.modules.iter();
        let tagged = modules.flat_map(|module| {
            let place = format!("operations::{}", module.name.as_str());
            let operations = module.operations.iter();
            operations.map(move |operation| (place.clone(), operation))
        });
        let untagged = self.package.untagged.iter();
        let untagged = untagged.map(|operation| ("operations".to_owned(), operation));
        let planned: HashMap<_, _> = tagged
            .chain(untagged)
            .map(|(place, operation)| (operation.spec.id.as_str(), (place, operation)))
            .collect();
        let written = self.api.operations.iter().enumerate();
        written
            .flat_map(|(number, written)| match planned.get(written.id.as_str()) {
                Some((place, operation)) => self.calls_of(number, place, operation, written),
                None => vec![Err((number, "it is not in the client".to_owned()))],
            })
            .collect()
    }

    fn calls_of(
        &self,
        number: usize,
        place: &str,
        operation: &Operation,
        written: &api::Operation,
    ) -> Vec<Result<Call, (usize, String)>> {
        let bodies = operation.fields.iter().map(|field| match &field.encoding {
            Encoding::Bodies(bodies) => bodies.variants.len(),
            _ => 1,
        });
        let variants = 0..bodies.max().unwrap_or(1);
        variants
            .map(|variant| {
                let mut call = Call {
                    operation: number,
                    request: String::new(),
                    values: Vec::new(),
                    given: Vec::new(),
                };
                match self.write(&mut call, place, operation, written, variant) {
                    Ok(()) => Ok(call),
                    Err(error) => Err((number, error)),
                }
            })
            .collect()
    }

    fn write(
        &self,
        call: &mut Call,
        place: &str,
        operation: &Operation,
        written: &api::Operation,
        variant: usize,
    ) -> Result<(), String> {
        let place = format!("{}::{place}", self.module);
        let mut fields = String::new();
        let parameters = written.parameters.iter().map(Some).chain([None]);
        for (field, parameter) in operation.fields.iter().zip(parameters) {
            let name = field.field.name.as_str();
            let value = match parameter {
                Some(parameter) => self.parameter(parameter, call),
                None => self.body(
                    &field.encoding,
                    &field.field.type_,
                    (&place, variant),
                    written,
                    call,
                ),
            };
            let value = match (value, field.field.required) {
                (Ok(value), true) => value,
                (Ok(value), false) => format!("Some({value})"),
                (Err(error), _) => return Err(format!("`{}`: {error}", field.field.wire_name)),
            };
            fields.push_str(&format!("{name}: {value}, "));
        }
        call.request = format!("{place}::{} {{ {fields} }}", operation.name.as_str());
        Ok(())
    }

    fn parameter(&self, parameter: &api::Parameter, call: &mut Call) -> Result<String, String> {
        let place = parameter.docs.origin.as_ref().ok_or("it stands nowhere")?;
        let schema = self.schema_at(&place.key("schema")).or_else(|| {
            let mut contents = self.by_origin.iter().filter(|(origin, _)| {
                let content = origin.parent().and_then(Origin::parent);
                content == Some(&place.key("content"))
            });
            contents.next().map(|(_, schema)| *schema)
        });
        // in Swagger 2.0 a parameter is its schema
        let schema = schema.or_else(|| self.schema_at(place));
        let (location, is_text) = match parameter.location {
            ParameterLocation::Path => ("path", false),
            ParameterLocation::Query => ("query", false),
            ParameterLocation::Querystring => ("querystring", false),
            ParameterLocation::Header => ("header", true),
            ParameterLocation::Cookie => ("cookie", true),
        };
        let value = match schema {
            Some(schema) if is_text => self.samples.plain(schema)?,
            Some(schema) => self.samples.flat(schema)?,
            None => "text".into(), // a path parameter that the template alone declares
        };
        call.given.push(Given {
            location: location.to_owned(),
            name: parameter.name.clone(),
            value: value.clone(),
        });
        Ok(call.value(value))
    }

    pub(super) fn schema_at(&self, place: &Origin) -> Option<SchemaId> {
        self.by_origin.get(place).copied()
    }
}
