//! Patches: bodies that say what changes. What such a body may say differs from what its schema says of the
//! resource, so that it is a type of its own where anything else uses the schema.
//!
//! ```yaml
//! Pet: { required: [name], properties: { name: {}, nickname: {}, owner: { $ref: '#/components/schemas/Person' } } }
//! ```
//!
//! under `application/merge-patch+json` is `Pet patch`: nothing must be there, `nickname` and `owner` can be null,
//! which clears them, and `owner` is a `Person patch`. Lists are replaced whole, and are as they were.

use std::collections::HashMap;

use super::name::and;
use crate::api::{
    Additional, Object, Operation, Patch, PatchKind, Presence, Type, TypeId, TypeKind, TypeName,
    Types, Use, Webhook,
};

/// Gives patches their types, and says which they are.
pub(super) fn lower_patches(
    types: &mut Types,
    operations: &mut [Operation],
    webhooks: &[Webhook],
) -> Vec<Patch> {
    let mut patcher = Patcher {
        uses: count_uses(types, operations, webhooks),
        types,
        made: HashMap::new(),
    };
    let read = operations
        .iter()
        .rev() // of several at a path the first stays
        .filter(|operation| operation.method.as_str() == "GET")
        .map(|operation| (operation.path.template.as_str(), operation));
    let read: HashMap<_, _> = read.collect();
    let resources: Vec<_> = operations
        .iter()
        .map(|operation| match is_patch(operation) {
            true => patcher.resource(operation, &read),
            false => None,
        })
        .collect();
    let mut patches: Vec<Patch> = Vec::new();
    for (operation, resource) in operations.iter_mut().zip(resources) {
        let contents = operation
            .body
            .iter_mut()
            .flat_map(|body| &mut body.contents);
        for content in contents {
            let (Some(kind), Some(value)) = (content.patch, content.value.as_mut()) else {
                continue; // no patch
            };
            let patch = patcher.body(kind, value.type_, resource);
            value.type_ = patch.type_;
            match patches.iter_mut().find(|known| known.type_ == patch.type_) {
                // of two resources neither is the one
                Some(known) if known.resource != patch.resource => known.resource = None,
                Some(_) => {}
                None => patches.push(patch),
            }
        }
    }
    patches
}

fn is_patch(operation: &Operation) -> bool {
    let mut contents = operation.body.iter().flat_map(|body| &body.contents);
    contents.any(|content| content.patch.is_some() && content.value.is_some())
}

struct Patcher<'t> {
    types: &'t mut Types,
    /// How often each type is used other than as the body of a patch.
    uses: HashMap<TypeId, usize>,
    /// What was made of a type, by the resource whose changes it says.
    made: HashMap<(TypeId, PatchKind, Option<TypeId>), TypeId>,
}

