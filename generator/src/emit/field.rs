//! Fields: as they stand in a struct, as arguments, and as values made of arguments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Conversion, Field, Imports, RustType};

/// `pub message: Option<String>`, with its docs.
pub(super) fn emit_declaration(field: &Field) -> TokenStream {
    let Field {
        name, docs, type_, ..
    } = field;
    match field.required {
        true => quote!(#docs pub #name: #type_),
        false => quote!(#docs pub #name: Option<#type_>),
    }
}

/// `message: impl Into<String>`.
pub(super) fn emit_argument(field: &Field, imports: &Imports) -> TokenStream {
    let name = &field.name;
    let type_ = unboxed(field);
    match field.conversion {
        Conversion::Plain => quote!(#name: #type_),
        Conversion::Into => quote!(#name: impl Into<#type_>),
        Conversion::Patch => {
            let into_patch = imports.runtime("IntoPatch");
            quote!(#name: impl #into_patch<#type_>)
        }
    }
}

/// `message.into()`.
pub(super) fn emit_value(field: &Field) -> TokenStream {
    let name = &field.name;
    let value = match field.conversion {
        Conversion::Plain => quote!(#name),
        Conversion::Into => quote!(#name.into()),
        Conversion::Patch => quote!(#name.into_patch()),
    };
    match field.boxed {
        true => quote!(Box::new(#value)),
        false => value,
    }
}

/// `message: message.into()`, or `None` where `new` does not take it.
pub(super) fn emit_initialiser(field: &Field) -> TokenStream {
    let name = &field.name;
    if !field.required {
        return quote!(#name: None);
    }
    match field.conversion == Conversion::Plain && !field.boxed {
        true => quote!(#name),
        false => {
            let value = emit_value(field);
            quote!(#name: #value)
        }
    }
}

/// `#[deprecated]`, for what nothing in the crate uses itself.
pub(super) fn emit_deprecation(deprecated: bool) -> TokenStream {
    match deprecated {
        true => quote!(#[deprecated]),
        false => TokenStream::new(),
    }
}

/// Where a function takes more than clippy likes: the document requires them all.
pub(super) fn emit_many_arguments(arguments: usize) -> TokenStream {
    match arguments > 7 {
        true => {
            quote!(#[expect(clippy::too_many_arguments, reason = "the document requires them all")])
        }
        false => TokenStream::new(),
    }
}

fn unboxed(field: &Field) -> &RustType {
    match (field.boxed, field.type_.arguments.first()) {
        (true, Some(inner)) => inner,
        _ => &field.type_,
    }
}
