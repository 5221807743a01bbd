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
    let responses = &operation.responses;
    let about = match responses.is_error(name) {
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
    let derives = &responses.derives;
    let uneven = responses.uneven.contains(name).then(|| {
        quote!(#[allow(clippy::large_enum_variant, reason = "it is made once for a reply, and matched without a box")])
    });
    quote! {
        #[doc = #about]
        #[derive(#(#derives),*)]
        #uneven
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    }
}

/// `pub type DeletePetError = super::UpdatePetError;`, where both fail alike.
pub(super) fn emit_same_error(
    operation: &Operation,
    name: &Identifier,
    other: &Identifier,
) -> TokenStream {
    let about = format!(
        " How [`{}`] fails, as far as it is documented: as [`{other}`](super::{other}) says.",
        operation.name
    );
    quote! {
        #[doc = #about]
        pub type #name = super::#other;
    }
}

/// `fn decode(reply: &Reply) -> Result<Outcome<Self::Output, Self::Error>, DecodeError>`.
pub(super) fn emit_decode(operation: &Operation) -> TokenStream {
    let imports = &operation.imports;
    let (reply, error) = (imports.runtime("Reply"), imports.runtime("DecodeError"));
    let outcome = imports.runtime("Outcome");
    let responses = &operation.responses;
    let body = match &responses.error {
        Replies::Enum(name, _) if responses.fails_apart => {
            let arms = responses.arms.iter().filter(|arm| arm.success);
            let arms: Vec<_> = arms.map(|arm| emit_arm(operation, arm)).collect();
            match arms.is_empty() {
                true => quote!(#name::decode(reply)),
                false => {
                    quote!(match reply.status().as_u16() { #(#arms,)* _ => #name::decode(reply) })
                }
            }
        }
        _ if responses.arms.is_empty() => quote!(Ok(#outcome::Undocumented)),
        _ => emit_match(operation, &mut responses.arms.iter()),
    };
    let reply_name = match responses.arms.is_empty() {
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

/// `pub(super) fn decode<T>(reply: &Reply) -> Result<Outcome<T, Self>, DecodeError>`, for all that fail alike.
pub(super) fn emit_decode_failure(operation: &Operation) -> TokenStream {
    let imports = &operation.imports;
    let (reply, error) = (imports.runtime("Reply"), imports.runtime("DecodeError"));
    let outcome = imports.runtime("Outcome");
    let body = emit_match(operation, &mut operation.responses.failing_arms());
    quote! {
        /// What a reply says that is no success.
        #[inline]
        pub(super) fn decode<T>(reply: &#reply) -> Result<#outcome<T, Self>, #error> {
            #body
        }
    }
}

/// `match reply.status().as_u16() { … }`, to the end.
fn emit_match(operation: &Operation, arms: &mut dyn Iterator<Item = &Arm>) -> TokenStream {
    let outcome = operation.imports.runtime("Outcome");
    let arms: Vec<_> = arms.collect();
    let is_rest = |arm: &&Arm| arm.status == StatusPattern::Any && arm.guard.is_none();
    let rest = (!arms.iter().any(is_rest)).then(|| quote!(_ => Ok(#outcome::Undocumented)));
    let arms = arms.iter().map(|arm| emit_arm(operation, arm));
    quote!(match reply.status().as_u16() { #(#arms,)* #rest })
}

/// `404 => Outcome::failure_in(GetPetError::NotFound, reply.json())`.
fn emit_arm(operation: &Operation, arm: &Arm) -> TokenStream {
    let imports = &operation.imports;
    let pattern = emit_pattern(arm.status);
    let guard = arm.guard.as_ref().map(emit_guard);
    let outcome = match &arm.meaning {
        Meaning::Unexpected(expected) => quote!(Err(reply.unexpected(#expected))),
        Meaning::Documented { variant, reading } => {
            let replies = match arm.success {
                true => &operation.responses.output,
                false => &operation.responses.error,
            };
            emit_outcome(arm.success, replies, *variant, *reading, imports)
        }
    };
    quote!(#pattern #guard => #outcome)
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

fn emit_outcome(
    success: bool,
    replies: &Replies,
    variant: usize,
    reading: Option<Reading>,
    imports: &Imports,
) -> TokenStream {
    let outcome = imports.runtime("Outcome");
    let (kind, read, read_in) = match success {
        true => (quote!(Success), quote!(success), quote!(success_in)),
        false => (quote!(Failure), quote!(failure), quote!(failure_in)),
    };
    let body = reading.map(|reading| emit_read(reading, imports));
    let variant = match replies {
        Replies::Enum(enumeration, variants) => {
            let variant = variants.get(variant).map(|variant| &variant.name);
            variant.map(|name| quote!(#enumeration::#name))
        }
        Replies::Never(_) | Replies::Same(_) => None,
    };
    match (variant, body) {
        (Some(variant), Some(body)) => quote!(#outcome::#read_in(#variant, #body)),
        (Some(variant), None) => quote!(Ok(#outcome::#kind(#variant))),
        (None, Some(body)) => quote!(#outcome::#read(#body)),
        (None, None) => quote!(Ok(#outcome::#kind(()))),
    }
}

fn emit_read(reading: Reading, imports: &Imports) -> TokenStream {
    match reading {
        Reading::Json => quote!(reply.json()),
        Reading::Text => quote!(reply.text()),
        Reading::Bytes => quote!(reply.bytes()),
        Reading::Items(framing) => {
            let (type_, framing) = (imports.runtime("Framing"), ident(framing.name()));
            quote!(reply.items(#type_::#framing))
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
