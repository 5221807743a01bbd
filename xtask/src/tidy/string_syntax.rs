//! Rust syntax is made by `quote!`, never by joining text: `emit/` parses no text into tokens, but for the
//! attributes of the runtime's sources, which it copies.

use super::Finding;
use super::tree::Tree;

/// Where sources are read that somebody wrote.
const COPIES: &str = "generator/src/emit/runtime/";

/// What turns text into tokens.
const PARSERS: &[&str] = &[
    "parse::<TokenStream>",
    "parse::<proc_macro2::TokenStream>",
    "TokenStream::from_str",
    "parse_str(",
    "parse_str::<",
    "parse_file(&format!",
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        let makes_syntax =
            path.starts_with("generator/src/emit/") || path.starts_with("generator/src/plan/");
        if !makes_syntax || path.starts_with(COPIES) {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            if PARSERS.iter().any(|parser| line.contains(parser)) {
                findings.push(Finding {
                    path: path.to_owned(),
                    line: index + 1,
                    message: "syntax from text; write it as `quote!`".to_owned(),
                });
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parsing_text_into_tokens_is_found() {
        let text = "let tokens: X = format!(\"fn {name}() {{}}\").parse::<TokenStream>();\n";
        assert_eq!(check(&Tree::of("generator/src/emit/a.rs", text)).len(), 1);
        assert!(check(&Tree::of("generator/src/source/a.rs", text)).is_empty());
        assert!(check(&Tree::of(&format!("{COPIES}a.rs"), text)).is_empty());
    }
}
