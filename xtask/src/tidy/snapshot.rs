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
    if is_referred_to(tree, path, file) {
        return None;
    }
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

/// Whether a file is part of a case's description: another file of the case names it in a reference.
fn is_referred_to(tree: &Tree, path: &str, file: &str) -> bool {
    let mut parts = path.strip_prefix(CASES).unwrap_or_default().splitn(3, '/');
    let (Some(topic), Some(case)) = (parts.next(), parts.next()) else {
        return false;
    };
    let folder = format!("{CASES}{topic}/{case}/");
    let is_text = |path: &str| path.ends_with(".yaml") || path.ends_with(".json");
    let written = file.replace(' ', "%20");
    let names_it = |(other, text): (&str, &str)| {
        other != path && other.starts_with(&folder) && is_text(other) && text.contains(&written)
    };
    file != DOCUMENT && is_text(path) && tree.files().any(names_it)
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

    #[test]
    fn a_further_file_is_named_by_a_reference() {
        let case = |file| format!("{CASES}files/simple/{file}");
        let snapshot = Tree::of(&case("output.snap"), "");
        let tree = snapshot.with(&case(DOCUMENT), "$ref: models/a%20pet.yaml");
        let tree = tree.with(&case("models/a pet.yaml"), "");
        assert!(check(&tree).is_empty());
        assert_eq!(check(&tree.with(&case("models/dog.yaml"), "")).len(), 1);
    }
}
