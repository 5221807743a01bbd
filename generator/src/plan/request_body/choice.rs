//! Which of a body's media types are offered. Those that say the same in another way are not: of
//! several spellings of JSON one is sent, and a form or XML beside JSON only where it holds something
//! else.

use super::kind::{Kind, is_structured, kind, resolved};
use super::multipart::has_files;
use crate::api::{MediaTypeObject, Types};

/// A media type that a call can send.
pub(in crate::plan) struct Offer<'a> {
    pub(in crate::plan) content: &'a MediaTypeObject,
    pub(in crate::plan) kind: Kind,
}

/// The media types that a call can send, the best one first.
pub(in crate::plan) fn offers<'a>(
    types: &Types,
    contents: &'a [MediaTypeObject],
) -> Vec<Offer<'a>> {
    let mut all: Vec<_> = contents
        .iter()
        .map(|content| Offer {
            content,
            kind: kind(types, content),
        })
        .collect();
    all.sort_by_key(rank);
    let mut offers: Vec<Offer<'a>> = Vec::new();
    for offer in all {
        if !offers.iter().any(|better| covers(types, better, &offer)) {
            offers.push(offer);
        }
    }
    offers
}

/// Whether what a worse media type can send, a better one can, too.
fn covers(types: &Types, better: &Offer<'_>, worse: &Offer<'_>) -> bool {
    let same = || better.content.value == worse.content.value;
    match (better.kind, worse.kind) {
        (Kind::Json, Kind::Json) => {
            let (one, other) = (essence(better), essence(worse));
            (is_plain_json(&one) || one == other) && same() || other.contains('*')
        }
        (_, Kind::Multipart) => same() && !has_files(types, worse.content),
        (Kind::Text, Kind::Text) => true, // both are a text of the caller's
        (Kind::Bytes, Kind::Bytes) => true, // the caller chooses the content type
        (_, Kind::Text) if worse.content.media_type.is_xml() => true,
        (_, Kind::Bytes) => same() && is_described(types, worse.content), // no text holds all bytes
        _ => same(),
    }
}

/// Whether the document says what a body consists of.
fn is_described(types: &Types, content: &MediaTypeObject) -> bool {
    let kind = content.value.and_then(|value| resolved(types, value));
    kind.is_some_and(is_structured)
}

fn essence(offer: &Offer<'_>) -> String {
    offer.content.media_type.essence()
}

fn is_plain_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json")
}

/// The smaller, the better: of `application/json` in several versions the one without parameters.
fn rank(offer: &Offer<'_>) -> (Kind, u8, bool) {
    let essence = essence(offer);
    let within = match essence.as_str() {
        "application/json" => 0,
        "text/json" => 1,
        _ if offer.content.patch.is_some() => 2,
        essence if essence.contains('*') => 4,
        _ if offer.content.media_type.is_xml() => 5,
        _ => 3,
    };
    (
        offer.kind,
        within,
        offer.content.media_type.has_parameters(),
    )
}
