//! Every snapshot belongs to a case, every case has one, and none waits for a review.

use super::Finding;
use super::tree::Tree;

const CASES: &str = "generator/tests/cases/";
const DOCUMENT: &str = "document.yaml";
/// What a case may have beside its document: what the user chose.
const CHOICES: [&str; 2] = ["overlay.yaml", "clientsmith.toml"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files()
        .filter_map(|(path, _)| {
            Some(Finding {
                path: path.to_owned(),
                line: 1,
                message: fault(tree, path)?,
            })
        })
        .collect()
}

fn fault(tree: &Tree, path: &str) -> Option<String> {
    if path.ends_with(".snap.new") || path.ends_with(".pending-snap") {
        return Some("waits for a review (`cargo insta review`)".to_owned());
    }
    let (case, file) = path.strip_prefix(CASES)?.rsplit_once('/')?;
    if case.matches('/').count() != 1 {
        return Some("not a case: cases/<topic>/<case>/document.yaml".to_owned());
    }
    match file {
        DOCUMENT if tree.get(&format!("{CASES}{case}/output.snap")).is_none() => {
            Some("a case without a snapshot; run the tests".to_owned())
        }
        choice if CHOICES.contains(&choice) => (tree.get(&format!("{CASES}{case}/{DOCUMENT}")))
            .is_none()
            .then(|| "a choice without a case; remove it".to_owned()),
        "output.snap" if tree.get(&format!("{CASES}{case}/{DOCUMENT}")).is_none() => {
            Some("a snapshot without a case; remove it".to_owned())
        }
        DOCUMENT | "output.snap" | "wire.rs" => None,
        _ => Some("nothing refers to this file; remove it".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_without_a_case_and_a_case_without_a_snapshot_are_found() {
        let case = |file| format!("{CASES}objects/simple/{file}");
        let snapshot = Tree::of(&case("output.snap"), "");
        assert_eq!(check(&snapshot).len(), 1);
        assert_eq!(check(&Tree::of(&case(DOCUMENT), "")).len(), 1);
        assert!(check(&snapshot.with(&case(DOCUMENT), "")).is_empty());
        assert_eq!(check(&Tree::of("generator/tests/a.snap.new", "")).len(), 1);
    }
}
