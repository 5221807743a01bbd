//! An object that is sent part by part: a struct, `new`, setters, and how its parts are written.

use proc_macro2::TokenStream;
use quote::quote;

use super::body::emit_form_field;
use super::field::emit_default;
use super::source_file::SourceFile;
use super::struct_::{emit_definition, emit_methods};
use crate::plan::{Imports, Multipart, Part, TypeFile};

/// The struct and what belongs to it.
pub(super) fn emit_multipart(file: &mut SourceFile<'_>, planned: &TypeFile, multipart: &Multipart) {
    let name = &planned.name;
    file.item(emit_definition(planned, &multipart.struct_));
    let methods = emit_methods(planned, &multipart.struct_);
    file.implementation(quote!(impl #name), methods);
    emit_default(file, name, multipart.struct_.fields.iter());
    let encode_parts = planned.imports.runtime("EncodeParts");
    let member = emit_encode_parts(planned, multipart);
    file.implementation(quote!(impl #encode_parts for #name), vec![member]);
}

fn emit_encode_parts(planned: &TypeFile, multipart: &Multipart) -> TokenStream {
    let parts = planned.imports.runtime("Multipart");
    let fields = multipart.struct_.fields.iter().zip(&multipart.parts);
    let lines = fields.map(|(field, part)| {
        let (name, wire) = (&field.name, &field.wire_name);
        emit_part(&quote!(#wire), &quote!(&self.#name), part, &planned.imports)
    });
    let rest = multipart.struct_.rest.iter().zip(&multipart.rest);
    let rest = rest.map(|(field, part)| {
        let line = emit_part(&quote!(name), &quote!(value), part, &planned.imports);
        let name = &field.name;
        quote!(for (name, value) in &self.#name { #line })
    });
    let argument = match multipart.struct_.fields.is_empty() && multipart.rest.is_none() {
        true => quote!(_),
        false => quote!(parts),
    };
    quote! {
        #[inline]
        fn encode_parts(&self, #argument: &mut #parts) {
            #(#lines)*
            #(#rest)*
        }
    }
}

/// `parts.push("purpose", FormField::Plain, &self.purpose);`
fn emit_part(
    name: &TokenStream,
    value: &TokenStream,
    part: &Part,
    imports: &Imports,
) -> TokenStream {
    match part {
        Part::Files { content_type } => quote!(parts.push_files(#name, #content_type, #value);),
        Part::Value(field) => {
            let field = emit_form_field(field, imports);
            quote!(parts.push(#name, #field, #value);)
        }
        Part::ValueAs(content_type) => quote!(parts.push_as(#name, #content_type, #value);),
    }
}
