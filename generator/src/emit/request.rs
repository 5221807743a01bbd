//! `encode`: a line for each parameter and for the body.

use proc_macro2::TokenStream;
use quote::quote;

use super::body::{emit_at_least, emit_choice, emit_content};
use super::tokens::ident;
use crate::plan::{Encoding, Imports, Operation, OperationField, Path, Querystring, Unescaped};

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
            unescaped,
        } => {
            let (style, explode) = (emit_style(style, imports), emit_explode(*explode, imports));
            let method = match unescaped {
                Unescaped::Nothing => quote!(path),
                Unescaped::Reserved => quote!(path_reserved),
                Unescaped::Segments => quote!(path_segments),
            };
            quote!(request.#method(#wire, #style, #explode, &self.#name);)
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
            at_least,
        } => {
            let at_least = emit_at_least(*at_least, &quote!(&self.#name));
            let line = emit_content(media_type, content, &quote!(&self.#name), imports);
            quote!(#at_least #line;)
        }
        Encoding::Bodies(bodies) => {
            emit_choice(bodies, &quote!(self.#name), field.field.required, imports)
        }
    }
}

/// `Style::Form`.
pub(super) fn emit_style(style: &str, imports: &Imports) -> TokenStream {
    let (type_, style) = (imports.runtime("Style"), ident(style));
    quote!(#type_::#style)
}

/// `Explode::Yes`.
pub(super) fn emit_explode(explode: bool, imports: &Imports) -> TokenStream {
    let type_: Path = imports.runtime("Explode");
    match explode {
        true => quote!(#type_::Yes),
        false => quote!(#type_::No),
    }
}
