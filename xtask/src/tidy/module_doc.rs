//! The first line of every Rust file says what it holds and what it does not; in a generated one it
//! stands behind the header.

use super::Finding;
use super::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust()
        .filter(|(path, text)| !without_header(path, text).starts_with("//! "))
        .map(|(path, _)| Finding {
            path: path.to_owned(),
            line: 1,
            message: "the first line is not a module doc (`//! What this file holds`)".to_owned(),
        })
        .collect()
}

fn without_header<'t>(path: &str, text: &'t str) -> &'t str {
    match text.split_once("\n\n") {
        Some((header, rest))
            if path.starts_with("generated-client/") && header.starts_with("// ") =>
        {
            rest
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_module_doc_is_found() {
        assert_eq!(check(&Tree::of("a/src/b.rs", "use std::fmt;\n")).len(), 1);
        assert!(check(&Tree::of("a/src/b.rs", "//! B.\n")).is_empty());
        let generated = "// Made by clientsmith.\n\n//! B.\n";
        assert!(check(&Tree::of("generated-client/src/b.rs", generated)).is_empty());
        assert_eq!(check(&Tree::of("a/src/b.rs", generated)).len(), 1);
    }
}
