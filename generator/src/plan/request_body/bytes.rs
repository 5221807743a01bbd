//! A body of bytes: which media types it may be. How it is written is the runtime's.

use super::choice::Offer;
use super::kind::{Kind, kind};
use crate::api::{MediaTypeObject, Types};

/// The media types of bytes beside the one that is offered, which the caller can choose.
pub(super) fn others<'a>(
    types: &Types,
    offer: &Offer<'_>,
    contents: &'a [MediaTypeObject],
) -> Vec<&'a str> {
    if offer.kind != Kind::Bytes {
        return Vec::new();
    }
    contents
        .iter()
        .filter(|content| kind(types, content) == Kind::Bytes)
        .map(|content| content.media_type.0.as_str())
        .filter(|media_type| *media_type != offer.content.media_type.0)
        .collect()
}

/// What the caller must know of the content type of a body of bytes, as a sentence; `None`: there is no choice.
pub(super) fn choice(
    types: &Types,
    offer: &Offer<'_>,
    contents: &[MediaTypeObject],
) -> Option<String> {
    let others = others(types, offer, contents);
    if others.is_empty() {
        return None;
    }
    let code = |media_type: &str| format!("`{}`", media_type.replace('`', "'"));
    let sent = code(&offer.content.media_type.0);
    let others: Vec<_> = others.into_iter().map(code).collect();
    let others = others.join(", ");
    Some(match sent.contains('*') {
        true => format!("[`RequestBody::content_type`] says what it is: {sent}, {others}."),
        false => format!(
            "It is sent as {sent}, unless [`RequestBody::content_type`] says another: {others}."
        ),
    })
}
