//! `readOnly` and `writeOnly`: what only replies have and what only requests have. A type that requests
//! and replies have both is two where one would demand of a request what only replies have, or of a
//! reply what only requests have.
//!
//! ```yaml
//! Pet: { required: [id, name], properties: { id: { readOnly: true }, name: {} } }
//! ```
//!
//! is `Pet` in replies, with both properties, and `Pet input` in requests, with the name alone. What the API
//! sends by itself is as in replies: `readOnly` is what the API alone decides on.

use std::collections::{HashMap, HashSet};

use super::name::and;
use crate::api::{
    Additional, Object, Operation, Presence, Property, Type, TypeId, TypeKind, TypeName, Types,
    Use, Webhook,
};

/// A discriminator stays in requests, whatever the document says: nothing else tells variants apart.
type Discriminators = HashSet<(TypeId, String)>;

/// Makes the two forms of types that need two, and lets requests have theirs.
pub(super) fn split_directions(
    types: &mut Types,
    operations: &mut [Operation],
    webhooks: &[Webhook],
) {
    let requests = types.reached(operations.iter().flat_map(Operation::request_uses));
    let replies = operations.iter().flat_map(Operation::reply_uses);
    let replies = types.reached(replies.chain(webhooks.iter().flat_map(Webhook::uses)));
    let differing = differing(types);
    let discriminators = discriminators(types);
    let all: Vec<_> = types.iter().map(|(id, _)| id).collect();
    let is_split =
        |id: &&TypeId| differing.contains(id) && requests.contains(id) && replies.contains(id);
    let mut inputs = HashMap::new();
    for id in all.iter().filter(is_split) {
        if let Some(type_) = types.get(*id) {
            let input = input_of(type_);
            inputs.insert(*id, types.push(input));
        }
    }
    for id in all {
        let (asked, answered) = (requests.contains(&id), replies.contains(&id));
        let discriminator =
            |property: &Property| discriminators.contains(&(id, property.name.clone()));
        if let Some(input) = inputs.get(&id).and_then(|input| types.get_mut(*input)) {
            for_requests(&mut input.kind, &inputs, discriminator);
        }
        let Some(type_) = types.get_mut(id) else {
            continue; // never: the ids are the types' own
        };
        match (asked, answered) {
            (true, false) => for_requests(&mut type_.kind, &inputs, discriminator),
            (false, true) => for_replies(&mut type_.kind, discriminator),
            (true, true) if inputs.contains_key(&id) => {
                for_replies(&mut type_.kind, discriminator);
            }
            // nothing that only one side has is demanded there
            (true, true) | (false, false) => for_either(&mut type_.kind),
        }
    }
    for use_ in operations.iter_mut().flat_map(request_uses_mut) {
        replace(use_, &inputs);
    }
}

fn input_of(type_: &Type) -> Type {
    let words = match &type_.name {
        TypeName::Component(name) => vec![name.clone()],
        TypeName::Inline(words) => words.clone(),
    };
    let about = format!("`{}` as requests have it.", words.join(" / "));
    let mut docs = type_.docs.clone();
    docs.description = Some(match docs.description {
        Some(description) => format!("{description}\n\n{about}"),
        None => about,
    });
    Type {
        name: TypeName::Inline(and(&words, "input")),
        kind: type_.kind.clone(),
        docs,
    }
}

fn is_read_only(property: &Property) -> bool {
    property.read_only && !property.write_only
}

fn is_write_only(property: &Property) -> bool {
    property.write_only && !property.read_only
}

fn for_requests(
    kind: &mut TypeKind,
    inputs: &HashMap<TypeId, TypeId>,
    keeps: impl Fn(&Property) -> bool,
) {
    if let TypeKind::Object(object) = kind {
        object
            .properties
            .retain(|property| !is_read_only(property) || keeps(property));
    }
    uses_mut(kind, &mut |use_| replace(use_, inputs));
}

fn for_replies(kind: &mut TypeKind, keeps: impl Fn(&Property) -> bool) {
    if let TypeKind::Object(object) = kind {
        object
            .properties
            .retain(|property| !is_write_only(property) || keeps(property));
    }
}

fn for_either(kind: &mut TypeKind) {
    if let TypeKind::Object(object) = kind {
        let sided = |property: &&mut Property| is_read_only(property) || is_write_only(property);
        for property in object.properties.iter_mut().filter(sided) {
            property.presence = Presence::Optional;
        }
    }
}

fn replace(use_: &mut Use, inputs: &HashMap<TypeId, TypeId>) {
    if let Some(input) = inputs.get(&use_.type_) {
        use_.type_ = *input;
    }
}

/// The types that demand something of one side only, and those that have such a type in them.
fn differing(types: &Types) -> HashSet<TypeId> {
    let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
    let mut open = Vec::new();
    for (id, type_) in types.iter() {
        for use_ in type_.kind.uses() {
            holders.entry(use_.type_).or_default().push(id);
        }
        if matches!(&type_.kind, TypeKind::Object(object) if is_differing(object)) {
            open.push(id);
        }
    }
    let mut differing = HashSet::new();
    while let Some(id) = open.pop() {
        if differing.insert(id) {
            open.extend(holders.get(&id).into_iter().flatten());
        }
    }
    differing
}

fn is_differing(object: &Object) -> bool {
    object.properties.iter().any(|property| {
        property.presence == Presence::Required
            && (is_read_only(property) || is_write_only(property))
    })
}

fn discriminators(types: &Types) -> Discriminators {
    let mut discriminators = Discriminators::new();
    for (_, type_) in types.iter() {
        let TypeKind::Union(union) = &type_.kind else {
            continue;
        };
        for variant in union.variants.iter() {
            let object = types.resolved(variant.value.type_);
            let property = union.discriminator.iter().cloned();
            discriminators.extend(property.map(|name| (object, name)));
        }
    }
    discriminators
}

fn request_uses_mut(operation: &mut Operation) -> Vec<&mut Use> {
    let parameters = operation.parameters.iter_mut();
    let parameters = parameters.map(|parameter| &mut parameter.value);
    let bodies = operation
        .body
        .iter_mut()
        .flat_map(|body| &mut body.contents);
    parameters
        .chain(bodies.filter_map(|content| content.value.as_mut()))
        .collect()
}

/// Every use of a type in another, to be changed.
fn uses_mut(kind: &mut TypeKind, each: &mut dyn FnMut(&mut Use)) {
    match kind {
        TypeKind::Array(array) => each(&mut array.items),
        TypeKind::Tuple(items) => items.iter_mut().for_each(each),
        TypeKind::Map(value) | TypeKind::Alias(value) => each(value),
        TypeKind::Object(object) => {
            for property in &mut object.properties {
                each(&mut property.value);
            }
            if let Additional::Typed(value) = &mut object.additional {
                each(value);
            }
        }
        TypeKind::Union(union) => {
            for variant in &mut union.variants {
                each(&mut variant.value);
            }
        }
        TypeKind::Any
        | TypeKind::Null
        | TypeKind::Boolean
        | TypeKind::Integer(_)
        | TypeKind::Number { .. }
        | TypeKind::String(_)
        | TypeKind::Enumeration(_) => {}
    }
}
