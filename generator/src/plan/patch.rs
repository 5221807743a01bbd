//! A patch that cannot be empty: which bodies are one, and what its methods are called.

use std::collections::{HashMap, HashSet};

use super::recursion;
use super::scope::Scope;
use super::struct_::plan_fields;
use super::types::Types;
use super::{Field, Identifier, Imports, Module};
use crate::api::{self, Additional, Object, Presence, TypeId, TypeKind, Use};
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
    Patch {
        fields,
        draft_setters,
    }
}

/// The bodies that are patches and must have a property at least. Says why one is not made sure of.
pub(super) fn patches(api: &api::Api, sink: &mut Sink) -> HashSet<TypeId> {
    let uses = count_uses(api);
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
        match obstacle(object, uses.get(&id).copied().unwrap_or_default()) {
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

fn obstacle(object: &Object, other_uses: usize) -> Option<&'static str> {
    if other_uses > 0 {
        return Some("it is used elsewhere too, where it may be empty");
    }
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

/// How often each type is used other than as the body of a patch.
fn count_uses(api: &api::Api) -> HashMap<TypeId, usize> {
    let mut uses: HashMap<TypeId, usize> = HashMap::new();
    let mut count = |id: TypeId| *uses.entry(id).or_default() += 1;
    for (_, type_) in api.types.iter() {
        recursion::mentioned(&type_.kind)
            .into_iter()
            .for_each(&mut count);
    }
    for operation in &api.operations {
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        let bodies = bodies.filter(|content| content.patch.is_none());
        let replies = operation
            .responses
            .iter()
            .flat_map(|response| &response.contents);
        let contents = bodies.chain(replies);
        let contents = contents.flat_map(|content| [content.value, content.item]);
        let contents = contents.flatten();
        let parameters = operation.parameters.iter().map(|parameter| parameter.value);
        contents
            .chain(parameters)
            .for_each(|use_| count(use_.type_));
    }
    let webhooks = api.webhooks.iter().flat_map(|webhook| &webhook.contents);
    let webhooks = webhooks.filter_map(|content| content.value);
    webhooks.for_each(|use_| *uses.entry(use_.type_).or_default() += 1);
    uses
}
