//! `application/x-www-form-urlencoded`: by which rule each property becomes pairs.

use super::kind::{is_structured, resolved};
use crate::api::{EncodingRule, MediaTypeObject, Property, Style, TypeKind};
use crate::diagnostics::{Sink, codes};
use crate::plan::types::Types;
use crate::plan::{Imports, Module};

/// By which rules a form is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The rule of every property that has none of its own.
    pub others: FormField,
    /// Properties with a rule of their own, in the document's order.
    pub named: Vec<(String, FormField)>,
}

/// By which rule a property becomes pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// Without an encoding.
    Plain,
    /// As JSON.
    Json,
    /// By a style.
    Styled {
        /// The runtime's name of the style.
        style: &'static str,
        /// Whether it explodes.
        explode: bool,
        /// Whether reserved characters stay as they are.
        reserved: bool,
    },
}

/// The rules of a form: the one that all lists and objects share is said once.
pub(super) fn plan_form(
    types: &Types<'_>,
    content: &MediaTypeObject,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Form {
    let kind = content.value.and_then(|value| resolved(types.api(), value));
    let (properties, open): (&[Property], bool) = match kind {
        Some(TypeKind::Object(object)) => {
            let open = matches!(object.additional, crate::api::Additional::Typed(_));
            (&object.properties, open)
        }
        _ => (&[], true),
    };
    let mut rules = Vec::new();
    for property in properties {
        let rule = plan_rule(types, content, property, sink);
        if rule != FormField::Plain || is_nested(types, property) {
            rules.push((property.name.clone(), rule));
        }
    }
    let mut form = match rules.first().cloned() {
        Some((_, rule)) if !open && rules.iter().all(|(_, other)| *other == rule) => Form {
            others: rule,
            named: Vec::new(),
        },
        _ => Form {
            others: FormField::Plain,
            named: rules,
        },
    };
    form.named.retain(|(_, rule)| *rule != FormField::Plain);
    import(&form, imports);
    form
}

fn import(form: &Form, imports: &mut Imports) {
    imports.name(Module::Runtime, "FormField");
    let mut rules = form
        .named
        .iter()
        .map(|(_, rule)| rule)
        .chain([&form.others]);
    if rules.any(|rule| matches!(rule, FormField::Styled { .. })) {
        imports.name(Module::Runtime, "Explode");
        imports.name(Module::Runtime, "Style");
    }
}

/// Whether it matters how a property's value is taken apart.
fn is_nested(types: &Types<'_>, property: &Property) -> bool {
    match resolved(types.api(), property.value) {
        Some(kind) => is_structured(kind) || matches!(kind, TypeKind::Union(_) | TypeKind::Any),
        None => false,
    }
}

fn plan_rule(
    types: &Types<'_>,
    content: &MediaTypeObject,
    property: &Property,
    sink: &mut Sink,
) -> FormField {
    let encoding = content
        .encodings
        .iter()
        .find(|encoding| encoding.property == property.name);
    let nested = is_nested(types, property);
    match encoding.map(|encoding| (encoding, &encoding.rule)) {
        None | Some((_, EncodingRule::Default)) => FormField::Plain,
        Some((encoding, EncodingRule::ContentType(media_types))) => {
            let Some(first) = media_types.first().filter(|first| !first.is_json()) else {
                return FormField::Json;
            };
            if nested && first.essence() != "text/plain" {
                let instead = "as a property of a form is written as JSON";
                sink.push(codes::unsupported_media_type(
                    &encoding.origin,
                    &first.0,
                    instead,
                ));
            }
            FormField::Plain // what it says of a text does not reach the wire
        }
        Some((_, EncodingRule::Style { allow_reserved, .. })) if !nested && !allow_reserved => {
            FormField::Plain // every style writes a text as it is
        }
        Some((
            _,
            EncodingRule::Style {
                style,
                explode,
                allow_reserved,
            },
        )) => FormField::Styled {
            style: styled(*style),
            explode: *explode,
            reserved: *allow_reserved,
        },
    }
}

/// The runtime's name of a style; those of paths were replaced when the document was read.
pub(super) fn styled(style: Style) -> &'static str {
    match style {
        Style::Matrix | Style::Label | Style::Simple | Style::Form | Style::Cookie => "Form",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject => "DeepObject",
    }
}
