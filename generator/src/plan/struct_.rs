//! An object as a struct: its fields, which of them `new` takes, which have setters.

use super::constant::{Constant, plan_constant};
use super::default::{DefaultMethod, plan_default_methods};
use super::docs::{Docs, plan_docs};
use super::patch::{Between, plan_between};
use super::scope::{Scope, Wish};
use super::types::Types;
use super::{Conversion, Identifier, Imports, Module, RustType};
use crate::api::{Additional, Object, Presence, Property, TypeId};
use crate::diagnostics::Sink;

/// Names that methods of a generated struct must not have: the constructor, and what clippy takes
/// for an operator's trait.
pub(super) const METHODS: &[&str] = &[
    "new", "add", "sub", "mul", "div", "rem", "shl", "shr", "bitand", "bitor", "bitxor", "clone",
    "eq",
];

/// An object as a struct.
#[derive(Debug, Clone)]
pub struct Struct {
    /// Its fields, in the document's order.
    pub fields: Vec<Field>,
    /// Methods that give a field, or its default.
    pub default_methods: Vec<DefaultMethod>,
    /// The field that keeps properties which the document does not declare.
    pub rest: Option<Field>,
    /// What makes one of two values, where it is a patch.
    pub between: Option<Between>,
    /// Whether callers build it: what only replies have needs no setters.
    pub is_sent: bool,
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in Rust.
    pub name: Identifier,
    /// Its name on the wire.
    pub wire_name: String,
    /// Its words.
    pub docs: Docs,
    /// What it holds, without the `Option` of an optional one.
    pub type_: RustType,
    /// Whether it must be there: `new` takes it, or fills it in.
    pub required: bool,
    /// What `new` fills in, since there is only one value.
    pub constant: Option<Constant>,
    /// How functions take it.
    pub conversion: Conversion,
    /// Whether it is boxed: functions take what is in the box.
    pub boxed: bool,
}

impl Field {
    /// Whether `new` takes it.
    pub fn is_argument(&self) -> bool {
        self.required && self.constant.is_none()
    }
}

/// An object as a struct.
pub(super) fn plan_struct(
    types: &Types<'_>,
    id: TypeId,
    object: &Object,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Struct {
    for name in [
        "Decode",
        "DecodeError",
        "Encode",
        "Reader",
        "Writer",
        "value_traits",
    ] {
        imports.name(Module::Runtime, name);
    }
    let mut scope = Scope::reserving(METHODS);
    let fields = plan_fields(types, id, object, &mut scope, imports, sink);
    let rest = match &object.additional {
        Additional::Unsaid | Additional::Forbidden => None,
        Additional::Typed(value) => {
            let value = types.written(*value, imports);
            Some(Field {
                name: scope.claim(Identifier::fixed("additional_properties")),
                wire_name: String::new(),
                docs: Docs {
                    text: "Properties that the document does not name.".to_owned(),
                    deprecated: false,
                },
                type_: value.wrapped_in(imports.name(Module::Runtime, "Map")),
                required: false,
                constant: None,
                conversion: Conversion::Plain,
                boxed: false,
            })
        }
    };
    let default_methods = plan_default_methods(types, id, object, &fields, &mut scope, imports);
    Struct {
        between: plan_between(types, id, object, &mut scope, imports),
        fields,
        default_methods,
        rest,
        is_sent: types.is_sent(id),
    }
}

/// The fields of an object's properties.
pub(super) fn plan_fields(
    types: &Types<'_>,
    id: TypeId,
    object: &Object,
    scope: &mut Scope,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Vec<Field> {
    let names = plan_names(types, id, object, scope, sink);
    let properties = object.properties.iter().zip(names);
    properties
        .map(|(property, name)| plan_field(types, id, property, name, imports))
        .collect()
}

/// What the fields of an object's properties are called.
pub(super) fn plan_names(
    types: &Types<'_>,
    id: TypeId,
    object: &Object,
    scope: &mut Scope,
    sink: &mut Sink,
) -> Vec<Identifier> {
    let wishes = object.properties.iter().map(|property| {
        let chosen = types.choices().field(id, &property.name);
        Wish {
            chosen: chosen.is_some(),
            name: chosen.unwrap_or_else(|| Identifier::snake(&property.name)),
            written: &property.name,
            origin: property.docs.origin.as_ref(),
        }
    });
    let wishes: Vec<_> = wishes.collect();
    scope.claim_all(&wishes, sink)
}

/// A property as a field.
pub(super) fn plan_field(
    types: &Types<'_>,
    id: TypeId,
    property: &Property,
    name: Identifier,
    imports: &mut Imports,
) -> Field {
    let unboxed = types.written(property.value, imports);
    let type_ = types.property(id, property.value, imports);
    let required = property.presence == Presence::Required;
    let only = property.constant.as_ref().filter(|_| required);
    let constant = plan_constant(types, property.value, only, imports);
    let mut docs = plan_docs(&property.docs, &format!("`{}`.", property.name));
    docs.note_constant(constant.as_ref());
    Field {
        name,
        wire_name: property.name.clone(),
        docs,
        boxed: type_ != unboxed,
        type_,
        required,
        constant,
        conversion: types.conversion(property.value),
    }
}
