//! From an OpenAPI description, a Rust client crate.
//!
//! read → parse → lower → plan → emit → write: one verb a stage, and each stage imports its own
//! data and the data of the stage before it, nothing else (`cargo xtask tidy` holds that).

pub mod api;
pub mod diagnostics;
pub mod document;
pub mod emit;
pub mod lower;
pub mod options;
pub mod plan;
pub mod source;
pub mod write;
