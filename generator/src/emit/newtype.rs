//! A list or a map that consists of itself: a struct around it, and the two traits of the codec.

use quote::quote;

use super::source_file::SourceFile;
use crate::plan::{RustType, TypeFile};

/// `pub struct Tree(pub Vec<Tree>);`, and what belongs to it.
pub(super) fn emit_newtype(file: &mut SourceFile<'_>, planned: &TypeFile, inner: &RustType) {
    let TypeFile {
        name,
        docs,
        derives,
        ..
    } = planned;
    let runtime = |name| planned.imports.runtime(name);
    let (encode, decode) = (runtime("Encode"), runtime("Decode"));
    let (writer, reader, error) = (runtime("Writer"), runtime("Reader"), runtime("DecodeError"));
    let value_traits = runtime("value_traits");
    file.item(quote! {
        #docs
        #[derive(#(#derives),*)]
        pub struct #name(pub #inner);
    });
    file.item(quote! {
        impl From<#inner> for #name {
            #[inline]
            fn from(value: #inner) -> Self {
                Self(value)
            }
        }
    });
    file.item(quote! {
        impl #encode for #name {
            #[inline]
            fn encode(&self, writer: &mut #writer) {
                self.0.encode(writer);
            }
        }
    });
    let vacant = quote! {
        #[inline]
        fn vacant() -> Self {
            Self::default()
        }
    };
    let read = quote! {
        #[inline]
        fn decode(&mut self, reader: &mut #reader<'_>) -> Result<(), #error> {
            self.0.decode(reader)
        }
    };
    file.implementation(quote!(impl #decode for #name), vec![vacant, read]);
    file.item(quote!(#value_traits!(#name);));
}
