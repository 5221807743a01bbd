//! `multipart/form-data`: which objects are sent part by part, and how each property becomes a part.

use std::collections::HashSet;

use super::FormField;
use super::choice::offers;
use super::form::styled;
use super::kind::{Kind, is_structured, resolved};
use crate::api::{
    self, Additional, Api, Encoding, EncodingRule, MediaTypeObject, Object, Property, StringFormat,
    TypeId, TypeKind, Use,
};
use crate::diagnostics::{Sink, codes};
use crate::plan::docs::{Docs, plan_docs};
use crate::plan::scope::Scope;
use crate::plan::struct_::{METHODS, Struct, plan_field, plan_names};
use crate::plan::types::Types;
use crate::plan::{Conversion, Field, Identifier, Imports, Module, Path, RustType, recursion};

/// An object that is sent part by part.
#[derive(Debug, Clone)]
pub struct Multipart {
    /// Its fields.
    pub struct_: Struct,
    /// How each field is written, in their order.
    pub parts: Vec<Part>,
    /// How properties that the document does not declare are written.
    pub rest: Option<Part>,
}

/// How a property is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// As a file, or several.
    Files {
        /// The content type, unless the caller chooses another.
        content_type: String,
    },
    /// As a value.
    Value(FormField),
    /// As a text of a content type.
    ValueAs(String),
}

/// An object that some operation sends part by part, with its encodings.
#[derive(Debug, Clone)]
pub(in crate::plan) struct Sent<'a> {
    pub(in crate::plan) id: TypeId,
    pub(in crate::plan) encodings: &'a [Encoding],
    /// Whether nothing else uses the object, so that its name is free.
    pub(in crate::plan) alone: bool,
}

/// The objects that are sent part by part, each once with the same encodings.
pub(in crate::plan) fn sent(api: &Api) -> Vec<Sent<'_>> {
    let mut sent: Vec<Sent<'_>> = Vec::new();
    let mut elsewhere = HashSet::new();
    for (_, type_) in api.types.iter() {
        elsewhere.extend(recursion::mentioned(&type_.kind));
    }
    for operation in &api.operations {
        let parameters = operation.parameters.iter().map(|parameter| parameter.value);
        elsewhere.extend(parameters.map(|value| value.type_));
        for content in operation
            .responses
            .iter()
            .flat_map(|response| &response.contents)
        {
            elsewhere.extend(content.value.map(|value| value.type_));
        }
        for offer in operation
            .body
            .iter()
            .flat_map(|body| offers(&api.types, &body.contents))
        {
            match (offer.kind, offer.content.value) {
                (Kind::Multipart, Some(value)) => {
                    if let Some(id) = object_id(&api.types, value)
                        && !sent.iter().any(|known| {
                            known.id == id && known.encodings == offer.content.encodings
                        })
                    {
                        sent.push(Sent {
                            id,
                            encodings: &offer.content.encodings,
                            alone: id == value.type_,
                        });
                    }
                }
                (_, value) => elsewhere.extend(value.map(|value| value.type_)),
            }
        }
    }
    let mut first = HashSet::new();
    for sent in &mut sent {
        sent.alone &= !elsewhere.contains(&sent.id) && first.insert(sent.id);
    }
    sent
}

/// The object that a use comes down to.
pub(in crate::plan) fn object_id(types: &api::Types, value: Use) -> Option<TypeId> {
    let mut id = value.type_;
    for _ in 0..types.iter().len() {
        match &types.get(id)?.kind {
            TypeKind::Alias(target) => id = target.type_,
            TypeKind::Object(_) => return Some(id),
            _ => return None, // nothing else has properties
        }
    }
    None
}

/// Whether a body has a property that is a file.
pub(super) fn has_files(types: &api::Types, content: &MediaTypeObject) -> bool {
    let Some(TypeKind::Object(object)) = content.value.and_then(|value| resolved(types, value))
    else {
        return true; // nobody knows
    };
    let is_file = |value: Use, name: &str| files(types, &content.encodings, value, name).is_some();
    object
        .properties
        .iter()
        .any(|property| is_file(property.value, &property.name))
        || matches!(object.additional, Additional::Typed(value) if is_file(value, ""))
}

/// How many files a property is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Count {
    One,
    Several,
}

/// Whether a property is a file, or several: bytes, or what the document gives a media type of its own.
pub(in crate::plan) fn files(
    types: &api::Types,
    encodings: &[Encoding],
    value: Use,
    name: &str,
) -> Option<Count> {
    let media_type = encodings
        .iter()
        .find(|encoding| encoding.property == name)
        .and_then(|encoding| match &encoding.rule {
            EncodingRule::ContentType(media_types) => media_types.first(),
            _ => None,
        });
    match resolved(types, value)? {
        TypeKind::String(StringFormat::Binary) => Some(Count::One),
        TypeKind::Any => {
            let media_type = media_type?;
            let text = media_type.is_json() || media_type.essence().starts_with("text/");
            (!text).then_some(Count::One)
        }
        TypeKind::Array(array) => {
            files(types, encodings, array.items, name).map(|_| Count::Several)
        }
        TypeKind::Union(union) => {
            let mut variants = union.variants.iter();
            let all =
                variants.all(|variant| files(types, encodings, variant.value, name).is_some());
            all.then_some(Count::Several)
        }
        _ => None,
    }
}

