// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The patch between two values: what makes the one of the other. Which types have one is the document's business.

use std::fmt;

use crate::runtime::codec::{Decode, DecodeError, Encode, Map, Value, from_json, to_json, to_value};

/// How a patch is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatchForm {
    /// Each property that is there replaces the one that was: `application/json`.
    AsWritten,
    /// Objects are changed property by property, at any depth (RFC 7396): `application/merge-patch+json`.
    Merge,
}

/// A change that a patch cannot say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatchError {
    pointer: String,
    why: String,
}

impl PatchError {
    fn new(pointer: impl Into<String>, why: impl fmt::Display) -> Self {
        Self {
            pointer: pointer.into(),
            why: why.to_string(),
        }
    }

    /// Where in the value: a JSON pointer (RFC 6901).
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl From<DecodeError> for PatchError {
    fn from(error: DecodeError) -> Self {
        Self::new(error.pointer(), error.message())
    }
}

impl fmt::Display for PatchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pointer, why } = self;
        write!(
            formatter,
            "the patch cannot say how `{pointer}` changes: {why}"
        )
    }
}

impl std::error::Error for PatchError {}

/// The patch that makes `after` of `before`; `None` where nothing changes. In an object, null is taken for
/// absence: a patch does not tell them apart.
///
/// # Errors
///
/// Where the patch does not have a property that changes, or cannot clear one that is gone.
pub fn patch_between<P: Decode + Encode>(
    form: PatchForm,
    before: &dyn Encode,
    after: &dyn Encode,
) -> Result<Option<P>, PatchError> {
    let Some(changes) = changes_between(form, before, after)? else {
        return Ok(None);
    };
    let json = to_json(&changes).map_err(|error| PatchError::new("", error))?;
    let patch: P = from_json(&json)?;
    let said = to_value(&patch).map_err(|error| PatchError::new("", error))?;
    match unsaid(&changes, &said) {
        None => Ok(Some(patch)),
        Some(pointer) => Err(PatchError::new(
            pointer,
            "it has no such property, or cannot clear it",
        )),
    }
}

/// The same as any JSON.
fn changes_between(
    form: PatchForm,
    before: &dyn Encode,
    after: &dyn Encode,
) -> Result<Option<Value>, PatchError> {
    let value = |value| to_value(value).map_err(|error| PatchError::new("", error));
    let (before, after) = (value(before)?, value(after)?);
    let (Value::Object(before), Value::Object(after)) = (&before, &after) else {
        return Err(PatchError::new("", "it is no object"));
    };
    let changes = changes(form, before, after);
    Ok((!changes.is_empty()).then_some(Value::Object(changes)))
}

fn changes(form: PatchForm, before: &Map<Value>, after: &Map<Value>) -> Map<Value> {
    let mut changes = Map::new();
    for (name, value) in before.iter().filter(|(_, value)| **value != Value::Null) {
        match (value, after.get(name).unwrap_or(&Value::Null)) {
            (Value::Object(before), Value::Object(after)) if form == PatchForm::Merge => {
                let inner = self::changes(form, before, after);
                if !inner.is_empty() {
                    changes.insert(name, Value::Object(inner));
                }
            }
            (before, after) if before == after => {}
            (_, after) => drop(changes.insert(name, set(form, after))),
        }
    }
    for (name, value) in after.iter().filter(|(_, value)| **value != Value::Null) {
        if before.get(name).unwrap_or(&Value::Null) == &Value::Null {
            changes.insert(name, set(form, value));
        }
    }
    changes
}

/// A value that takes another's place. What merges does not hold null in objects, where it would clear.
fn set(form: PatchForm, value: &Value) -> Value {
    match (form, value) {
        (PatchForm::Merge, Value::Object(properties)) => {
            let kept = properties
                .iter()
                .filter(|(_, value)| **value != Value::Null);
            Value::Object(kept.map(|(name, value)| (name, set(form, value))).collect())
        }
        (_, value) => value.clone(),
    }
}

/// Where something that changes is not in what a patch says.
fn unsaid(changes: &Value, said: &Value) -> Option<String> {
    match (changes, said) {
        (Value::Object(changes), Value::Object(said)) => {
            changes.iter().find_map(|(name, change)| {
                let step = name.replace('~', "~0").replace('/', "~1");
                let inner = match said.get(name) {
                    Some(said) => unsaid(change, said)?,
                    None => String::new(),
                };
                Some(format!("/{step}{inner}"))
            })
        }
        (change, said) => (change != said).then(String::new),
    }
}
