//! Header fields of responses, with their type in themselves.

use indexmap::IndexMap;
use openapiv3::{Header, HeaderStyle, ParameterSchemaOrContent};

use super::super::Parser;
use super::super::fields::Fields;
use super::super::parameter::json;
use super::super::schema::shell_reference;
use super::parameter::{FOREIGN, KEYWORDS};

impl<'n> Parser<'n, '_> {
    /// A header field.
    pub(in super::super) fn swagger_header(&mut self, fields: &Fields<'n>) -> Header {
        let not_of_headers = ["name", "in", "required", "allowEmptyValue"];
        let keywords: Vec<_> = KEYWORDS
            .iter()
            .copied()
            .filter(|keyword| !not_of_headers.contains(keyword))
            .collect();
        let foreign = [FOREIGN, ["required"].as_slice()].concat();
        self.known_in_swagger(fields, "the Header Object", &keywords, &foreign);
        let (id, is_list) = self.inline_schema(fields);
        if is_list {
            self.collection_format(fields, false);
        }
        Header {
            description: self.text(fields, "description"),
            style: HeaderStyle::Simple,
            required: self.boolean(fields, "required").unwrap_or_default(),
            deprecated: self.deprecated(fields),
            format: ParameterSchemaOrContent::Schema(shell_reference(id)),
            example: fields.get("x-example").or(fields.get("example")).map(json),
            examples: IndexMap::default(),
            extensions: IndexMap::default(),
        }
    }
}
