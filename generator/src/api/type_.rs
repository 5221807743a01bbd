//! Types: what a schema means, whatever dialect and detours it was written in.

use std::collections::{BTreeMap, HashSet};

use super::{Docs, Literal, Presence};

/// A type's index in [`Types`]; stable within one run only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// Every type, in the order in which lowering met it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Types {
    types: Vec<Type>,
    /// Types that say the same as another that is written elsewhere: they are names for it.
    merged: BTreeMap<TypeId, TypeId>,
}

/// A use of a type at one place: whether null may stand there belongs to the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Use {
    /// What.
    pub type_: TypeId,
    /// Whether null may stand there too.
    pub nullable: bool,
}

/// What a schema means.
#[derive(Debug, Clone, PartialEq)]
pub struct Type {
    /// What it is called, or could be.
    pub name: TypeName,
    /// What it is.
    pub kind: TypeKind,
    /// Its words and its place.
    pub docs: Docs,
}

/// What a type is called in the description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeName {
    /// A component's name: it keeps a type of its own.
    Component(String),
    /// Written inline: the words that lead to it from the nearest named thing, outermost first
    /// (`["Order", "items", "item"]`, `["listPets", "200", "body"]`); its `title`, where it has one, is in the docs.
    Inline(Vec<String>),
}

/// What a type is.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeKind {
    /// Any JSON value.
    Any,
    /// Null and nothing else.
    Null,
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer(IntegerFormat),
    /// A number; `exact` where digits must not be lost (`format: decimal`).
    Number {
        /// Whether it must be kept as written.
        exact: bool,
    },
    /// A string.
    String(StringFormat),
    /// One of a list of values.
    Enumeration(Enumeration),
    /// A list.
    Array(Array),
    /// A list of so many items, each of a type of its own; at least one, and at most twelve.
    Tuple(Vec<Use>),
    /// An object with properties.
    Object(Object),
    /// An object without declared properties: names to values.
    Map(Use),
    /// One of several.
    Union(Union),
    /// Another type under a name of its own (a component that is only a `$ref`, or a named scalar).
    Alias(Use),
}

impl TypeKind {
    /// Every use of a type in this one.
    pub fn uses(&self) -> Vec<Use> {
        match self {
            Self::Array(array) => vec![array.items],
            Self::Tuple(items) => items.clone(),
            Self::Map(value) | Self::Alias(value) => vec![*value],
            Self::Object(object) => {
                let properties = object.properties.iter().map(|property| property.value);
                match object.additional {
                    Additional::Typed(value) => properties.chain([value]).collect(),
                    Additional::Unsaid | Additional::Forbidden => properties.collect(),
                }
            }
            Self::Union(union) => {
                let variants = union.variants.iter();
                variants.map(|variant| variant.value).collect()
            }
            Self::Any
            | Self::Null
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number { .. }
            | Self::String(_)
            | Self::Enumeration(_) => Vec::new(),
        }
    }
}

/// An integer's width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntegerFormat {
    /// `int32`.
    Int32,
    /// `int64`, and an integer without a format.
    Int64,
    /// `uint32`, `uint16`, `uint8` and the like.
    Uint32,
    /// `uint64`.
    Uint64,
    /// Wider than 64 bits: kept as written.
    Wide,
}

/// What a string holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StringFormat {
    /// Any text; the format as written, where it has one that means nothing to us.
    Plain(Option<String>),
    /// `date-time` (RFC 3339).
    DateTime,
    /// `date` (RFC 3339, full-date).
    Date,
    /// `time` (RFC 3339, full-time).
    Time,
    /// `duration` (ISO 8601).
    Duration,
    /// `uuid` (RFC 9562).
    Uuid,
    /// `byte`: base64 (RFC 4648, section 4).
    Byte,
    /// `base64url` (RFC 4648, section 5).
    ByteUrl,
    /// `binary`: bytes outside of JSON, text inside.
    Binary,
    /// `password`: never shown.
    Password,
}

/// One of a list of values.
#[derive(Debug, Clone, PartialEq)]
pub struct Enumeration {
    /// The values, each once, in the document's order; at least one.
    pub values: Vec<EnumValue>,
    /// What kinds of values they are.
    pub kind: EnumKind,
    /// Whether a caller may write others.
    pub extensible: Extensible,
}

/// What kinds of values an enumeration has. Booleans alone are no enumeration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnumKind {
    /// Strings.
    Strings,
    /// Numbers.
    Numbers,
    /// Scalars of several kinds.
    Mixed,
}

