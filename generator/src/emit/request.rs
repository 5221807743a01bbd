//! `encode`: a line for each parameter and for the body.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::plan::{BodyForm, Encoding, Imports, Operation, OperationField, Path};

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
        Encoding::Path { style, explode } => {
            let (style, explode) = (emit_style(style, imports), emit_explode(*explode, imports));
            quote!(request.path(#wire, #style, #explode, &self.#name);)
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
        Encoding::Cookie { explode } => {
            let explode = emit_explode(*explode, imports);
            quote!(request.cookie(#wire, #explode, &self.#name);)
        }
        Encoding::PathJson => quote!(request.path_json(#wire, &self.#name);),
        Encoding::QueryJson => quote!(request.query_json(#wire, &self.#name);),
        Encoding::HeaderJson => quote!(request.header_json(#wire, &self.#name);),
        Encoding::Body { media_type, form } => match form {
            BodyForm::Json => quote!(request.json(#media_type, &self.#name);),
            BodyForm::Text => quote!(request.text(#media_type, self.#name.clone());),
            BodyForm::Bytes => quote!(request.bytes(#media_type, self.#name.clone());),
        },
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
