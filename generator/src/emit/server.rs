//! Servers as constants.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Imports, Server, ServerVariable};

/// `Server { url: "https://{region}.example.com", variables: &[…] }`, for each.
pub(super) fn emit_servers(servers: &[Server], imports: &Imports) -> Vec<TokenStream> {
    servers
        .iter()
        .map(|server| emit_server(server, imports))
        .collect()
}

fn emit_server(server: &Server, imports: &Imports) -> TokenStream {
    let type_ = imports.runtime("Server");
    let url = &server.url;
    let variables = server.variables.iter().map(|variable| {
        let ServerVariable {
            name,
            default,
            values,
            ..
        } = variable;
        let type_ = imports.runtime("ServerVariable");
        quote!(#type_ { name: #name, default: #default, values: &[#(#values),*] })
    });
    quote!(#type_ { url: #url, variables: &[#(#variables),*] })
}
