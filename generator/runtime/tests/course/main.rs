//! The course of a call: attempts, pauses, redirects, timeouts. On a recording transport and a clock
//! that stands still or jumps; nothing sleeps.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod api;
mod messages;
mod redirects;
mod retries;
mod timeouts;
mod tokens;
