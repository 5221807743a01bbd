//! No Rust file is longer than 600 lines, except a generated one that holds a single item.

use super::Finding;
use super::tree::Tree;

const LONGEST: usize = 600;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust()
        .filter(|(path, text)| text.lines().count() > LONGEST && !is_one_generated_item(path, text))
        .map(|(path, text)| Finding {
            path: path.to_owned(),
            line: LONGEST,
            message: format!(
                "{} lines; split where a piece has a name in OpenAPI, HTTP or Rust",
                text.lines().count()
            ),
        })
        .collect()
}

fn is_one_generated_item(path: &str, text: &str) -> bool {
    path.starts_with("generated-client/")
        && syn::parse_file(text).is_ok_and(|file| {
            let types = file
                .items
                .iter()
                .filter(|item| matches!(item, syn::Item::Struct(_) | syn::Item::Enum(_)));
            types.count() == 1
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found_unless_it_is_one_generated_item() {
        let two = format!("struct A;\nstruct B;\n{}", "//\n".repeat(600));
        let one = format!("struct A;\n{}", "//\n".repeat(600));
        assert_eq!(check(&Tree::of("xtask/src/a.rs", &one)).len(), 1);
        assert_eq!(check(&Tree::of("generated-client/src/a.rs", &two)).len(), 1);
        assert!(check(&Tree::of("generated-client/src/a.rs", &one)).is_empty());
    }
}
