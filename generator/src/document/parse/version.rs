//! `openapi`: which version of the specification a description is written in.

use super::fields::kind;
use crate::diagnostics::{Sink, codes};
use crate::document::Dialect;
use crate::source::{Mapping, Node, Origin};

/// The version; `None` where it is not one that is read, which was said.
pub(super) fn parse_version(root: &Mapping, origin: &Origin, sink: &mut Sink) -> Option<Dialect> {
    let version = match (root.get("openapi"), root.get("swagger")) {
        (Some(Node::String(version)), _) => version.as_str(),
        (Some(Node::Number(version)), _) => version.as_str(), // `openapi: 3.0` without quotes
        (Some(other), _) => {
            sink.push(codes::unknown_version(&origin.key("openapi"), kind(other)));
            return None;
        }
        (None, Some(_)) => {
            sink.push(codes::unknown_version(
                &origin.key("swagger"),
                "Swagger 2.0",
            ));
            return None;
        }
        (None, None) => {
            sink.push(codes::not_openapi(origin, "a mapping without `openapi`"));
            return None;
        }
    };
    let mut numbers = version.trim().split('.');
    match (numbers.next(), numbers.next()) {
        (Some("3"), Some("0")) => Some(Dialect::V3_0),
        (Some("3"), Some("1")) => Some(Dialect::V3_1),
        (Some("3"), Some("2")) => Some(Dialect::V3_2),
        _ => {
            sink.push(codes::unknown_version(&origin.key("openapi"), version));
            None
        }
    }
}
