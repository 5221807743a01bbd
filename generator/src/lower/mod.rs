//! Document → api: what was written becomes what is meant. Knows nothing of Rust.
