//! Which places are those of components, in the spelling of either specification. Not what stands there.
//!
//! `#/components/schemas/Pet` (OpenAPI 3) and `#/definitions/Pet` (Swagger 2.0) are the schema `Pet`;
//! `#/responses/NotFound/schema` stands one step below the response `NotFound`.

use super::Dialect;
use crate::source::{Origin, Token};

impl Dialect {
    /// What a reference to a schema by its bare name is short for, but for the name.
    pub(super) fn schemas_pointer(self) -> &'static str {
        match self {
            Self::V2_0 => "#/definitions/",
            Self::V3_0 | Self::V3_1 | Self::V3_2 => "#/components/schemas/",
        }
    }
}

/// How many steps lead from the root to the component that a place is or stands in; `None` for one that
/// stands elsewhere. The last of them is the component's name.
pub fn component_depth(origin: &Origin) -> Option<usize> {
    match origin.tokens().as_slice() {
        [Token::Key(components), _, _, ..] if &**components == "components" => Some(3),
        [Token::Key(kind), Token::Key(_), ..]
            if ["definitions", "parameters", "responses"].contains(&&**kind) =>
        {
            Some(2)
        }
        _ => None,
    }
}

/// The name of the schema that stands at a place, where that is a component.
pub fn schema_component(origin: &Origin) -> Option<&str> {
    match origin.tokens().as_slice() {
        [Token::Key(components), Token::Key(kind), Token::Key(name)]
            if &**components == "components" && &**kind == "schemas" =>
        {
            Some(name)
        }
        [Token::Key(kind), Token::Key(name)] if &**kind == "definitions" => Some(name),
        _ => None,
    }
}
