// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! What the document demands of values that are sent, beyond their types: lengths, patterns, ranges, items.

pub(crate) mod operations;
mod types;
