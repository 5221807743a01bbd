//! `cargo xtask tidy`: the rules of the house that a program can check, one file a rule. Not what
//! rustfmt and clippy check.

mod blanket_allow;
mod code_files;
mod file_length;
mod file_name;
mod machine_path;
mod module_doc;
mod public_type;
mod snapshot;
mod stage_import;
mod string_syntax;
mod template_length;
mod tree;

use std::path::Path;

use tree::Tree;

/// A place where a rule does not hold.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    /// The file, relative to the workspace.
    path: String,
    /// The line, from 1.
    line: usize,
    /// What is wrong and what to do.
    message: String,
}

/// A rule: everything in the tree that breaks it.
type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: &[(&str, Rule)] = &[
    ("module-doc", module_doc::check),
    ("stage-import", stage_import::check),
    ("file-length", file_length::check),
    ("file-name", file_name::check),
    ("string-syntax", string_syntax::check),
    ("template-length", template_length::check),
    ("code-files", code_files::check),
    ("snapshot", snapshot::check),
    ("machine-path", machine_path::check),
    ("blanket-allow", blanket_allow::check),
    ("public-type", public_type::check),
];

/// Checks the whole tree.
///
/// # Errors
///
/// Everything that was found, one line each.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let tree = Tree::read(root).map_err(|error| format!("the tree cannot be read: {error}"))?;
    let mut lines = Vec::new();
    for (name, rule) in RULES {
        for finding in rule(&tree) {
            let Finding {
                path,
                line,
                message,
            } = finding;
            lines.push(format!("{path}:{line}: {message} [{name}]"));
        }
    }
    if lines.is_empty() {
        println!("tidy: {} rules hold", RULES.len());
        return Ok(());
    }
    lines.sort();
    lines.push(format!("tidy: {} findings", lines.len()));
    Err(lines.join("\n"))
}
