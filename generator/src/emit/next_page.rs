//! Where an operation's replies say what the next page is.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Imports, NextPage};

/// `const NEXT: NextPage = NextPage::Property(&["nextLink"]);`
pub(super) fn emit_next_page(next_page: &NextPage, imports: &Imports) -> TokenStream {
    let type_ = imports.runtime("NextPage");
    let value = match next_page {
        NextPage::Link => quote!(#type_::Link),
        NextPage::Property(names) => quote!(#type_::Property(&[#(#names),*])),
    };
    quote!(const NEXT: #type_ = #value;)
}
