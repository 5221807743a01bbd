// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! States of patches that must set something: whether one does is known at compile time, or checked at the end.

use std::fmt;

/// The state of a patch that sets nothing yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {}

/// The state of a patch that sets a property at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NonEmpty {}

/// The state of a patch that is built under conditions, and checked when it is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draft {}

/// A state in which setters can be chained.
pub trait Chained: state::Sealed {}

impl Chained for Empty {}
impl Chained for NonEmpty {}

mod state {
    pub trait Sealed {}

    impl Sealed for super::Empty {}
    impl Sealed for super::NonEmpty {}
}

/// What an operation takes as its patch: one that sets something.
#[diagnostic::on_unimplemented(
    message = "this patch sets nothing, or may set nothing: the API demands at least one property",
    label = "a patch without a setter called on it, or a draft that is not finished",
    note = "call a setter: `Patch::new().property(value)`; where it is known at run time only what is set, \
            start with `Patch::draft()`, use its `set_…` methods, and finish it with `.finish()?`"
)]
pub trait IntoPatch<P> {
    /// The patch.
    fn into_patch(self) -> P;
}

impl<P> IntoPatch<P> for P {
    #[inline]
    fn into_patch(self) -> P {
        self
    }
}

/// A draft that was finished without setting anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmptyPatch;

impl fmt::Display for EmptyPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .write_str("a patch that sets nothing, where the API demands at least one property")
    }
}

impl std::error::Error for EmptyPatch {}
