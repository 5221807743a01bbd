//! A document from bytes: shaped like OpenAPI, with the keywords that matter, names that hurt, and nodes in
//! places where they do not belong.

use arbitrary::{Result, Unstructured};

const KEYWORDS: &[&str] = &[
    "type",
    "format",
    "properties",
    "required",
    "items",
    "prefixItems",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "enum",
    "const",
    "nullable",
    "$ref",
    "additionalProperties",
    "patternProperties",
    "discriminator",
    "default",
    "minimum",
    "maximum",
    "minProperties",
    "readOnly",
    "writeOnly",
    "title",
    "description",
    "deprecated",
    "example",
    "x-extensible-enum",
    "x-enum-varnames",
    "propertyNames",
    "uniqueItems",
];

const NAMES: &[&str] = &[
    "Pet",
    "pet",
    "PET",
    "type",
    "self",
    "Self",
    "crate",
    "super",
    "_",
    "",
    "r#type",
    "Option",
    "String",
    "Vec",
    "Unknown",
    "new",
    "1st",
    "a b",
    "a/b",
    "~0",
    "%2F",
    "*/",
    "\"]",
    "../../x",
    "..",
    "CON",
    "ä",
    "名前",
    "\u{202e}x",
    "\u{0}",
    "\n//!",
    "#![x]",
    "{}",
    "{id}",
    "id",
    "name",
    "Error",
    "Client",
    "body",
    "very_long_name_very_long_name_very_long_name_very_long_name_very_long_name_very_long_name_very_long",
];

const TYPES: &[&str] = &[
    "string", "integer", "number", "boolean", "array", "object", "null", "file", "any",
];

const FORMATS: &[&str] = &[
    "int32",
    "int64",
    "uint64",
    "date-time",
    "date",
    "uuid",
    "byte",
    "binary",
    "password",
    "decimal",
    "x",
];

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "patch", "head", "query", "x-y",
];

const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/merge-patch+json",
    "text/plain",
    "multipart/form-data",
    "*/*",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
    "text/event-stream",
    "",
    "json",
];

const STATUSES: &[&str] = &[
    "200", "201", "204", "4XX", "404", "default", "5xx", "99", "x", "302",
];

const STYLES: &[&str] = &[
    "simple",
    "label",
    "matrix",
    "form",
    "deepObject",
    "pipeDelimited",
    "x",
];

/// How deep schemas nest.
const DEPTH: u32 = 5;

/// A document as JSON text; where the bytes end, it ends.
pub(super) fn document(bytes: &[u8]) -> String {
    let mut writer = Tree {
        bytes: Unstructured::new(bytes),
        text: String::new(),
    };
    let _ = writer.root(); // what is missing at the end is closed by whoever opened it
    writer.text
}

struct Tree<'b> {
    bytes: Unstructured<'b>,
    text: String,
}

