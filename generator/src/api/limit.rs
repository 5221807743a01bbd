//! Rate limits that the description declares (`x-rate-limits`), resolved to the operation they bind.

/// A policy: at most `limit` requests in any window of `window_millis`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The policy's name: `burst`.
    pub name: String,
    /// How many requests a window may hold; at least 1.
    pub limit: u32,
    /// The window's length in milliseconds; at least 1.
    pub window_millis: u64,
    /// What is counted together.
    pub scope: LimitScope,
}

/// What is counted together, per credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitScope {
    /// One operation by itself.
    Operation(String),
    /// All operations of a tag.
    Tag(String),
    /// All operations of the description.
    Document,
}
