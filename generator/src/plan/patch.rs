//! A patch that cannot be empty: which bodies are one, and what its methods are called.

use std::collections::HashSet;

use super::request_body::object_id;
use super::scope::Scope;
use super::struct_::{plan_fields, plan_names};
use super::types::Types;
use super::{Field, Identifier, Imports, Module, RustType};
use crate::api::{self, Additional, Object, PatchKind, Presence, Rule, TypeId, TypeKind, Use};
use crate::diagnostics::Sink;

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

/// What the fields of a patch that cannot be empty are called; nothing where an object is none.
pub(super) fn patch_names(types: &Types<'_>, id: TypeId, object: &Object) -> Vec<Identifier> {
    if !types.is_patch(id) {
        return Vec::new();
    }
    let mut sink = Sink::new(); // what there is to say is said where the patch is planned
    let mut scope = Scope::reserving(METHODS);
    let names = plan_names(types, id, object, &mut scope, &mut sink);
    sink.finish();
    names
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

/// The bodies that are patches and must have a property at least, as far as the type can see to that.
pub(super) fn patches(api: &api::Api) -> HashSet<TypeId> {
    let bodies = api
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    let demanding = contents.filter_map(|content| {
        let (id, object) = demanding(&api.types, content)?;
        let alone = content.value.is_some_and(|value| value == bare(id));
        (alone && can_see_to_it(object)).then_some(id)
    });
    demanding.collect()
}

/// How many properties a patch must have, where its type does not see to that: it is asked before the
/// patch is sent.
pub(super) fn at_least(types: &Types<'_>, content: &api::MediaTypeObject) -> Option<u64> {
    let (id, object) = patched(types.api(), content)?;
    let of_place = content.rules.iter().filter_map(|rule| match rule {
        Rule::MinProperties(least) => Some(*least),
        _ => None,
    });
    let least = of_place.fold(object.min_properties, u64::max);
    let by_type = u64::from(types.is_patch(id)).max(required(object));
    (least > by_type).then_some(least)
}

/// A patch of which more properties are demanded than it requires.
fn demanding<'a>(
    types: &'a api::Types,
    content: &api::MediaTypeObject,
) -> Option<(TypeId, &'a Object)> {
    patched(types, content).filter(|(_, object)| object.min_properties > required(object))
}

/// The object of a body that says what changes.
fn patched<'a>(
    types: &'a api::Types,
    content: &api::MediaTypeObject,
) -> Option<(TypeId, &'a Object)> {
    content.patch?;
    let id = object_id(types, content.value?)?;
    match &types.get(id)?.kind {
        TypeKind::Object(object) => Some((id, object)),
        _ => None, // never: it is one
    }
}

/// How many properties are there anyway.
fn required(object: &Object) -> u64 {
    let required = object
        .properties
        .iter()
        .filter(|property| property.presence == Presence::Required);
    required.count() as u64
}

fn bare(type_: TypeId) -> Use {
    Use {
        type_,
        nullable: false,
    }
}

/// Whether setters alone decide how many properties there are.
fn can_see_to_it(object: &Object) -> bool {
    let is_required = |property: &api::Property| property.presence == Presence::Required;
    !matches!(object.additional, Additional::Typed(_))
        && !object.properties.is_empty()
        && !object.properties.iter().any(is_required)
}