impl Tree<'_> {
    fn root(&mut self) -> Result<()> {
        let version = *self.bytes.choose(&["3.0.3", "3.1.0", "3.2.0", "2.0"])?;
        let key = if version == "2.0" {
            "swagger"
        } else {
            "openapi"
        };
        self.text
            .push_str(&format!("{{\"{key}\":\"{version}\",\"info\":{{\"title\":"));
        let title = self.name();
        self.string(title);
        self.text.push_str(",\"version\":\"1\"},\"paths\":{");
        let outcome = self.paths();
        self.text.push_str("},\"components\":{\"schemas\":{");
        let outcome = outcome.and_then(|()| self.named(Self::schema_here));
        self.text.push_str("}},\"definitions\":{");
        let outcome = outcome.and_then(|()| self.named(Self::schema_here));
        self.text.push_str("}}");
        outcome
    }

    fn paths(&mut self) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=3)? {
            let name = self.name();
            self.comma(index);
            self.string(&format!("/{name}/{{id}}"));
            self.text.push_str(":{");
            let method = *self.bytes.choose(METHODS)?;
            self.text.push_str(&format!("\"{method}\":{{"));
            let outcome = self.operation();
            self.text.push_str("}}");
            outcome?;
        }
        Ok(())
    }

    fn operation(&mut self) -> Result<()> {
        let (id, tag) = (self.name(), self.name());
        self.text.push_str("\"operationId\":");
        self.string(id);
        self.text.push_str(",\"tags\":[");
        self.string(tag);
        self.text.push_str("],\"description\":");
        let description = self.name();
        self.string(description);
        self.text.push_str(",\"parameters\":[");
        let outcome = self.parameters();
        self.text.push_str("],\"requestBody\":{\"content\":{");
        let outcome = outcome.and_then(|()| self.content());
        self.text.push_str("}},\"responses\":{");
        let outcome = outcome.and_then(|()| self.responses());
        self.text.push('}');
        outcome
    }

    fn parameters(&mut self) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=3)? {
            let name = self.name();
            let place = *self
                .bytes
                .choose(&["path", "query", "header", "cookie", "body", "formData"])?;
            let style = *self.bytes.choose(STYLES)?;
            let required = self.bytes.arbitrary::<bool>()?;
            self.comma(index);
            self.text.push_str("{\"name\":");
            self.string(name);
            self.text.push_str(&format!(
                ",\"in\":\"{place}\",\"style\":\"{style}\",\"required\":{required},\"schema\":"
            ));
            let outcome = self.schema(DEPTH);
            self.text.push('}');
            outcome?;
        }
        Ok(())
    }

    fn content(&mut self) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=2)? {
            let media_type = *self.bytes.choose(MEDIA_TYPES)?;
            self.comma(index);
            self.string(media_type);
            self.text.push_str(":{\"schema\":");
            let outcome = self.schema(DEPTH);
            self.text.push('}');
            outcome?;
        }
        Ok(())
    }

    fn responses(&mut self) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=3)? {
            let status = *self.bytes.choose(STATUSES)?;
            self.comma(index);
            self.string(status);
            self.text.push_str(":{\"description\":\"\",\"content\":{");
            let outcome = self.content();
            self.text.push_str("}}");
            outcome?;
        }
        Ok(())
    }

    fn named(&mut self, value: fn(&mut Self) -> Result<()>) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=4)? {
            let name = self.name();
            self.comma(index);
            self.string(name);
            self.text.push(':');
            value(self)?;
        }
        Ok(())
    }

    fn schema_here(&mut self) -> Result<()> {
        self.schema(DEPTH)
    }

    /// A schema; where the bytes end, an empty one.
    fn schema(&mut self, depth: u32) -> Result<()> {
        self.text.push('{');
        let outcome = self.keywords(depth);
        self.text.push('}');
        outcome
    }

    fn keywords(&mut self, depth: u32) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=4)? {
            let keyword = *self.bytes.choose(KEYWORDS)?;
            self.comma(index);
            self.text.push_str(&format!("\"{keyword}\":"));
            self.keyword(keyword, depth)?;
        }
        Ok(())
    }

    fn keyword(&mut self, keyword: &str, depth: u32) -> Result<()> {
        let further = depth.saturating_sub(1);
        if depth == 0 || self.bytes.ratio(1, 20)? {
            return self.anything();
        }
        match keyword {
            "type" => self.one_of(TYPES),
            "format" => self.one_of(FORMATS),
            "$ref" => {
                let name = self.name();
                self.string(&format!("#/components/schemas/{name}"));
                Ok(())
            }
            "properties" | "patternProperties" => {
                self.text.push('{');
                let outcome = self.properties(further);
                self.text.push('}');
                outcome
            }
            "items" | "not" | "additionalProperties" | "propertyNames" => self.schema(further),
            "allOf" | "oneOf" | "anyOf" | "prefixItems" => {
                self.text.push('[');
                let outcome = self.schemas(further);
                self.text.push(']');
                outcome
            }
            "enum" | "x-extensible-enum" | "required" | "x-enum-varnames" => {
                let (one, other) = (self.name(), self.name());
                self.text.push('[');
                self.string(one);
                self.text.push(',');
                self.string(other);
                self.text.push(']');
                Ok(())
            }
            "discriminator" => {
                let (name, mapped) = (self.name(), self.name());
                self.text.push_str("{\"propertyName\":");
                self.string(name);
                self.text.push_str(",\"mapping\":{\"a\":");
                self.string(mapped);
                self.text.push_str("}}");
                Ok(())
            }
            _ => self.anything(),
        }
    }

    fn properties(&mut self, depth: u32) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=3)? {
            let name = self.name();
            self.comma(index);
            self.string(name);
            self.text.push(':');
            self.schema(depth)?;
        }
        Ok(())
    }

    fn schemas(&mut self, depth: u32) -> Result<()> {
        for index in 0..self.bytes.int_in_range(0..=3)? {
            self.comma(index);
            self.schema(depth)?;
        }
        Ok(())
    }

    /// A node that fits nowhere in particular.
    fn anything(&mut self) -> Result<()> {
        let node = self.bytes.choose(&[
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "1.5",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{}}",
            "\"\"",
            "\"string\"",
            "\"*/\"",
            "[1,\"a\",null]",
        ]);
        self.text.push_str(node.copied().unwrap_or("null"));
        Ok(())
    }

    fn one_of(&mut self, words: &[&str]) -> Result<()> {
        let word = self.bytes.choose(words).copied().unwrap_or("string");
        self.string(word);
        Ok(())
    }

    fn name(&mut self) -> &'static str {
        self.bytes.choose(NAMES).copied().unwrap_or("Pet")
    }

    fn comma(&mut self, index: u8) {
        if index > 0 {
            self.text.push(',');
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                control if (control as u32) < 32 => {
                    self.text.push_str(&format!("\\u{:04x}", control as u32))
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}
