//! Forms: parameters `in: formData`, together one object.

use indexmap::IndexMap;
use openapiv3::{Encoding, MediaType, RequestBody};

use super::super::Parser;
use super::super::fields::Fields;
use super::super::schema::shell_reference;
use super::media_type::{content, essence};
use super::parameter::{BodyParameter, CollectionFormat, FOREIGN, KEYWORDS, query_style};
use crate::diagnostics::codes;
use crate::document::{EXPLODE, Schema, SchemaId, SchemaNode, TypeKeyword};
use crate::source::{Mapping, Node};

const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// A form that is being read.
#[derive(Default)]
struct Form {
    schema: Schema,
    encoding: IndexMap<String, Encoding>,
    has_file: bool,
}

impl<'n> Parser<'n, '_> {
    /// The fields of a form as a request body. It stands where the list of parameters does.
    pub(super) fn form(
        &mut self,
        operation: &Fields<'n>,
        parameters: &[BodyParameter<'n>],
    ) -> RequestBody {
        let list = operation.at("parameters");
        self.places.note(operation.at("requestBody"), list.clone());
        let mut form = Form::default();
        form.schema.types.push(TypeKeyword::Object);
        for parameter in parameters {
            let fields = Fields::new(parameter.mapping, parameter.origin.clone());
            self.field(&fields, &parameter.name, &mut form);
        }
        let required = !form.schema.required.is_empty();
        let media_types = self.form_media_types(operation, form.has_file);
        let id = self.schemas.push(SchemaNode {
            origin: list,
            schema: form.schema,
        });
        RequestBody {
            content: content(&media_types, |_| MediaType {
                schema: Some(shell_reference(id)),
                encoding: form.encoding.clone(),
                ..MediaType::default()
            }),
            required,
            ..RequestBody::default()
        }
    }

    /// A field of a form.
    fn field(&mut self, fields: &Fields<'n>, name: &str, form: &mut Form) {
        self.known_in_swagger(fields, "the Parameter Object", KEYWORDS, FOREIGN);
        let (id, is_list) = self.inline_schema(fields);
        self.describe(fields, id);
        let is_file = is_file(fields.mapping);
        form.has_file |= is_file;
        if self.boolean(fields, "required").unwrap_or_default() {
            form.schema.required.push(name.to_owned());
        }
        form.schema.properties.push((name.to_owned(), id));
        if is_list && !is_file {
            let format = self.collection_format(fields, true);
            form.encoding
                .extend(list_encoding(format).map(|encoding| (name.to_owned(), encoding)));
        }
    }

    /// The words of a parameter are those of its schema, since that is a property now.
    fn describe(&mut self, fields: &Fields<'n>, id: SchemaId) {
        let description = self.text(fields, "description");
        let deprecated = self.deprecated(fields).unwrap_or_default();
        let example = fields.get("x-example").cloned();
        if let Some(node) = self.schemas.get_mut(id)
            && node.origin == fields.origin
        {
            node.schema.description = description;
            node.schema.deprecated = deprecated;
            if node.schema.examples.is_empty() {
                node.schema.examples.extend(example);
            }
        }
    }

    /// What a form is sent as: of what the operation consumes the two that a form can be, in that
    /// order, and a file only in parts.
    fn form_media_types(&mut self, operation: &Fields<'n>, has_file: bool) -> Vec<String> {
        let consumed = self.consumes(operation);
        let forms = consumed.iter().filter(|media_type| {
            let essence = essence(media_type);
            essence == MULTIPART || (essence == URLENCODED && !has_file)
        });
        let forms: Vec<_> = forms.cloned().collect();
        if !forms.is_empty() {
            return forms;
        }
        let assumed = match has_file {
            true => MULTIPART,
            false => URLENCODED,
        };
        if operation.get("consumes").is_some() && !consumed.is_empty() {
            self.sink.push(codes::invalid_value(
                &operation.at("consumes"),
                &consumed.join(", "),
                &format!("`{assumed}`, since there are fields of a form"),
            ));
        }
        vec![assumed.to_owned()]
    }
}

/// Whether a field is a file, or a list of them (of which Swagger 2.0 knows nothing).
fn is_file(field: &Mapping) -> bool {
    let inner = |keyword: &str| match field.get(keyword) {
        Some(Node::Mapping(inner)) => is_file(inner),
        _ => false,
    };
    field.get("type") == Some(&Node::String("file".to_owned())) || inner("items") || inner("schema")
}

/// How a list is written in a form, where that is not each item under the name of all.
fn list_encoding(format: CollectionFormat) -> Option<Encoding> {
    let (style, explode) = query_style(format);
    (!explode).then(|| Encoding {
        style: Some(style),
        explode,
        extensions: IndexMap::from([(EXPLODE.to_owned(), explode.into())]),
        ..Encoding::default()
    })
}
