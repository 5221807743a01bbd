//! A stage imports its own data and the data of the stage before it. Templates are not looked into:
//! what stands in `quote!` is a path of the generated crate.

use syn::UseTree;
use syn::visit::{self, Visit};

use super::Finding;
use super::tree::Tree;

/// Each stage and what it may import beside itself. `options` and `diagnostics` are open to all.
/// `source` stands beside its two readers: `document` is made from it, `api` keeps origins, and
/// `lower` reads the raw nodes that the document carries.
const STAGES: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("options", &[]),
    ("diagnostics", &["source"]),
    ("configuration", &["source"]),
    ("overlay", &["source"]),
    ("document", &["source"]),
    ("api", &["source"]),
    ("lower", &["api", "document", "source"]),
    ("plan", &["api"]),
    ("emit", &["plan"]),
    ("write", &["emit"]),
];

const OPEN: &[&str] = &["options", "diagnostics"];

/// Crates that know Rust, which `api` must not.
const RUST: &[&str] = &["proc_macro2", "quote", "syn", "prettyplease", "heck"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        let Some(module) = path.strip_prefix("generator/src/") else {
            continue;
        };
        let module: Vec<&str> = module
            .trim_end_matches(".rs")
            .split('/')
            .filter(|part| *part != "mod")
            .collect();
        let Some(stage) = module.first() else {
            continue;
        };
        let Some((_, allowed)) = STAGES.iter().find(|(name, _)| name == stage) else {
            continue;
        };
        let Ok(file) = syn::parse_file(text) else {
            continue;
        };
        let mut paths = Paths { found: Vec::new() };
        paths.visit_file(&file);
        for named in &paths.found {
            if let Some(message) = fault(stage, allowed, &module, named) {
                findings.push(Finding {
                    path: path.to_owned(),
                    line: line_of(text, named),
                    message,
                });
            }
        }
    }
    findings
}

fn fault(stage: &str, allowed: &[&str], module: &[&str], named: &[String]) -> Option<String> {
    let first = named.first()?;
    if stage == "api" && RUST.contains(&first.as_str()) {
        return Some(format!("`api` knows nothing of Rust, and names `{first}`"));
    }
    let target = stage_of(module, named)?;
    let fine = target == stage || allowed.contains(&target) || OPEN.contains(&target);
    (!fine).then(|| format!("`{stage}` must not see `{target}`"))
}

/// The stage that a path leads into, where it leads into one.
fn stage_of<'a>(module: &[&'a str], named: &'a [String]) -> Option<&'a str> {
    let supers = named.iter().take_while(|part| *part == "super").count();
    let target = match named.first()?.as_str() {
        "crate" => named.get(1)?.as_str(),
        "super" => match module.len().checked_sub(supers)? {
            0 => named.get(supers)?.as_str(),
            _ => module.first()?,
        },
        _ => return None,
    };
    STAGES
        .iter()
        .any(|(stage, _)| *stage == target)
        .then_some(target)
}

/// Collects every path of a file, imports included.
struct Paths {
    found: Vec<Vec<String>>,
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter();
        self.found
            .push(segments.map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        collect(&item.tree, &mut Vec::new(), &mut self.found);
    }
}

fn collect(tree: &UseTree, prefix: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match tree {
        UseTree::Path(path) => {
            prefix.push(path.ident.to_string());
            collect(&path.tree, prefix, found);
            prefix.pop();
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                collect(tree, prefix, found);
            }
        }
        UseTree::Name(name) => found.push(with(prefix, name.ident.to_string())),
        UseTree::Rename(rename) => found.push(with(prefix, rename.ident.to_string())),
        _ => found.push(prefix.clone()),
    }
}

fn with(prefix: &[String], last: String) -> Vec<String> {
    let mut path = prefix.to_vec();
    path.push(last);
    path
}

/// The first line that holds the beginning of a path as text; 1 where it is written in groups.
fn line_of(text: &str, named: &[String]) -> usize {
    let (Some(first), Some(second)) = (named.first(), named.get(1)) else {
        return 1;
    };
    let beginning = format!("{first}::{second}");
    let at = text.lines().position(|line| line.contains(&beginning));
    at.map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&Tree::of(path, text)).len()
    }

    #[test]
    fn a_stage_that_looks_past_its_neighbour_is_found() {
        let emit = "generator/src/emit/a.rs";
        assert_eq!(count(emit, "use crate::{plan::A, document::B};"), 1);
        assert_eq!(count(emit, "fn a(b: &crate::api::Operation) {}"), 1);
        assert_eq!(count(emit, "use super::super::lower::A;"), 1);
        assert_eq!(count(emit, "use super::A; use crate::plan::B;"), 0);
        assert_eq!(count(emit, "fn a() { quote!(crate::api::A); }"), 0);
    }

    #[test]
    fn the_api_naming_rust_is_found() {
        let api = "generator/src/api/a.rs";
        assert_eq!(count(api, "use proc_macro2::Ident;"), 1);
        assert_eq!(count(api, "fn a() -> syn::Type {}"), 1);
        assert_eq!(count(api, "use crate::source::Origin;"), 0);
    }
}
