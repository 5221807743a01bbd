//! Every type of the description as Rust sees it: which have an item, what that is called, and how
//! each use is written.

use std::collections::{HashMap, HashSet};

use super::choices::Choices;
use super::foreign::{Foreign, ForeignTypes};
use super::reach::{reached, reached_by_replies, reached_by_requests};
use super::recursion::Recursion;
use super::request_body::{self, Sent};
use super::scope::Scope;
use super::{Conversion, Identifier, Imports, Module, Path, RustType};
use crate::api::{self, Extensible, IntegerFormat, StringFormat, TypeId, TypeKind, TypeName, Use};
use crate::diagnostics::{Sink, codes};
use crate::options::Options;

/// Names that every Rust file has, and that generated code uses.
pub(super) const PRELUDE: &[&str] = &[
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Err",
    "Into",
    "IntoFuture",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "Vec",
];

/// The types of a description, with what was decided about each.
#[derive(Debug)]
pub(super) struct Types<'a> {
    api: &'a api::Types,
    names: HashMap<TypeId, Identifier>,
    recursion: Recursion,
    patches: HashSet<TypeId>,
    /// Objects that are sent part by part, and what they are called as such.
    multiparts: Vec<(Sent<'a>, Identifier)>,
    /// Those that requests lead to.
    sent: HashSet<TypeId>,
    /// Those that replies lead to.
    read: HashSet<TypeId>,
    choices: Choices,
    foreign: ForeignTypes,
    changes: &'a [api::Patch],
}

impl<'a> Types<'a> {
    /// Decides which types have an item and what it is called: components first, then inline ones,
    /// each in the order of the document.
    pub(super) fn plan(
        api: &'a api::Api,
        patches: HashSet<TypeId>,
        foreign: ForeignTypes,
        options: &Options,
        sink: &mut Sink,
    ) -> Self {
        let reached = reached(api);
        let choices = Choices::find(api, &reached, options, sink);
        let mut scope = Scope::reserving(PRELUDE);
        let mut names = HashMap::new();
        let recursion = Recursion::of(&api.types);
        // what the user named has its name before anything else
        for (chosen, component) in [(true, true), (true, false), (false, true), (false, false)] {
            for (id, type_) in api.types.iter() {
                if choices.type_(id).is_some() != chosen {
                    continue;
                }
                let (is_component, words) = match &type_.name {
                    TypeName::Component(name) => (true, name.clone()),
                    TypeName::Inline(words) => (false, words.join(" ")),
                };
                let has_item = matches!(
                    type_.kind,
                    TypeKind::Object(_) | TypeKind::Enumeration(_) | TypeKind::Union(_)
                ) || is_newtype(&recursion, id, &type_.kind)
                    || api.types.merged_into(id).is_some();
                if is_component == component && reached.contains(&id) && (component || has_item) {
                    let wished = match choices.type_(id) {
                        Some(name) => name.clone(),
                        None => Identifier::upper_camel(&words),
                    };
                    let origin = type_.docs.origin.as_ref();
                    names.insert(id, scope.claim_for(wished, &words, origin, sink));
                }
            }
        }
        let mut multiparts = Vec::new();
        for sent in request_body::sent(api) {
            let Some(name) = names.get(&sent.id).cloned() else {
                continue; // never: it is reached
            };
            let name = match sent.alone {
                true => name,
                false => scope.claim(name.suffixed("Multipart")),
            };
            multiparts.push((sent, name));
        }
        Self {
            api: &api.types,
            multiparts,
            names,
            recursion,
            patches,
            sent: reached_by_requests(api),
            read: reached_by_replies(api),
            choices,
            foreign,
            changes: &api.patches,
        }
    }

    /// What the user chose for types and their parts.
    pub(super) fn choices(&self) -> &Choices {
        &self.choices
    }

    /// What of another crate stands for a type.
    pub(super) fn foreign(&self, id: TypeId) -> Option<&Foreign> {
        self.foreign.get(id)
    }

    /// The types that have an item, in the order of the document.
    pub(super) fn items(&self) -> impl Iterator<Item = (TypeId, &'a api::Type, &Identifier)> {
        let named = |(id, type_)| self.names.get(&id).map(|name| (id, type_, name));
        let is_part = move |id| {
            self.multiparts
                .iter()
                .any(|(sent, _)| sent.alone && sent.id == id)
        };
        let items = self.api.iter().filter_map(named);
        items.filter(move |(id, _, _)| !is_part(*id) && self.api.merged_into(*id).is_none())
    }

    /// The other names of types: of each that has any, in the order of the document.
    pub(super) fn other_names(&self) -> HashMap<TypeId, Vec<(&'a api::Type, &Identifier)>> {
        let mut others: HashMap<_, Vec<_>> = HashMap::new();
        for (id, into) in self.api.merged() {
            if let (Some(type_), Some(name)) = (self.api.get(id), self.names.get(&id)) {
                others.entry(into).or_default().push((type_, name));
            }
        }
        others
    }

    /// The objects that are sent part by part, and what each is called as such.
    pub(super) fn multiparts(&self) -> &[(Sent<'a>, Identifier)] {
        &self.multiparts
    }

    /// What an object is called where it is sent part by part.
    pub(super) fn multipart_name(
        &self,
        id: TypeId,
        encodings: &[api::Encoding],
    ) -> Option<&Identifier> {
        let mut multiparts = self.multiparts.iter();
        let found = multiparts.find(|(sent, _)| sent.id == id && sent.encodings == encodings);
        found.map(|(_, name)| name)
    }

    /// Whether a type is a patch that cannot be empty.
    pub(super) fn is_patch(&self, id: TypeId) -> bool {
        self.patches.contains(&id)
    }

    /// What a type says the changes of, where it is the body of a patch.
    pub(super) fn change(&self, id: TypeId) -> Option<&'a api::Patch> {
        self.changes.iter().find(|patch| patch.type_ == id)
    }

