//! A parameter as a field of its operation: what it is called, and by which of the request's methods
//! it is written.

use super::constant::plan_constant;
use super::docs::plan_docs;
use super::scope::{Scope, Wish};
use super::types::Types;
use super::{Encoding, Field, Identifier, Imports, Module, OperationField, Querystring};
use crate::api::{self, ParameterLocation, Presence, Serialization, Style, Unescaped};
use crate::diagnostics::{Sink, codes};

/// A parameter as a field.
pub(super) fn plan_parameter(
    types: &Types<'_>,
    parameter: &api::Parameter,
    field: Identifier,
    imports: &mut Imports,
    sink: &mut Sink,
) -> OperationField {
    let name = &parameter.name;
    let place = match parameter.location {
        ParameterLocation::Path => "in the path",
        ParameterLocation::Query => "in the query",
        ParameterLocation::Querystring => "the whole query",
        ParameterLocation::Header => "a header field",
        ParameterLocation::Cookie => "a cookie",
    };
    let required = parameter.presence == Presence::Required;
    let only = parameter.constant.as_ref().filter(|_| required);
    let constant = plan_constant(types, parameter.value, only, imports);
    let mut docs = plan_docs(&parameter.docs, &format!("`{name}`, {place}."));
    docs.note_constant(constant.as_ref());
    OperationField {
        field: Field {
            name: field,
            wire_name: name.clone(),
            docs,
            type_: types.written(parameter.value, imports),
            required,
            constant,
            conversion: types.conversion(parameter.value),
            boxed: false,
        },
        encoding: plan_encoding(parameter, imports, sink),
    }
}

/// What the fields of an operation's parameters are called.
pub(super) fn plan_names(
    parameters: &[api::Parameter],
    scope: &mut Scope,
    sink: &mut Sink,
) -> Vec<Identifier> {
    let wishes = parameters.iter().map(|parameter| Wish {
        name: Identifier::snake(&parameter.name),
        written: &parameter.name,
        chosen: false,
        origin: parameter.docs.origin.as_ref(),
    });
    let wishes: Vec<_> = wishes.collect();
    scope.claim_all(&wishes, sink)
}

fn plan_encoding(parameter: &api::Parameter, imports: &mut Imports, sink: &mut Sink) -> Encoding {
    match &parameter.serialization {
        Serialization::Style {
            style,
            explode,
            unescaped,
        } => {
            imports.name(Module::Runtime, "Explode");
            let (style, explode) = (*style, *explode);
            match parameter.location {
                ParameterLocation::Path => Encoding::Path {
                    style: styled(style, imports),
                    explode,
                    unescaped: *unescaped,
                },
                ParameterLocation::Querystring => Encoding::Querystring(Querystring::Form),
                ParameterLocation::Query => Encoding::Query {
                    style: styled(style, imports),
                    explode,
                    reserved: *unescaped != Unescaped::Nothing,
                },
                ParameterLocation::Header => Encoding::Header { explode },
                ParameterLocation::Cookie => Encoding::Cookie {
                    style: styled(style, imports),
                    explode,
                    reserved: *unescaped != Unescaped::Nothing,
                },
            }
        }
        Serialization::Content(media_type) => {
            let querystring = parameter.location == ParameterLocation::Querystring;
            if !media_type.is_json()
                && !querystring
                && let Some(origin) = &parameter.docs.origin
            {
                let instead = "as a parameter's form is written as JSON";
                sink.push(codes::unsupported_media_type(
                    origin,
                    &media_type.0,
                    instead,
                ));
            }
            match parameter.location {
                ParameterLocation::Path => Encoding::PathJson,
                ParameterLocation::Query => Encoding::QueryJson,
                ParameterLocation::Querystring => {
                    Encoding::Querystring(plan_querystring(media_type))
                }
                ParameterLocation::Header => Encoding::HeaderJson,
                ParameterLocation::Cookie => Encoding::CookieJson,
            }
        }
    }
}

/// How a value of a media type becomes the whole query string.
fn plan_querystring(media_type: &api::MediaType) -> Querystring {
    match media_type.essence().as_str() {
        "application/x-www-form-urlencoded" => Querystring::Form,
        _ if media_type.is_json() => Querystring::Json,
        _ => Querystring::Text,
    }
}

/// The runtime's name of a style.
fn styled(style: Style, imports: &mut Imports) -> &'static str {
    imports.name(Module::Runtime, "Style");
    match style {
        Style::Matrix => "Matrix",
        Style::Label => "Label",
        Style::Simple => "Simple",
        Style::Form => "Form",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject => "DeepObject",
        Style::Cookie => "Cookie",
    }
}
