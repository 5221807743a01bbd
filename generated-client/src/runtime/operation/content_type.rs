// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What a `Content-Type` says (RFC 9110, section 8.3): type, subtype and charset. Not what a body holds.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::runtime::codec::DecodeError;

/// The `Content-Type` of a reply, as far as it is text.
pub(crate) fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
}

/// Type and subtype, without parameters, as written.
pub(crate) fn essence(content_type: &str) -> &str {
    content_type
        .split([';', ','])
        .next()
        .unwrap_or_default()
        .trim()
}

/// Whether a content type is of a media type or range: `text/csv`, `image/*`, `*/*`.
pub(crate) fn is_of(content_type: &str, range: &str) -> bool {
    let essence = essence(content_type);
    match (range.strip_suffix("/*"), essence.split_once('/')) {
        (Some("*"), _) => true,
        (Some(type_), Some((actual, _))) => actual.eq_ignore_ascii_case(type_),
        (Some(_), None) => false,
        (None, _) => essence.eq_ignore_ascii_case(range),
    }
}

/// Whether a content type is JSON: `application/json`, `text/json` or any `+json` (RFC 6839).
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type).to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// A body as text, by the charset that its content type names: UTF-8 where it names none.
pub(crate) fn text(content_type: Option<&str>, body: &[u8]) -> Result<String, DecodeError> {
    let charset = charset(content_type.unwrap_or_default());
    match charset.to_ascii_lowercase().as_str() {
        "" | "utf-8" | "utf8" | "us-ascii" | "ascii" => utf_8(body),
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" => {
            Ok(body.iter().copied().map(char::from).collect())
        }
        _ => Err(DecodeError::custom(format!(
            "text in the charset `{charset}`, where UTF-8 or ISO-8859-1 was expected"
        ))),
    }
}

fn utf_8(body: &[u8]) -> Result<String, DecodeError> {
    match std::str::from_utf8(without_mark(body)) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(DecodeError::new(
            "text that is not UTF-8",
            error.valid_up_to(),
        )),
    }
}

/// A text without the mark that some writers of UTF-8 begin with.
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)
}

fn charset(content_type: &str) -> &str {
    let parameters = content_type.split(';').skip(1);
    let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
    let found = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    found.map_or("", |(_, value)| value.trim().trim_matches(['"', '\'']))
}
