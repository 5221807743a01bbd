//! Header fields of responses and of parts, and examples.

use indexmap::IndexMap;
use openapiv3::{Example, Header, HeaderStyle, ReferenceOr};

use super::Parser;
use super::fields::Fields;
use super::parameter::json;
use crate::document::{Dialect, EXPLODE};
use crate::source::{Node, Origin};

const KEYWORDS: &[&str] = &[
    "description",
    "required",
    "deprecated",
    "style",
    "explode",
    "schema",
    "example",
    "examples",
    "content",
    "allowEmptyValue",
    "allowReserved",
];

impl<'n> Parser<'n, '_> {
    pub(super) fn headers(&mut self, fields: &Fields<'n>) -> IndexMap<String, ReferenceOr<Header>> {
        let mut headers = IndexMap::new();
        for (name, node, origin) in self.entries(fields, "headers") {
            if let Some(header) = self.header_or_reference(node, origin) {
                headers.insert(name.to_owned(), header);
            }
        }
        headers
    }

    fn header_or_reference(
        &mut self,
        node: &'n Node,
        origin: Origin,
    ) -> Option<ReferenceOr<Header>> {
        let followed = self.followed(node, origin, "a header")?;
        let Some(key) = followed.key else {
            return Some(ReferenceOr::Item(self.header(&followed.fields)));
        };
        if !self.targets.headers.contains_key(&key) {
            let mut header = self.header(&followed.fields);
            header.description = followed.description.or(header.description);
            let target = (header, followed.fields.origin);
            self.targets.headers.insert(key.clone(), target);
        }
        Some(ReferenceOr::Reference { reference: key })
    }

    fn header(&mut self, fields: &Fields<'n>) -> Header {
        if self.dialect == Dialect::V2_0 {
            return self.swagger_header(fields);
        }
        self.known(fields, "the Header Object", KEYWORDS);
        let mut extensions = IndexMap::new();
        if let Some(explode) = self.boolean(fields, "explode") {
            extensions.insert(EXPLODE.to_owned(), explode.into());
        }
        Header {
            description: self.text(fields, "description"),
            style: HeaderStyle::Simple,
            required: self.boolean(fields, "required").unwrap_or_default(),
            deprecated: self.boolean(fields, "deprecated"),
            format: self.schema_or_content(fields),
            example: fields.get("example").map(json),
            examples: self.examples(fields),
            extensions,
        }
    }

    /// `examples`: a mapping of examples, references followed.
    pub(super) fn examples(
        &mut self,
        fields: &Fields<'n>,
    ) -> IndexMap<String, ReferenceOr<Example>> {
        let mut examples = IndexMap::new();
        if let Some(Node::Sequence(values)) = fields.get("examples") {
            // a list, as in a schema of 3.1: what it means is plain
            for (index, value) in values.iter().enumerate() {
                let example = Example {
                    value: Some(json(value)),
                    ..Example::default()
                };
                examples.insert(index.to_string(), ReferenceOr::Item(example));
            }
            return examples;
        }
        for (name, node, origin) in self.entries(fields, "examples") {
            if let Some(example) = self.example(node, origin) {
                examples.insert(name.to_owned(), ReferenceOr::Item(example));
            }
        }
        examples
    }

    fn example(&mut self, node: &'n Node, origin: Origin) -> Option<Example> {
        let followed = self.followed(node, origin, "an example")?;
        let fields = followed.fields;
        Some(Example {
            summary: followed.summary.or_else(|| self.text(&fields, "summary")),
            description: followed
                .description
                .or_else(|| self.text(&fields, "description")),
            value: fields.get("value").or(fields.get("dataValue")).map(json),
            external_value: self.text(&fields, "externalValue"),
            ..Example::default()
        })
    }
}
