//! What an operation sends, as a field: required ones are `new`'s last argument. One media type is the
//! value that it carries; of several, the caller chooses by an enum.

mod bytes;
mod choice;
mod form;
mod kind;
mod multipart;
mod nesting;
mod report;

pub(super) use choice::{Offer, offers};
pub use form::{Form, FormField};
pub(super) use kind::{Kind, is_json_patch};
pub(super) use multipart::{Count, Sent, files, object_id, plan_multipart, sent};
pub use multipart::{Multipart, Part};
pub(super) use nesting::report_nesting;

use super::docs::{Docs, plan_docs};
use super::scope::Scope;
use super::types::Types;
use super::{
    Conversion, Encoding, Field, Identifier, Imports, Module, OperationField, Path, RustType, patch,
};
use crate::api::{self, Presence};
use crate::diagnostics::Sink;

/// How a body is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// As JSON.
    Json,
    /// As a form.
    Form(Form),
    /// Part by part.
    Multipart,
    /// As text.
    Text,
    /// As it is.
    Bytes,
}

/// A body that can be sent in several media types.
#[derive(Debug, Clone)]
pub struct Bodies {
    /// The enum's name.
    pub name: Identifier,
    /// The enum's words.
    pub docs: Docs,
    /// What it derives.
    pub derives: Vec<Path>,
    /// A variant for each media type, the best one first.
    pub variants: Vec<BodyVariant>,
}

/// A media type of several.
#[derive(Debug, Clone)]
pub struct BodyVariant {
    /// The variant's name.
    pub name: Identifier,
    /// Which media types it may be.
    pub docs: Docs,
    /// The media type on the wire, or a range where bytes choose it themselves.
    pub media_type: String,
    /// How it is written.
    pub content: Content,
    /// How many properties it must have, where its type does not see to that.
    pub at_least: Option<u64>,
    /// What it holds, without a box.
    pub type_: RustType,
    /// Whether that is boxed: a struct is, so that variants are of a size.
    pub boxed: bool,
    /// Whether no other variant holds the same, so that what it holds becomes the body by itself.
    pub only: bool,
}