/// An object as a struct whose files are parts.
pub(in crate::plan) fn plan_multipart(
    types: &Types<'_>,
    sent: &Sent<'_>,
    object: &Object,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Multipart {
    imports.name(Module::Runtime, "EncodeParts");
    imports.name(Module::Runtime, "Multipart");
    let mut scope = Scope::reserving(METHODS);
    let mut fields = Vec::new();
    let mut parts = Vec::new();
    let names = plan_names(types, sent.id, object, &mut scope, sink);
    for (property, name) in object.properties.iter().zip(names) {
        let encoding = sent
            .encodings
            .iter()
            .find(|known| known.property == property.name);
        match files(types.api(), sent.encodings, property.value, &property.name) {
            Some(count) => {
                fields.push(plan_file(property, count, encoding, name, imports));
                parts.push(plan_files(encoding));
            }
            None => {
                fields.push(plan_field(types, sent.id, property, name, imports));
                parts.push(plan_value(types, property.value, encoding, imports, sink));
            }
        }
    }
    let (rest, rest_part) = plan_rest(types, sent, object, &mut scope, imports, sink).unzip();
    Multipart {
        struct_: Struct {
            between: None,
            fields,
            default_methods: Vec::new(), // nobody reads it
            rest,
            is_sent: true,
        },
        parts,
        rest: rest_part,
    }
}

fn plan_file(
    property: &Property,
    count: Count,
    encoding: Option<&Encoding>,
    name: Identifier,
    imports: &mut Imports,
) -> Field {
    let (type_, conversion) = file_type(count, imports);
    let mut docs = plan_docs(&property.docs, &format!("`{}`.", property.name));
    let headers = encoding.iter().flat_map(|encoding| &encoding.headers);
    for header in headers {
        let name = header.name.replace('`', "'");
        docs.text = format!(
            "{}\n\nIts part has a header field `{name}`: give it by `Part::header`.",
            docs.text
        );
    }
    Field {
        name,
        wire_name: property.name.clone(),
        docs,
        type_,
        required: property.presence == api::Presence::Required && !property.read_only,
        constant: None,
        conversion,
        boxed: false,
    }
}

fn file_type(count: Count, imports: &mut Imports) -> (RustType, Conversion) {
    let part = RustType::of(imports.name(Module::Runtime, "Part"));
    match count {
        Count::One => (part, Conversion::Into),
        Count::Several => (part.wrapped_in(Path::prelude("Vec")), Conversion::Plain),
    }
}

fn plan_files(encoding: Option<&Encoding>) -> Part {
    let content_type = match encoding.map(|encoding| &encoding.rule) {
        Some(EncodingRule::ContentType(media_types)) => match media_types.as_slice() {
            [only] if !only.0.contains('*') => Some(only.0.clone()),
            _ => None, // the caller chooses
        },
        _ => None,
    };
    Part::Files {
        content_type: content_type.unwrap_or_else(|| "application/octet-stream".to_owned()),
    }
}

fn plan_value(
    types: &Types<'_>,
    value: Use,
    encoding: Option<&Encoding>,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Part {
    if let Some(encoding) = encoding.filter(|encoding| !encoding.headers.is_empty()) {
        sink.push(codes::unsupported_keyword(
            &encoding.origin.key("headers"),
            "headers",
        ));
    }
    let structured = resolved(types.api(), value).is_some_and(is_structured);
    let part = match encoding.map(|encoding| (encoding, &encoding.rule)) {
        None | Some((_, EncodingRule::Default)) => Part::Value(FormField::Plain),
        Some((encoding, EncodingRule::ContentType(media_types))) => match media_types.first() {
            Some(first) if !first.is_json() && !structured && !first.0.contains('*') => {
                Part::ValueAs(first.0.clone())
            }
            Some(first) if !first.is_json() && structured && first.essence() != "text/plain" => {
                let instead = "as a part of a multipart body is written as JSON";
                sink.push(codes::unsupported_media_type(
                    &encoding.origin,
                    &first.0,
                    instead,
                ));
                Part::Value(FormField::Plain)
            }
            Some(first) if first.is_json() && first.essence() != "application/json" => {
                Part::ValueAs(first.0.clone())
            }
            Some(first) if first.is_json() => Part::Value(FormField::Json),
            _ => Part::Value(FormField::Plain),
        },
        Some((_, EncodingRule::Style { style, explode, .. })) => Part::Value(FormField::Styled {
            style: styled(*style),
            explode: *explode,
            reserved: false, // nothing is escaped
        }),
    };
    if let Part::Value(field) = &part {
        imports.name(Module::Runtime, "FormField");
        if matches!(field, FormField::Styled { .. }) {
            imports.name(Module::Runtime, "Explode");
            imports.name(Module::Runtime, "Style");
        }
    }
    part
}

fn plan_rest(
    types: &Types<'_>,
    sent: &Sent<'_>,
    object: &Object,
    scope: &mut Scope,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Option<(Field, Part)> {
    let Additional::Typed(value) = object.additional else {
        return None;
    };
    let (type_, part) = match files(types.api(), sent.encodings, value, "") {
        Some(count) => (file_type(count, imports).0, plan_files(None)),
        None => {
            let part = plan_value(types, value, None, imports, sink);
            (types.written(value, imports), part)
        }
    };
    let field = Field {
        name: scope.claim(Identifier::fixed("additional_properties")),
        wire_name: String::new(),
        docs: Docs {
            text: "Properties that the document does not name.".to_owned(),
            deprecated: false,
        },
        type_: type_.wrapped_in(imports.name(Module::Runtime, "Map")),
        required: false,
        constant: None,
        conversion: Conversion::Plain,
        boxed: false,
    };
    Some((field, part))
}
