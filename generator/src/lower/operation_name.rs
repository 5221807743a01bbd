//! What operations are called, where a framework made their ids of what stands beside them. Not ids, which stay as
//! written.
//!
//! ```yaml
//! /items/{item_id}:
//!   get: { operationId: read_item_items__item_id__get }      # FastAPI: `read_item`
//! /cats:
//!   get: { operationId: CatsController_findAll }             # NestJS: `cats_find_all`
//! /api/v1/pets/:
//!   get: { operationId: api_v1_pets_list }                   # Django, API Platform: `pets_list`
//! /dogs:
//!   get: { operationId: getAll_1, tags: [dog-controller] }   # springdoc: `dog_get_all`
//! /nets:
//!   get: { operationId: findNetUsingGET }                    # springfox: `find_net`
//! ```

use std::collections::{HashMap, HashSet};

use heck::{ToLowerCamelCase, ToSnakeCase};

use self::controller::controller_names;
use super::operation::{letters, made_ids};
use crate::document::OperationEntry;

mod controller;

/// The names by the order of the ids. A name that is an id of the document, or that an operation before has, is not
/// taken: the next best or the id stands for it then.
pub(super) fn operation_names(entries: &[OperationEntry<'_>], ids: &[String]) -> Vec<String> {
    let mut taken: HashSet<String> = ids.iter().map(|id| letters(id)).collect();
    let with_ids: HashMap<_, _> = ids.iter().map(String::as_str).zip(entries).collect();
    let numbered = entries.iter().zip(ids);
    numbered
        .map(|(entry, id)| {
            let mut names = names(entry, id, &with_ids).into_iter();
            let free = names.find(|name| taken.insert(letters(name)));
            free.unwrap_or_else(|| id.clone())
        })
        .collect()
}

/// What an operation may be called, the best first.
fn names(
    entry: &OperationEntry<'_>,
    id: &str,
    with_ids: &HashMap<&str, &OperationEntry<'_>>,
) -> Vec<String> {
    let mut names = Vec::new();
    names.extend(fast_api_function(entry, id));
    names.extend(controller_names(id));
    names.extend(below_api(entry, id));
    names.extend(springfox_function(entry, id, with_ids));
    names.extend(numbered_function(entry, id, with_ids));
    if is_digest(id) {
        names.extend(made_ids(entry));
    }
    names
}

/// The function that FastAPI made an id of: its name, then the path with `_` for what is no word, then the method.
fn fast_api_function(entry: &OperationEntry<'_>, id: &str) -> Option<String> {
    let (rest, method) = id.rsplit_once('_')?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let path = entry.path.chars().map(|c| if is_word(c) { c } else { '_' });
    let name = rest.strip_suffix(path.collect::<String>().as_str())?;
    let made = method.eq_ignore_ascii_case(entry.method) && method.chars().all(char::is_lowercase);
    (made && name.contains(char::is_alphabetic)).then(|| name.to_owned())
}

/// An id that begins as its path does, with `api` and a version, without these: `api_v1_pets_list` of
/// `/api/v1/pets/`. Without `api` alone where another version has that name.
fn below_api(entry: &OperationEntry<'_>, id: &str) -> Vec<String> {
    let Some(rest) = id.strip_prefix("api_") else {
        return Vec::new();
    };
    let segments = entry.path.split('/').filter(|segment| !segment.is_empty());
    let mut segments = segments.skip_while(|segment| *segment == "api");
    let Some(mut segment) = segments.next() else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let mut name = rest;
    if is_version(segment)
        && let Some((version, below)) = rest.split_once('_')
        && version.eq_ignore_ascii_case(segment)
        && let Some(next) = segments.next()
    {
        (segment, name) = (next, below);
        names.push(below.to_owned());
    }
    names.push(rest.to_owned());
    let segment = segment.to_snake_case();
    let begins = !segment.is_empty() && name.to_snake_case().starts_with(&segment);
    if begins { names } else { Vec::new() }
}

/// The function that springdoc numbers since another tag has one of that name, after its own tag.
fn numbered_function(
    entry: &OperationEntry<'_>,
    id: &str,
    with_ids: &HashMap<&str, &OperationEntry<'_>>,
) -> Option<String> {
    let (function, number) = id.rsplit_once('_')?;
    number.parse::<u32>().ok()?;
    after_tag(entry, function, with_ids.get(function)?)
}

/// The function that springfox put the method behind: `list` of `listUsingGET`, and of `listUsingGET_1` after its tag.
fn springfox_function(
    entry: &OperationEntry<'_>,
    id: &str,
    with_ids: &HashMap<&str, &OperationEntry<'_>>,
) -> Vec<String> {
    let made = id.split_once(&format!("Using{}", entry.method));
    let Some((function, number)) = made.filter(|(function, _)| !function.is_empty()) else {
        return Vec::new();
    };
    let Some(number) = number.strip_prefix('_') else {
        let is_whole = number.is_empty();
        return is_whole.then(|| function.to_owned()).into_iter().collect();
    };
    if number.parse::<u32>().is_err() {
        return Vec::new();
    }
    let first = id
        .rsplit_once('_')
        .and_then(|(first, _)| with_ids.get(first));
    let after_tag = first.and_then(|first| after_tag(entry, function, first));
    let numbered = format!("{function}_{number}");
    after_tag.into_iter().chain([numbered]).collect()
}

/// A function after its operation's tag, where the first of its name has another.
fn after_tag(
    entry: &OperationEntry<'_>,
    function: &str,
    first: &OperationEntry<'_>,
) -> Option<String> {
    let tag = entry.operation.tags.first()?;
    if first.operation.tags.first()? == tag {
        return None;
    }
    let tag = tag.to_snake_case();
    let group = tag.strip_suffix("_controller").unwrap_or(&tag);
    let words = function.to_snake_case();
    let says_group = words.contains(group.trim_end_matches('s'));
    (!group.is_empty() && !says_group).then(|| format!("{group}_{function}").to_lower_camel_case())
}

/// Whether an id is a number that swagger-php made of what it has no name for.
fn is_digest(id: &str) -> bool {
    id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit())
}

/// Whether a word is a version, as `v1`, `v2.1` and `v1beta1` are.
pub(super) fn is_version(word: &str) -> bool {
    let number = word.strip_prefix(['v', 'V']).unwrap_or_default();
    let stage = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_stage = ["", "alpha", "beta"].contains(&stage.trim_end_matches(char::is_numeric));
    number.starts_with(|c: char| c.is_ascii_digit()) && is_stage
}
