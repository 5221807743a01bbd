//! What an operation sends, as a field: required ones are `new`'s last argument.

mod choice;
mod form;
mod kind;
mod nesting;

pub use form::{Form, FormField};
pub(super) use nesting::report_nesting;

use super::docs::plan_docs;
use super::scope::Scope;
use super::types::Types;
use super::{
    Conversion, Encoding, Field, Identifier, Imports, Module, OperationField, Path, RustType,
};
use crate::api::{self, Presence, Use};
use crate::diagnostics::{Origin, Sink, codes};
use choice::Offer;
use kind::Kind;

/// How a body is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// As JSON.
    Json,
    /// As a form.
    Form(Form),
    /// As text.
    Text,
    /// As it is.
    Bytes,
}

/// The body as a field.
pub(super) fn plan_request_body(
    types: &Types<'_>,
    body: &api::RequestBody,
    scope: &mut Scope,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Option<OperationField> {
    let offers = choice::offers(types.api(), &body.contents);
    let offer = offers.first()?;
    if let Some(origin) = &body.docs.origin {
        report(offer, body, origin, sink);
    }
    let (type_, conversion) = plan_type(types, offer, imports);
    Some(OperationField {
        field: Field {
            name: scope.claim(Identifier::fixed("body")),
            wire_name: "body".to_owned(),
            docs: plan_docs(&body.docs, "The body."),
            type_,
            required: body.presence == Presence::Required,
            conversion,
            boxed: false,
        },
        encoding: Encoding::Body {
            media_type: plan_media_type(offer),
            content: plan_content(types, offer, imports, sink),
        },
    })
}

/// What the body is in Rust.
fn plan_type(
    types: &Types<'_>,
    offer: &Offer<'_>,
    imports: &mut Imports,
) -> (RustType, Conversion) {
    let value = offer.content.value;
    match (offer.kind, value) {
        (Kind::Json | Kind::Form, Some(value)) => (
            types.written(value, imports),
            conversion(types, value, imports),
        ),
        (Kind::Json, None) => {
            let value = RustType::of(imports.name(Module::Runtime, "Value"));
            (value, Conversion::Into)
        }
        (Kind::Form, None) => {
            let value = RustType::of(imports.name(Module::Runtime, "Value"));
            let map = value.wrapped_in(imports.name(Module::Runtime, "Map"));
            (map, Conversion::Into)
        }
        (Kind::Text, _) => (RustType::of(Path::prelude("String")), Conversion::Into),
        (Kind::Bytes, _) => {
            let bytes = RustType::of(imports.name(Module::Runtime, "Bytes"));
            (bytes, Conversion::Into)
        }
    }
}

fn conversion(types: &Types<'_>, value: Use, imports: &mut Imports) -> Conversion {
    let conversion = types.conversion(value);
    if conversion == Conversion::Patch {
        imports.name(Module::Runtime, "IntoPatch");
    }
    conversion
}

fn plan_content(
    types: &Types<'_>,
    offer: &Offer<'_>,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Content {
    match offer.kind {
        Kind::Json => Content::Json,
        Kind::Form => Content::Form(form::plan_form(types, offer.content, imports, sink)),
        Kind::Text => Content::Text,
        Kind::Bytes => Content::Bytes,
    }
}

/// The media type that is sent: a range is none.
fn plan_media_type(offer: &Offer<'_>) -> String {
    let written = &offer.content.media_type.0;
    match (written.contains('*'), offer.kind) {
        (false, _) => written.clone(),
        (true, Kind::Json) => "application/json".to_owned(),
        (true, Kind::Form) => "application/x-www-form-urlencoded".to_owned(),
        (true, Kind::Text) => "text/plain; charset=utf-8".to_owned(),
        (true, Kind::Bytes) => "application/octet-stream".to_owned(),
    }
}

/// Says what is not expressed by a type, and what is left out.
fn report(chosen: &Offer<'_>, body: &api::RequestBody, origin: &Origin, sink: &mut Sink) {
    let media_type = &chosen.content.media_type;
    let mut unsupported = |media_type: &str, instead: &str| {
        sink.push(codes::unsupported_media_type(origin, media_type, instead));
    };
    if chosen.kind == Kind::Bytes && !kind::is_binary(media_type) {
        unsupported(&media_type.0, "is taken as bytes");
    }
    let others = body.contents.iter();
    for other in others.filter(|content| content.media_type != *media_type) {
        let instead = format!("is left out beside `{}`", media_type.0);
        unsupported(&other.media_type.0, &instead);
    }
}
