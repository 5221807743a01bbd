//! A mapping and its keywords: what stands there, of the kind that is expected, or a diagnostic.

use super::Parser;
use crate::diagnostics::codes;
use crate::document::RateLimits;
use crate::source::{Mapping, Node, Number, Origin};

/// A mapping of the document.
pub(super) struct Fields<'n> {
    pub(super) mapping: &'n Mapping,
    pub(super) origin: Origin,
}

/// What a node is, in words.
pub(super) fn kind(node: &Node) -> &'static str {
    match node {
        Node::Null => "null",
        Node::Boolean(_) => "a boolean",
        Node::Number(_) => "a number",
        Node::String(_) => "a string",
        Node::Sequence(_) => "a list",
        Node::Mapping(_) => "a mapping",
    }
}

impl<'n> Fields<'n> {
    pub(super) fn new(mapping: &'n Mapping, origin: Origin) -> Self {
        Self { mapping, origin }
    }

    /// What stands under a keyword; null is as good as nothing.
    pub(super) fn get(&self, keyword: &str) -> Option<&'n Node> {
        self.mapping
            .get(keyword)
            .filter(|node| **node != Node::Null)
    }

    /// The key that a keyword stands under: itself, or else one that differs in case only.
    pub(super) fn key_of<'k>(&self, keyword: &'k str) -> &'k str
    where
        'n: 'k,
    {
        let mut keys = self.mapping.iter().map(|(key, _)| key);
        match self.get(keyword) {
            Some(_) => keyword,
            None => keys
                .find(|key| key.eq_ignore_ascii_case(keyword))
                .unwrap_or(keyword),
        }
    }

    /// The place of a keyword's value.
    pub(super) fn at(&self, keyword: &str) -> Origin {
        self.origin.key(keyword)
    }

    /// A keyword's text, where there is one; what else stands there was or will be reported.
    pub(super) fn text_or_empty(&self, keyword: &str) -> String {
        match self.get(keyword) {
            Some(Node::String(text)) => text.clone(),
            Some(Node::Number(number)) => number.as_str().to_owned(),
            _ => String::new(),
        }
    }

    /// `$ref`, where it is a text.
    pub(super) fn reference(&self) -> Option<&'n str> {
        match self.get("$ref") {
            Some(Node::String(reference)) => Some(reference),
            _ => None,
        }
    }

    /// `x-rate-limits`, as it stands there.
    pub(super) fn rate_limits(&self) -> Option<RateLimits> {
        let node = self.get("x-rate-limits")?;
        Some(RateLimits {
            node: node.clone(),
            origin: self.at("x-rate-limits"),
        })
    }
}

