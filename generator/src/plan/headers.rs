//! `headers.rs`: the header fields of all replies, each once. What many operations document alike costs
//! what one does, and an added operation renames nothing.

use super::docs::{Docs, led_by, plan_docs};
use super::scope::Scope;
use super::types::Types;
use super::{Identifier, Imports, Module, Path, RustType};
use crate::api::{self, Api, HeaderForm, StringFormat, TypeKind, Use};
use crate::diagnostics::Sink;

/// `headers.rs`.
#[derive(Debug, Clone)]
pub struct Headers {
    /// What the file imports.
    pub imports: Imports,
    /// The fields.
    pub fields: Vec<HeaderField>,
}

/// A header field of replies.
#[derive(Debug, Clone)]
pub struct HeaderField {
    /// Its method.
    pub name: Identifier,
    /// Its name on the wire, in lower case.
    pub wire_name: String,
    /// Its words.
    pub docs: Docs,
    /// What it holds.
    pub type_: RustType,
    /// The runtime's name of how it holds that.
    pub form: &'static str,
}

/// Fields that say how the body is to be read, and are not for the caller (OpenAPI, Response Object).
const NOT_OURS: &[&str] = &["content-type"];

/// The header fields of all replies; `None` where there is none.
pub(super) fn plan_headers(api: &Api, types: &Types<'_>, sink: &mut Sink) -> Option<Headers> {
    let mut imports = Imports::beside(["Headers"]);
    let mut scope = Scope::reserving(&["of", "clone"]);
    let mut fields: Vec<HeaderField> = Vec::new();
    let responses = api
        .operations
        .iter()
        .flat_map(|operation| &operation.responses);
    for header in responses.flat_map(|response| &response.headers) {
        let wire_name = header.name.trim().to_ascii_lowercase();
        if NOT_OURS.contains(&wire_name.as_str()) || wire_name.is_empty() {
            continue;
        }
        let (type_, form) = plan_value(types, header, &mut imports);
        let is_known = |field: &HeaderField| {
            field.wire_name == wire_name && field.type_ == type_ && field.form == form
        };
        if fields.iter().any(is_known) {
            continue;
        }
        let mut docs = plan_docs(&header.docs, "");
        docs.text = led_by(&format!("`{}`", header.name), &docs.text);
        let wished = Identifier::snake(&header.name);
        fields.push(HeaderField {
            name: scope.claim_for(wished, &header.name, header.docs.origin.as_ref(), sink),
            wire_name,
            docs,
            type_,
            form,
        });
    }
    if fields.is_empty() {
        return None;
    }
    for name in ["HeaderError", "HeaderForm", "HeaderMap", "header_field"] {
        imports.name(Module::Runtime, name);
    }
    Some(Headers { imports, fields })
}

/// The names of the header fields that an operation's replies have, for its documentation.
pub(super) fn header_names(operation: &api::Operation) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for header in operation
        .responses
        .iter()
        .flat_map(|response| &response.headers)
    {
        let is_ours = !NOT_OURS.contains(&header.name.to_ascii_lowercase().as_str());
        if is_ours
            && !names
                .iter()
                .any(|name| name.eq_ignore_ascii_case(&header.name))
        {
            names.push(&header.name);
        }
    }
    names
}

/// What a field holds, and how. What would need a type of its own for this field alone is text or any
/// JSON: the same field of another reply would need another.
fn plan_value(
    types: &Types<'_>,
    header: &api::Header,
    imports: &mut Imports,
) -> (RustType, &'static str) {
    let value = header.value;
    let explode = match header.form {
        HeaderForm::Simple { explode } => explode,
        HeaderForm::Text => return (RustType::of(Path::prelude("String")), "Text"),
        HeaderForm::Json if is_shared(types, value) => {
            return (bare(types, value, imports), "Json");
        }
        HeaderForm::Json => return (RustType::of(imports.name(Module::Runtime, "Value")), "Json"),
    };
    let pairs = if explode { "ExplodedPairs" } else { "Pairs" };
    match types.get(types.resolve(value).0).map(|type_| &type_.kind) {
        Some(TypeKind::Array(array)) => {
            let (item, form) = plan_scalar(types, array.items, imports);
            let list = item.wrapped_in(Path::prelude("Vec"));
            (list, if form == "Text" { "Texts" } else { "Literals" })
        }
        Some(TypeKind::Object(_) | TypeKind::Map(_)) if is_shared(types, value) => {
            (bare(types, value, imports), pairs)
        }
        Some(TypeKind::Object(_) | TypeKind::Map(_)) => {
            let value = RustType::of(imports.name(Module::Runtime, "Value"));
            (value, pairs)
        }
        _ => plan_scalar(types, value, imports),
    }
}

fn plan_scalar(types: &Types<'_>, value: Use, imports: &mut Imports) -> (RustType, &'static str) {
    let text = (RustType::of(Path::prelude("String")), "Text");
    match types.get(types.resolve(value).0).map(|type_| &type_.kind) {
        Some(TypeKind::Boolean | TypeKind::Integer(_) | TypeKind::Number { .. }) => {
            (bare(types, value, imports), "Literal")
        }
        Some(TypeKind::String(StringFormat::Binary)) => text,
        Some(TypeKind::String(_)) => (bare(types, value, imports), "Text"),
        Some(TypeKind::Enumeration(_)) if is_shared(types, value) => {
            (bare(types, value, imports), "Text")
        }
        _ => text,
    }
}

/// Whether a type needs no item of its own, or is a component, which has one anyway.
fn is_shared(types: &Types<'_>, value: Use) -> bool {
    let type_ = types.get(types.resolve(value).0);
    type_.is_some_and(|type_| match (&type_.kind, &type_.name) {
        (_, api::TypeName::Component(_)) => true,
        (TypeKind::Object(_) | TypeKind::Enumeration(_) | TypeKind::Union(_), _) => false,
        (TypeKind::Map(value), _) => is_shared(types, *value),
        (TypeKind::Array(array), _) => is_shared(types, array.items),
        _ => true,
    })
}

/// The type, without null: a field that is not there is none.
fn bare(types: &Types<'_>, value: Use, imports: &mut Imports) -> RustType {
    let (type_, _) = types.resolve(value);
    let nullable = false;
    types.written(Use { type_, nullable }, imports)
}
