//! How parameters become text: the defaults of the specification, and what its style table leaves open.

use indexmap::IndexMap;
use openapiv3::{CookieStyle, PathStyle, QueryStyle};

use super::Lowerer;
use crate::api::{
    Additional, MediaType, Operation, Parameter, ParameterLocation, Serialization, Style, TypeKind,
    Unescaped, Use,
};
use crate::diagnostics::codes;
use crate::document::{COOKIE_STYLE, QUERYSTRING, SEGMENTS};

/// How deep a value's shape is looked into.
const DEEPEST: u32 = 8;

/// What a value is to a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    Scalar,
    Array,
    Object,
    /// A list or an object with lists or objects in it.
    Nested,
}

impl Lowerer<'_, '_> {
    /// How a value becomes text that has a media type: by a style where it is plain text.
    pub(super) fn content_serialization(
        &mut self,
        content: &IndexMap<String, openapiv3::MediaType>,
        location: ParameterLocation,
        style: Style,
        value: Use,
    ) -> Serialization {
        let media_type = MediaType(content.keys().next().cloned().unwrap_or_default());
        self.complete_pending();
        let is_text = media_type.essence().starts_with("text/") && !media_type.is_json();
        let is_scalar = self.shapes(value) == [Shape::Scalar];
        match location {
            ParameterLocation::Querystring => Serialization::Content(media_type),
            _ if !is_text || !is_scalar => Serialization::Content(media_type),
            ParameterLocation::Cookie => styled(Style::Cookie, None, Unescaped::Nothing),
            _ => styled(style, None, Unescaped::Nothing),
        }
    }

    /// Whether an empty text is one of its values.
    pub(super) fn is_text(&mut self, value: Use) -> bool {
        self.complete_pending();
        matches!(self.shape_kind(value), Some(TypeKind::String(_)))
    }

    /// Reports what the specification's style table does not define. All types are complete by then.
    pub(super) fn report_undefined_styles(&mut self, operations: &[Operation]) {
        for parameter in operations
            .iter()
            .flat_map(|operation| &operation.parameters)
        {
            let Serialization::Style { style, explode, .. } = parameter.serialization else {
                continue; // a media type says how
            };
            for shape in self.shapes(parameter.value) {
                self.report_undefined_style(parameter, style, explode, shape);
            }
        }
    }

    fn report_undefined_style(
        &mut self,
        parameter: &Parameter,
        style: Style,
        explode: bool,
        shape: Shape,
    ) {
        let Some(origin) = &parameter.docs.origin else {
            return; // never: what is written has a place
        };
        let name = &parameter.name;
        let is_cookie = parameter.location == ParameterLocation::Cookie;
        match (style, shape) {
            (Style::DeepObject, Shape::Object) => {}
            (Style::DeepObject, Shape::Scalar) => self.report(codes::loose_deep_object(
                origin,
                name,
                "a single value",
                &format!("`{name}=…`"),
            )),
            (Style::DeepObject, Shape::Array) => self.report(codes::loose_deep_object(
                origin,
                name,
                "a list",
                &format!(
                    "`{}[]=…` for each item",
                    name.strip_suffix("[]").unwrap_or(name)
                ),
            )),
            (Style::DeepObject, Shape::Nested) => self.report(codes::loose_deep_object(
                origin,
                name,
                "an object with lists or objects in it",
                &format!("`{name}[outer][inner]=…`"),
            )),
            (_, Shape::Nested) => self.report(codes::undefined_style(
                origin,
                name,
                "lists or objects inside of lists or objects",
                "items of a property's list are written one by one, what else is inside as JSON",
            )),
            (Style::SpaceDelimited | Style::PipeDelimited, Shape::Scalar) => {
                self.report(codes::undefined_style(
                    origin,
                    name,
                    "a single value with delimiters",
                    "it is written as it is",
                ));
            }
            (Style::SpaceDelimited | Style::PipeDelimited, _) if explode => {
                self.report(codes::undefined_style(
                    origin,
                    name,
                    "delimiters with `explode`",
                    "each item is a pair of its own",
                ));
            }
            (Style::Form, Shape::Array | Shape::Object) if is_cookie && explode => {
                self.report(codes::undefined_style(
                    origin,
                    name,
                    "`form` with `explode` in cookies",
                    "each item is a cookie of its own",
                ));
            }
            _ => {}
        }
    }

    /// The shapes that a value can have, each once; none where nothing is known of it.
    fn shapes(&self, value: Use) -> Vec<Shape> {
        let mut shapes = Vec::new();
        self.add_shapes(value, DEEPEST, &mut shapes);
        shapes.sort_unstable();
        shapes.dedup();
        shapes
    }

