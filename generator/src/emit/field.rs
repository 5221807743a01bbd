//! Fields: as they stand in a struct, as arguments, and as values made of arguments.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::source_file::SourceFile;
use crate::plan::{Constant, Conversion, Field, Identifier, Imports, RustType};

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

/// `message: message.into()`, the only value, or `None` where `new` does not take it.
pub(super) fn emit_initialiser(field: &Field) -> TokenStream {
    let name = &field.name;
    if !field.required {
        return quote!(#name: None);
    }
    if let Some(constant) = &field.constant {
        let value = emit_constant(constant);
        return match constant {
            Constant::Text(_) => quote!(#name: #value.to_owned()),
            _ => quote!(#name: #value),
        };
    }
    match field.conversion == Conversion::Plain && !field.boxed {
        true => quote!(#name),
        false => {
            let value = emit_value(field);
            quote!(#name: #value)
        }
    }
}

/// `impl Default`, where `new` takes nothing and fills something in: it cannot be derived then.
pub(super) fn emit_default<'f>(
    file: &mut SourceFile<'_>,
    name: &Identifier,
    mut fields: impl Iterator<Item = &'f Field> + Clone,
) {
    let takes_any = fields.clone().any(Field::is_argument);
    if takes_any || !fields.any(|field| field.required) {
        return;
    }
    let default = quote! {
        #[inline]
        fn default() -> Self {
            Self::new()
        }
    };
    file.implementation(quote!(impl Default for #name), vec![default]);
}

/// `true`, `20`, `"name"`, or `CardKind::Card.into()`.
pub(super) fn emit_constant(constant: &Constant) -> TokenStream {
    let signed = |negative: bool, literal: Literal| match negative {
        true => quote!(-#literal),
        false => quote!(#literal),
    };
    match constant {
        Constant::Boolean(boolean) => quote!(#boolean),
        Constant::Integer(integer) => signed(
            *integer < 0,
            Literal::u128_unsuffixed(integer.unsigned_abs()),
        ),
        Constant::Float(float) => signed(
            float.is_sign_negative(),
            Literal::f64_unsuffixed(float.abs()),
        ),
        Constant::Text(text) => quote!(#text),
        Constant::Variant(type_, variant) => quote!(#type_::#variant.into()),
        Constant::ClosedVariant(type_, variant) => quote!(#type_::#variant),
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
