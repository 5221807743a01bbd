//! Types that are written inline in several places and say the same in all of them are one type, under as many
//! names. Components keep types of their own, and so does what a request is by itself.
//!
//! ```yaml
//! Repo:  { properties: { owner: { type: object, properties: { login: { type: string } } } } }
//! Issue: { properties: { user:  { type: object, properties: { login: { type: string } } } } }
//! ```
//!
//! `Issue user` becomes a name for `Repo owner`. What is the same is found by partition refinement: types are told
//! apart by what they say themselves (`alike/words.rs`), then, round after round, by what their parts were told
//! apart to be, until nothing more differs.

mod words;

use std::collections::{HashMap, HashSet};

use crate::api::{Operation, Patch, Type, TypeId, TypeKind, TypeName, Types};
use crate::options::Options;
use crate::source::Origin;
use words::{Word, words};

/// Makes types that say the same names for one of them: the one that the fewest words lead to, which reads best.
pub(super) fn merge_alike(
    types: &mut Types,
    operations: &[Operation],
    patches: &[Patch],
    options: &Options,
) {
    if options.types.separate {
        return;
    }
    let mut own = own(types, operations, options);
    let patched = patches
        .iter()
        .flat_map(|patch| [Some(patch.type_), patch.resource]);
    own.extend(patched.flatten());
    let colours = refined(types, &own);
    let mut classes: HashMap<u32, Vec<TypeId>> = HashMap::new();
    for ((id, type_), colour) in types.iter().zip(&colours) {
        if is_item(type_) && !own.contains(&id) {
            classes.entry(*colour).or_default().push(id);
        }
    }
    let mut same: Vec<_> = classes
        .into_values()
        .filter_map(|class| {
            Some((
                class.iter().copied().min_by_key(|id| length(types, *id))?,
                class,
            ))
        })
        .collect();
    same.sort_unstable();
    for (leading, class) in same {
        for id in class.into_iter().filter(|id| *id != leading) {
            types.merge(id, leading);
        }
    }
}

/// How many words lead to a type, and which of them the document has first.
fn length(types: &Types, id: TypeId) -> (usize, TypeId) {
    let words = types.get(id).map(|type_| match &type_.name {
        TypeName::Component(_) => 0,
        TypeName::Inline(words) => words.len(),
    });
    (words.unwrap_or_default(), id)
}

/// The types that stay by themselves.
fn own(types: &Types, operations: &[Operation], options: &Options) -> HashSet<TypeId> {
    let bodies = operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    // a body's form depends on more than its type
    let mut own: HashSet<_> = contents
        .filter_map(|content| Some(content.value?.type_))
        .collect();
    let stays = |type_: &Type| match &type_.name {
        TypeName::Component(_) => true,
        TypeName::Inline(words) => {
            let pointer = type_.docs.origin.as_ref().map(Origin::pointer);
            options.speaks_of(&words.join("."), pointer.as_deref())
        }
    };
    own.extend(
        types
            .iter()
            .filter(|(_, type_)| stays(type_))
            .map(|(id, _)| id),
    );
    own
}

/// Whether a type is more than what Rust or the runtime has already.
fn is_item(type_: &Type) -> bool {
    matches!(
        type_.kind,
        TypeKind::Object(_) | TypeKind::Enumeration(_) | TypeKind::Union(_)
    )
}

/// For each type a number, which is the same for those that say the same.
fn refined(types: &Types, own: &HashSet<TypeId>) -> Vec<u32> {
    let mut known = HashMap::new();
    let mut colours = Vec::new();
    for (id, type_) in types.iter() {
        let words = match own.contains(&id) {
            true => vec![Word::Number(u64::from(id.0))],
            false => words(type_),
        };
        let next = known.len() as u32;
        colours.push(*known.entry(words).or_insert(next));
    }
    let parts: Vec<Vec<usize>> = types
        .iter()
        .map(|(_, type_)| type_.kind.uses())
        .map(|uses| uses.iter().map(|use_| use_.type_.0 as usize).collect())
        .collect();
    let mut count = known.len();
    loop {
        let (told, more) = told_apart(&colours, &parts);
        if more == count {
            return told;
        }
        (colours, count) = (told, more);
    }
}

/// The numbers by those of the parts, and how many there are.
fn told_apart(colours: &[u32], parts: &[Vec<usize>]) -> (Vec<u32>, usize) {
    let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
    let number = |(colour, parts): (&u32, &Vec<usize>)| {
        let parts = parts.iter().filter_map(|part| colours.get(*part));
        let seen = [*colour].into_iter().chain(parts.copied()).collect();
        let next = known.len() as u32;
        *known.entry(seen).or_insert(next)
    };
    let told = colours.iter().zip(parts).map(number).collect();
    (told, known.len())
}
