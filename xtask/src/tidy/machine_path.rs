//! No file names a folder of somebody's machine.

use super::Finding;
use super::tree::Tree;

/// Built by parts, so that this file does not name them either.
const FOLDERS: &[(&str, &str)] = &[
    ("/", "home/"),
    ("/", "root/"),
    ("/", "work/"),
    ("/", "Users/"),
    ("C:", "\\Users\\"),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let folders: Vec<String> = FOLDERS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let mut findings = Vec::new();
    for (path, text) in tree.files() {
        for (index, line) in text.lines().enumerate() {
            if folders.iter().any(|folder| names(line, folder)) {
                findings.push(Finding {
                    path: path.to_owned(),
                    line: index + 1,
                    message: "the path of somebody's machine".to_owned(),
                });
            }
        }
    }
    findings
}

/// Whether an absolute path into the folder stands in the line: not `https://example.com/home/`.
fn names(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + folder.len()..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || "_}).-".contains(c))
            && after.is_some_and(|c| c.is_alphanumeric() || c == '.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_path_is_found_and_a_url_is_not() {
        let folder = format!("{}{}", "/ho", "me/");
        let path = format!("see {folder}ann/notes\n");
        let url = format!("see example.com{folder}ann\n");
        assert_eq!(check(&Tree::of("README.md", &path)).len(), 1);
        assert!(check(&Tree::of("README.md", &url)).is_empty());
    }
}
