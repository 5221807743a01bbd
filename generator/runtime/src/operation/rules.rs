//! What a document demands of an operation's requests, where the feature `validate` is on. Without it
//! there is only the macro, which then says so, and tables are not even read.

#[cfg(feature = "validate")]
pub use crate::validate::OperationRules;

/// What a document demands of an operation's requests: nothing is known without the feature `validate`.
#[cfg(not(feature = "validate"))]
#[derive(Debug)]
pub enum OperationRules {}

/// A module of tables, or a table in the caller's crate, where the feature `validate` is on.
///
/// ```text
/// rules! { mod rules; }                        // the module, or nothing
/// rules!(rules::operations::list_pets::RULES)  // Some(&crate::rules::…), or None
/// ```
#[cfg(feature = "validate")]
#[expect(
    clippy::crate_in_macro_def,
    reason = "the tables are the caller's, wherever the macro is"
)]
#[doc(hidden)]
#[macro_export]
macro_rules! __rules {
    (mod $module:ident;) => {
        mod $module;
    };
    ($($segment:ident)::+) => {
        ::core::option::Option::Some(&crate ::$($segment)::+) // apart, so that copying does not move it
    };
}

/// A module of tables, or a table, where the feature `validate` is on: here it is not.
#[cfg(not(feature = "validate"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rules {
    (mod $module:ident;) => {};
    ($($segment:ident)::+) => {
        ::core::option::Option::None
    };
}

pub use __rules as rules;
