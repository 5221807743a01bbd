//! Enumerations: of strings, of numbers and of several kinds they are types; of booleans, lists and
//! objects they are words in the documentation. Not unions of constants, which are in `const_union.rs`.

use super::Lowerer;
use super::docs::{code, json_text};
use crate::api::{EnumKind, EnumValue, Enumeration, Extensible, Literal, TypeKind};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId, TypeKeyword};
use crate::source::Node;

/// What a schema lists: each value with its index, and what is odd about others.
struct Listed {
    values: Vec<(usize, Literal)>,
    odd: Vec<(usize, Odd)>,
}

/// What is odd about a value.
enum Odd {
    /// It stands there already.
    Twice,
    /// It is not of the type, and passed over.
    Unfit,
    /// It is not of the type, and read as a value that is.
    Converted,
    /// It is not of the type, and nor is any other.
    Believed,
}

impl Lowerer<'_, '_> {
    /// What `enum`, `const` or `x-extensible-enum` make of a schema; `None` where there is none, or
    /// none that is a type.
    pub(super) fn enumeration(&mut self, id: SchemaId) -> Option<TypeKind> {
        self.report_values(id);
        let schema = self.schema(id);
        match lower_enumeration(schema) {
            Some(enumeration) => Some(TypeKind::Enumeration(enumeration)),
            None if self.is_only_null(id) => Some(TypeKind::Null),
            None => are_booleans(schema).then_some(TypeKind::Boolean),
        }
    }

    /// Says what is odd about the values of a schema.
    pub(super) fn report_values(&mut self, id: SchemaId) {
        let Some(node) = self.document.schemas.get(id) else {
            return; // never: ids are the document's own
        };
        let (schema, origin) = (&node.schema, &node.origin);
        let keyword = match (&schema.constant, &schema.enumeration) {
            (Some(_), _) => "const",
            (None, Some(_)) => "enum",
            (None, None) => "x-extensible-enum",
        };
        let Some((nodes, _)) = nodes(schema) else {
            return; // nothing is listed
        };
        let origin = origin.key(keyword);
        if nodes.is_empty() {
            self.report(codes::no_enum_value(&origin));
        }
        for (index, odd) in listed(schema).into_iter().flat_map(|listed| listed.odd) {
            let origin = match keyword {
                "const" => origin.clone(),
                _ => origin.index(index),
            };
            let value = nodes.get(index).map(json_text).unwrap_or_default();
            let type_ = type_words(schema);
            let unfit = |instead| codes::unfit_enum_value(&origin, &value, &type_, instead);
            self.report(match odd {
                Odd::Twice => codes::duplicate_enum_value(&origin, &value),
                Odd::Unfit => unfit("it is passed over"),
                Odd::Converted => unfit("it is read as one"),
                Odd::Believed => unfit("the value is believed, since none is of the type"),
            });
        }
    }

    /// The only value that a schema allows, by itself or by what it refers to.
    pub(super) fn constant(&self, id: SchemaId) -> Option<Literal> {
        let mut place = id;
        for _ in 0..8 {
            if let Some((nodes, extensible)) = nodes(self.schema(place)) {
                let mut values = listed(self.schema(place))?.values.into_iter();
                let closed = extensible == Extensible::Closed && !nodes.contains(&Node::Null);
                let (_, only) = values.next().filter(|_| closed)?;
                return values.next().is_none().then_some(only);
            }
            place = self.stands_for(place)?;
        }
        None
    }
}

/// The enumeration that a schema's own keywords are. Null among its values belongs to the place;
/// values that are no type are words of the documentation ([`value_words`]).
pub(super) fn lower_enumeration(schema: &Schema) -> Option<Enumeration> {
    lower_values(schema).filter(|_| !are_booleans(schema))
}

