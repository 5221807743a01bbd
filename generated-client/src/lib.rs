//! The client, not generated yet.
