//! Request bodies: one use for each media type, and which of them say what changes.

use indexmap::IndexMap;

use super::Lowerer;
use super::name::and;
use crate::api::{
    Additional, Docs, MediaType, MediaTypeObject, Method, Object, PatchKind, Presence, RequestBody,
    TypeKind, Use,
};
use crate::diagnostics::codes;
use crate::document::{OperationEntry, SchemaId};
use crate::source::Origin;

impl<'d> Lowerer<'d, '_> {
    /// What an operation sends; one without any media type is reported and left out.
    pub(super) fn request_body(
        &mut self,
        called: &str,
        method: &Method,
        entry: &OperationEntry<'d>,
    ) -> Option<RequestBody> {
        let written = entry.operation.request_body.as_ref()?;
        let place = self.document.places.of(entry.origin.key("requestBody"));
        let body = self.document.request_body(written, &place)?;
        let words = match &body.name {
            Some(name) => vec![name.clone()],
            None => and(&[called.to_owned()], "request"),
        };
        let mut contents = self.contents(&body.value.content, &body.origin, &words);
        if contents.is_empty() {
            let instead = "the operation is called without a body";
            self.report(codes::missing_keyword(&body.origin, "content", instead));
            return None;
        }
        for content in contents.iter().filter(|content| content.item.is_some()) {
            let place = body.origin.key("content").key(&content.media_type.0);
            self.report(codes::unsupported_keyword(
                &place.key("itemSchema"),
                "itemSchema",
            ));
        }
        self.complete_pending(); // whether it is an object is known then
        let optional = !body.value.required;
        if optional && contents.iter().all(|content| self.is_empty_form(content)) {
            self.report(codes::empty_form(&body.origin));
            return None;
        }
        for content in &mut contents {
            content.patch = self.patch_kind(method, content);
        }
        Some(RequestBody {
            presence: match body.value.required {
                true => Presence::Required,
                false => Presence::Optional,
            },
            docs: Docs {
                description: body.value.description.clone(),
                examples: examples(&body.value.content),
                origin: Some(body.origin),
                ..Docs::default()
            },
            contents,
        })
    }

    /// What a body carries, by media type.
    pub(super) fn contents(
        &mut self,
        content: &'d IndexMap<String, openapiv3::MediaType>,
        origin: &Origin,
        words: &[String],
    ) -> Vec<MediaTypeObject> {
        let mut contents = Vec::new();
        let mut lowered: Vec<(SchemaId, Use)> = Vec::new();
        for (name, media_type) in content {
            let schema = media_type
                .schema
                .as_ref()
                .and_then(|schema| self.document.schema(schema));
            let place = self.document.media_type_origin(origin, name);
            let item = media_type
                .extensions
                .get(crate::document::ITEM_SCHEMA)
                .and_then(|index| u32::try_from(index.as_u64()?).ok())
                .map(SchemaId);
            let written = MediaType(name.clone());
            contents.push(MediaTypeObject {
                value: schema.map(|(id, _)| self.content(id, name, words, &mut lowered)),
                rules: schema.map_or_else(Vec::new, |(id, _)| self.rules_beside(id)),
                item: item.map(|id| self.use_of(id, &and(words, "item"))),
                encodings: self.encodings(&written, media_type, &place, words),
                media_type: written,
                patch: None,
            });
        }
        contents
    }

    /// What one media type carries: the same as another where the schemas are written alike.
    fn content(
        &mut self,
        id: SchemaId,
        media_type: &str,
        words: &[String],
        lowered: &mut Vec<(SchemaId, Use)>,
    ) -> Use {
        let schemas = &self.document.schemas;
        let alike = lowered
            .iter()
            .find(|(other, _)| schemas.is_alike(id, *other));
        if let Some((_, use_)) = alike {
            return *use_;
        }
        let subtype = media_type.split(['/', ';']).nth(1).unwrap_or_default();
        let use_ = match lowered.is_empty() {
            true => self.use_of(id, words),
            false => self.use_of(id, &and(words, subtype.trim())),
        };
        lowered.push((id, use_));
        use_
    }

    fn patch_kind(&self, method: &Method, content: &MediaTypeObject) -> Option<PatchKind> {
        let value = content
            .value
            .filter(|value| self.object_at(*value).is_some())?;
        match content.media_type.essence().as_str() {
            "application/merge-patch+json" => Some(PatchKind::Merge),
            _ if *method == Method::Patch && content.media_type.is_json() => {
                (!value.nullable).then_some(PatchKind::AsWritten)
            }
            _ => None,
        }
    }

    /// Whether it is a form that can hold nothing: what is written is nothing too.
    fn is_empty_form(&self, content: &MediaTypeObject) -> bool {
        let object = content.value.and_then(|value| self.object_at(value));
        content.media_type.is_form()
            && object.is_some_and(|object| {
                object.properties.is_empty() && object.additional == Additional::Forbidden
            })
    }

    /// The object with properties that a use leads to: neither maps nor scalars.
    fn object_at(&self, use_: Use) -> Option<&Object> {
        match &self.types.get(self.types.resolved(use_.type_))?.kind {
            TypeKind::Object(object) => Some(object),
            _ => None,
        }
    }
}

/// The examples of all media types, as JSON text.
pub(super) fn examples(content: &IndexMap<String, openapiv3::MediaType>) -> Vec<String> {
    let mut examples = Vec::new();
    for media_type in content.values() {
        examples.extend(media_type.example.iter().map(ToString::to_string));
        let named = media_type
            .examples
            .values()
            .filter_map(|example| example.as_item());
        examples.extend(
            named
                .filter_map(|example| example.value.as_ref())
                .map(ToString::to_string),
        );
    }
    examples
}