/// The same, of booleans alone too: beside values of other kinds they are some of several.
pub(super) fn lower_values(schema: &Schema) -> Option<Enumeration> {
    let (_, extensible) = nodes(schema)?;
    let values = listed(schema)?.values;
    let kind = match kind(values.iter().map(|(_, value)| value)) {
        Some(kind) => kind,
        None if values.is_empty() => return None,
        None => EnumKind::Mixed,
    };
    let values = values.into_iter().map(|(index, value)| EnumValue {
        value: text(&value, kind),
        name: schema.enum_names.get(index).cloned().flatten(),
        description: schema.enum_descriptions.get(index).cloned().flatten(),
        deprecated: false,
    });
    Some(Enumeration {
        values: values.collect(),
        kind,
        extensible,
    })
}

/// Whether a schema lists booleans and nothing else.
pub(super) fn are_booleans(schema: &Schema) -> bool {
    listed(schema).is_some_and(|listed| {
        let is_boolean = |(_, value): &(usize, Literal)| matches!(value, Literal::Boolean(_));
        !listed.values.is_empty() && listed.values.iter().all(is_boolean)
    })
}

/// The values that are allowed, in words, where the type does not say them.
pub(super) fn value_words(schema: &Schema) -> Option<String> {
    let (nodes, _) = nodes(schema)?;
    if lower_enumeration(schema).is_some() {
        return None;
    }
    let texts: Vec<_> = nodes
        .iter()
        .filter(|node| **node != Node::Null)
        .map(|node| code(&json_text(node)))
        .collect();
    match texts.as_slice() {
        [] => None,
        [only] => Some(format!("always {only}")),
        several => Some(format!("one of {}", several.join(", "))),
    }
}

fn nodes(schema: &Schema) -> Option<(&[Node], Extensible)> {
    let constant = schema.constant.as_ref().map(std::slice::from_ref);
    let closed = constant.or(schema.enumeration.as_deref());
    match (closed, schema.extensible_enumeration.as_deref()) {
        (Some(nodes), _) if schema.extensible => Some((nodes, Extensible::Open)),
        (Some(nodes), _) => Some((nodes, Extensible::Closed)),
        (None, Some(nodes)) => Some((nodes, Extensible::Open)),
        (None, None) => None,
    }
}

/// What a schema lists, each value once; `None` where lists or objects are among it.
fn listed(schema: &Schema) -> Option<Listed> {
    let (nodes, _) = nodes(schema)?;
    let types = scalar_types(schema);
    let nodes = || {
        nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| **node != Node::Null)
    };
    let is_scalar =
        |type_: &TypeKeyword| !matches!(type_, TypeKeyword::Array | TypeKeyword::Object);
    let scalars = types.iter().all(is_scalar);
    let is_composed = |node: &Node| matches!(node, Node::Sequence(_) | Node::Mapping(_));
    if nodes().any(|(_, node)| is_composed(node)) && (types.is_empty() || !scalars) {
        return None;
    }
    let any_fits = nodes().any(|(_, node)| fit(node, &types).is_some());
    let mut listed = Listed {
        values: Vec::new(),
        odd: Vec::new(),
    };
    for (index, node) in nodes() {
        let (value, odd) = match (fit(node, &types), scalars && !any_fits) {
            (Some((value, false)), _) => (value, None),
            (Some((value, true)), _) => (value, Some(Odd::Converted)),
            (None, true) => match fit(node, &[]) {
                Some((value, _)) => (value, Some(Odd::Believed)),
                None => continue, // never: lists and objects were seen above
            },
            (None, false) => {
                listed.odd.push((index, Odd::Unfit));
                continue;
            }
        };
        let twice = listed
            .values
            .iter()
            .any(|(_, other)| is_same(other, &value));
        let odd = odd.or(twice.then_some(Odd::Twice));
        listed.odd.extend(odd.map(|odd| (index, odd)));
        if !twice {
            listed.values.push((index, value));
        }
    }
    Some(listed)
}

