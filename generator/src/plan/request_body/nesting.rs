//! Says where `deepObject` goes deeper than the specification: once, however many properties do.

use super::kind::{is_structured, resolved};
use crate::api::{Api, Encoding, EncodingRule, MediaTypeObject, Style, TypeKind, Types, Use};
use crate::diagnostics::{Sink, codes};

/// Says where a form's `deepObject` is a list or nests.
pub(in crate::plan) fn report_nesting(api: &Api, sink: &mut Sink) {
    let bodies = api
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    let mut nested = contents.flat_map(|content| {
        let encodings = content.encodings.iter();
        encodings.filter(|encoding| nests(&api.types, content, encoding))
    });
    if let Some(first) = nested.next() {
        sink.push(codes::undefined_nesting(&first.origin, nested.count() + 1));
    }
}

fn nests(types: &Types, content: &MediaTypeObject, encoding: &Encoding) -> bool {
    let EncodingRule::Style {
        style: Style::DeepObject,
        ..
    } = encoding.rule
    else {
        return false;
    };
    let Some(TypeKind::Object(body)) = content.value.and_then(|value| resolved(types, value))
    else {
        return false;
    };
    let mut properties = body.properties.iter();
    let property = properties.find(|property| property.name == encoding.property);
    property.is_some_and(|property| is_list_or_nests(types, property.value))
}

fn is_list_or_nests(types: &Types, value: Use) -> bool {
    let structured = |value: Use| resolved(types, value).is_some_and(is_structured);
    match resolved(types, value) {
        Some(TypeKind::Array(_) | TypeKind::Tuple(_)) => true,
        Some(TypeKind::Map(value)) => structured(*value),
        Some(TypeKind::Object(object)) => {
            let mut values = object.properties.iter().map(|property| property.value);
            values.any(structured)
        }
        Some(TypeKind::Union(union)) => {
            let mut variants = union.variants.iter();
            variants.any(|variant| is_list_or_nests(types, variant.value))
        }
        _ => false,
    }
}
