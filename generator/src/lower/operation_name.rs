//! What operations are called, where a framework made their ids of what stands beside them. Not ids, which stay as
//! written.
//!
//! ```yaml
//! /items/{item_id}:
//!   get: { operationId: read_item_items__item_id__get }      # FastAPI: `read_item`
//! ```

use std::collections::HashSet;

use crate::document::OperationEntry;

/// The names by the order of the ids. A name that is an id of the document, or that an operation before has, is not
/// taken: the id stands for it then.
pub(super) fn operation_names(entries: &[OperationEntry<'_>], ids: &[String]) -> Vec<String> {
    let mut taken: HashSet<&str> = ids.iter().map(String::as_str).collect();
    let numbered = entries.iter().zip(ids);
    numbered
        .map(|(entry, id)| {
            let name = function_name(entry, id).filter(|name| taken.insert(name));
            name.unwrap_or(id).to_owned()
        })
        .collect()
}

/// The function that FastAPI made an id of: its name, then the path with `_` for what is no word, then the method.
fn function_name<'i>(entry: &OperationEntry<'_>, id: &'i str) -> Option<&'i str> {
    let (rest, method) = id.rsplit_once('_')?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let path = entry.path.chars().map(|c| if is_word(c) { c } else { '_' });
    let name = rest.strip_suffix(path.collect::<String>().as_str())?;
    let made = method.eq_ignore_ascii_case(entry.method) && method.chars().all(char::is_lowercase);
    (made && name.contains(char::is_alphabetic)).then_some(name)
}