    /// The description's own types.
    pub(super) fn api(&self) -> &'a api::Types {
        self.api
    }

    /// Whether requests lead to a type, and replies do not.
    pub(super) fn is_only_sent(&self, id: TypeId) -> bool {
        self.is_sent(id) && !self.read.contains(&id)
    }

    /// Whether requests lead to a type.
    pub(super) fn is_sent(&self, id: TypeId) -> bool {
        self.sent.contains(&id)
    }

    /// Whether a type consists of itself.
    pub(super) fn is_circular(&self, id: TypeId) -> bool {
        self.recursion.is_circular(id)
    }

    /// A type of the description.
    pub(super) fn get(&self, id: TypeId) -> Option<&'a api::Type> {
        self.api.get(id)
    }

    /// What a type is called, where it has an item.
    pub(super) fn name(&self, id: TypeId) -> Option<&Identifier> {
        self.names.get(&id)
    }

    /// What a use comes down to through other names, and whether null may stand there.
    pub(super) fn resolve(&self, use_: Use) -> (TypeId, bool) {
        let mut use_ = use_;
        for _ in 0..self.api.iter().len() {
            match self.api.get(use_.type_).map(|type_| &type_.kind) {
                Some(TypeKind::Alias(target)) => {
                    use_ = Use {
                        type_: target.type_,
                        nullable: use_.nullable || target.nullable,
                    };
                }
                Some(TypeKind::Any | TypeKind::Null) if self.foreign(use_.type_).is_none() => {
                    return (use_.type_, false); // null is one of their values
                }
                _ => break,
            }
        }
        (use_.type_, use_.nullable)
    }

    /// How a use is written, null included.
    pub(super) fn written(&self, use_: Use, imports: &mut Imports) -> RustType {
        let (_, nullable) = self.resolve(use_);
        let bare = self.bare(use_.type_, imports);
        match nullable {
            true => bare.wrapped_in(imports.name(Module::Runtime, "Nullable")),
            false => bare,
        }
    }

    /// How a property of an object is written: boxed where it leads back.
    pub(super) fn property(&self, object: TypeId, use_: Use, imports: &mut Imports) -> RustType {
        let written = self.written(use_, imports);
        match self.recursion.needs_box(self.api, object, use_) {
            true => written.wrapped_in(Path::prelude("Box")),
            false => written,
        }
    }

    /// Whether a variant of a union is boxed: objects are, and what leads back.
    pub(super) fn is_boxed_variant(&self, union: TypeId, use_: Use) -> bool {
        let (id, _) = self.resolve(use_);
        let is_object = |type_: &api::Type| matches!(type_.kind, TypeKind::Object(_));
        self.api.get(id).is_some_and(is_object) || self.recursion.needs_box(self.api, union, use_)
    }

    /// A use as the compiler sees it: the same for all names of one type.
    pub(super) fn canonical(&self, use_: Use) -> RustType {
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

    /// Whether a type is a list or map that consists of itself, and is a struct around it.
    pub(super) fn is_newtype(&self, id: TypeId) -> bool {
        let type_ = self.api.get(id);
        type_.is_some_and(|type_| is_newtype(&self.recursion, id, &type_.kind))
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
    pub(super) fn definition(
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
    fn leads_nowhere(&self, id: TypeId) -> bool {
        let end = Use {
            type_: id,
            nullable: false,
        };
        let (end, _) = self.resolve(end);
        let kind = self.api.get(end).map(|type_| &type_.kind);
        matches!(kind, Some(TypeKind::Alias(_)))
    }

    /// How a function takes a value of a use.
    pub(super) fn conversion(&self, use_: Use) -> Conversion {
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

    /// Says what of the types is not expressed.
    pub(super) fn report(&self, reached: &HashSet<TypeId>, sink: &mut Sink) {
        for (id, type_) in self.api.iter().filter(|(id, _)| reached.contains(id)) {
            let Some(origin) = &type_.docs.origin else {
                continue; // made up by lowering, which has said so
            };
            let circular = match type_.kind {
                TypeKind::Tuple(_) => self.recursion.is_circular(id),
                TypeKind::Alias(_) => self.leads_nowhere(id),
                _ => false,
            };
            if circular {
                let name = self.names.get(&id).map_or("it", Identifier::as_str);
                sink.push(codes::circular_type(origin, name));
            }
        }
    }
}

fn is_newtype(recursion: &Recursion, id: TypeId, kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Array(_) | TypeKind::Map(_)) && recursion.is_circular(id)
}

pub(super) fn integer(format: IntegerFormat) -> Option<&'static str> {
    match format {
        IntegerFormat::Int32 => Some("i32"),
        IntegerFormat::Int64 => Some("i64"),
        IntegerFormat::Uint32 => Some("u32"),
        IntegerFormat::Uint64 => Some("u64"),
        IntegerFormat::Wide => None,
    }
}

/// The runtime's type for a format; `None`: `String`.
pub(super) fn string(format: &StringFormat) -> Option<&'static str> {
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
