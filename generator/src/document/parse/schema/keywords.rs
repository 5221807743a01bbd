//! The keywords of a schema: which are read, which are not, and which are not known at all.

use super::{Fields, Parser};
use crate::diagnostics::codes;
use crate::document::Dialect;

/// Keywords that change what a schema takes, and that nothing expresses yet.
const UNSUPPORTED: &[&str] = &[
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
    "$recursiveRef",
];

/// Keywords that are read, and those that say nothing about values.
const KEYWORDS: &[&str] = &[
    "$ref",
    "$dynamicRef",
    "type",
    "nullable",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "enum",
    "const",
    "properties",
    "patternProperties",
    "required",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "items",
    "additionalItems",
    "prefixItems",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "discriminator",
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "externalDocs",
    "xml",
    "$defs",
    "definitions",
    "$comment",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "$vocabulary",
    "id",
    "summary",
];

/// Keywords of OpenAPI 3 that Swagger 2.0 has not.
const NOT_OF_2_0: &[&str] = &[
    "nullable",
    "oneOf",
    "anyOf",
    "not",
    "writeOnly",
    "deprecated",
];

impl<'n> Parser<'n, '_> {
    /// Reports the keywords that nothing comes of.
    pub(super) fn check_keywords(&mut self, fields: &Fields<'n>) {
        for (key, _) in fields.mapping.iter() {
            let origin = || fields.at(key);
            if UNSUPPORTED.contains(&key) {
                self.sink.push(codes::unsupported_keyword(&origin(), key));
            } else if key.starts_with("x-clientsmith-") {
                self.sink.push(codes::reserved_keyword(&origin(), key));
            } else if self.dialect == Dialect::V2_0 && NOT_OF_2_0.contains(&key) {
                self.sink.push(codes::foreign_keyword(&origin(), key));
            } else if self.dialect == Dialect::V2_0 && key == "collectionFormat" {
                // of the items of a parameter, where it is read
            } else if !KEYWORDS.contains(&key) && !key.starts_with("x-") {
                let diagnostic =
                    codes::unknown_keyword(&origin(), key, "the Schema Object", KEYWORDS);
                self.sink.push(diagnostic);
            }
        }
    }
}
