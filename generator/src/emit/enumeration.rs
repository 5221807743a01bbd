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
        derives,
        imports,
        ..
    } = planned;
    let known = imports.runtime("Known");
    // whoever closes an enumeration wants to match it without a wildcard
    let non_exhaustive = (!enumeration.closed).then(|| quote!(#[non_exhaustive]));
    let variants = enumeration
        .variants
        .iter()
        .map(|EnumVariant { name, docs, .. }| {
            let deprecated = emit_deprecation(docs.deprecated);
            quote!(#docs #deprecated #name)
        });
    file.item(quote! {
        #docs
        #[derive(#(#derives),*)]
        #non_exhaustive
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
    if enumeration.closed {
        emit_codec(file, planned, enumeration);
    }
}

/// `impl Encode for Kind`, `impl Decode for Kind`.
fn emit_codec(file: &mut SourceFile<'_>, planned: &TypeFile, enumeration: &Enumeration) {
    let TypeFile { name, imports, .. } = planned;
    let [known, encode, decode, writer, reader, error, bridge] = [
        "Known",
        "Encode",
        "Decode",
        "Writer",
        "Reader",
        "DecodeError",
        "serde_bridge",
    ]
    .map(|name| imports.runtime(name));
    let first = enumeration
        .variants
        .iter()
        .take(1)
        .map(|variant| &variant.name);
    file.implementation(
        quote!(impl #encode for #name),
        vec![quote! {
            #[inline]
            fn encode(&self, writer: &mut #writer) {
                #known::encode_known(*self, writer);
            }
        }],
    );
    file.implementation(
        quote!(impl #decode for #name),
        vec![
            quote! {
                #[inline]
                fn vacant() -> Self {
                    #(Self::#first)*
                }
            },
            quote! {
                #[inline]
                fn decode(&mut self, reader: &mut #reader<'_>) -> Result<(), #error> {
                    *self = #known::decode_known(reader)?;
                    Ok(())
                }
            },
        ],
    );
    file.item(quote!(#bridge!(#name);));
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
