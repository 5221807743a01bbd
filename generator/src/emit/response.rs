//! `decode`: an arm for each documented status; and the enumerations of several outcomes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::plan::{
    Arm, BodyForm, Identifier, Operation, Payload, Replies, ReplyVariant, StatusPattern,
};

/// The type that all successes, or all failures, come down to.
pub(super) fn emit_type_of(replies: &Replies) -> TokenStream {
    match replies {
        Replies::Never(type_) => quote!(#type_),
        Replies::Same(Payload::Nothing) => quote!(()),
        Replies::Same(Payload::Value(_, type_)) => quote!(#type_),
        Replies::Enum(name, _) => quote!(#name),
    }
}

/// `pub enum UpdatePetError`, a variant for each documented status.
pub(super) fn emit_replies(
    operation: &Operation,
    name: &Identifier,
    variants: &[ReplyVariant],
) -> TokenStream {
    let is_error = matches!(&operation.responses.error, Replies::Enum(error, _) if error == name);
    let about = match is_error {
        true => format!(
            " How [`{}`] fails, as far as it is documented.",
            operation.name
        ),
        false => format!(" What [`{}`] answers.", operation.name),
    };
    let variants = variants.iter().map(
        |ReplyVariant {
             name,
             docs,
             payload,
         }| match payload {
            Payload::Nothing => quote!(#docs #name),
            Payload::Value(_, type_) => quote!(#docs #name(#type_)),
        },
    );
    quote! {
        #[doc = #about]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    }
}

/// `fn decode(reply: &Reply) -> Result<Outcome<Self::Output, Self::Error>, DecodeError>`.
pub(super) fn emit_decode(operation: &Operation) -> TokenStream {
    let imports = &operation.imports;
    let (reply, error) = (imports.runtime("Reply"), imports.runtime("DecodeError"));
    let outcome = imports.runtime("Outcome");
    let arms = operation
        .responses
        .arms
        .iter()
        .map(|arm| emit_arm(operation, arm));
    let has_rest = operation
        .responses
        .arms
        .iter()
        .any(|arm| arm.status == StatusPattern::Any);
    let rest = (!has_rest).then(|| quote!(_ => #outcome::Undocumented));
    let body = match operation.responses.arms.is_empty() {
        true => quote!(Ok(#outcome::Undocumented)),
        false => quote! {
            let outcome = match reply.status().as_u16() { #(#arms,)* #rest };
            Ok(outcome)
        },
    };
    let reply_name = match operation.responses.arms.is_empty() {
        true => quote!(_),
        false => quote!(reply),
    };
    quote! {
        #[inline]
        fn decode(#reply_name: &#reply) -> Result<#outcome<Self::Output, Self::Error>, #error> {
            #body
        }
    }
}

/// `404 => Outcome::Failure(GetPetError::NotFound(reply.json()?))`.
fn emit_arm(operation: &Operation, arm: &Arm) -> TokenStream {
    let outcome = operation.imports.runtime("Outcome");
    let pattern = match arm.status {
        StatusPattern::Exact(status) => {
            let status = Literal::u16_unsuffixed(status);
            quote!(#status)
        }
        StatusPattern::Between(first, last) => {
            let (first, last) = (
                Literal::u16_unsuffixed(first),
                Literal::u16_unsuffixed(last),
            );
            quote!(#first..=#last)
        }
        StatusPattern::Any => quote!(_),
    };
    let replies = match arm.success {
        true => &operation.responses.output,
        false => &operation.responses.error,
    };
    let value = emit_outcome(replies, arm.index);
    match arm.success {
        true => quote!(#pattern => #outcome::Success(#value)),
        false => quote!(#pattern => #outcome::Failure(#value)),
    }
}

fn emit_outcome(replies: &Replies, index: usize) -> TokenStream {
    match replies {
        Replies::Never(_) => quote!(()), // never: there is no arm for it
        Replies::Same(Payload::Nothing) => quote!(()),
        Replies::Same(Payload::Value(form, _)) => emit_read(*form),
        Replies::Enum(enumeration, variants) => match variants.get(index) {
            None => quote!(()), // never: each arm has its variant
            Some(ReplyVariant {
                name,
                payload: Payload::Nothing,
                ..
            }) => quote!(#enumeration::#name),
            Some(ReplyVariant {
                name,
                payload: Payload::Value(form, _),
                ..
            }) => {
                let read = emit_read(*form);
                quote!(#enumeration::#name(#read))
            }
        },
    }
}

fn emit_read(form: BodyForm) -> TokenStream {
    match form {
        BodyForm::Json => quote!(reply.json()?),
        BodyForm::Text => quote!(reply.text()?),
        BodyForm::Bytes => quote!(reply.bytes()?),
    }
}
