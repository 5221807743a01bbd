//! `headers.rs`: a view of a reply's header fields, with a method for each that is documented.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::field::emit_deprecation;
use super::source_file::SourceFile;
use super::tokens::ident;
use crate::diagnostics::Sink;
use crate::plan::{HeaderField, Headers, Package};

/// `headers.rs`.
pub(super) fn emit_headers(
    package: &Package,
    headers: &Headers,
    path: String,
    sink: &mut Sink,
) -> File {
    let about = "The header fields of replies.";
    let mut file = SourceFile::new(path, &package.header, Some(about), sink);
    file.imports(&package.root, &headers.imports);
    let map = headers.imports.runtime("HeaderMap");
    file.item(quote! {
        /// The header fields of a reply, as far as any operation's are documented:
        /// `Headers::of(response.headers())`. Each is read when it is asked for; one that is not there is
        /// `None`, and one that is not what is documented an error of its own.
        #[derive(Debug, Clone, Copy)]
        pub struct Headers<'r>(&'r #map);
    });
    let of = quote! {
        /// Those of a reply, good or bad.
        #[inline]
        #[must_use]
        pub fn of(headers: &'r #map) -> Self {
            Self(headers)
        }
    };
    let fields = headers
        .fields
        .iter()
        .map(|field| emit_field(headers, field));
    let members = std::iter::once(of).chain(fields).collect();
    file.implementation(quote!(impl<'r> Headers<'r>), members);
    file.finish()
}

/// `pub fn x_total(self) -> Result<Option<i64>, HeaderError>`.
fn emit_field(headers: &Headers, field: &HeaderField) -> TokenStream {
    let HeaderField {
        name,
        wire_name,
        docs,
        type_,
        form,
    } = field;
    let error = headers.imports.runtime("HeaderError");
    let (function, forms) = (
        headers.imports.runtime("header_field"),
        headers.imports.runtime("HeaderForm"),
    );
    let form = ident(form);
    let deprecated = emit_deprecation(docs.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name(self) -> Result<Option<#type_>, #error> {
            #function(self.0, #wire_name, #forms::#form)
        }
    }
}
