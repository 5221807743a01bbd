//! What an operation sends: a line for one media type, an enum and a `match` for several.

use proc_macro2::TokenStream;
use quote::quote;

use super::request::{emit_explode, emit_style};
use crate::plan::{Bodies, BodyVariant, Content, FormField, Imports};

/// `request.json("application/json", &self.body);`
pub(super) fn emit_content(
    media_type: &str,
    content: &Content,
    body: &TokenStream,
    imports: &Imports,
) -> TokenStream {
    match content {
        Content::Json => quote!(request.json(#media_type, #body)),
        Content::Form(form) => {
            let others = emit_form_field(&form.others, imports);
            let named = form.named.iter().map(|(name, field)| {
                let field = emit_form_field(field, imports);
                quote!((#name, #field))
            });
            quote!(request.form(#media_type, #others, &[#(#named),*], #body))
        }
        Content::Multipart => quote!(request.multipart(#body)),
        Content::Text => quote!(request.text(#media_type, #body)),
        Content::Bytes => quote!(request.bytes(#media_type, #body)),
    }
}

/// `request.at_least(2, &self.body);`
pub(super) fn emit_at_least(at_least: Option<u64>, body: &TokenStream) -> Option<TokenStream> {
    let properties = proc_macro2::Literal::u64_unsuffixed(at_least?);
    Some(quote!(request.at_least(#properties, #body);))
}

/// `FormField::Styled(Style::DeepObject, Explode::Yes)`.
pub(super) fn emit_form_field(field: &FormField, imports: &Imports) -> TokenStream {
    let type_ = imports.runtime("FormField");
    match field {
        FormField::Plain => quote!(#type_::Plain),
        FormField::Json => quote!(#type_::Json),
        FormField::Styled {
            style,
            explode,
            reserved,
        } => {
            let (style, explode) = (emit_style(style, imports), emit_explode(*explode, imports));
            match reserved {
                true => quote!(#type_::Reserved(#style, #explode)),
                false => quote!(#type_::Styled(#style, #explode)),
            }
        }
    }
}

/// `match &self.body { Some(UploadBody::Json(body)) => request.json("application/json", body), … }`
pub(super) fn emit_choice(
    bodies: &Bodies,
    field: &TokenStream,
    required: bool,
    imports: &Imports,
) -> TokenStream {
    let arms = bodies.variants.iter().map(|variant| {
        let (type_, name) = (&bodies.name, &variant.name);
        let line = emit_content(
            &variant.media_type,
            &variant.content,
            &quote!(body),
            imports,
        );
        let line = match emit_at_least(variant.at_least, &quote!(body)) {
            None => quote!(#line,),
            Some(at_least) => quote!({ #at_least #line; }),
        };
        match required {
            true => quote!(#type_::#name(body) => #line),
            false => quote!(Some(#type_::#name(body)) => #line),
        }
    });
    let none = (!required).then(|| quote!(None => {}));
    quote!(match &#field { #(#arms)* #none })
}

/// `pub enum UploadBody { … }`
pub(super) fn emit_bodies(bodies: &Bodies) -> TokenStream {
    let Bodies {
        name,
        docs,
        derives,
        variants,
    } = bodies;
    let variants = variants.iter().map(|variant| {
        let (name, docs, held) = (&variant.name, &variant.docs, emit_held(variant));
        quote!(#docs #name(#held))
    });
    quote! {
        #docs
        #[derive(#(#derives),*)]
        pub enum #name {
            #(#variants,)*
        }
    }
}

/// `impl From<Pet> for UploadBody`, and its member.
pub(super) fn emit_from(bodies: &Bodies, variant: &BodyVariant) -> (TokenStream, TokenStream) {
    let (name, variant_name, type_) = (&bodies.name, &variant.name, &variant.type_);
    let value = match variant.boxed {
        true => quote!(Box::new(body)),
        false => quote!(body),
    };
    let member = quote! {
        #[inline]
        fn from(body: #type_) -> Self {
            Self::#variant_name(#value)
        }
    };
    (quote!(impl From<#type_> for #name), member)
}

fn emit_held(variant: &BodyVariant) -> TokenStream {
    let type_ = &variant.type_;
    match variant.boxed {
        true => quote!(Box<#type_>),
        false => quote!(#type_),
    }
}
