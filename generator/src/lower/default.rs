//! Defaults: what a server takes where a property or parameter is left out. Never what is sent.

use super::Lowerer;
use super::docs::json_text;
use super::enumeration::{fit, scalar_types, type_words};
use super::scalar::lower_integer;
use crate::api::{Extensible, IntegerFormat, Literal, TypeKind};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId, TypeKeyword};
use crate::source::Node;

impl<'d> Lowerer<'d, '_> {
    /// The scalar that stands for a place which is left out; one that is not of its type is reported.
    pub(super) fn default(&mut self, id: SchemaId) -> Option<Literal> {
        let places = self.places(id);
        let with_default = |place: &&SchemaId| self.schema(**place).default.is_some();
        let place = *places.iter().find(with_default)?;
        let default = self.schema(place).default.as_ref()?;
        let types = places.iter().find_map(|place| {
            let schema = self.schema(*place);
            (!schema.types.is_empty()).then_some(*place)
        });
        match (default, types) {
            (Node::Null, _) => None, // as good as nothing: it is what being left out looks like
            (Node::Sequence(_), types) => self.composed(place, types, TypeKeyword::Array),
            (Node::Mapping(_), types) => self.composed(place, types, TypeKeyword::Object),
            (scalar, types) => self.scalar(place, &places, types, scalar),
        }
    }

    /// A schema and what it stands for, and so on.
    fn places(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut places = vec![id];
        while let Some(next) = places.last().and_then(|place| self.stands_for(*place)) {
            if places.contains(&next) || places.len() > 8 {
                break;
            }
            places.push(next);
        }
        places
    }

    /// A list or an object, which documentation says.
    fn composed(
        &mut self,
        place: SchemaId,
        typed: Option<SchemaId>,
        type_: TypeKeyword,
    ) -> Option<Literal> {
        if let Some(typed) = typed
            && !self.schema(typed).types.contains(&type_)
        {
            self.unfit(place, typed, "it is passed over");
        }
        None
    }

    fn scalar(
        &mut self,
        place: SchemaId,
        places: &[SchemaId],
        typed: Option<SchemaId>,
        default: &'d Node,
    ) -> Option<Literal> {
        let last = places.last().copied().unwrap_or(place);
        let listing = places.iter().find_map(|place| {
            let (values, extensible) = super::enumeration::literals(self.schema(*place))?;
            (extensible == Extensible::Closed).then_some((*place, values))
        });
        if let Some((listing, values)) = listing {
            let value = values.into_iter().find(|value| is_same(value, default));
            if value.is_none() {
                self.unfit(place, listing, "it is passed over");
            }
            return value;
        }
        let types = typed.map(|typed| scalar_types(self.schema(typed)));
        match (fit(default, types.as_deref().unwrap_or_default()), typed) {
            (Some((value, _)), Some(typed)) if is_too_large(&value, self.schema(typed)) => {
                self.unfit(place, typed, "it is passed over");
                None
            }
            (Some((value, false)), _) => Some(value),
            (Some((value, true)), typed) => {
                self.unfit(place, typed.unwrap_or(last), "it is read as one");
                Some(value)
            }
            (None, typed) => {
                self.unfit(place, typed.unwrap_or(last), "it is passed over");
                None
            }
        }
    }

    /// Says that a default is not what its schema allows.
    fn unfit(&mut self, place: SchemaId, typed: SchemaId, instead: &str) {
        let Some(node) = self.document.schemas.get(place) else {
            return; // never: ids are the document's own
        };
        let value = node.schema.default.as_ref().map(json_text);
        let schema = self.schema(typed);
        let allowed = match (super::enumeration::literals(schema), &schema.format) {
            (Some(_), _) => "one of a few values".to_owned(),
            (None, Some(format)) => format!("{} of the format `{format}`", type_words(schema)),
            (None, None) => type_words(schema),
        };
        let origin = node.origin.key("default");
        let value = value.unwrap_or_default();
        self.report(codes::unfit_default(&origin, &value, &allowed, instead));
    }
}

/// Whether an integer is beyond what its format holds.
fn is_too_large(value: &Literal, schema: &Schema) -> bool {
    let (Literal::Number(digits), [TypeKeyword::Integer]) =
        (value, scalar_types(schema).as_slice())
    else {
        return false; // anything else has no width
    };
    let TypeKind::Integer(format) = lower_integer(schema) else {
        return false; // never: an integer is one
    };
    digits.parse::<i128>().is_ok_and(|integer| match format {
        IntegerFormat::Int32 => i32::try_from(integer).is_err(),
        IntegerFormat::Int64 => i64::try_from(integer).is_err(),
        IntegerFormat::Uint32 => u32::try_from(integer).is_err(),
        IntegerFormat::Uint64 => u64::try_from(integer).is_err(),
        IntegerFormat::Wide => false,
    })
}

/// Whether a node is a value, however it is written.
fn is_same(value: &Literal, node: &Node) -> bool {
    match (value, node) {
        (Literal::String(text), Node::String(other)) => text == other,
        (Literal::String(text), Node::Number(other)) => text == other.as_str(),
        (Literal::String(text), Node::Boolean(other)) => *text == other.to_string(),
        (Literal::Boolean(one), Node::Boolean(other)) => one == other,
        (Literal::Number(one), Node::Number(other)) => one.parse::<f64>().ok() == other.as_f64(),
        (Literal::Number(one), Node::String(other)) => one == other,
        _ => false,
    }
}
