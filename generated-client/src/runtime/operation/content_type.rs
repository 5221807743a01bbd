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

/// Whether a content type is of a media type or range, parameters included: `text/csv`, `image/*`, `*/*`,
/// `application/json;version=2`.
pub(crate) fn is_of(content_type: &str, range: &str) -> bool {
    let (range, wanted) = range.split_once(';').unwrap_or((range, ""));
    let has = |wanted: &str| parameters(content_type).any(|given| is_same(given, wanted));
    is_of_type(essence(content_type), range) && wanted.split(';').all(|it| it.is_empty() || has(it))
}

/// What stands behind the type: `charset=utf-8`.
fn parameters(content_type: &str) -> impl Iterator<Item = &str> {
    content_type.split(';').skip(1).map(str::trim)
}

/// Whether two parameters say the same: names, and mostly values, do not depend on case.
fn is_same(one: &str, other: &str) -> bool {
    let parts = |parameter: &str| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let value = value.trim().trim_matches(['"', '\'']);
        (name.trim().to_ascii_lowercase(), value.to_ascii_lowercase())
    };
    parts(one) == parts(other)
}

fn is_of_type(essence: &str, range: &str) -> bool {
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
    let mut pairs = parameters(content_type).filter_map(|parameter| parameter.split_once('='));
    let found = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    found.map_or("", |(_, value)| value.trim().trim_matches(['"', '\'']))
}
