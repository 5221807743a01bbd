//! What generated code shows of its dependencies is listed here: a new major version of any of
//! these is a breaking change of every generated client.

use std::collections::HashMap;

use syn::visit::{self, Visit};
use syn::{UseTree, Visibility};

use super::Finding;
use super::tree::Tree;

/// What a generated crate may show: HTTP's own types, the body's bytes, serde's traits, and the
/// default transport's client, which a user may bring.
const SHOWN: &[&str] = &["http", "bytes", "serde", "serde_core", "reqwest"];

/// Conversions behind cargo features named for what they convert to.
const CONVERTED: &[&str] = &["uuid", "jiff", "chrono", "time"];

const OURS: &[&str] = &["crate", "self", "super", "std", "core", "alloc", "Self"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        if !path.starts_with("generated-client/src/") {
            continue;
        }
        let Ok(file) = syn::parse_file(text) else {
            continue;
        };
        let mut signatures = Signatures::default();
        signatures.visit_file(&file);
        for (name, line) in signatures.leaks(text) {
            findings.push(Finding {
                path: path.to_owned(),
                line,
                message: format!(
                    "the crate `{name}` shows in a public signature, and is not listed"
                ),
            });
        }
    }
    findings
}

/// The crates that imported names come from, and what public signatures name.
#[derive(Default)]
struct Signatures {
    imported: HashMap<String, String>,
    named: Vec<Vec<String>>,
    modules: Vec<String>,
    depth: usize,
}

impl Signatures {
    fn leaks(&self, text: &str) -> Vec<(String, usize)> {
        let mut leaks = Vec::new();
        for path in &self.named {
            let Some(first) = path.first() else {
                continue;
            };
            let lower = first.starts_with(char::is_lowercase);
            if lower && path.len() == 1 {
                continue; // a primitive type, whatever module is imported under its name
            }
            let qualified = lower && path.len() > 1;
            let origin = match self.imported.get(first) {
                Some(origin) => origin,
                None if qualified => first,
                None => continue,
            };
            let listed = [SHOWN, CONVERTED, OURS]
                .iter()
                .any(|list| list.contains(&origin.as_str()))
                || self.modules.contains(origin);
            if !listed {
                let at = text.lines().position(|line| line.contains(first.as_str()));
                leaks.push((origin.clone(), at.map_or(1, |index| index + 1)));
            }
        }
        leaks
    }

    fn signature(&mut self, visit: impl FnOnce(&mut Self)) {
        self.depth += 1;
        visit(self);
        self.depth -= 1;
    }
}

impl<'ast> Visit<'ast> for Signatures {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.modules.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if let UseTree::Path(path) = &item.tree {
            let origin = path.ident.to_string();
            if is_public(&item.vis) {
                self.named.push(vec![origin.clone(), String::new()]);
            }
            import(&path.tree, &origin, &mut self.imported);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
            self.signature(|this| this.visit_type(&field.ty));
        }
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        if is_public(&item.vis) {
            self.signature(|this| visit::visit_item_enum(this, item));
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if is_public(&item.vis) {
            self.signature(|this| this.visit_signature(&item.sig));
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if is_public(&item.vis) {
            self.signature(|this| this.visit_signature(&item.sig));
        }
    }

    fn visit_type_path(&mut self, type_: &'ast syn::TypePath) {
        if self.depth > 0 {
            let segments = type_.path.segments.iter();
            self.named
                .push(segments.map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_type_path(self, type_);
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn import(tree: &UseTree, origin: &str, imported: &mut HashMap<String, String>) {
    match tree {
        UseTree::Path(path) => import(&path.tree, origin, imported),
        UseTree::Group(group) => {
            for tree in &group.items {
                import(tree, origin, imported);
            }
        }
        UseTree::Name(name) => {
            imported.insert(name.ident.to_string(), origin.to_owned());
        }
        UseTree::Rename(rename) => {
            imported.insert(rename.rename.to_string(), origin.to_owned());
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unlisted_dependency_in_a_public_signature_is_found() {
        let path = "generated-client/src/a.rs";
        let count = |text| check(&Tree::of(path, text)).len();
        assert_eq!(count("use jiter::Peek; pub fn a(b: Peek) {}"), 1);
        assert_eq!(count("pub struct A { pub b: Option<jiter::Peek> }"), 1);
        assert_eq!(count("pub use jiter::Peek;"), 1);
        assert_eq!(count("use jiter::str; pub fn a(b: &str) {}"), 0);
        assert_eq!(count("mod a; pub use a::A;"), 0);
        assert_eq!(count("use jiter::Peek; fn a(b: Peek) {}"), 0);
        assert_eq!(count("use http::Method; pub fn a(b: Method) {}"), 0);
    }
}
