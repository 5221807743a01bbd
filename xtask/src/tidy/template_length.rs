//! A template (`quote! { … }`) reads as the output with holes, and is at most 40 lines long.

use super::Finding;
use super::tree::Tree;

const LONGEST: usize = 40;
const MACROS: &[&str] = &["quote!", "quote_spanned!", "parse_quote!"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        if !path.starts_with("generator/src/") {
            continue;
        }
        for (line, length) in templates(text) {
            if length > LONGEST {
                findings.push(Finding {
                    path: path.to_owned(),
                    line,
                    message: format!("a template of {length} lines; name its parts"),
                });
            }
        }
    }
    findings
}

/// First line and number of lines of every template. Whether a bracket stands in a string or a
/// comment is not looked at: the indentation of the closing line says where a template ends.
fn templates(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let opens = line.ends_with(['{', '(']);
        if opens && MACROS.iter().any(|name| line.contains(name)) {
            let indent = indentation(line);
            let end = lines
                .iter()
                .skip(index + 1)
                .position(|line| !line.trim().is_empty() && indentation(line) <= indent);
            found.push((index + 1, end.unwrap_or(lines.len() - index - 1)));
        }
    }
    found
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_template_is_found() {
        let template = |lines| format!("    quote! {{\n{}    }}\n", "        a;\n".repeat(lines));
        let path = "generator/src/emit/a.rs";
        assert_eq!(check(&Tree::of(path, &template(41))).len(), 1);
        assert!(check(&Tree::of(path, &template(40))).is_empty());
    }
}
