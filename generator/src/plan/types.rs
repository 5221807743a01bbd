//! Every type of the description as Rust sees it: which have an item, what that is called, and how
//! each use is written.

mod size;
mod written;

use std::collections::{HashMap, HashSet};

use super::Identifier;
use super::choices::Choices;
use super::foreign::{Foreign, ForeignTypes};
use super::reach::{reached, reached_by_replies, reached_by_requests};
use super::recursion::Recursion;
use super::request_body::{self, Sent};
use super::scope::Scope;
use crate::api::{self, TypeId, TypeKind, TypeName, Use};
use crate::diagnostics::{Sink, codes};
use crate::options::Options;
pub(super) use size::Size;
pub(super) use written::{integer, string};

/// Names that every Rust file has, and that generated code uses; and that of each constructor (clippy's
/// `self_named_constructors`).
pub(super) const PRELUDE: &[&str] = &[
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoFuture",
    "New",
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

    /// Whether a type is a list or map that consists of itself, and is a struct around it.
    pub(super) fn is_newtype(&self, id: TypeId) -> bool {
        let type_ = self.api.get(id);
        type_.is_some_and(|type_| is_newtype(&self.recursion, id, &type_.kind))
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
