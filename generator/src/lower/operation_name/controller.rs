//! Ids that are a class and its function: NestJS' and LoopBack's controllers, the services of gRPC's gateways, classes
//! that swagger-php was given.

use heck::{ToLowerCamelCase, ToSnakeCase};

use super::is_version;

/// What ends the name of such a class.
const CLASSES: &[&str] = &["Controller", "Service"];

/// What stands between a class and its function.
const SIGNS: &[&str] = &["_", ".", "::", "/", "#"];

/// Words of functions that every class may have, and that say nothing of what it is for.
const PLAIN: &[&str] = &[
    "add", "all", "any", "batch", "bulk", "by", "count", "create", "delete", "destroy", "edit",
    "exists", "fetch", "find", "first", "get", "head", "id", "index", "insert", "list", "many",
    "me", "new", "one", "options", "patch", "post", "put", "query", "remove", "replace", "save",
    "search", "set", "show", "store", "update", "upsert", "view",
];

/// The function by itself where it says what it is for (`getPet`), else after its class (`cats_find_all`), which it
/// always may. Which of them does not depend on other operations, so that none that comes renames another.
pub(super) fn controller_names(id: &str) -> Vec<String> {
    let Some((class, function)) = class_and_function(id) else {
        return Vec::new();
    };
    let (function, place) = without_place(function);
    if class.is_empty() || !function.starts_with(char::is_alphabetic) {
        return Vec::new();
    }
    let words = function.to_snake_case();
    let words: Vec<&str> = words.split('_').collect();
    let is_plain = |word: &&str| PLAIN.contains(word) || is_version(word);
    let says_all = words.len() > 1 && !words.iter().all(is_plain);
    let says_class = class == "App" || function.eq_ignore_ascii_case(class);
    let with_class = format!("{class}_{function}").to_lower_camel_case();
    let alone = (says_all || says_class).then(|| function.to_owned());
    let numbered = place.filter(|place| *place > 0);
    let numbered = numbered.map(|place| format!("{with_class}{}", place.saturating_add(1)));
    alone
        .into_iter()
        .chain([with_class])
        .chain(numbered)
        .collect()
}

/// A function without the place of its path, of which NestJS has `names[0]` and `names[1]` where it has several.
fn without_place(function: &str) -> (&str, Option<u32>) {
    let parts = function
        .strip_suffix(']')
        .and_then(|rest| rest.rsplit_once('['));
    match parts.and_then(|(function, place)| Some((function, place.parse().ok()?))) {
        Some((function, place)) => (function, Some(place)),
        None => (function, None),
    }
}

/// `CatsController_findAll` is `Cats` and `findAll`; of a class in a namespace its own name.
fn class_and_function(id: &str) -> Option<(&str, &str)> {
    let ends = CLASSES
        .iter()
        .flat_map(|class| SIGNS.iter().map(move |sign| (class, sign)));
    let parts = ends.filter_map(|(end, sign)| {
        let (class, function) = id.split_once(&format!("{end}{sign}"))?;
        let class = class.rsplit(['.', '\\', '/', ':']).next()?;
        // `getService_logs` is no class, and `usersController.index` is
        let is_class = *end == "Controller" || class.starts_with(char::is_uppercase);
        is_class.then_some((class, function))
    });
    parts.min_by_key(|(class, _)| class.len())
}
