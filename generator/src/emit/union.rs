//! A union: an enum, its table of what tells variants apart, and the two traits of the codec.

use proc_macro2::TokenStream;
use quote::quote;

use super::source_file::SourceFile;
use super::tokens::ident;
use crate::plan::{Imports, Mark, TypeFile, Union, UnionVariant};

/// The enum and what belongs to it.
pub(super) fn emit_union(file: &mut SourceFile<'_>, planned: &TypeFile, union: &Union) {
    let name = &planned.name;
    file.item(emit_definition(planned, union));
    for variant in &union.variants {
        file.item(emit_from(planned, variant));
    }
    file.implementation(quote!(impl #name), vec![emit_table(planned, union)]);
    let encode = planned.imports.runtime("Encode");
    file.implementation(
        quote!(impl #encode for #name),
        vec![emit_encode(planned, union)],
    );
    let decode = planned.imports.runtime("Decode");
    let members = vec![emit_vacant(planned), emit_decode(planned, union)];
    file.implementation(quote!(impl #decode for #name), members);
    let serde_bridge = planned.imports.runtime("serde_bridge");
    file.item(quote!(#serde_bridge!(#name);));
}

fn emit_definition(planned: &TypeFile, union: &Union) -> TokenStream {
    let TypeFile {
        name,
        docs,
        derives,
        ..
    } = planned;
    let unknown = planned.imports.runtime("UnknownVariant");
    let variants = union.variants.iter().map(|variant| {
        let UnionVariant { name, docs, .. } = variant;
        let type_ = emit_held(variant);
        quote!(#docs #name(#type_))
    });
    quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// None of these: kept as it came. Only a reply can bring it.
            Unknown(#unknown),
        }
    }
}

/// What a variant holds, with its box.
fn emit_held(variant: &UnionVariant) -> TokenStream {
    let type_ = &variant.type_;
    match variant.boxed {
        true => quote!(Box<#type_>),
        false => quote!(#type_),
    }
}

fn emit_from(planned: &TypeFile, variant: &UnionVariant) -> TokenStream {
    let union = &planned.name;
    let UnionVariant { name, type_, .. } = variant;
    let value = match variant.boxed {
        true => quote!(Box::new(value)),
        false => quote!(value),
    };
    quote! {
        impl From<#type_> for #union {
            #[inline]
            fn from(value: #type_) -> Self {
                Self::#name(#value)
            }
        }
    }
}

fn emit_table(planned: &TypeFile, union: &Union) -> TokenStream {
    let type_ = planned.imports.runtime("Union");
    let marks = union
        .variants
        .iter()
        .map(|variant| emit_mark(&variant.mark, &planned.imports));
    let of = match union.any_of {
        true => quote!(any_of),
        false => quote!(one_of),
    };
    let by = union
        .discriminator
        .as_ref()
        .map(|property| quote!(.by(#property)));
    quote!(const UNION: #type_ = #type_::#of(&[#(#marks),*]) #by;)
}

fn emit_mark(mark: &Mark, imports: &Imports) -> TokenStream {
    let variant = imports.runtime("Variant");
    match mark {
        Mark::Nothing => quote!(#variant::any()),
        Mark::Everything => quote!(#variant::any().keeping_others().last()),
        Mark::Kind { kind, last } => {
            let (enumeration, kind) = (imports.runtime("Kind"), ident(kind));
            let last = last.then(|| quote!(.last()));
            quote!(#variant::of(#enumeration::#kind) #last)
        }
        Mark::Tags(tags) => quote!(#variant::tagged(&[#(#tags),*])),
        Mark::Properties {
            of,
            required,
            keeps_others,
        } => {
            let names = match of {
                Some(struct_) => quote!(#struct_::NAMES),
                None => quote!(&[]),
            };
            let keeping = keeps_others.then(|| quote!(.keeping_others()));
            quote!(#variant::object(#names, &[#(#required),*]) #keeping)
        }
    }
}

fn emit_encode(planned: &TypeFile, union: &Union) -> TokenStream {
    let writer = planned.imports.runtime("Writer");
    let arms = union.variants.iter().enumerate().map(|(number, variant)| {
        let number = proc_macro2::Literal::usize_unsuffixed(number);
        let name = &variant.name;
        match (&union.discriminator, &variant.tag) {
            (Some(property), Some(tag)) => {
                quote!(Self::#name(value) => writer.tagged_variant(#number, (#property, #tag), value))
            }
            _ => quote!(Self::#name(value) => writer.variant(#number, value)),
        }
    });
    quote! {
        #[inline]
        fn encode(&self, writer: &mut #writer) {
            match self {
                #(#arms,)*
                Self::Unknown(value) => value.encode(writer),
            }
        }
    }
}

fn emit_vacant(planned: &TypeFile) -> TokenStream {
    let decode = planned.imports.runtime("Decode");
    quote! {
        #[inline]
        fn vacant() -> Self {
            Self::Unknown(#decode::vacant())
        }
    }
}

fn emit_decode(planned: &TypeFile, union: &Union) -> TokenStream {
    let (reader, error) = (
        planned.imports.runtime("Reader"),
        planned.imports.runtime("DecodeError"),
    );
    let arms = union.variants.iter().enumerate().map(|(number, variant)| {
        let number = proc_macro2::Literal::usize_unsuffixed(number);
        let name = &variant.name;
        quote!(#number => Self::#name(reader.value()?))
    });
    quote! {
        #[inline]
        fn decode(&mut self, reader: &mut #reader<'_>) -> Result<(), #error> {
            reader.union(&Self::UNION, &mut |reader, variant| {
                *self = match variant {
                    #(#arms,)*
                    _ => Self::Unknown(reader.value()?),
                };
                Ok(())
            })
        }
    }
}
