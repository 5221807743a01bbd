//! Which of several forms of a body is used: JSON before text before bytes.

use super::types::Types;
use super::{Imports, Module, Path, RustType};
use crate::api::{MediaType, MediaTypeObject, TypeKind};
use crate::diagnostics::Origin;
use crate::diagnostics::{Sink, codes};

/// How a body is written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As JSON.
    Json,
    /// As text.
    Text,
    /// As it is.
    Bytes,
}

/// The chosen content of a body.
pub(super) struct Chosen<'a> {
    pub(super) content: &'a MediaTypeObject,
    pub(super) form: Form,
    pub(super) type_: RustType,
}

/// Chooses one of a body's forms, and says what becomes of the others.
pub(super) fn plan_content<'a>(
    types: &Types<'_>,
    contents: &'a [MediaTypeObject],
    origin: Option<&Origin>,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Option<Chosen<'a>> {
    let content = contents.iter().min_by_key(|content| rank(types, content))?;
    let form = form(types, content);
    report(content, form, contents, origin, sink);
    let type_ = match (form, content.value) {
        (Form::Json, Some(value)) => types.written(value, imports),
        (Form::Json, None) => RustType::of(imports.name(Module::Runtime, "Value")),
        (Form::Text, _) => RustType::of(Path::prelude("String")),
        (Form::Bytes, _) => RustType::of(imports.name(Module::Runtime, "Bytes")),
    };
    Some(Chosen {
        content,
        form,
        type_,
    })
}

fn report(
    chosen: &MediaTypeObject,
    form: Form,
    contents: &[MediaTypeObject],
    origin: Option<&Origin>,
    sink: &mut Sink,
) {
    let Some(origin) = origin else {
        return; // made up by lowering
    };
    let chosen = &chosen.media_type;
    if form == Form::Bytes && !is_binary(chosen) {
        sink.push(codes::unsupported_media_type(
            origin,
            &chosen.0,
            "is taken and given as bytes",
        ));
    }
    for other in contents
        .iter()
        .filter(|content| content.media_type != *chosen)
    {
        let instead = format!("is left out beside `{}`", chosen.0);
        sink.push(codes::unsupported_media_type(
            origin,
            &other.media_type.0,
            &instead,
        ));
    }
}

/// The smaller, the better.
fn rank(types: &Types<'_>, content: &MediaTypeObject) -> u8 {
    match form(types, content) {
        Form::Json if content.media_type.essence() == "application/json" => 0,
        Form::Json if content.patch.is_some() => 1,
        Form::Json => 2,
        Form::Text => 3,
        Form::Bytes => 4,
    }
}

fn form(types: &Types<'_>, content: &MediaTypeObject) -> Form {
    let essence = content.media_type.essence();
    // a range with a schema of an object or a list can only be meant as JSON
    let structured = || {
        let kind = content
            .value
            .and_then(|value| types.get(types.resolve(value).0))
            .map(|type_| &type_.kind);
        matches!(
            kind,
            Some(TypeKind::Object(_) | TypeKind::Array(_) | TypeKind::Map(_))
        )
    };
    match essence.as_str() {
        "text/event-stream" => Form::Bytes,
        _ if content.media_type.is_json() => Form::Json,
        "*/*" | "application/*" if structured() => Form::Json,
        text if text.starts_with("text/") => Form::Text,
        _ => Form::Bytes,
    }
}

/// Whether bytes are all there is to say about a media type.
fn is_binary(media_type: &MediaType) -> bool {
    let essence = media_type.essence();
    ["image/", "audio/", "video/", "font/"]
        .iter()
        .any(|kind| essence.starts_with(kind))
        || matches!(
            essence.as_str(),
            "*/*"
                | "application/*"
                | "application/octet-stream"
                | "application/pdf"
                | "application/zip"
                | "application/gzip"
        )
}