/// The body as a field; `name` is that of the enum, where there are several media types.
pub(super) fn plan_request_body(
    types: &Types<'_>,
    body: &api::RequestBody,
    name: Option<Identifier>,
    scope: &mut Scope,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Option<OperationField> {
    let offers = offers(types.api(), &body.contents);
    report::report(types.api(), &offers, body, sink);
    let mut docs = plan_docs(&body.docs, "The body.");
    let (type_, conversion, encoding) = match (offers.as_slice(), name) {
        ([], _) => return None,
        ([offer], _) | ([offer, ..], None) => {
            let (type_, conversion) = plan_type(types, offer, imports);
            if let Some(choice) = bytes::choice(types.api(), offer, &body.contents) {
                docs.text.push_str(&format!("\n\n{choice}"));
            }
            let encoding = Encoding::Body {
                media_type: plan_media_type(offer),
                content: plan_content(types, offer, imports, sink),
                at_least: patch::at_least(types, offer.content),
            };
            (type_, conversion, encoding)
        }
        (several, Some(name)) => {
            let type_ = RustType::prelude(name.as_str());
            let bodies = plan_bodies(types, several, body, name, imports, sink);
            (type_, Conversion::Into, Encoding::Bodies(bodies))
        }
    };
    Some(OperationField {
        field: Field {
            name: scope.claim(Identifier::fixed("body")),
            wire_name: "body".to_owned(),
            docs,
            type_,
            required: body.presence == Presence::Required,
            conversion,
            constant: None,
            boxed: false,
        },
        encoding,
    })
}

fn plan_bodies(
    types: &Types<'_>,
    offers: &[Offer<'_>],
    body: &api::RequestBody,
    name: Identifier,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Bodies {
    let mut scope = Scope::default();
    let mut variants = Vec::new();
    for offer in offers {
        let value = offer.content.value;
        let (type_, _) = plan_type(types, offer, imports);
        let boxed = matches!(offer.kind, Kind::Json | Kind::Form | Kind::Multipart)
            && value.is_some_and(|value| object_id(types.api(), value).is_some());
        let media_type = plan_media_type(offer);
        let choice = bytes::choice(types.api(), offer, &body.contents);
        variants.push(BodyVariant {
            name: scope.claim(Identifier::upper_camel(&variant_name(offer))),
            docs: Docs {
                text: choice.unwrap_or_else(|| format!("`{media_type}`.")),
                deprecated: false,
            },
            media_type,
            content: plan_content(types, offer, imports, sink),
            at_least: patch::at_least(types, offer.content),
            type_,
            boxed,
            only: true,
        });
    }
    let all: Vec<_> = variants
        .iter()
        .map(|variant| variant.type_.clone())
        .collect();
    for variant in &mut variants {
        let same = all.iter().filter(|type_| **type_ == variant.type_);
        variant.only = same.count() == 1;
    }
    Bodies {
        docs: Docs {
            text: "The body, in one of its media types.".to_owned(),
            deprecated: false,
        },
        derives: types.choices().derives_around_types(),
        name,
        variants,
    }
}

/// What a media type of several is called.
fn variant_name(offer: &Offer<'_>) -> String {
    let essence = offer.content.media_type.essence();
    let subtype = essence
        .split_once('/')
        .map_or(essence.as_str(), |(_, subtype)| subtype);
    let name = match (offer.kind, subtype) {
        (Kind::Form, _) => "form",
        (Kind::Multipart, _) => "multipart",
        (Kind::Json, "*") => "json",
        (Kind::Text, "plain" | "*") => "text",
        (Kind::Bytes, "octet-stream" | "*") => "bytes",
        (Kind::Json, subtype) => subtype.strip_suffix("+json").unwrap_or(subtype),
        (_, subtype) => subtype,
    };
    name.to_owned()
}

/// What a body is in Rust.
fn plan_type(
    types: &Types<'_>,
    offer: &Offer<'_>,
    imports: &mut Imports,
) -> (RustType, Conversion) {
    let mut runtime = |name| RustType::of(imports.name(Module::Runtime, name));
    match (offer.kind, offer.content.value) {
        (Kind::Json, _) if is_json_patch(types.api(), offer.content) => {
            (runtime("JsonPatch"), Conversion::Plain)
        }
        (Kind::Json | Kind::Form, Some(value)) => {
            let conversion = types.conversion(value);
            if conversion == Conversion::Patch {
                imports.name(Module::Runtime, "IntoPatch");
            }
            (types.written(value, imports), conversion)
        }
        (Kind::Json, None) => (runtime("Value"), Conversion::Into),
        (Kind::Form, None) => {
            let value = runtime("Value");
            let map = value.wrapped_in(imports.name(Module::Runtime, "Map"));
            (map, Conversion::Into)
        }
        (Kind::Multipart, value) => {
            let id = value.and_then(|value| object_id(types.api(), value));
            match id.and_then(|id| types.multipart_name(id, &offer.content.encodings)) {
                Some(name) => {
                    let type_ = RustType::of(imports.name(Module::Types, name.as_str()));
                    (type_, Conversion::Plain)
                }
                None => (runtime("Multipart"), Conversion::Plain),
            }
        }
        (Kind::Text, _) => (RustType::of(Path::prelude("String")), Conversion::Into),
        (Kind::Bytes, _) => (runtime("RequestBody"), Conversion::Into),
    }
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
        Kind::Multipart => Content::Multipart,
        Kind::Text => Content::Text,
        Kind::Bytes => Content::Bytes,
    }
}

/// The media type that is sent: a range is none, and texts are UTF-8.
pub(super) fn plan_media_type(offer: &Offer<'_>) -> String {
    let media_type = &offer.content.media_type;
    let (written, essence) = (&media_type.0, media_type.essence());
    match (written.contains('*'), offer.kind) {
        (true, Kind::Json) => "application/json".to_owned(),
        (true, Kind::Text) => "text/plain; charset=utf-8".to_owned(),
        (false, Kind::Text) if essence.starts_with("text/") => {
            let charset = written.to_ascii_lowercase().contains("utf-8");
            match charset && written.contains('=') {
                true => written.clone(),
                false => format!("{essence}; charset=utf-8"),
            }
        }
        _ => written.clone(), // bytes of a range have a content type of their own
    }
}
