//! `foreign.rs`: how types of other crates are read and written, where the runtime does not know them.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::source_file::SourceFile;
use crate::diagnostics::Sink;
use crate::options::Notation;
use crate::plan::{Foreign, Package};

/// `foreign.rs`.
pub(super) fn emit_foreign(package: &Package, path: String, sink: &mut Sink) -> File {
    let about = "Types of other crates: how they are read and written.";
    let mut file = SourceFile::new(path, &package.header, Some(about), sink);
    let root = package
        .root
        .iter()
        .map(|segment| super::tokens::ident(segment));
    file.group(vec![quote!(
        use #(#root::)* runtime::{Decode, DecodeError, Encode, Reader, Writer};
    )]);
    for foreign in &package.foreign {
        let type_ = &foreign.type_;
        let members = vec![emit_vacant(foreign), emit_decode(foreign)];
        file.implementation(quote!(impl Decode for #type_), members);
        let members = vec![emit_encode(foreign)];
        file.implementation(quote!(impl Encode for #type_), members);
    }
    file.finish()
}

/// `fn vacant() -> Self`.
fn emit_vacant(foreign: &Foreign) -> TokenStream {
    let vacant = match &foreign.vacant {
        Some(given) => quote!(#given),
        None => quote!(Self::default()),
    };
    quote! {
        #[inline]
        fn vacant() -> Self {
            #vacant
        }
    }
}

/// `*self = reader.parse_with(str::parse)?;`
fn emit_decode(foreign: &Foreign) -> TokenStream {
    let value = match foreign.notation {
        Notation::Text => quote!(reader.parse_with(str::parse)?),
        Notation::Number => quote!(reader.parse_number_with(str::parse)?),
        Notation::Json => quote!(reader.parse_json_with(serde_json::from_str)?),
    };
    quote! {
        #[inline]
        fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
            *self = #value;
            Ok(())
        }
    }
}

/// `writer.display(self);`
fn emit_encode(foreign: &Foreign) -> TokenStream {
    let write = match foreign.notation {
        Notation::Text => quote!(writer.display(self);),
        Notation::Number => quote!(writer.display_number(self);),
        Notation::Json => quote!(writer.json(serde_json::to_string(self));),
    };
    quote! {
        #[inline]
        fn encode(&self, writer: &mut Writer) {
            #write
        }
    }
}
