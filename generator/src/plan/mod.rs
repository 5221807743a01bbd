//! As Rust: names, modules, types, imports, docs. Decides everything; writes nothing.
