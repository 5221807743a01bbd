//! Replies that come item by item: what an item is, and how items are told apart.

use super::types::Types;
use super::{Imports, Module, RustType};
use crate::api::{MediaTypeObject, Object, StringFormat, TypeKind, Use};

/// How the items of a stream are told apart: names of the runtime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// The JSON in an event's data.
    EventData,
    /// The event, its data a string.
    Event,
    /// The event, its data JSON.
    EventWithJson,
    /// A line each.
    Lines,
    /// A JSON text sequence.
    Sequence,
}

impl Framing {
    /// The runtime's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::EventData => "EventData",
            Self::Event => "Event",
            Self::EventWithJson => "EventWithJson",
            Self::Lines => "Lines",
            Self::Sequence => "Sequence",
        }
    }
}

/// A stream of items.
#[derive(Debug, Clone)]
pub struct ReplyStream {
    /// What an item is.
    pub item: RustType,
    /// How items are told apart.
    pub framing: Framing,
    /// What is asked for, as an `Accept` field.
    pub accept: String,
}

/// Whether a media type is one of items, one after the other.
pub(super) fn is_stream(essence: &str) -> bool {
    is_events(essence) || is_lines(essence) || is_sequence(essence)
}

fn is_events(essence: &str) -> bool {
    essence == "text/event-stream"
}

fn is_lines(essence: &str) -> bool {
    matches!(
        essence,
        "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/json-lines"
            | "application/stream+json"
            | "application/x-json-stream"
    )
}

fn is_sequence(essence: &str) -> bool {
    essence == "application/json-seq" || essence.ends_with("+json-seq")
}

/// What the items of a stream are, and how they are told apart.
pub(super) fn plan_items(
    types: &Types<'_>,
    content: &MediaTypeObject,
    imports: &mut Imports,
) -> (RustType, Framing) {
    let essence = content.media_type.essence();
    let framing = match essence.as_str() {
        events if is_events(events) => return plan_events(types, content, imports),
        sequence if is_sequence(sequence) => Framing::Sequence,
        _ => Framing::Lines,
    };
    // where the document can only name the stream's whole, its text says nothing of the items
    let is_said = |value: &Use| !matches!(kind(types, *value), Some(TypeKind::String(_)));
    let item = match content
        .item
        .or(item_of_whole(types, content).filter(is_said))
    {
        Some(item) => types.written(item, imports),
        None => RustType::of(imports.name(Module::Runtime, "Value")),
    };
    (item, framing)
}

/// A schema of the whole is that of a list; many documents have the item's in its place.
fn item_of_whole(types: &Types<'_>, content: &MediaTypeObject) -> Option<Use> {
    content.value.map(|value| match kind(types, value) {
        Some(TypeKind::Array(array)) => array.items,
        _ => value,
    })
}

/// Documents describe an event's data, or the event with `data`, `event` and `id` (OpenAPI 3.2).
fn plan_events(
    types: &Types<'_>,
    content: &MediaTypeObject,
    imports: &mut Imports,
) -> (RustType, Framing) {
    let Some(item) = content.item.or(item_of_whole(types, content)) else {
        return plan_plain_event(imports);
    };
    let framing = match kind(types, item) {
        None | Some(TypeKind::String(_) | TypeKind::Any) => return plan_plain_event(imports),
        Some(_) => match event_data(types, item, content.item.is_some(), 0) {
            None => Framing::EventData,
            Some(data) if is_plain(types, data) => Framing::Event,
            Some(_) => Framing::EventWithJson,
        },
    };
    (types.written(item, imports), framing)
}

fn plan_plain_event(imports: &mut Imports) -> (RustType, Framing) {
    let event = imports.name(Module::Runtime, "ServerSentEvent");
    (RustType::of(event), Framing::Event)
}

/// The `data` of a schema that describes whole events; `None` where it describes something else.
fn event_data(types: &Types<'_>, use_: Use, surely: bool, depth: u8) -> Option<Use> {
    match kind(types, use_)? {
        TypeKind::Object(object) => {
            let others = ["event", "id", "retry"];
            let is_event = surely || others.iter().any(|name| property(object, name).is_some());
            property(object, "data").filter(|_| is_event)
        }
        TypeKind::Union(union) if depth < 8 => {
            let variants = union.variants.iter();
            let found = variants.map(|variant| event_data(types, variant.value, surely, depth + 1));
            let found: Vec<Use> = found.collect::<Option<_>>()?;
            // one with JSON says more than texts, which are read beside it
            let json = found.iter().find(|data| !is_plain(types, **data));
            json.or(found.first()).copied()
        }
        _ => None,
    }
}

fn is_plain(types: &Types<'_>, data: Use) -> bool {
    matches!(
        kind(types, data),
        Some(TypeKind::String(StringFormat::Plain(_)))
    )
}

fn property(object: &Object, name: &str) -> Option<Use> {
    let found = object
        .properties
        .iter()
        .find(|property| property.name == name);
    found.map(|property| property.value)
}

fn kind<'a>(types: &Types<'a>, use_: Use) -> Option<&'a TypeKind> {
    types.get(types.resolve(use_).0).map(|type_| &type_.kind)
}
