// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The formats that have a type. Their values are checked, not converted; the longer grammars have
//! a file each, conversions are in `conversions/`.

mod base64;
mod date_time;
mod duration;
mod uuid;

use std::fmt;

/// A format of strings.
pub trait Format: 'static {
    /// Its name in OpenAPI's registry.
    const NAME: &'static str;

    /// Whether a text is of the format.
    fn is_valid(text: &str) -> bool;
}

/// A text that is not of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    text: String,
    format: &'static str,
}

impl FormatError {
    pub(super) fn new(text: String, format: &'static str) -> Self {
        Self { text, format }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} is not of the format `{}`",
            self.text, self.format
        )
    }
}

impl std::error::Error for FormatError {}

/// `date-time`.
#[derive(Debug)]
pub enum DateTime {}
/// `date`.
#[derive(Debug)]
pub enum Date {}
/// `time`.
#[derive(Debug)]
pub enum Time {}
/// `duration`.
#[derive(Debug)]
pub enum Duration {}
/// `uuid`.
#[derive(Debug)]
pub enum Uuid {}
/// `byte`.
#[derive(Debug)]
pub enum Base64 {}
/// `base64url`.
#[derive(Debug)]
pub enum Base64Url {}
