//! A body that says what changes, and of what.

use super::{PatchKind, TypeId};

/// A body that says what changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// The body's type.
    pub type_: TypeId,
    /// How it clears a property.
    pub kind: PatchKind,
    /// The object that it changes, where the description tells: what the operation answers with, what is read at
    /// its path, or what its schema is elsewhere.
    pub resource: Option<TypeId>,
}
