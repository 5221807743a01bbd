//! What a document demands of an operation's requests, where the feature `validate` is on. Without it
//! there is only the macro, which then says so, and tables are not even read.

#[cfg(feature = "validate")]
pub use crate::validate::OperationRules;

/// What a document demands of an operation's requests: nothing is known without the feature `validate`.
#[cfg(not(feature = "validate"))]
#[derive(Debug)]
pub enum OperationRules {}

/// A module of tables, or a table, where the feature `validate` is on.
///
/// ```text
/// rules! { mod rules; }                               // the module, or nothing
/// rules!(crate::rules::operations::list_pets::RULES)  // Some(&table), or None
/// ```
#[cfg(feature = "validate")]
#[doc(hidden)]
#[macro_export]
macro_rules! __rules {
    (mod $module:ident;) => {
        mod $module;
    };
    ($table:expr) => {
        ::core::option::Option::Some(&$table)
    };
}

/// A module of tables, or a table, where the feature `validate` is on: here it is not.
#[cfg(not(feature = "validate"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rules {
    (mod $module:ident;) => {};
    ($table:expr) => {
        ::core::option::Option::None
    };
}

pub use __rules as rules;
