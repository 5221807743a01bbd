//! An application outside the workspace that takes the committed client by path, as the README says:
//! it builds, it makes the call, and what must not compile does not. Its build output is kept in
//! `target/`, so that a second run is quick.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod application;
mod empty_patch;
mod module;
mod parameters;
mod readme;
