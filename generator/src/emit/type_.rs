//! A file under `types/`.

use quote::quote;

use super::File;
use super::enumeration::emit_enumeration;
use super::multipart::emit_multipart;
use super::newtype::emit_newtype;
use super::patch::emit_patch;
use super::source_file::SourceFile;
use super::struct_::emit_struct;
use super::union::emit_union;
use crate::diagnostics::Sink;
use crate::plan::{OtherName, Package, TypeFile, TypeItem};

/// A file under `types/`; `path` is where.
pub(super) fn emit_type(
    package: &Package,
    planned: &TypeFile,
    path: String,
    sink: &mut Sink,
) -> File {
    let TypeFile { name, docs, .. } = planned;
    let about = format!("The type [`{name}`].");
    let mut file = SourceFile::new(path, &package.header, Some(&about), sink);
    file.imports(&package.root, &planned.imports);
    match &planned.item {
        TypeItem::Struct(struct_) => emit_struct(&mut file, planned, struct_),
        TypeItem::Patch(patch) => emit_patch(&mut file, planned, patch),
        TypeItem::Enumeration(enumeration) => emit_enumeration(&mut file, planned, enumeration),
        TypeItem::Union(union) => emit_union(&mut file, planned, union),
        TypeItem::Multipart(multipart) => emit_multipart(&mut file, planned, multipart),
        TypeItem::Newtype(inner) => emit_newtype(&mut file, planned, inner),
        TypeItem::Alias(target) => file.item(quote!(#docs pub type #name = #target;)),
    }
    for OtherName { name: other, docs } in &planned.others {
        file.item(quote!(#docs pub type #other = #name;));
    }
    file.finish()
}
