//! `client.rs`: the client, its builder, and what the document says about the API as a whole.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::server::emit_servers;
use super::source_file::SourceFile;
use super::tokens::{doc_lines, ident};
use crate::diagnostics::Sink;
use crate::options::Form;
use crate::plan::{
    Client, KeyLocation, Module, Package, SecurityScheme, SecuritySchemeKind, ServerConstant,
    TokenEndpoint,
};

/// `client.rs`.
pub(super) fn emit_client(package: &Package, path: String, sink: &mut Sink) -> File {
    let client = &package.client;
    let mut file = SourceFile::new(
        path,
        &package.header,
        Some("The client and its builder."),
        sink,
    );
    file.imports(&package.root, &client.imports);
    let docs = doc_lines(&client.docs);
    let core = client.imports.runtime("Core");
    file.item(quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct Client {
            core: #core,
        }
    });
    let root = package.root.iter().map(|segment| ident(segment));
    file.item(quote! {
        /// Builds a [`Client`].
        pub type ClientBuilder = #(#root::)* runtime::ClientBuilder<Client>;
    });
    file.implementation(
        quote!(impl Client),
        client
            .constants
            .iter()
            .map(emit_server_constant)
            .chain([emit_builder(package), emit_call(client)])
            .collect(),
    );
    let api = client.imports.runtime("Api");
    file.implementation(
        quote!(impl #api for Client),
        vec![emit_spec(package), emit_from_core(client)],
    );
    for (marker, scheme) in &client.credentials {
        let marker = client.imports.runtime(marker);
        let name = quote!(const NAME: &'static str = #scheme;);
        file.implementation(quote!(impl #marker for Client), vec![name]);
    }
    if let Some((scheme, endpoint)) = &client.client_credentials {
        let marker = client.imports.runtime("ClientCredentialsScheme");
        let members = emit_token_endpoint(scheme, endpoint);
        file.implementation(quote!(impl #marker for Client), vec![members]);
    }
    file.finish()
}

fn emit_builder(package: &Package) -> TokenStream {
    let example = super::example::emit_builder_example(package);
    let example = (package.form == Form::Crate).then(|| doc_lines(&example));
    let credentials = &package.client.credential_docs;
    let credentials = (!credentials.is_empty()).then(|| doc_lines(credentials));
    quote! {
        /// Starts building a client.
        #credentials
        #example
        #[inline]
        pub fn builder() -> ClientBuilder {
            ClientBuilder::new()
        }
    }
}

/// `pub const SERVER_SANDBOX: usize = 1;`
fn emit_server_constant(constant: &ServerConstant) -> TokenStream {
    let ServerConstant { name, docs, index } = constant;
    let index = proc_macro2::Literal::usize_unsuffixed(*index);
    quote! {
        #docs
        pub const #name: usize = #index;
    }
}

fn emit_call(client: &Client) -> TokenStream {
    let call = client.imports.written(Module::Call, "Call");
    let operation = client.imports.runtime("Operation");
    quote! {
        /// A call of a request that was built by hand.
        #[inline]
        pub fn call<O: #operation>(&self, operation: O) -> #call<'_, O> {
            #call::new(&self.core, operation)
        }
    }
}

fn emit_spec(package: &Package) -> TokenStream {
    let client = &package.client;
    let type_ = client.imports.runtime("ApiSpec");
    let servers = emit_servers(&client.servers, &client.imports);
    let schemes = client
        .schemes
        .iter()
        .map(|scheme| emit_scheme(client, scheme));
    let variables = &client.operation_variables;
    let variables = (!variables.is_empty())
        .then(|| quote!(const OPERATION_VARIABLES: &'static [&'static str] = &[#(#variables),*];));
    let (name, version) = match package.form {
        Form::Crate => (
            quote!(env!("CARGO_PKG_NAME")),
            quote!(env!("CARGO_PKG_VERSION")),
        ),
        Form::Module => {
            let name = &package.name;
            (quote!(#name), quote!(env!("CARGO_PKG_VERSION")))
        }
    };
    quote! {
        const SPEC: &'static #type_ = &#type_ {
            name: #name,
            version: #version,
            servers: &[#(#servers),*],
            schemes: &[#(#schemes),*],
        };
        #variables
    }
}

fn emit_scheme(client: &Client, scheme: &SecurityScheme) -> TokenStream {
    let (type_, kind) = (
        client.imports.runtime("Scheme"),
        client.imports.runtime("SchemeKind"),
    );
    let name = &scheme.name;
    let kind = match &scheme.kind {
        SecuritySchemeKind::Bearer { .. } | SecuritySchemeKind::Other(_) => quote!(#kind::Bearer),
        SecuritySchemeKind::Http(scheme) => quote!(#kind::Http { scheme: #scheme }),
        SecuritySchemeKind::Basic => quote!(#kind::Basic),
        SecuritySchemeKind::ApiKey { location, name } => {
            let place = client.imports.runtime("KeyLocation");
            let location = ident(match location {
                KeyLocation::Header => "Header",
                KeyLocation::Query => "Query",
                KeyLocation::Cookie => "Cookie",
            });
            quote!(#kind::ApiKey { location: #place::#location, name: #name })
        }
    };
    quote!(#type_ { name: #name, kind: #kind })
}

/// `const TOKEN_URL: &'static str = "https://auth.example.com/token";`, and the like.
fn emit_token_endpoint(scheme: &str, endpoint: &TokenEndpoint) -> TokenStream {
    let TokenEndpoint { url, scopes } = endpoint;
    quote! {
        const NAME: &'static str = #scheme;
        const TOKEN_URL: &'static str = #url;
        const SCOPES: &'static [&'static str] = &[#(#scopes),*];
    }
}

fn emit_from_core(client: &Client) -> TokenStream {
    let core = client.imports.runtime("Core");
    quote! {
        #[inline]
        fn from_core(core: #core) -> Self {
            Self { core }
        }
    }
}
