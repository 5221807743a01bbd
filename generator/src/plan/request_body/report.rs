//! Says what of a body is not expressed by a type, and which of its media types are not offered.

use super::bytes;
use super::choice::Offer;
use super::kind::{Kind, is_binary, is_structured, kind, resolved};
use super::multipart::object_id;
use crate::api::{MediaTypeObject, RequestBody, Types};
use crate::diagnostics::{Origin, Sink, codes};

/// Says what of a body is not expressed.
pub(super) fn report(types: &Types, offers: &[Offer<'_>], body: &RequestBody, sink: &mut Sink) {
    let Some(origin) = &body.docs.origin else {
        return; // made up by lowering
    };
    for offer in offers {
        if let Some(instead) = instead(types, offer) {
            let media_type = &offer.content.media_type.0;
            sink.push(codes::unsupported_media_type(origin, media_type, instead));
        }
        let others = bytes::others(types, offer, &body.contents);
        if !others.is_empty() {
            let sent = &offer.content.media_type.0;
            sink.push(codes::other_media_types_of_bytes(origin, &others, sent));
        }
    }
    report_others(types, offers, body, origin, sink);
}

/// What is done where there is no type for a body.
fn instead(types: &Types, offer: &Offer<'_>) -> Option<&'static str> {
    let media_type = &offer.content.media_type;
    let essence = media_type.essence();
    let value = offer.content.value;
    match offer.kind {
        Kind::Json | Kind::Form => None,
        Kind::Multipart => {
            let untyped = value.is_some_and(|value| object_id(types, value).is_none());
            untyped.then_some("whose schema is no object is taken part by part")
        }
        Kind::Text if media_type.is_xml() => Some("is taken as text"),
        Kind::Text => {
            let written = media_type.0.to_ascii_lowercase();
            let other = written.contains("charset=") && !written.contains("utf-8");
            other.then_some("is sent as UTF-8")
        }
        Kind::Bytes if essence.starts_with("multipart/") => {
            Some("is taken as bytes, whose content type must name the boundary")
        }
        Kind::Bytes => {
            let kind = value.and_then(|value| resolved(types, value));
            let structured = kind.is_some_and(is_structured) || media_type.is_form();
            (structured && !is_binary(media_type)).then_some("is taken as bytes")
        }
    }
}

/// Says which media types are not offered. Spellings of JSON that is offered go without saying;
/// further media types of bytes, which the caller can choose, have been told.
fn report_others(
    types: &Types,
    offers: &[Offer<'_>],
    body: &RequestBody,
    origin: &Origin,
    sink: &mut Sink,
) {
    let is_offered = |content: &MediaTypeObject| {
        offers
            .iter()
            .any(|offer| offer.content.media_type == content.media_type)
    };
    let goes_without_saying = |content: &MediaTypeObject| {
        let kind = kind(types, content);
        let is_free = matches!(kind, Kind::Json | Kind::Bytes);
        is_free && offers.iter().any(|offer| offer.kind == kind)
    };
    let others = body
        .contents
        .iter()
        .filter(|content| !is_offered(content) && !goes_without_saying(content));
    let others: Vec<_> = others
        .map(|content| content.media_type.0.as_str())
        .collect();
    if !others.is_empty() {
        let offered = offers
            .iter()
            .map(|offer| offer.content.media_type.0.as_str());
        let offered: Vec<_> = offered.collect();
        sink.push(codes::other_media_types(origin, &others, &offered));
    }
}
