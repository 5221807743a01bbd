//! Which of a body's media types are offered: JSON before forms, before text, before bytes.

use super::kind::{Kind, kind};
use crate::api::{MediaTypeObject, Types};

/// A media type that a call can send.
pub(in crate::plan) struct Offer<'a> {
    pub(super) content: &'a MediaTypeObject,
    pub(super) kind: Kind,
}

/// The media types that a call can send, the best one first.
pub(in crate::plan) fn offers<'a>(
    types: &Types,
    contents: &'a [MediaTypeObject],
) -> Vec<Offer<'a>> {
    let mut offers: Vec<_> = contents
        .iter()
        .map(|content| Offer {
            content,
            kind: kind(types, content),
        })
        .collect();
    offers.sort_by_key(rank);
    offers
}

/// The smaller, the better.
fn rank(offer: &Offer<'_>) -> (Kind, u8) {
    let essence = offer.content.media_type.essence();
    let within = match essence.as_str() {
        "application/json" => 0,
        _ if offer.content.patch.is_some() => 1,
        essence if essence.contains('*') => 3,
        _ => 2,
    };
    (offer.kind, within)
}
