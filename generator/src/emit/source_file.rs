//! A Rust file as text: a header, then items, each parsed and printed by itself and set apart by an
//! empty line.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::tokens::ident;
use crate::diagnostics::{Sink, codes};
use crate::plan::{Header, Imports};

/// A Rust file that is being written.
pub(super) struct SourceFile<'s> {
    path: String,
    parts: Vec<String>,
    sink: &'s mut Sink,
}

impl<'s> SourceFile<'s> {
    /// A file with its header, and with its documentation where it may have one.
    pub(super) fn new(
        path: String,
        header: &Header,
        docs: Option<&str>,
        sink: &'s mut Sink,
    ) -> Self {
        let mut parts = vec![comment(header)];
        parts.extend(docs.map(inner_docs));
        Self { path, parts, sink }
    }

    /// Adds the imports.
    pub(super) fn imports(&mut self, root: &[String], imports: &Imports) {
        let mut std = Vec::new();
        let mut own = Vec::new();
        for (module, names) in imports.modules() {
            let leaf = ident(module.name());
            let names = names.into_iter().map(|name| ident(name.unwrap_or("self")));
            let names: Vec<_> = names.collect();
            let path = match module.is_std() {
                true => quote!(std::#leaf),
                false => {
                    let root = root.iter().map(|segment| ident(segment));
                    quote!(#(#root::)* #leaf)
                }
            };
            let import = match names.as_slice() {
                [only] if *only == "self" => quote!(use #path;),
                [only] => quote!(use #path::#only;),
                several => quote!(use #path::{#(#several),*};),
            };
            match module.is_std() {
                true => std.push(import),
                false => own.push(import),
            }
        }
        self.group(std);
        self.group(own);
    }

    /// Adds an item.
    pub(super) fn item(&mut self, item: TokenStream) {
        if let Some(text) = self.print(item) {
            self.parts.push(text);
        }
    }

    /// Adds items without empty lines between: imports, module declarations.
    pub(super) fn group(&mut self, items: Vec<TokenStream>) {
        if !items.is_empty() {
            let texts: Vec<_> = items
                .into_iter()
                .filter_map(|item| self.print(item))
                .collect();
            self.parts.push(texts.concat());
        }
    }

    /// Adds an `impl`: what stands before the brace, and its members.
    pub(super) fn implementation(&mut self, head: TokenStream, members: Vec<TokenStream>) {
        let Some(outside) = self.print(quote!(#head {})) else {
            return;
        };
        let members = members.into_iter().filter_map(|member| {
            let text = self.print(quote!(impl X { #member }))?;
            let inside = text.strip_prefix("impl X {\n")?.strip_suffix("}\n")?;
            Some(inside.to_owned())
        });
        let members: Vec<_> = members.collect();
        let outside = outside
            .trim_end()
            .trim_end_matches('}')
            .trim_end_matches('{');
        self.parts
            .push(format!("{outside}{{\n{}}}\n", members.join("\n")));
    }

    /// The finished file.
    pub(super) fn finish(self) -> File {
        File {
            path: self.path,
            contents: self.parts.join("\n"),
        }
    }

    fn print(&mut self, tokens: TokenStream) -> Option<String> {
        match syn::parse2::<syn::File>(tokens) {
            Ok(file) => Some(prettyplease::unparse(&file)),
            Err(error) => {
                let message = format!("`{}` does not parse: {error}", self.path);
                self.sink.push(codes::internal_error(message));
                None
            }
        }
    }
}

/// The header: who made the file, from what, and how it is made anew.
fn comment(header: &Header) -> String {
    let command = header.command.as_deref().unwrap_or("clientsmith generate");
    format!(
        "// Made by clientsmith from `{}`. Do not edit: `{command}` makes it anew.\n",
        header.document
    )
}

/// A text as the documentation of the file itself.
fn inner_docs(text: &str) -> String {
    text.lines()
        .map(|line| match line.trim_end() {
            "" => "//!\n".to_owned(),
            line => format!("//! {line}\n"),
        })
        .collect()
}
