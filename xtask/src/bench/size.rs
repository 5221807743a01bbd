//! How much was generated: lines and bytes, and function bodies, which are most of what rustc is busy with.

use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use syn::visit::{self, Visit};

/// The Rust of a crate, as text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Size {
    /// Files of Rust.
    pub(super) files: usize,
    /// Lines in them.
    pub(super) lines: usize,
    /// Bytes in them.
    pub(super) bytes: usize,
}

/// What rustc is given work by, as written: what derives make is not among the bodies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Work {
    /// Function bodies.
    pub(super) bodies: usize,
    /// Traits that are derived.
    pub(super) derives: usize,
}

impl Size {
    /// Of all Rust below a folder.
    ///
    /// # Errors
    ///
    /// Something cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self, String> {
        let mut size = Self::default();
        each(folder, &mut |text| {
            size.files += 1;
            size.lines += text.lines().count();
            size.bytes += text.len();
        })?;
        Ok(size)
    }
}

impl Work {
    /// Of all Rust below a folder.
    ///
    /// # Errors
    ///
    /// Something cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self, String> {
        let mut work = Self::default();
        each(folder, &mut |text| {
            // what is no Rust to `syn` will be none to rustc, which says so
            if let Ok(file) = syn::parse_file(text) {
                work.visit_file(&file);
            }
        })?;
        Ok(work)
    }
}

fn each(folder: &Path, visit: &mut impl FnMut(&str)) -> Result<(), String> {
    walk(folder, visit).map_err(|error| format!("{}: {error}", folder.display()))
}

fn walk(folder: &Path, visit: &mut impl FnMut(&str)) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, visit)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            visit(&fs::read_to_string(&path)?);
        }
    }
    Ok(())
}

impl<'ast> Visit<'ast> for Work {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.bodies += 1;
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.bodies += 1;
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.bodies += usize::from(item.default.is_some());
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("derive") {
            let counted = attribute.parse_nested_meta(|_| {
                self.derives += 1;
                Ok(())
            });
            drop(counted); // what cannot be read, nobody derives
        }
    }
}
