//! Every kind of problem has a file of its own in `diagnostics/codes/`, named like the problem,
//! registered, explained and shown by an example.

use super::Finding;
use super::tree::Tree;

const FOLDER: &str = "generator/src/diagnostics/codes/";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let registry = tree.get(&format!("{FOLDER}mod.rs")).unwrap_or_default();
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        let Some(file) = path.strip_prefix(FOLDER) else {
            continue;
        };
        let module = file.trim_end_matches(".rs");
        if module == "mod" {
            continue;
        }
        for message in faults(module, text, registry) {
            findings.push(Finding {
                path: path.to_owned(),
                line: 1,
                message,
            });
        }
    }
    findings
}

fn faults(module: &str, text: &str, registry: &str) -> Vec<String> {
    let name = module.trim_end_matches('_').replace('_', "-");
    let mut faults = Vec::new();
    if !text.contains(&format!("name: \"{name}\"")) {
        faults.push(format!("the code is not named `{name}`, as its file is"));
    }
    if !registry.contains(&format!("{module}::CODE")) {
        faults.push(format!("`{module}::CODE` is not in `codes::ALL`"));
    }
    let explanation = text.split("explanation:").nth(1).unwrap_or_default();
    if !explanation.contains("```") {
        faults.push("the explanation shows no example (a fenced block)".to_owned());
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unregistered_unexplained_code_is_found() {
        let mod_ = "//! Codes.\npub static ALL: &[&Code] = &[];\n";
        let code = "static CODE: Code = Code { name: \"odd\", explanation: \"\" };\n";
        let tree = Tree::of(&format!("{FOLDER}mod.rs"), mod_)
            .with(&format!("{FOLDER}odd_number.rs"), code);
        assert_eq!(check(&tree).len(), 3);
    }
}
