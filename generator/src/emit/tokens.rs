//! The plan's atoms as tokens: names, types, docs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::plan::{Docs, Given, Identifier, Path, RustType};

impl ToTokens for Identifier {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        ident(self.as_str()).to_tokens(tokens);
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(qualifier) = self.qualifier {
            let qualifier = ident(qualifier);
            tokens.extend(quote!(#qualifier::));
        }
        let segments = self.name.split("::").map(ident);
        tokens.extend(quote!(#(#segments)::*));
    }
}

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let arguments = &self.arguments;
        tokens.extend(match (&self.path, arguments.as_slice()) {
            (Some(path), []) => quote!(#path),
            (Some(path), arguments) => quote!(#path<#(#arguments),*>),
            (None, [only]) => quote!((#only,)),
            (None, items) => quote!((#(#items),*)),
        });
    }
}

impl ToTokens for Given {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let path = &self.path;
        tokens.extend(match self.called {
            true => quote!(#path()),
            false => quote!(#path),
        });
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(doc_lines(&self.text));
    }
}

/// A name of ours.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A text as doc comments, one for each line.
pub(super) fn doc_lines(text: &str) -> TokenStream {
    text.lines()
        .map(|line| match line.trim_end() {
            "" => quote!(#[doc = ""]),
            line => {
                let line = format!(" {line}");
                quote!(#[doc = #line])
            }
        })
        .collect()
}
