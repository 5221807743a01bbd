//! The body of a call: a valid value for what is read from JSON, and an expression for what is not. Which
//! media type is sent is decided in `calls.rs`.

use clientsmith::api::{self, MediaTypeObject};
use clientsmith::document::SchemaId;
use clientsmith::plan::{Content, Encoding, Part, RustType, TypeItem};
use serde_json::{Value, json};

use super::calls::{Call, Maker};
use super::validator::Given;

impl Maker<'_> {
    pub(super) fn body(
        &self,
        encoding: &Encoding,
        type_: &RustType,
        (place, variant): (&str, usize),
        written: &api::Operation,
        call: &mut Call,
    ) -> Result<String, String> {
        let body = written.body.as_ref().ok_or("no body is written")?;
        match encoding {
            Encoding::Body {
                content,
                media_type,
                ..
            } => self.content(content, media_type, type_, body, call),
            Encoding::Bodies(bodies) => {
                let chosen = bodies.variants.get(variant).ok_or("no such variant")?;
                let content = self.content(
                    &chosen.content,
                    &chosen.media_type,
                    &chosen.type_,
                    body,
                    call,
                )?;
                let content = match chosen.boxed {
                    true => format!("Box::new({content})"),
                    false => content,
                };
                let path = format!(
                    "{place}::{}::{}",
                    bodies.name.as_str(),
                    chosen.name.as_str()
                );
                Ok(format!("{path}({content})"))
            }
            _ => Err("it is no body".to_owned()),
        }
    }

    fn content(
        &self,
        content: &Content,
        media_type: &str,
        type_: &RustType,
        body: &api::RequestBody,
        call: &mut Call,
    ) -> Result<String, String> {
        let schema = self.schema_of_body(media_type, body);
        let sample = || {
            schema.map_or_else(
                || Ok(json!({ "any": "thing" })),
                |schema| self.samples.whole(schema),
            )
        };
        match content {
            Content::Json => Ok(self.json(type_, sample()?, call)),
            Content::Form(_) => {
                let sample = schema.map_or(Ok(json!({ "any": "thing" })), |schema| {
                    self.samples.flat(schema)
                });
                let sample = sample?;
                call.given.push(Given {
                    location: "body".to_owned(),
                    name: media_type.to_owned(),
                    value: sample.clone(),
                });
                Ok(call.value(sample))
            }
            Content::Text => {
                let text = match schema.map(|schema| self.samples.whole(schema)) {
                    Some(Ok(text @ Value::String(_))) => text,
                    _ => "text".into(),
                };
                Ok(call.value(text))
            }
            Content::Bytes => {
                let bytes = "runtime::RequestBody::from(b\"bytes\")".to_owned();
                match media_type.contains('*') {
                    true => Ok(format!(
                        "{bytes}.content_type(\"{}\")",
                        media_type.replace('*', "any")
                    )),
                    false => Ok(bytes),
                }
            }
            Content::Multipart => {
                let name = type_.path.as_ref().map(|path| path.name.as_str());
                self.multipart(name.ok_or("its type has no name")?, schema, call)
            }
        }
    }

    /// What is read from JSON; a patch as a draft, that says at its end whether it sets something.
    fn json(&self, type_: &RustType, value: Value, call: &mut Call) -> String {
        let name = type_.path.as_ref().map(|path| path.name.as_str());
        let is_patch = self.package.types.iter().any(|file| {
            matches!(file.item, TypeItem::Patch(_)) && name == Some(file.name.as_str())
        });
        match (is_patch, name) {
            (true, Some(name)) => {
                let draft = format!("{}::types::{name}<runtime::Draft>", self.module);
                let value = call.value_of(&format!("::<{draft}>"), value);
                format!("{value}.finish()?")
            }
            _ => call.value(value),
        }
    }

    /// What is sent part by part is not read from JSON: each part is, or is a file.
    fn multipart(
        &self,
        name: &str,
        schema: Option<SchemaId>,
        call: &mut Call,
    ) -> Result<String, String> {
        let multipart = self.package.types.iter().find_map(|file| match &file.item {
            TypeItem::Multipart(multipart) if file.name.as_str() == name => Some(multipart),
            _ => None,
        });
        let sample = schema.map_or(Ok(Value::Null), |schema| self.samples.flat(schema))?;
        let Some(multipart) = multipart else {
            return Ok(any_parts(&sample));
        };
        let mut fields = String::new();
        for (field, part) in multipart.struct_.fields.iter().zip(&multipart.parts) {
            let name = field.name.as_str();
            let several = field
                .type_
                .path
                .as_ref()
                .is_some_and(|path| path.name == "Vec");
            let value = match (part, sample.get(&field.wire_name)) {
                (Part::Files { .. }, _) if several => {
                    Some("vec![runtime::Part::from(b\"bytes\")]".to_owned())
                }
                (Part::Files { .. }, _) => Some("runtime::Part::from(b\"bytes\")".to_owned()),
                (_, Some(value)) => Some(call.value(value.clone())),
                (_, None) => None,
            };
            let value = match (value, field.required) {
                (Some(value), true) => value,
                (Some(value), false) => format!("Some({value})"),
                (None, false) => "None".to_owned(),
                (None, true) => return Err(format!("`{}` has no sample", field.wire_name)),
            };
            fields.push_str(&format!("{name}: {value}, "));
        }
        if let Some(rest) = &multipart.struct_.rest {
            fields.push_str(&format!("{}: Default::default(), ", rest.name.as_str()));
        }
        Ok(format!("{}::types::{name} {{ {fields} }}", self.module))
    }

    /// The schema of a media type of a body, by where it is written or by what it leads to.
    fn schema_of_body(&self, media_type: &str, body: &api::RequestBody) -> Option<SchemaId> {
        let named = |content: &&MediaTypeObject| content.media_type.0 == media_type;
        let content = body.contents.iter().find(named).or(body.contents.first())?;
        let written = body.docs.origin.as_ref().and_then(|place| {
            let content = place.key("content").key(&content.media_type.0);
            self.schema_at(&content.key("schema"))
                .or_else(|| self.schema_at(&place.key("schema")))
        });
        written.or_else(|| {
            let type_ = self.api.types.get(content.value?.type_)?;
            self.schema_at(type_.docs.origin.as_ref()?)
        })
    }
}

/// Parts of whatever name, where the document does not say which there are.
fn any_parts(sample: &Value) -> String {
    let mut parts = "runtime::Multipart::new()".to_owned();
    match sample {
        Value::Object(object) if !object.is_empty() => {
            for (name, value) in object {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                parts.push_str(&format!(".text({name:?}, {text:?})"));
            }
        }
        _ => parts.push_str(".text(\"name\", \"text\")"),
    }
    parts
}
