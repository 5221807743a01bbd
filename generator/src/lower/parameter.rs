//! Parameters: an operation's own before those of its path, defaults of the specification applied.

use openapiv3::{ParameterData, ParameterSchemaOrContent};

use super::Lowerer;
use super::name::and;
use super::parameter_style::{allows_empty, place, styled};
use crate::api::{
    Docs, Parameter, ParameterLocation, PathTemplate, Presence, Serialization, Unescaped, Use,
};
use crate::diagnostics::codes;
use crate::document::{ALLOW_RESERVED, Dialect, OperationEntry, SchemaId};
use crate::source::Origin;

/// Header fields that are not a parameter's to set (OpenAPI, Parameter Object, `name`). `Accept` is another, which
/// waits until the responses are known.
const IGNORED: [&str; 2] = ["content-type", "authorization"];

impl<'d> Lowerer<'d, '_> {
    /// An operation's parameters: those of the path in the template's order, then the others. The template's
    /// expressions are called as what is declared for them then.
    pub(super) fn parameters(
        &mut self,
        called: &str,
        template: &mut PathTemplate,
        entry: &OperationEntry<'d>,
    ) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        let own = (&entry.operation.parameters, &entry.origin);
        let of_path = (&entry.path_item.parameters, &entry.path_item_origin);
        for (list, origin) in [own, of_path] {
            let first_of_list = parameters.len();
            let place = origin.key("parameters");
            for (index, written) in list.iter().enumerate() {
                let origin = self.document.item(&place, index);
                let Some(located) = self.document.parameter(written, &origin) else {
                    continue; // it led nowhere, which was reported
                };
                let words = match &located.name {
                    Some(name) => vec![name.clone()],
                    None => vec![called.to_owned()],
                };
                let parameter = self.parameter(located.value, located.origin, &words);
                if self.gives_credentials(&parameter, entry, &parameters) {
                    parameters.push(parameter);
                    continue; // the rule below is not one of Swagger 2.0
                }
                self.take(parameter, first_of_list, &mut parameters);
            }
        }
        self.in_order(parameters, template, entry)
    }

    /// Whether a header parameter is how an operation is given its credentials, which Swagger 2.0 allows
    /// and many a description does that asks for no security scheme.
    fn gives_credentials(
        &self,
        parameter: &Parameter,
        entry: &OperationEntry<'d>,
        others: &[Parameter],
    ) -> bool {
        let own = entry.operation.security.as_ref();
        let asked = own.or(self.document.openapi.security.as_ref());
        self.document.has_authorization_parameters()
            && parameter.location == ParameterLocation::Header
            && parameter.name.eq_ignore_ascii_case("authorization")
            && asked.is_none_or(|asked| asked.iter().all(|requirement| requirement.is_empty()))
            && others.iter().all(|other| {
                other.location != parameter.location
                    || !other.name.eq_ignore_ascii_case(&parameter.name)
            })
    }

    /// Takes a parameter over, unless one of its name and place is there or OpenAPI ignores it.
    fn take(
        &mut self,
        parameter: Parameter,
        first_of_list: usize,
        parameters: &mut Vec<Parameter>,
    ) {
        let Some(origin) = parameter.docs.origin.clone() else {
            return; // never: what is written has a place
        };
        let same = |other: &Parameter| {
            other.name == parameter.name && other.location == parameter.location
        };
        let lower = parameter.name.to_ascii_lowercase();
        let is_header = parameter.location == ParameterLocation::Header;
        if is_header && IGNORED.contains(&lower.as_str()) {
            self.report_ignored(&parameter);
        } else if is_header && http::HeaderName::try_from(&lower).is_err() {
            let why = "no header field can have this name";
            self.report(codes::ignored_parameter(&origin, &parameter.name, why));
        } else if parameters.iter().skip(first_of_list).any(same) {
            let why = "there is one of this name and place already";
            self.report(codes::ignored_parameter(&origin, &parameter.name, why));
        } else if !parameters.iter().any(same) {
            parameters.push(parameter); // otherwise the operation's own stands for the path's
        }
    }

    /// Reports a header parameter that is not a caller's to set, and how that is said instead.
    pub(super) fn report_ignored(&mut self, parameter: &Parameter) {
        let Some(origin) = &parameter.docs.origin else {
            return; // never: what is written has a place
        };
        let schemes = self.document.openapi.components.iter();
        let has_schemes = schemes
            .flat_map(|components| &components.security_schemes)
            .next()
            .is_some();
        let instead = match parameter.name.to_ascii_lowercase().as_str() {
            "accept" => codes::Instead::RepliesMediaTypes,
            "content-type" => codes::Instead::BodysMediaTypes,
            _ if has_schemes => codes::Instead::SecuritySchemes,
            _ => codes::Instead::NoSecurityScheme,
        };
        self.report(codes::reserved_parameter(origin, &parameter.name, instead));
    }

    fn parameter(
        &mut self,
        written: &'d openapiv3::Parameter,
        origin: Origin,
        words: &[String],
    ) -> Parameter {
        let data = written.parameter_data_ref();
        let (location, style, mut unescaped) = place(written);
        if data.extensions.contains_key(ALLOW_RESERVED) {
            match self.document.dialect >= Dialect::V3_2 {
                true => unescaped = Unescaped::Reserved,
                false => self.report(codes::misplaced_allow_reserved(
                    &origin.key("allowReserved"),
                    &data.name,
                )),
            }
        }
        let mut value = self.parameter_value(&data.format, &and(words, &data.name));
        let mut docs = self.parameter_docs(data, origin);
        if allows_empty(written) && !self.is_text(value) {
            value.nullable = true;
            docs.constraints
                .push("may be sent without a value, as `Nullable::Null`".to_owned());
        }
        let serialization = match &data.format {
            ParameterSchemaOrContent::Schema(_) => styled(style, data.explode, unescaped),
            ParameterSchemaOrContent::Content(content) => {
                self.content_serialization(content, location, style, value)
            }
        };
        let required = data.required || location == ParameterLocation::Path;
        let has_null = required || allows_empty(written);
        if matches!(serialization, Serialization::Style { .. }) && !has_null {
            value.nullable = false; // no style has a word for it: it is left out (RFC 6570, section 2.3)
        }
        Parameter {
            name: data.name.clone(),
            location,
            presence: match required {
                true => Presence::Required,
                false => Presence::Optional,
            },
            serialization,
            value,
            default: self
                .parameter_schema(&data.format)
                .and_then(|id| self.default(id)),
            constant: self
                .parameter_schema(&data.format)
                .and_then(|id| self.constant(id)),
            docs,
        }
    }

    /// What a parameter or header holds.
    pub(super) fn parameter_value(
        &mut self,
        format: &'d ParameterSchemaOrContent,
        words: &[String],
    ) -> Use {
        match self.parameter_schema(format) {
            Some(id) => self.use_of(id, words),
            None => self.any_use(),
        }
    }

    /// The schema of a parameter or header.
    fn parameter_schema(&self, format: &'d ParameterSchemaOrContent) -> Option<SchemaId> {
        let schema = match format {
            ParameterSchemaOrContent::Schema(schema) => Some(schema),
            ParameterSchemaOrContent::Content(content) => content
                .values()
                .next()
                .and_then(|media| media.schema.as_ref()),
        };
        let (id, _) = self.document.schema(schema?)?;
        Some(id)
    }

    fn parameter_docs(&self, data: &'d ParameterData, origin: Origin) -> Docs {
        let schema = match &data.format {
            ParameterSchemaOrContent::Schema(schema) => self.document.schema(schema),
            ParameterSchemaOrContent::Content(_) => None,
        };
        let of_schema = schema
            .map(|(id, _)| self.place_docs(id))
            .unwrap_or_default();
        let mut examples: Vec<_> = data.example.iter().map(ToString::to_string).collect();
        let named = data
            .examples
            .values()
            .filter_map(|example| example.as_item());
        examples.extend(
            named
                .filter_map(|example| example.value.as_ref())
                .map(ToString::to_string),
        );
        examples.extend(of_schema.examples);
        Docs {
            summary: None,
            description: data.description.clone().or(of_schema.description),
            external_docs: None,
            deprecated: data.deprecated.unwrap_or_default() || of_schema.deprecated,
            examples,
            constraints: of_schema.constraints,
            rules: of_schema.rules,
            origin: Some(origin),
        }
    }
}
