//! `decode`: an arm for each documented status; and the enumerations of several outcomes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tokens::ident;
use crate::plan::{
    Arm, Guard, Identifier, Imports, Meaning, Operation, Reading, Replies, ReplyStream,
    ReplyVariant, StatusPattern,
};

/// The type that all successes, or all failures, come down to.
pub(super) fn emit_type_of(replies: &Replies) -> TokenStream {
    match replies {
        Replies::Never(type_) => quote!(#type_),
        Replies::Same(type_) => quote!(#type_),
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
    let variants = variants.iter().map(|variant| {
        let ReplyVariant { name, docs, type_ } = variant;
        let carried = type_.as_ref().map(|type_| quote!((#type_)));
        quote!(#docs #name #carried)
    });
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
        .any(|arm| arm.status == StatusPattern::Any && arm.guard.is_none());
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
    let imports = &operation.imports;
    let outcome = imports.runtime("Outcome");
    let pattern = emit_pattern(arm.status);
    let guard = arm.guard.as_ref().map(emit_guard);
    let value = match (&arm.meaning, arm.success) {
        (Meaning::Unexpected(expected), _) => quote!(return Err(reply.unexpected(#expected))),
        (Meaning::Documented { variant, reading }, true) => {
            let value = emit_value(&operation.responses.output, *variant, *reading, imports);
            quote!(#outcome::Success(#value))
        }
        (Meaning::Documented { variant, reading }, false) => {
            let value = emit_value(&operation.responses.error, *variant, *reading, imports);
            quote!(#outcome::Failure(#value))
        }
    };
    quote!(#pattern #guard => #value)
}

fn emit_pattern(status: StatusPattern) -> TokenStream {
    match status {
        StatusPattern::Exact(status) => {
            let status = Literal::u16_unsuffixed(status);
            quote!(#status)
        }
        StatusPattern::Between(first, last) => {
            let first = Literal::u16_unsuffixed(first);
            let last = Literal::u16_unsuffixed(last);
            quote!(#first..=#last)
        }
        StatusPattern::Any => quote!(_),
    }
}

/// `if reply.is("text/csv")`.
fn emit_guard(guard: &Guard) -> TokenStream {
    match guard {
        Guard::Json => quote!(if reply.is_json()),
        Guard::Ranges(ranges) => quote!(if #(reply.is(#ranges))||*),
    }
}

fn emit_value(
    replies: &Replies,
    variant: usize,
    reading: Option<Reading>,
    imports: &Imports,
) -> TokenStream {
    let read = reading.map(|reading| emit_read(reading, imports));
    match replies {
        Replies::Never(_) => quote!(()), // never: there is no arm for it
        Replies::Same(_) => read.unwrap_or(quote!(())),
        Replies::Enum(enumeration, variants) => match variants.get(variant) {
            None => quote!(()), // never: each arm has its variant
            Some(ReplyVariant { name, .. }) => {
                let carried = read.map(|read| quote!((#read)));
                quote!(#enumeration::#name #carried)
            }
        },
    }
}

fn emit_read(reading: Reading, imports: &Imports) -> TokenStream {
    match reading {
        Reading::Json => quote!(reply.json()?),
        Reading::Text => quote!(reply.text()?),
        Reading::Bytes => quote!(reply.bytes()?),
        Reading::Items(framing) => {
            let (type_, framing) = (imports.runtime("Framing"), ident(framing.name()));
            quote!(reply.items(#type_::#framing)?)
        }
    }
}

/// `type Item = Event; const FRAMING: Framing = Framing::EventData; const ACCEPT: &'static str = "text/event-stream";`
pub(super) fn emit_stream(stream: &ReplyStream, imports: &Imports) -> TokenStream {
    let ReplyStream { item, accept, .. } = stream;
    let (type_, framing) = (imports.runtime("Framing"), ident(stream.framing.name()));
    quote! {
        type Item = #item;
        const FRAMING: #type_ = #type_::#framing;
        const ACCEPT: &'static str = #accept;
    }
}
