//! How a use of a type is written in Rust, and how a function takes a value of it.

use super::Types;
use crate::api::{self, Extensible, IntegerFormat, StringFormat, TypeId, TypeKind, Use};
use crate::plan::{Conversion, Imports, Module, Path, RustType};

impl Types<'_> {
    /// How a use is written, null included.
    pub(in crate::plan) fn written(&self, use_: Use, imports: &mut Imports) -> RustType {
        let (_, nullable) = self.resolve(use_);
        let bare = self.bare(use_.type_, imports);
        match nullable {
            true => bare.wrapped_in(imports.name(Module::Runtime, "Nullable")),
            false => bare,
        }
    }

    /// How a property of an object is written: boxed where it leads back.
    pub(in crate::plan) fn property(
        &self,
        object: TypeId,
        use_: Use,
        imports: &mut Imports,
    ) -> RustType {
        let written = self.written(use_, imports);
        match self.recursion.needs_box(self.api, object, use_) {
            true => written.wrapped_in(Path::prelude("Box")),
            false => written,
        }
    }

    /// Whether a variant of a union is boxed: objects are, and what leads back.
    pub(in crate::plan) fn is_boxed_variant(&self, union: TypeId, use_: Use) -> bool {
        let (id, _) = self.resolve(use_);
        let is_object = |type_: &api::Type| matches!(type_.kind, TypeKind::Object(_));
        self.api.get(id).is_some_and(is_object) || self.recursion.needs_box(self.api, union, use_)
    }

    /// A use as the compiler sees it: the same for all names of one type.
    pub(in crate::plan) fn canonical(&self, use_: Use) -> RustType {
        let (id, nullable) = self.resolve(use_);
        let mut imports = Imports::default();
        let bare = match self.api.get(id).map(|type_| &type_.kind) {
            Some(kind) if self.foreign(id).is_some() => self.definition(id, kind, &mut imports),
            Some(TypeKind::Array(_) | TypeKind::Map(_)) if self.is_newtype(id) => {
                self.bare(id, &mut imports)
            }
            Some(TypeKind::Array(array)) => {
                self.canonical(array.items).wrapped_in(Path::prelude("Vec"))
            }
            Some(TypeKind::Map(value)) => self
                .canonical(*value)
                .wrapped_in(imports.name(Module::Runtime, "Map")),
            Some(TypeKind::Tuple(items)) if !self.recursion.is_circular(id) => {
                RustType::tuple(items.iter().map(|item| self.canonical(*item)).collect())
            }
            Some(TypeKind::Object(_) | TypeKind::Enumeration(_) | TypeKind::Union(_)) => {
                self.bare(id, &mut imports)
            }
            Some(kind) => self.definition(id, kind, &mut imports),
            None => RustType::UNIT, // never: ids are the api's own
        };
        match nullable {
            true => bare.wrapped_in(imports.name(Module::Runtime, "Nullable")),
            false => bare,
        }
    }

    fn bare(&self, id: TypeId, imports: &mut Imports) -> RustType {
        let Some(type_) = self.api.get(id) else {
            return RustType::of(imports.name(Module::Runtime, "Value")); // never: ids are the api's own
        };
        let Some(name) = self.names.get(&id) else {
            return self.definition(id, &type_.kind, imports);
        };
        let item = RustType::of(imports.name(Module::Types, name.as_str()));
        let meant = self.api.merged_into(id).unwrap_or(id);
        match &self.api.get(meant).unwrap_or(type_).kind {
            TypeKind::Enumeration(_) if self.choices.is_closed(meant) => item,
            TypeKind::Enumeration(enumeration) => {
                let wrapper = match enumeration.extensible {
                    Extensible::Closed => "Open",
                    Extensible::Open => "Extensible",
                };
                item.wrapped_in(imports.name(Module::Runtime, wrapper))
            }
            _ => item,
        }
    }

    /// What a type without an item of its own is, and what a name for one stands for.
    pub(in crate::plan) fn definition(
        &self,
        id: TypeId,
        kind: &TypeKind,
        imports: &mut Imports,
    ) -> RustType {
        if let Some(foreign) = self.foreign(id) {
            return foreign.type_.clone();
        }
        let mut runtime = |name| RustType::of(imports.name(Module::Runtime, name));
        match kind {
            TypeKind::Any => runtime("Value"),
            TypeKind::Object(_) | TypeKind::Enumeration(_) | TypeKind::Union(_) => {
                runtime("Value") // never: these have items
            }
            TypeKind::Null => RustType::UNIT,
            TypeKind::Boolean => RustType::prelude("bool"),
            TypeKind::Integer(format) => match integer(*format) {
                Some(primitive) => RustType::prelude(primitive),
                None => runtime("Number"),
            },
            TypeKind::Number { exact: true } => runtime("Number"),
            TypeKind::Number { exact: false } => RustType::prelude("f64"),
            TypeKind::String(format) => match string(format) {
                Some(name) => runtime(name),
                None => RustType::prelude("String"),
            },
            TypeKind::Array(array) => self
                .written(array.items, imports)
                .wrapped_in(Path::prelude("Vec")),
            TypeKind::Tuple(_) if self.recursion.is_circular(id) => runtime("Value"),
            TypeKind::Tuple(items) => {
                let items = items.iter().map(|item| self.property(id, *item, imports));
                RustType::tuple(items.collect())
            }
            TypeKind::Map(value) => {
                let value = self.written(*value, imports);
                value.wrapped_in(imports.name(Module::Runtime, "Map"))
            }
            TypeKind::Alias(target) => match self.leads_nowhere(id) {
                true => runtime("Value"),
                false => self.bare(target.type_, imports), // null is said wherever the name is used
            },
        }
    }

    /// Whether a name is one for itself, in however many steps.
    pub(super) fn leads_nowhere(&self, id: TypeId) -> bool {
        let end = Use {
            type_: id,
            nullable: false,
        };
        let (end, _) = self.resolve(end);
        let kind = self.api.get(end).map(|type_| &type_.kind);
        matches!(kind, Some(TypeKind::Alias(_)))
    }

    /// How a function takes a value of a use.
    pub(in crate::plan) fn conversion(&self, use_: Use) -> Conversion {
        let (id, nullable) = self.resolve(use_);
        if self.patches.contains(&id) {
            return Conversion::Patch;
        }
        let Some(type_) = self.api.get(id) else {
            return Conversion::Plain; // never: ids are the api's own
        };
        let into = nullable
            || match &type_.kind {
                _ if self.foreign(id).is_some() => false,
                TypeKind::Any | TypeKind::Union(_) => true,
                TypeKind::Enumeration(_) => !self.choices.is_closed(id),
                TypeKind::Array(_) | TypeKind::Map(_) => self.is_newtype(id),
                TypeKind::Number { exact } => *exact,
                TypeKind::Integer(format) => *format == IntegerFormat::Wide,
                TypeKind::String(format) => matches!(string(format), None | Some("Secret")),
                TypeKind::Null
                | TypeKind::Boolean
                | TypeKind::Tuple(_)
                | TypeKind::Object(_)
                | TypeKind::Alias(_) => false,
            };
        match into {
            true => Conversion::Into,
            false => Conversion::Plain,
        }
    }
}

pub(in crate::plan) fn integer(format: IntegerFormat) -> Option<&'static str> {
    match format {
        IntegerFormat::Int32 => Some("i32"),
        IntegerFormat::Int64 => Some("i64"),
        IntegerFormat::Uint32 => Some("u32"),
        IntegerFormat::Uint64 => Some("u64"),
        IntegerFormat::Wide => None,
    }
}

/// The runtime's type for a format; `None`: `String`.
pub(in crate::plan) fn string(format: &StringFormat) -> Option<&'static str> {
    match format {
        StringFormat::Plain(_) | StringFormat::Binary => None,
        StringFormat::DateTime => Some("DateTime"),
        StringFormat::Date => Some("Date"),
        StringFormat::Time => Some("Time"),
        StringFormat::Duration => Some("Duration"),
        StringFormat::Uuid => Some("Uuid"),
        StringFormat::Byte => Some("Base64"),
        StringFormat::ByteUrl => Some("Base64Url"),
        StringFormat::Password => Some("Secret"),
    }
}
