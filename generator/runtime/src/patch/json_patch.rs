//! JSON Patch (RFC 6902): changes one after the other, each with its place. Where a document gives it a schema of its
//! own, that is generated instead.

use crate::codec::{Encode, Value, Writer};

/// A list of changes (`application/json-patch+json`), made in order: all of them, or none.
///
/// Places are JSON pointers (RFC 6901): `/pets/0/name`, with `~1` for a slash in a name and `~0` for a tilde; `/pets/-`
/// is behind the last item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JsonPatch {
    changes: Vec<JsonPatchOperation>,
}

/// A change of a [`JsonPatch`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum JsonPatchOperation {
    /// Puts a value where none is, or in the place of one; into a list, before the item that is there.
    Add {
        /// The place.
        path: String,
        /// The value.
        value: Value,
    },
    /// Takes away what is there.
    Remove {
        /// The place.
        path: String,
    },
    /// Puts a value in the place of one.
    Replace {
        /// The place.
        path: String,
        /// The value.
        value: Value,
    },
    /// Takes a value away, and puts it elsewhere.
    Move {
        /// The place where it is.
        from: String,
        /// The place where it goes.
        path: String,
    },
    /// Puts a value elsewhere too.
    Copy {
        /// The place where it is.
        from: String,
        /// The place where it goes.
        path: String,
    },
    /// Makes sure that a value is there, or nothing is changed at all.
    Test {
        /// The place.
        path: String,
        /// The value.
        value: Value,
    },
}

impl JsonPatch {
    /// Without any change.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a further change.
    #[must_use]
    pub fn with(mut self, change: JsonPatchOperation) -> Self {
        self.changes.push(change);
        self
    }

    /// Puts a value where none is, or in the place of one; into a list, before the item that is there.
    #[must_use]
    pub fn add(self, path: impl Into<String>, value: impl Into<Value>) -> Self {
        let (path, value) = (path.into(), value.into());
        self.with(JsonPatchOperation::Add { path, value })
    }

    /// Takes away what is there.
    #[must_use]
    pub fn remove(self, path: impl Into<String>) -> Self {
        let path = path.into();
        self.with(JsonPatchOperation::Remove { path })
    }

    /// Puts a value in the place of one.
    #[must_use]
    pub fn replace(self, path: impl Into<String>, value: impl Into<Value>) -> Self {
        let (path, value) = (path.into(), value.into());
        self.with(JsonPatchOperation::Replace { path, value })
    }

    /// Takes a value away, and puts it elsewhere.
    #[must_use]
    pub fn move_(self, from: impl Into<String>, path: impl Into<String>) -> Self {
        let (from, path) = (from.into(), path.into());
        self.with(JsonPatchOperation::Move { from, path })
    }

    /// Puts a value elsewhere too.
    #[must_use]
    pub fn copy(self, from: impl Into<String>, path: impl Into<String>) -> Self {
        let (from, path) = (from.into(), path.into());
        self.with(JsonPatchOperation::Copy { from, path })
    }

    /// Makes sure that a value is there, or nothing is changed at all.
    #[must_use]
    pub fn test(self, path: impl Into<String>, value: impl Into<Value>) -> Self {
        let (path, value) = (path.into(), value.into());
        self.with(JsonPatchOperation::Test { path, value })
    }

    /// The changes, in order.
    pub fn operations(&self) -> &[JsonPatchOperation] {
        &self.changes
    }
}

impl Encode for JsonPatch {
    fn encode(&self, writer: &mut Writer) {
        self.changes.encode(writer);
    }
}

impl Encode for JsonPatchOperation {
    fn encode(&self, writer: &mut Writer) {
        let (op, path, other): (_, _, (&str, &dyn Encode)) = match self {
            Self::Add { path, value } => ("add", path, ("value", value)),
            Self::Remove { path } => ("remove", path, ("value", &None::<Value>)), // which is left out
            Self::Replace { path, value } => ("replace", path, ("value", value)),
            Self::Move { from, path } => ("move", path, ("from", from)),
            Self::Copy { from, path } => ("copy", path, ("from", from)),
            Self::Test { path, value } => ("test", path, ("value", value)),
        };
        let (name, other) = other;
        writer.object(&["op", name, "path"], &[&op, other, path]);
    }
}
