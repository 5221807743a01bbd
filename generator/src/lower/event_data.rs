//! The `data` of server-sent events (OpenAPI 3.2): a string for the specification, whose `contentSchema` says what JSON
//! is in it. Elsewhere a string with JSON in it stays one.
//!
//! ```yaml
//! text/event-stream:
//!   itemSchema:
//!     properties: { data: { type: string, contentMediaType: application/json, contentSchema: { $ref: Chunk } } }
//! ```

use super::Lowerer;
use super::name::and;
use crate::api::{MediaType, MediaTypeObject, Operation, TypeId, TypeKind, TypeName, Use};
use crate::document::SchemaId;

/// How deep unions of events are looked into.
const DEEPEST: u32 = 8;

impl Lowerer<'_, '_> {
    /// Gives the `data` of events the type of what is in it. All types are complete by then, and are again.
    pub(super) fn settle_event_data(&mut self, operations: &[Operation]) {
        let responses = operations.iter().flat_map(|operation| &operation.responses);
        let contents = responses.flat_map(|response| &response.contents);
        let events = contents.filter(|content| content.media_type.essence() == "text/event-stream");
        let events: Vec<_> = events.filter_map(|content| self.event(content)).collect();
        for event in events {
            self.settle_data(event, DEEPEST);
        }
        self.complete_pending();
    }

    /// What describes one event: of the schema of a whole its items.
    fn event(&self, content: &MediaTypeObject) -> Option<TypeId> {
        let Use { type_, .. } = content.item.or(content.value)?;
        let type_ = self.types.resolved(type_);
        match self.types.get(type_).map(|type_| &type_.kind) {
            Some(TypeKind::Array(array)) => Some(self.types.resolved(array.items.type_)),
            _ => Some(type_),
        }
    }

    fn settle_data(&mut self, event: TypeId, depth: u32) {
        let Some(deeper) = depth.checked_sub(1) else {
            return; // it leads back to itself
        };
        let Some(type_) = self.types.get(event) else {
            return; // never: it is one of these
        };
        let words = match &type_.name {
            TypeName::Component(name) => vec![name.clone()],
            TypeName::Inline(words) => words.clone(),
        };
        match &type_.kind {
            TypeKind::Union(union) => {
                let variants = union.variants.iter();
                let variants: Vec<_> = variants.map(|variant| variant.value.type_).collect();
                for variant in variants {
                    self.settle_data(self.types.resolved(variant), deeper);
                }
            }
            TypeKind::Object(object) => {
                let mut properties = object.properties.iter();
                let data = properties.find(|property| property.name == "data");
                let Some(content) = data.and_then(|data| self.content_schema(data.value)) else {
                    return; // it is what it is said to be
                };
                let value = self.use_of(content, &and(&words, "data"));
                let Some(TypeKind::Object(object)) =
                    self.types.get_mut(event).map(|type_| &mut type_.kind)
                else {
                    return; // never: it is one
                };
                for data in object.properties.iter_mut() {
                    if data.name == "data" {
                        data.value.type_ = value.type_;
                        data.value.nullable |= value.nullable;
                    }
                }
            }
            _ => {} // which is no event
        }
    }

    /// What is in a string, where that is JSON.
    fn content_schema(&self, value: Use) -> Option<SchemaId> {
        let type_ = self.types.resolved(value.type_);
        let places = self.lowered.iter();
        let mut places: Vec<_> = places
            .filter(|(_, lowered)| **lowered == type_)
            .map(|(place, _)| *place)
            .collect();
        places.sort_unstable();
        places.into_iter().find_map(|place| {
            let schema = self.schema(place);
            let media_type = schema.content_media_type.clone().map(MediaType);
            let is_json = media_type.is_none_or(|media_type| media_type.is_json());
            schema.content_schema.filter(|_| is_json)
        })
    }
}