impl<'n> Parser<'n, '_> {
    /// A mapping, or a diagnostic. A `$ref`, which OpenAPI does not have there, is followed all the same.
    pub(super) fn fields(
        &mut self,
        node: &'n Node,
        origin: Origin,
        expected: &str,
    ) -> Option<Fields<'n>> {
        let (node, origin) = self.behind_reference(node, origin)?;
        self.mapping(node, origin, expected)
    }

    /// What stands behind a `$ref` that OpenAPI does not have there: documents in several files do.
    fn behind_reference(&mut self, node: &'n Node, origin: Origin) -> Option<(&'n Node, Origin)> {
        let Node::Mapping(mapping) = node else {
            return Some((node, origin));
        };
        let written = Fields::new(mapping, origin);
        let Some(reference) = written.reference() else {
            return Some((node, written.origin));
        };
        let place = written.at("$ref");
        if self.said.insert(format!("{place:?}")) {
            self.sink
                .push(codes::unexpected_reference(&place, reference));
            self.report_siblings(node, &written.origin);
        }
        self.final_target(reference, &place)
    }

    /// A mapping, or a diagnostic; a `$ref` in it is only one of its keys.
    pub(super) fn mapping(
        &mut self,
        node: &'n Node,
        origin: Origin,
        expected: &str,
    ) -> Option<Fields<'n>> {
        match node {
            Node::Mapping(mapping) => Some(Fields { mapping, origin }),
            other => {
                self.sink
                    .push(codes::wrong_type(&origin, kind(other), expected));
                None
            }
        }
    }

    /// Reports keys that are no keywords.
    pub(super) fn known(&mut self, fields: &Fields<'n>, place: &str, keywords: &[&str]) {
        for (key, _) in fields.mapping.iter() {
            if key.starts_with("x-clientsmith-") {
                self.sink
                    .push(codes::reserved_keyword(&fields.at(key), key));
            } else if !keywords.contains(&key) && !key.starts_with("x-") && key != "$ref" {
                self.sink.push(codes::unknown_keyword(
                    &fields.at(key),
                    key,
                    place,
                    keywords,
                ));
            }
        }
    }

    /// A text; a number or boolean is taken for one (`version: 1.0`).
    pub(super) fn text(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<String> {
        let node = fields.get(keyword)?;
        match node {
            Node::String(text) => Some(text.clone()),
            Node::Number(number) => Some(number.as_str().to_owned()),
            Node::Boolean(boolean) => Some(boolean.to_string()),
            other => {
                self.sink.push(codes::wrong_type(
                    &fields.at(keyword),
                    kind(other),
                    "a string",
                ));
                None
            }
        }
    }

    /// A boolean; the words `true` and `false` are taken for one.
    pub(super) fn boolean(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<bool> {
        match fields.get(keyword)? {
            Node::Boolean(boolean) => Some(*boolean),
            Node::String(text) if text == "true" || text == "false" => Some(text == "true"),
            other => {
                self.sink.push(codes::wrong_type(
                    &fields.at(keyword),
                    kind(other),
                    "a boolean",
                ));
                None
            }
        }
    }

    /// A number; one in quotes is taken for it, and reported.
    pub(super) fn number(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<Number> {
        match fields.get(keyword)? {
            Node::Number(number) => Some(number.clone()),
            Node::String(text) if is_number(text) => {
                let origin = fields.at(keyword);
                self.sink
                    .push(codes::wrong_type(&origin, "a string", "a number"));
                Some(Number::from_text(text.as_str()))
            }
            other => {
                self.sink.push(codes::wrong_type(
                    &fields.at(keyword),
                    kind(other),
                    "a number",
                ));
                None
            }
        }
    }

    /// A natural number.
    pub(super) fn natural(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<u64> {
        let number = self.number(fields, keyword)?;
        let natural = number.as_u64();
        if natural.is_none() {
            let origin = fields.at(keyword);
            self.sink.push(codes::invalid_value(
                &origin,
                number.as_str(),
                "a natural number",
            ));
        }
        natural
    }

    /// A mapping under a keyword.
    pub(super) fn inner(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<Fields<'n>> {
        let node = fields.get(keyword)?;
        self.fields(node, fields.at(keyword), "a mapping")
    }

    /// The entries of a mapping under a keyword, with the place of each.
    pub(super) fn entries(
        &mut self,
        fields: &Fields<'n>,
        keyword: &str,
    ) -> Vec<(&'n str, &'n Node, Origin)> {
        let Some(inner) = self.inner(fields, keyword) else {
            return Vec::new();
        };
        let entries = inner.mapping.iter();
        entries
            .map(|(key, node)| (key, node, inner.origin.key(key)))
            .collect()
    }

    /// The items of a list under a keyword, with the place of each.
    pub(super) fn items(&mut self, fields: &Fields<'n>, keyword: &str) -> Vec<(&'n Node, Origin)> {
        let written = fields.get(keyword);
        let found = written.and_then(|node| self.behind_reference(node, fields.at(keyword)));
        match found {
            None => Vec::new(),
            Some((Node::Sequence(items), origin)) => items
                .iter()
                .enumerate()
                .map(|(index, node)| (node, origin.index(index)))
                .collect(),
            Some((other, origin)) => {
                self.sink
                    .push(codes::wrong_type(&origin, kind(other), "a list"));
                Vec::new()
            }
        }
    }

    /// A list of texts under a keyword.
    pub(super) fn texts(&mut self, fields: &Fields<'n>, keyword: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (node, origin) in self.items(fields, keyword) {
            match node {
                Node::String(text) => texts.push(text.clone()),
                Node::Number(number) => texts.push(number.as_str().to_owned()),
                Node::Boolean(boolean) => texts.push(boolean.to_string()),
                other => self
                    .sink
                    .push(codes::wrong_type(&origin, kind(other), "a string")),
            }
        }
        texts
    }
}

/// Whether a text is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    matches!(serde_json::from_str(text), Ok(serde_json::Value::Number(_)))
}
