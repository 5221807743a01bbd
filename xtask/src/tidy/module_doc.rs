//! The first line of every Rust file says what it holds and what it does not. Compile-fail samples,
//! whose line numbers are the sample, are no exception.

use super::Finding;
use super::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| Finding {
            path: path.to_owned(),
            line: 1,
            message: "the first line is not a module doc (`//! What this file holds`)".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_module_doc_is_found() {
        assert_eq!(check(&Tree::of("a/src/b.rs", "use std::fmt;\n")).len(), 1);
        assert!(check(&Tree::of("a/src/b.rs", "//! B.\n")).is_empty());
    }
}
