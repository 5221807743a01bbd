//! `openapi` or `swagger`: which version of the specification a description is written in.

use super::fields::kind;
use crate::diagnostics::{Sink, codes};
use crate::document::Dialect;
use crate::source::{Mapping, Node, Origin};

/// The version; `None` where it is not one that is read, which was said.
pub(super) fn parse_version(root: &Mapping, origin: &Origin, sink: &mut Sink) -> Option<Dialect> {
    let keywords = ["openapi", "swagger", "swaggerVersion"]; // the last is that of 1.x
    let written = keywords
        .into_iter()
        .find_map(|keyword| Some((keyword, root.get(keyword)?)));
    let Some((keyword, node)) = written else {
        let found = "a mapping without `openapi` or `swagger`";
        sink.push(codes::not_openapi(origin, found));
        return None;
    };
    let place = origin.key(keyword);
    let version = match node {
        Node::String(version) => version.as_str(),
        Node::Number(version) => version.as_str(), // `openapi: 3.0` without quotes
        other => {
            sink.push(codes::unknown_version(&place, keyword, kind(other)));
            return None;
        }
    };
    let mut numbers = version.trim().split('.');
    match (keyword, numbers.next(), numbers.next()) {
        ("openapi", Some("3"), Some("0")) => Some(Dialect::V3_0),
        ("openapi", Some("3"), Some("1")) => Some(Dialect::V3_1),
        ("openapi", Some("3"), Some("2")) => Some(Dialect::V3_2),
        ("swagger", Some("2"), Some("0") | None) => Some(Dialect::V2_0),
        _ => {
            sink.push(codes::unknown_version(&place, keyword, version));
            None
        }
    }
}
