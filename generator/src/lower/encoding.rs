//! Encodings: how the properties of form and multipart bodies are written. Other bodies have none.

use openapiv3::QueryStyle;

use super::Lowerer;
use super::name::and;
use crate::api::{Encoding, EncodingRule, MediaType, Style};
use crate::diagnostics::codes;
use crate::document::EXPLODE;
use crate::source::Origin;

impl<'d> Lowerer<'d, '_> {
    /// The encodings of a media type, in the document's order; `place` is the media type's.
    pub(super) fn encodings(
        &mut self,
        media_type: &MediaType,
        written: &'d openapiv3::MediaType,
        place: &Origin,
        words: &[String],
    ) -> Vec<Encoding> {
        let place = place.key("encoding");
        if !written.encoding.is_empty() && !media_type.is_form() && !media_type.is_multipart() {
            self.report(codes::unsupported_keyword(&place, "encoding"));
            return Vec::new();
        }
        let mut encodings = Vec::new();
        for (property, encoding) in &written.encoding {
            let origin = place.key(property);
            let headers = self.headers(&encoding.headers, &origin, &and(words, property));
            encodings.push(Encoding {
                property: property.clone(),
                rule: rule(encoding),
                headers,
                origin,
            });
        }
        encodings
    }
}

/// The rule of an encoding: where any keyword of a style stands, its media type has no say.
fn rule(encoding: &openapiv3::Encoding) -> EncodingRule {
    let explode = encoding
        .extensions
        .get(EXPLODE)
        .and_then(serde_json::Value::as_bool);
    let styled = encoding.style.is_some() || explode.is_some() || encoding.allow_reserved;
    match (&encoding.content_type, styled) {
        (_, true) => {
            let style = match encoding.style {
                None | Some(QueryStyle::Form) => Style::Form,
                Some(QueryStyle::SpaceDelimited) => Style::SpaceDelimited,
                Some(QueryStyle::PipeDelimited) => Style::PipeDelimited,
                Some(QueryStyle::DeepObject) => Style::DeepObject,
            };
            EncodingRule::Style {
                style,
                explode: explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject)),
                allow_reserved: encoding.allow_reserved,
            }
        }
        (Some(media_types), false) => EncodingRule::ContentType(
            media_types
                .split(',')
                .map(|media_type| MediaType(media_type.trim().to_owned()))
                .collect(),
        ),
        (None, false) => EncodingRule::Default,
    }
}