impl Patcher<'_> {
    /// What a patch changes, as far as the description tells: what the operation answers with, or what is
    /// `read` at its path.
    fn resource(&self, operation: &Operation, read: &HashMap<&str, &Operation>) -> Option<TypeId> {
        let at_its_path = read.get(operation.path.template.as_str()).copied();
        std::iter::once(operation)
            .chain(at_its_path)
            .find_map(|operation| {
                let successes = operation.responses.iter();
                let successes = successes.filter(|response| response.status.is_success());
                let contents = successes.flat_map(|response| &response.contents);
                let mut values = contents.filter_map(|content| content.value);
                values.find_map(|value| self.object(value.type_))
            })
    }

    /// The object that a type is.
    fn object(&self, id: TypeId) -> Option<TypeId> {
        let id = self.types.resolved(id);
        let kind = self.types.get(id).map(|type_| &type_.kind);
        matches!(kind, Some(TypeKind::Object(_))).then_some(id)
    }

    fn is_used_elsewhere(&self, id: TypeId, by_the_patch: usize) -> bool {
        self.uses.get(&id).copied().unwrap_or_default() > by_the_patch
    }

    fn body(&mut self, kind: PatchKind, id: TypeId, resource: Option<TypeId>) -> Patch {
        let body = self.object(id).unwrap_or(id);
        let elsewhere = body != id || self.is_used_elsewhere(body, 0);
        // a schema that is not the patch's alone is the resource's
        let resource = if elsewhere && kind == PatchKind::Merge {
            Some(body)
        } else {
            resource
        };
        let type_ = match kind {
            PatchKind::Merge => self.merge_patch(body, resource, !elsewhere),
            PatchKind::AsWritten if elsewhere && self.must_not_be_empty(body) => {
                *self.made.entry((body, kind, None)).or_insert_with(|| {
                    let patch = self
                        .types
                        .get(body)
                        .map(|type_| patch_of(type_, type_.kind.clone()));
                    patch.map_or(body, |patch| self.types.push(patch))
                })
            }
            PatchKind::AsWritten => id,
        };
        Patch {
            type_,
            kind,
            resource,
        }
    }

    /// Whether a patch must say something, and what it can say is all optional.
    fn must_not_be_empty(&self, id: TypeId) -> bool {
        match self.types.get(id).map(|type_| &type_.kind) {
            Some(TypeKind::Object(object)) => {
                let mut properties = object.properties.iter();
                object.min_properties > 0
                    && !object.properties.is_empty()
                    && !matches!(object.additional, Additional::Typed(_))
                    && properties.all(|property| property.presence == Presence::Optional)
            }
            _ => false,
        }
    }

    /// The type that says what changes of an object; the object's own where that is `alone`.
    fn merge_patch(&mut self, id: TypeId, resource: Option<TypeId>, alone: bool) -> TypeId {
        let key = (id, PatchKind::Merge, resource);
        if let Some(made) = self.made.get(&key) {
            return *made;
        }
        let Some(type_) = self.types.get(id) else {
            return id; // never: the ids are the types' own
        };
        let TypeKind::Object(object) = type_.kind.clone() else {
            return id; // nothing else says what changes
        };
        let patch = match alone {
            true => id,
            false => {
                let patch = patch_of(type_, TypeKind::Any);
                self.types.push(patch)
            }
        };
        self.made.insert(key, patch); // before its parts, which may lead back
        let object = self.changes_of(id, object, resource, alone);
        if let Some(type_) = self.types.get_mut(patch) {
            type_.kind = TypeKind::Object(object);
        }
        patch
    }

    fn changes_of(
        &mut self,
        id: TypeId,
        mut object: Object,
        resource: Option<TypeId>,
        alone: bool,
    ) -> Object {
        let is_resource = resource == Some(id);
        let of_resource = match resource
            .and_then(|id| self.types.get(id))
            .map(|type_| &type_.kind)
        {
            Some(TypeKind::Object(of_resource)) => of_resource.properties.clone(),
            _ => Vec::new(),
        };
        for property in &mut object.properties {
            let changed = of_resource.iter().find(|known| known.name == property.name);
            let required = changed.map_or(property.presence, |known| known.presence);
            if is_resource {
                property.presence = Presence::Optional;
            }
            let is_optional = |presence| presence == Presence::Optional;
            property.value.nullable |= is_optional(required) && is_optional(property.presence);
            let changed = changed.map(|known| known.value.type_);
            property.value.type_ = self.part(property.value.type_, changed, alone);
        }
        if let Additional::Typed(value) = &mut object.additional {
            value.type_ = self.part(value.type_, None, alone);
            value.nullable = true; // null takes the name out
        }
        object
    }

    /// What says how a part of an object changes: objects and maps do so in turn, all else is replaced whole.
    fn part(&mut self, id: TypeId, resource: Option<TypeId>, alone: bool) -> TypeId {
        let part = self.types.resolved(id);
        match self.types.get(part).map(|type_| &type_.kind) {
            Some(TypeKind::Object(_)) => {
                let alone = alone && part == id && !self.is_used_elsewhere(part, 1);
                let resource = match alone {
                    true => resource.and_then(|id| self.object(id)),
                    false => Some(part),
                };
                self.merge_patch(part, resource, alone)
            }
            Some(TypeKind::Map(value)) => {
                let (value, key) = (*value, (part, PatchKind::Merge, None));
                if let Some(made) = self.made.get(&key) {
                    return *made;
                }
                let patch = self
                    .types
                    .get(part)
                    .map(|type_| patch_of(type_, TypeKind::Any));
                let Some(patch) = patch.map(|patch| self.types.push(patch)) else {
                    return id; // never: it has just been there
                };
                self.made.insert(key, patch);
                let value = Use {
                    type_: self.part(value.type_, None, false),
                    nullable: true, // null takes the name out
                };
                if let Some(type_) = self.types.get_mut(patch) {
                    type_.kind = TypeKind::Map(value);
                }
                patch
            }
            _ => id,
        }
    }
}

/// A type of the same words, which says what changes of another.
fn patch_of(type_: &Type, kind: TypeKind) -> Type {
    let words = match &type_.name {
        TypeName::Component(name) => vec![name.clone()],
        TypeName::Inline(words) => words.clone(),
    };
    let about = format!("What changes of `{}`.", words.join(" / "));
    let mut docs = type_.docs.clone();
    docs.description = Some(match docs.description {
        Some(description) => format!("{description}\n\n{about}"),
        None => about,
    });
    docs.examples.clear(); // they are of the whole
    Type {
        name: TypeName::Inline(and(&words, "patch")),
        kind,
        docs,
    }
}

fn count_uses(
    types: &Types,
    operations: &[Operation],
    webhooks: &[Webhook],
) -> HashMap<TypeId, usize> {
    let mut counted: HashMap<TypeId, usize> = HashMap::new();
    let mut count = |use_: Use| *counted.entry(use_.type_).or_default() += 1;
    for (_, type_) in types.iter() {
        type_.kind.uses().into_iter().for_each(&mut count);
    }
    for operation in operations {
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        let bodies = bodies.filter(|content| content.patch.is_none());
        let replies = operation.responses.iter();
        let replies = replies.flat_map(|response| &response.contents);
        let contents = bodies.chain(replies);
        let contents = contents.flat_map(|content| [content.value, content.item]);
        contents.flatten().for_each(&mut count);
        let parameters = operation.parameters.iter();
        parameters.for_each(|parameter| count(parameter.value));
    }
    let webhooks = webhooks.iter().flat_map(|webhook| &webhook.contents);
    webhooks.filter_map(|content| content.value).for_each(count);
    counted
}
