//! The style `deepObject`: a pair for each leaf, its name in brackets. The specification defines objects
//! of scalars; what nests deeper follows the convention that most servers read.

use crate::codec::{Encode, EncodeError, Value, to_value};
use crate::request::percent::{Keep, push};

/// Appends a pair for each leaf: `filter[a][b]=1`, lists as `filter[a][]=1`, lists of anything deeper
/// by their index. Nulls are left out (RFC 6570, section 2.3). The name of a list may end in brackets already.
pub(super) fn query(
    query: &mut String,
    keep: Keep,
    name: &str,
    value: &dyn Encode,
) -> Result<(), EncodeError> {
    let value = to_value(value)?;
    let name = match &value {
        Value::Array(_) => name.strip_suffix("[]").unwrap_or(name),
        _ => name,
    };
    let mut path = String::new();
    push(&mut path, name, Keep::Unreserved);
    leaves(query, keep, &mut path, &value);
    Ok(())
}

/// `path` is the leaf's name so far, escaped.
fn leaves(query: &mut String, keep: Keep, path: &mut String, value: &Value) {
    match value {
        Value::Null => {}
        Value::Boolean(true) => leaf(query, keep, path, "true"),
        Value::Boolean(false) => leaf(query, keep, path, "false"),
        Value::Number(number) => leaf(query, keep, path, number.as_str()),
        Value::String(text) => leaf(query, keep, path, text),
        Value::Object(properties) => {
            for (key, value) in properties {
                inside(path, key, |path| leaves(query, keep, path, value));
            }
        }
        Value::Array(items) => {
            let flat = !items
                .iter()
                .any(|item| matches!(item, Value::Array(_) | Value::Object(_)));
            for (index, item) in items.iter().enumerate() {
                let key = match flat {
                    true => String::new(),
                    false => index.to_string(),
                };
                inside(path, &key, |path| leaves(query, keep, path, item));
            }
        }
    }
}

/// Goes one level down, and comes back.
fn inside(path: &mut String, key: &str, visit: impl FnOnce(&mut String)) {
    let length = path.len();
    path.push_str("%5B");
    push(path, key, Keep::Unreserved);
    path.push_str("%5D");
    visit(path);
    path.truncate(length);
}

fn leaf(query: &mut String, keep: Keep, path: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(path);
    query.push('=');
    push(query, value, keep);
}
