//! A patch that cannot be empty: which bodies are one, and what its methods are called.

use std::collections::HashSet;

use super::scope::Scope;
use super::struct_::plan_fields;
use super::types::Types;
use super::{Field, Identifier, Imports, Module, RustType};
use crate::api::{self, Additional, Object, PatchKind, Presence, TypeId, TypeKind, Use};
use crate::diagnostics::{Sink, codes};

const METHODS: &[&str] = &[
    "new",
    "draft",
    "finish",
    "into_state",
    "state",
    "clone",
    "eq",
];

/// An object that says what changes, and cannot say nothing.
#[derive(Debug, Clone)]
pub struct Patch {
    /// Its fields, in the document's order; none is required.
    pub fields: Vec<Field>,
    /// The setters of a draft, in the fields' order.
    pub draft_setters: Vec<Identifier>,
    /// What makes one of two values.
    pub between: Option<Between>,
}

/// A function that makes the patch between two values of what it changes.
#[derive(Debug, Clone)]
pub struct Between {
    /// Its name: `between`.
    pub name: Identifier,
    /// What is changed.
    pub resource: RustType,
    /// The variant of the runtime's `PatchForm`.
    pub form: &'static str,
}

/// A patch: as a struct, with methods for each of its states.
pub(super) fn plan_patch(
    types: &Types<'_>,
    id: TypeId,
    object: &Object,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Patch {
    for name in [
        "Chained",
        "Decode",
        "DecodeError",
        "Draft",
        "Empty",
        "EmptyPatch",
        "Encode",
        "NonEmpty",
        "Reader",
        "Writer",
        "serde_bridge",
    ] {
        imports.name(Module::Runtime, name);
    }
    imports.name(Module::Marker, "PhantomData");
    let mut scope = Scope::reserving(METHODS);
    let fields = plan_fields(types, id, object, &mut scope, imports, sink);
    let draft_setters = fields
        .iter()
        .map(|field| scope.claim(field.name.prefixed("set_")))
        .collect();
    let between = plan_between(types, id, object, &mut scope, imports);
    Patch {
        fields,
        draft_setters,
        between,
    }
}

/// What makes a patch of two values: where it is known what the patch changes, and that has anything of what the
/// patch says.
pub(super) fn plan_between(
    types: &Types<'_>,
    id: TypeId,
    object: &Object,
    scope: &mut Scope,
    imports: &mut Imports,
) -> Option<Between> {
    let patch = types.change(id)?;
    let resource = patch.resource.filter(|resource| *resource != id)?;
    let TypeKind::Object(changed) = &types.get(resource)?.kind else {
        return None; // never: it was an object before
    };
    let is_known = |property: &api::Property| {
        let mut known = changed.properties.iter();
        known.any(|known| known.name == property.name)
    };
    let is_required = |property: &api::Property| property.presence == Presence::Required;
    if object.properties.iter().any(is_required) || !object.properties.iter().any(is_known) {
        return None; // what does not change would have to be said too, or nothing could be
    }
    for name in ["PatchError", "PatchForm", "patch_between"] {
        imports.name(Module::Runtime, name);
    }
    let use_ = Use {
        type_: resource,
        nullable: false,
    };
    Some(Between {
        name: scope.claim(Identifier::fixed("between")),
        resource: types.written(use_, imports),
        form: match patch.kind {
            PatchKind::AsWritten => "AsWritten",
            PatchKind::Merge => "Merge",
        },
    })
}

/// The bodies that are patches and must have a property at least. Says why one is not made sure of.
pub(super) fn patches(api: &api::Api, sink: &mut Sink) -> HashSet<TypeId> {
    let mut patches = HashSet::new();
    let mut seen = HashSet::new();
    let bodies = api
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    for content in bodies.flat_map(|body| &body.contents) {
        let (
            Some(_),
            Some(Use {
                type_: id,
                nullable: false,
            }),
        ) = (content.patch, content.value)
        else {
            continue; // no patch
        };
        let Some(api::Type {
            kind: TypeKind::Object(object),
            docs,
            name,
        }) = api.types.get(id)
        else {
            continue; // a patch of another kind cannot be empty in this way
        };
        if is_never_empty(object) || !seen.insert(id) {
            continue;
        }
        match obstacle(object) {
            None => drop(patches.insert(id)),
            Some(why) => report(docs, name, object, why, sink),
        }
        if object.min_properties > 1 && patches.contains(&id) {
            report(docs, name, object, "only that one is there", sink);
        }
    }
    patches
}

fn report(docs: &api::Docs, name: &api::TypeName, object: &Object, why: &str, sink: &mut Sink) {
    if let Some(origin) = &docs.origin {
        let name = match name {
            api::TypeName::Component(name) => name.clone(),
            api::TypeName::Inline(words) => words.join(" "),
        };
        sink.push(codes::unsupported_min_properties(
            origin,
            &name,
            object.min_properties,
            why,
        ));
    }
}

/// Whether the document lets the body be empty, or its required properties see to it that it is not.
fn is_never_empty(object: &Object) -> bool {
    let required = object
        .properties
        .iter()
        .filter(|property| property.presence == Presence::Required);
    object.min_properties <= required.count() as u64
}

fn obstacle(object: &Object) -> Option<&'static str> {
    match object.additional {
        Additional::Typed(_) => Some("it takes properties that are not declared"),
        _ if object
            .properties
            .iter()
            .any(|property| property.presence == Presence::Required) =>
        {
            Some("some of its properties are required and more are demanded")
        }
        Additional::Unsaid | Additional::Forbidden => object
            .properties
            .is_empty()
            .then_some("it declares no property"),
    }
}
