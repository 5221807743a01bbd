//! `encode`: a line for each parameter and for the body.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::plan::{
    Content, Encoding, FormField, Identifier, Imports, Operation, OperationField, Path, Querystring,
};

/// `fn encode(&self, request: &mut RequestEncoder)`.
pub(super) fn emit_request(operation: &Operation) -> TokenStream {
    let encoder = operation.imports.runtime("RequestEncoder");
    let lines = operation
        .fields
        .iter()
        .map(|field| emit_line(field, &operation.imports));
    let request = match operation.fields.is_empty() {
        true => quote!(_),
        false => quote!(request),
    };
    quote! {
        #[inline]
        fn encode(&self, #request: &mut #encoder) {
            #(#lines)*
        }
    }
}

/// `request.query("limit", Style::Form, Explode::Yes, &self.limit);`
fn emit_line(field: &OperationField, imports: &Imports) -> TokenStream {
    let (name, wire) = (&field.field.name, &field.field.wire_name);
    match &field.encoding {
        Encoding::Path {
            style,
            explode,
            reserved,
        } => {
            let (style, explode) = (emit_style(style, imports), emit_explode(*explode, imports));
            match reserved {
                true => quote!(request.path_reserved(#wire, #style, #explode, &self.#name);),
                false => quote!(request.path(#wire, #style, #explode, &self.#name);),
            }
        }
        Encoding::Query {
            style,
            explode,
            reserved,
        } => {
            let (style, explode) = (emit_style(style, imports), emit_explode(*explode, imports));
            match reserved {
                true => quote!(request.query_reserved(#wire, #style, #explode, &self.#name);),
                false => quote!(request.query(#wire, #style, #explode, &self.#name);),
            }
        }
        Encoding::Header { explode } => {
            let explode = emit_explode(*explode, imports);
            quote!(request.header(#wire, #explode, &self.#name);)
        }
        Encoding::Cookie {
            style,
            explode,
            reserved,
        } => {
            let (style, explode) = (emit_style(style, imports), emit_explode(*explode, imports));
            match reserved {
                true => quote!(request.cookie_reserved(#wire, #style, #explode, &self.#name);),
                false => quote!(request.cookie(#wire, #style, #explode, &self.#name);),
            }
        }
        Encoding::Querystring(Querystring::Form) => {
            quote!(request.querystring(#wire, &self.#name);)
        }
        Encoding::Querystring(Querystring::Json) => {
            quote!(request.querystring_json(#wire, &self.#name);)
        }
        Encoding::Querystring(Querystring::Text) => {
            quote!(request.querystring_text(#wire, &self.#name);)
        }
        Encoding::CookieJson => quote!(request.cookie_json(#wire, &self.#name);),
        Encoding::PathJson => quote!(request.path_json(#wire, &self.#name);),
        Encoding::QueryJson => quote!(request.query_json(#wire, &self.#name);),
        Encoding::HeaderJson => quote!(request.header_json(#wire, &self.#name);),
        Encoding::Body {
            media_type,
            content,
        } => emit_body(media_type, content, name, imports),
    }
}

/// `request.json("application/json", &self.body);`
fn emit_body(
    media_type: &str,
    content: &Content,
    name: &Identifier,
    imports: &Imports,
) -> TokenStream {
    match content {
        Content::Json => quote!(request.json(#media_type, &self.#name);),
        Content::Form(form) => {
            let others = emit_form_field(&form.others, imports);
            let named = form.named.iter().map(|(name, field)| {
                let field = emit_form_field(field, imports);
                quote!((#name, #field))
            });
            quote!(request.form(#media_type, #others, &[#(#named),*], &self.#name);)
        }
        Content::Text => quote!(request.text(#media_type, self.#name.clone());),
        Content::Bytes => quote!(request.bytes(#media_type, self.#name.clone());),
    }
}

/// `FormField::Styled(Style::DeepObject, Explode::Yes)`.
fn emit_form_field(field: &FormField, imports: &Imports) -> TokenStream {
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

fn emit_style(style: &str, imports: &Imports) -> TokenStream {
    let (type_, style) = (imports.runtime("Style"), ident(style));
    quote!(#type_::#style)
}

fn emit_explode(explode: bool, imports: &Imports) -> TokenStream {
    let type_: Path = imports.runtime("Explode");
    match explode {
        true => quote!(#type_::Yes),
        false => quote!(#type_::No),
    }
}
