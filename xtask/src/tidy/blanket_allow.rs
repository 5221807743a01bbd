//! No lint is switched off for a whole file or crate; in generated code, for nothing at all.

use super::Finding;
use super::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        let generated = path.starts_with("generated-client/") && !path.contains("/runtime/");
        for (index, line) in text.lines().map(str::trim_start).enumerate() {
            let blanket = line.starts_with("#![allow") || line.starts_with("#![expect");
            let any = line.starts_with("#[allow") || line.starts_with("#[expect");
            if blanket && !is_test(path) || generated && any {
                findings.push(Finding {
                    path: path.to_owned(),
                    line: index + 1,
                    message: "a lint switched off: mend what it finds".to_owned(),
                });
            }
        }
    }
    findings
}

/// Tests may unwrap: in them a panic is the report.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.contains("/benches/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blanket_allow_is_found_and_one_on_an_item_only_in_generated_code() {
        let blanket = "//! A.\n#![allow(dead_code)]\n";
        let item = "//! A.\n#[allow(dead_code)]\nfn a() {}\n";
        assert_eq!(check(&Tree::of("generator/src/a.rs", blanket)).len(), 1);
        assert_eq!(check(&Tree::of("generated-client/src/a.rs", item)).len(), 1);
        assert!(check(&Tree::of("generator/src/a.rs", item)).is_empty());
        assert!(check(&Tree::of("generator/tests/a.rs", blanket)).is_empty());
    }
}
