//! An enumeration: a plain enum and its table of names.

use proc_macro2::TokenStream;
use quote::quote;

use super::field::emit_deprecation;
use super::source_file::SourceFile;
use super::tokens::ident;
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
        .map(|EnumVariant { name, docs, .. }| {
            let deprecated = emit_deprecation(docs.deprecated);
            quote!(#docs #deprecated #name)
        });
    file.item(quote! {
        #docs
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    });
    let values = enumeration.variants.iter().map(|variant| &variant.value);
    let mut members = vec![
        quote!(const NAMES: &'static [&'static str] = &[#(#values),*];),
        emit_all(enumeration),
    ];
    if let Some(wire) = enumeration.wire {
        let (type_, wire) = (imports.runtime("Wire"), ident(wire));
        members.push(quote!(const WIRE: #type_ = #type_::#wire;));
    }
    members.push(quote! {
        #[inline]
        fn ordinal(self) -> usize {
            self as usize
        }
    });
    file.implementation(quote!(impl #known for #name), members);
}

/// `const ALL: &'static [Self] = &[Self::Red, Self::Green];`
fn emit_all(enumeration: &Enumeration) -> TokenStream {
    let names = enumeration.variants.iter().map(|variant| &variant.name);
    let deprecated = |variant: &EnumVariant| variant.docs.deprecated;
    let expectation = enumeration.variants.iter().any(deprecated).then(|| {
        quote!(#[expect(deprecated, reason = "what is deprecated can still be read and written")])
    });
    quote! {
        #expectation
        const ALL: &'static [Self] = &[#(Self::#names),*];
    }
}