    fn add_shapes(&self, value: Use, depth: u32, shapes: &mut Vec<Shape>) {
        let Some(deeper) = depth.checked_sub(1) else {
            return; // it leads back to itself
        };
        let is_flat = |inner: Use| {
            let mut inside = Vec::new();
            self.add_shapes(inner, deeper, &mut inside);
            inside.iter().all(|shape| *shape == Shape::Scalar)
        };
        match self.shape_kind(value) {
            None | Some(TypeKind::Any | TypeKind::Null | TypeKind::Alias(_)) => {}
            Some(TypeKind::Array(array)) => shapes.push(match is_flat(array.items) {
                true => Shape::Array,
                false => Shape::Nested,
            }),
            Some(TypeKind::Map(inner)) => shapes.push(match is_flat(*inner) {
                true => Shape::Object,
                false => Shape::Nested,
            }),
            Some(TypeKind::Object(object)) => {
                let additional = match &object.additional {
                    Additional::Typed(inner) => Some(*inner),
                    Additional::Unsaid | Additional::Forbidden => None,
                };
                let declared = object.properties.iter().map(|property| property.value);
                shapes.push(match declared.chain(additional).all(is_flat) {
                    true => Shape::Object,
                    false => Shape::Nested,
                });
            }
            Some(TypeKind::Union(union)) => {
                for variant in &union.variants {
                    self.add_shapes(variant.value, deeper, shapes);
                }
            }
            Some(_) => shapes.push(Shape::Scalar),
        }
    }

    /// What a use comes down to through other names.
    fn shape_kind(&self, value: Use) -> Option<&TypeKind> {
        let mut id = value.type_;
        for _ in 0..32 {
            match self.types.get(id).map(|type_| &type_.kind) {
                Some(TypeKind::Alias(target)) => id = target.type_,
                other => return other,
            }
        }
        None
    }
}

/// Whether the query parameter may be sent with nothing behind its name.
pub(super) fn allows_empty(parameter: &openapiv3::Parameter) -> bool {
    let openapiv3::Parameter::Query {
        allow_empty_value, ..
    } = parameter
    else {
        return false;
    };
    allow_empty_value.unwrap_or_default()
}

/// Where a parameter goes, its style, and what goes unescaped, as the keywords of its place say.
pub(super) fn place(parameter: &openapiv3::Parameter) -> (ParameterLocation, Style, Unescaped) {
    match parameter {
        openapiv3::Parameter::Query {
            style,
            allow_reserved,
            ..
        } => {
            let style = match style {
                QueryStyle::Form => Style::Form,
                QueryStyle::SpaceDelimited => Style::SpaceDelimited,
                QueryStyle::PipeDelimited => Style::PipeDelimited,
                QueryStyle::DeepObject => Style::DeepObject,
            };
            let location = match is_marked(parameter, QUERYSTRING) {
                true => ParameterLocation::Querystring,
                false => ParameterLocation::Query,
            };
            let unescaped = match allow_reserved {
                true => Unescaped::Reserved,
                false => Unescaped::Nothing,
            };
            (location, style, unescaped)
        }
        openapiv3::Parameter::Path { style, .. } => {
            let style = match style {
                PathStyle::Matrix => Style::Matrix,
                PathStyle::Label => Style::Label,
                PathStyle::Simple => Style::Simple,
            };
            let unescaped = match is_marked(parameter, SEGMENTS) {
                true => Unescaped::Segments,
                false => Unescaped::Nothing,
            };
            (ParameterLocation::Path, style, unescaped)
        }
        openapiv3::Parameter::Header { .. } => {
            let unescaped = Unescaped::Nothing;
            (ParameterLocation::Header, Style::Simple, unescaped)
        }
        openapiv3::Parameter::Cookie {
            style: CookieStyle::Form,
            ..
        } => {
            let style = match is_marked(parameter, COOKIE_STYLE) {
                true => Style::Cookie,
                false => Style::Form,
            };
            (ParameterLocation::Cookie, style, Unescaped::Nothing)
        }
    }
}

fn is_marked(parameter: &openapiv3::Parameter, mark: &str) -> bool {
    parameter.parameter_data_ref().extensions.contains_key(mark)
}

/// A style; `explode` is on for `form`, `cookie` and `deepObject` unless told, and off for the others.
pub(super) fn styled(style: Style, explode: Option<bool>, unescaped: Unescaped) -> Serialization {
    Serialization::Style {
        style,
        explode: explode.unwrap_or(matches!(
            style,
            Style::Form | Style::Cookie | Style::DeepObject
        )),
        unescaped,
    }
}