/// Whether an enumeration may be extended by callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extensible {
    /// Only the listed values can be written (an unknown one can still be read).
    Closed,
    /// `x-extensible-enum`: any value can be written by name.
    Open,
}

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// On the wire: a string itself, a number's digits, a mixed value's JSON text.
    pub value: String,
    /// What the document calls it (`x-enum-varnames`, or the `title` of its `const`).
    pub name: Option<String>,
    /// What it means (`x-enum-descriptions`, or the `description` of its `const`).
    pub description: Option<String>,
    /// Whether its `const` is `deprecated`.
    pub deprecated: bool,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// What it holds.
    pub items: Use,
}

/// An object with properties.
#[derive(Debug, Clone, PartialEq)]
pub struct Object {
    /// In the document's order.
    pub properties: Vec<Property>,
    /// What other names may hold.
    pub additional: Additional,
    /// At least so many properties.
    pub min_properties: u64,
    /// At most so many properties.
    pub max_properties: Option<u64>,
}

/// What names that are not declared may hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Additional {
    /// The document does not say: they may come and are not kept.
    Unsaid,
    /// `additionalProperties: false`: none are expected.
    Forbidden,
    /// They are kept, each of this type.
    Typed(Use),
}

/// A property of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// Its name on the wire.
    pub name: String,
    /// Whether it must be there.
    pub presence: Presence,
    /// What it holds.
    pub value: Use,
    /// Only in replies. A type that only requests have does not have such a property.
    pub read_only: bool,
    /// Only in requests. A type that only replies have does not have such a property.
    pub write_only: bool,
    /// What the server takes where it is left out, where that is a scalar.
    pub default: Option<Literal>,
    /// Its only value, where it has only one and that is a scalar.
    pub constant: Option<Literal>,
    /// Its words and its place.
    pub docs: Docs,
}

/// One of several.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// In the document's order; at least two.
    pub variants: Vec<Variant>,
    /// The property whose text tells them apart: the document names it, or every object has a text of
    /// its own there (a number or a boolean counts as its text).
    pub discriminator: Option<String>,
    /// Whether a value may be several of them at once (`anyOf`).
    pub any_of: bool,
}

/// A variant of a union.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// What it could be called: the component's name, the title, or the kind of value.
    pub name: String,
    /// What it holds.
    pub value: Use,
    /// The discriminator's values that lead here.
    pub tags: Vec<String>,
}

impl Types {
    /// What a type comes down to through other names: an alias that leads in a circle leads to itself.
    pub fn resolved(&self, id: TypeId) -> TypeId {
        let mut id = id;
        for _ in 0..self.types.len() {
            match self.get(id).map(|type_| &type_.kind) {
                Some(TypeKind::Alias(target)) => id = target.type_,
                _ => break,
            }
        }
        id
    }

    /// Adds a type.
    pub fn push(&mut self, type_: Type) -> TypeId {
        let id = TypeId(u32::try_from(self.types.len()).unwrap_or(u32::MAX));
        self.types.push(type_);
        id
    }

    /// A type by its index; `None` only for an index of another description.
    pub fn get(&self, id: TypeId) -> Option<&Type> {
        self.types.get(id.0 as usize)
    }

    /// A type to be completed, for recursion: it is added first and described later.
    pub fn get_mut(&mut self, id: TypeId) -> Option<&mut Type> {
        self.types.get_mut(id.0 as usize)
    }

    /// Makes a type a name for another one that says the same.
    pub fn merge(&mut self, id: TypeId, into: TypeId) {
        if let Some(type_) = self.get_mut(id) {
            type_.kind = TypeKind::Alias(Use {
                type_: into,
                nullable: false,
            });
            self.merged.insert(id, into);
        }
    }

    /// The type for which this one is a name, since it says the same.
    pub fn merged_into(&self, id: TypeId) -> Option<TypeId> {
        self.merged.get(&id).copied()
    }

    /// The types that are names for another that says the same, each with that one.
    pub fn merged(&self) -> impl Iterator<Item = (TypeId, TypeId)> {
        self.merged.iter().map(|(id, into)| (*id, *into))
    }

    /// All types with their indices.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (TypeId, &Type)> {
        self.types
            .iter()
            .enumerate()
            .map(|(index, type_)| (TypeId(index as u32), type_))
    }

    /// The types that some uses lead to, directly or through others.
    pub fn reached(&self, uses: impl Iterator<Item = Use>) -> HashSet<TypeId> {
        let mut open: Vec<_> = uses.map(|use_| use_.type_).collect();
        let mut reached = HashSet::new();
        while let Some(id) = open.pop() {
            if reached.insert(id)
                && let Some(type_) = self.get(id)
            {
                open.extend(type_.kind.uses().iter().map(|use_| use_.type_));
            }
        }
        reached
    }
}
