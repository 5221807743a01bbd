//! A struct: its fields, `new`, setters, and the two traits of the codec.

use proc_macro2::TokenStream;
use quote::quote;

use super::default::emit_default_method;
use super::field::{
    emit_argument, emit_declaration, emit_default, emit_deprecation, emit_initialiser,
    emit_many_arguments, emit_value,
};
use super::patch::emit_between;
use super::source_file::SourceFile;
use crate::plan::{Field, Identifier, Struct, TypeFile};

/// The struct and what belongs to it.
pub(super) fn emit_struct(file: &mut SourceFile<'_>, planned: &TypeFile, struct_: &Struct) {
    let name = &planned.name;
    file.item(emit_definition(planned, struct_));
    let names = struct_.fields.iter().map(|field| &field.wire_name);
    let mut methods =
        vec![quote!(pub(super) const NAMES: &'static [&'static str] = &[#(#names),*];)];
    methods.extend(emit_methods(planned, struct_));
    file.implementation(quote!(impl #name), methods);
    emit_default(file, name, struct_.fields.iter());
    let encode = planned.imports.runtime("Encode");
    file.implementation(
        quote!(impl #encode for #name),
        vec![emit_encode(planned, struct_)],
    );
    let decode = planned.imports.runtime("Decode");
    let members = vec![emit_vacant(planned, struct_), emit_decode(planned, struct_)];
    file.implementation(quote!(impl #decode for #name), members);
    let value_traits = planned.imports.runtime("value_traits");
    file.item(quote!(#value_traits!(#name);));
}

/// `pub struct Pet { … }`
pub(super) fn emit_definition(planned: &TypeFile, struct_: &Struct) -> TokenStream {
    let TypeFile {
        name,
        docs,
        derives,
        ..
    } = planned;
    let fields = struct_.fields.iter().map(emit_declaration);
    let rest = struct_.rest.iter().map(
        |Field {
             name, docs, type_, ..
         }| quote!(#docs pub #name: #type_),
    );
    quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #(#rest,)*
        }
    }
}

fn has_required(struct_: &Struct) -> bool {
    struct_.fields.iter().any(|field| field.required)
}

/// `new`, and a setter for everything else where callers build it.
pub(super) fn emit_methods(planned: &TypeFile, struct_: &Struct) -> Vec<TokenStream> {
    let mut members = vec![emit_new(planned, struct_)];
    if struct_.is_sent {
        let optional = struct_.fields.iter().filter(|field| !field.required);
        members.extend(optional.map(|field| emit_setter(planned, field)));
        members.extend(struct_.rest.iter().map(emit_rest_setter));
    }
    members.extend(struct_.default_methods.iter().map(emit_default_method));
    let between = struct_.between.iter();
    members.extend(between.map(|between| emit_between(planned, between, None)));
    members
}

fn emit_new(planned: &TypeFile, struct_: &Struct) -> TokenStream {
    let required: Vec<_> = struct_
        .fields
        .iter()
        .filter(|field| field.is_argument())
        .collect();
    let arguments = required
        .iter()
        .map(|field| emit_argument(field, &planned.imports));
    let initialisers = struct_.fields.iter().map(emit_initialiser);
    let rest = struct_.rest.iter().map(|Field { name, type_, .. }| {
        let path = &type_.path;
        quote!(#name: #path::default())
    });
    let expectation = emit_many_arguments(required.len());
    if !has_required(struct_) {
        return quote! {
            /// With nothing set.
            #[inline]
            #[must_use]
            pub fn new() -> Self {
                Default::default()
            }
        };
    }
    quote! {
        /// With everything that is required.
        #[inline]
        #[must_use]
        #expectation
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#initialisers,)* #(#rest,)* }
        }
    }
}

/// `pub fn message(mut self, message: impl Into<String>) -> Self`.
fn emit_setter(planned: &TypeFile, field: &Field) -> TokenStream {
    let Field { name, docs, .. } = field;
    let argument = emit_argument(field, &planned.imports);
    let value = emit_value(field);
    let deprecated = emit_deprecation(docs.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        #[must_use]
        pub fn #name(mut self, #argument) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

fn emit_rest_setter(field: &Field) -> TokenStream {
    let Field {
        name, docs, type_, ..
    } = field;
    quote! {
        #docs
        #[inline]
        #[must_use]
        pub fn #name(mut self, #name: #type_) -> Self {
            self.#name = #name;
            self
        }
    }
}

fn emit_encode(planned: &TypeFile, struct_: &Struct) -> TokenStream {
    let writer = planned.imports.runtime("Writer");
    let slots = struct_.fields.iter().map(|field| slot(&field.name));
    let body = match &struct_.rest {
        None => quote!(writer.object(Self::NAMES, &[#(&#slots),*]);),
        Some(Field { name, .. }) => {
            quote!(writer.object_and_rest(Self::NAMES, &[#(&#slots),*], &self.#name);)
        }
    };
    quote! {
        #[inline]
        fn encode(&self, writer: &mut #writer) {
            #body
        }
    }
}

fn slot(name: &Identifier) -> TokenStream {
    quote!(self.#name)
}

/// `fn vacant() -> Self`.
fn emit_vacant(planned: &TypeFile, struct_: &Struct) -> TokenStream {
    let decode = planned.imports.runtime("Decode");
    let names = struct_.fields.iter().map(|field| &field.name);
    let rest = struct_.rest.iter().map(|field| &field.name);
    let names = names.chain(rest);
    let vacant = match has_required(struct_) {
        true => quote!(Self { #(#names: #decode::vacant(),)* }),
        false => quote!(Default::default()), // nothing is there, one way or the other
    };
    quote! {
        #[inline]
        fn vacant() -> Self {
            #vacant
        }
    }
}

fn emit_decode(planned: &TypeFile, struct_: &Struct) -> TokenStream {
    let (reader, error) = (
        planned.imports.runtime("Reader"),
        planned.imports.runtime("DecodeError"),
    );
    let slots = struct_.fields.iter().map(|field| slot(&field.name));
    let body = match &struct_.rest {
        None => quote!(reader.object(Self::NAMES, &mut [#(&mut #slots),*])),
        Some(Field { name, .. }) => {
            quote!(reader.object_and_rest(Self::NAMES, &mut [#(&mut #slots),*], &mut self.#name))
        }
    };
    quote! {
        #[inline]
        fn decode(&mut self, reader: &mut #reader<'_>) -> Result<(), #error> {
            #body
        }
    }
}