/// A node as a value of one of the types, and whether that is odd; of any where none is said. Booleans
/// and numbers are texts where nothing but strings is allowed: YAML reads `enum: [on, 1]` so.
pub(super) fn fit(node: &Node, types: &[TypeKeyword]) -> Option<(Literal, bool)> {
    let any = types.is_empty();
    let has = |type_| any || types.contains(&type_);
    let strings = types == [TypeKeyword::String];
    let numbers = has(TypeKeyword::Number) || has(TypeKeyword::Integer);
    match node {
        Node::String(text) if has(TypeKeyword::String) => {
            Some((Literal::String(text.clone()), false))
        }
        Node::String(text) if numbers && serde_json::from_str::<f64>(text).is_ok() => {
            Some((Literal::Number(text.clone()), true))
        }
        Node::String(text) if has(TypeKeyword::Boolean) && (text == "true" || text == "false") => {
            Some((Literal::Boolean(text == "true"), true))
        }
        Node::Number(number) if strings => {
            Some((Literal::String(number.as_str().to_owned()), false))
        }
        Node::Number(number) => {
            let whole = match number.as_i64() {
                Some(integer) => Some(integer.to_string()),
                None => Some(number.as_str().to_owned()).filter(|text| is_whole(text)),
            };
            match (has(TypeKeyword::Number), has(TypeKeyword::Integer), whole) {
                (true, _, None) => Some((Literal::Number(number.as_str().to_owned()), false)),
                (true, _, Some(whole)) | (_, true, Some(whole)) => {
                    Some((Literal::Number(whole), false))
                }
                _ => None,
            }
        }
        Node::Boolean(boolean) if has(TypeKeyword::Boolean) => {
            Some((Literal::Boolean(*boolean), false))
        }
        Node::Boolean(boolean) if strings => Some((Literal::String(boolean.to_string()), false)),
        Node::Null | Node::Boolean(_) | Node::Sequence(_) | Node::Mapping(_) | Node::String(_) => {
            None
        }
    }
}

/// The types of a schema beside null.
pub(super) fn scalar_types(schema: &Schema) -> Vec<TypeKeyword> {
    let types = schema.types.iter().copied();
    types.filter(is_not_null).collect()
}

/// The scalars that a schema lists, and whether there may be others.
pub(super) fn literals(schema: &Schema) -> Option<(Vec<Literal>, Extensible)> {
    let (_, extensible) = nodes(schema)?;
    let values = listed(schema)?.values.into_iter();
    let values: Vec<_> = values.map(|(_, value)| value).collect();
    (!values.is_empty()).then_some((values, extensible))
}

fn is_not_null(type_: &TypeKeyword) -> bool {
    *type_ != TypeKeyword::Null
}

/// Digits and a sign, and nothing else.
fn is_whole(number: &str) -> bool {
    number
        .trim_start_matches('-')
        .bytes()
        .all(|byte| byte.is_ascii_digit())
}

fn is_same(one: &Literal, other: &Literal) -> bool {
    match (one, other) {
        (Literal::Number(one), Literal::Number(other)) if !is_whole(one) || !is_whole(other) => {
            one.parse::<f64>().ok() == other.parse::<f64>().ok()
        }
        _ => one == other,
    }
}

/// The kind of values; `None` where there are none, or booleans alone.
pub(super) fn kind<'v>(values: impl Iterator<Item = &'v Literal> + Clone) -> Option<EnumKind> {
    let all = |is: fn(&Literal) -> bool| values.clone().all(is);
    if all(|value| matches!(value, Literal::Boolean(_))) {
        return None; // of no value, too
    }
    if all(|value| matches!(value, Literal::String(_))) {
        return Some(EnumKind::Strings);
    }
    match all(|value| matches!(value, Literal::Number(_))) {
        true => Some(EnumKind::Numbers),
        false => Some(EnumKind::Mixed),
    }
}

/// A value as it stands on the wire in an enumeration of a kind.
fn text(value: &Literal, kind: EnumKind) -> String {
    match (value, kind) {
        (Literal::String(text), EnumKind::Mixed) => json_text(&Node::String(text.clone())),
        (Literal::String(text) | Literal::Number(text), _) => text.clone(),
        (Literal::Boolean(boolean), _) => boolean.to_string(),
    }
}

/// The types of a schema in words: `integer or string`.
pub(super) fn type_words(schema: &Schema) -> String {
    let types = schema.types.iter().filter(|type_| is_not_null(type_));
    let words: Vec<_> = types
        .map(|type_| format!("`{type_:?}`").to_lowercase())
        .collect();
    words.join(" or ")
}
