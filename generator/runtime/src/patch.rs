//! Patches: what tells at compile time that one says something, and the patch between two values. What one
//! says is generated.
//!
//! Where the document demands a property at least (`minProperties: 1`), a generated patch carries a
//! state: `Empty` as it is made, `NonEmpty` after a setter. An operation takes the latter only.

#[cfg(feature = "patch")]
mod between;
#[cfg(feature = "json-patch")]
mod json_patch;
#[cfg(feature = "patch")]
mod states;

#[cfg(feature = "patch")]
pub use between::{PatchError, PatchForm, patch_between};
#[cfg(feature = "json-patch")]
pub use json_patch::{JsonPatch, JsonPatchOperation};
#[cfg(feature = "patch")]
pub use states::{Chained, Draft, Empty, EmptyPatch, IntoPatch, NonEmpty};
