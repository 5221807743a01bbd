//! A file is named for what it holds: `utils`, `helpers`, `common` and `misc` hold anything.

use super::Finding;
use super::tree::Tree;

const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "misc", "shared", "stuff",
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust()
        .filter_map(|(path, _)| {
            let name = path
                .trim_end_matches(".rs")
                .split('/')
                .find(|part| EMPTY_NAMES.contains(part))?;
            Some(Finding {
                path: path.to_owned(),
                line: 1,
                message: format!("`{name}` says nothing; name what it holds"),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_holds_anything_is_found() {
        assert_eq!(check(&Tree::of("generator/src/emit/utils.rs", "")).len(), 1);
        assert_eq!(
            check(&Tree::of("generator/tests/common/mod.rs", "")).len(),
            1
        );
        assert!(check(&Tree::of("generator/src/emit/docs.rs", "")).is_empty());
    }
}
