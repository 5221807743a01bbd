// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Patches: what tells at compile time that one says something, and the patch between two values. What one
//! says is generated.
//!
//! Where the document demands a property at least (`minProperties: 1`), a generated patch carries a
//! state: `Empty` as it is made, `NonEmpty` after a setter. An operation takes the latter only.

mod between;
mod states;

pub use between::{PatchError, PatchForm, patch_between};
pub use states::{Chained, Draft, Empty, EmptyPatch, IntoPatch, NonEmpty};
