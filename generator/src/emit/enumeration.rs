//! An enumeration of strings: a plain enum and its table of names.

use quote::quote;

use super::source_file::SourceFile;
use crate::plan::{EnumVariant, Enumeration, TypeFile};

/// The enum and what belongs to it.
pub(super) fn emit_enumeration(
    file: &mut SourceFile<'_>,
    planned: &TypeFile,
    enumeration: &Enumeration,
) {
    let TypeFile {
        name,
        docs,
        imports,
        ..
    } = planned;
    let known = imports.runtime("Known");
    let variants = enumeration
        .variants
        .iter()
        .map(|EnumVariant { name, docs, .. }| quote!(#docs #name));
    file.item(quote! {
        #docs
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    });
    let values = enumeration.variants.iter().map(|variant| &variant.value);
    let names = enumeration.variants.iter().map(|variant| &variant.name);
    file.implementation(
        quote!(impl #known for #name),
        vec![
            quote!(const NAMES: &'static [&'static str] = &[#(#values),*];),
            quote!(const ALL: &'static [Self] = &[#(Self::#names),*];),
            quote! {
                #[inline]
                fn ordinal(self) -> usize {
                    self as usize
                }
            },
        ],
    );
}
