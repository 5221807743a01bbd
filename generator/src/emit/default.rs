//! Defaults: methods that give a field, or what the server takes where it is not there.

use proc_macro2::TokenStream;
use quote::quote;

use super::field::emit_constant;
use crate::plan::{Constant, DefaultMethod};

/// `pub fn limit_or_default(&self) -> i64`.
pub(super) fn emit_default_method(method: &DefaultMethod) -> TokenStream {
    let DefaultMethod {
        name,
        field,
        type_,
        default,
        docs,
    } = method;
    let value = emit_constant(default);
    let (type_, body) = match default {
        Constant::Text(_) => (
            quote!(&str),
            quote!(self.#field.as_deref().unwrap_or(#value)),
        ),
        Constant::Variant(..) => (
            quote!(#type_),
            quote!(self.#field.clone().unwrap_or(#value)),
        ),
        Constant::Boolean(_)
        | Constant::Integer(_)
        | Constant::Float(_)
        | Constant::ClosedVariant(..) => (quote!(#type_), quote!(self.#field.unwrap_or(#value))),
    };
    quote! {
        #docs
        #[inline]
        #[must_use]
        pub fn #name(&self) -> #type_ {
            #body
        }
    }
}
