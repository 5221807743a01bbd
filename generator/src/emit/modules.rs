//! The files that declare modules: `lib.rs` or `mod.rs`, `operations/`, `types/`.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::example::emit_crate_example;
use super::source_file::SourceFile;
use crate::diagnostics::Sink;
use crate::options::{Form, Runtime};
use crate::plan::{Identifier, OperationModule, Package};

/// `lib.rs` of a crate, `mod.rs` of a module tree.
pub(super) fn emit_root(package: &Package, path: String, sink: &mut Sink) -> File {
    let example = emit_crate_example(package);
    let docs = format!("{}\n\n{example}", package.docs.text);
    // a module tree may be included, where documentation of the file itself is not allowed
    let docs = (package.form == Form::Crate).then_some(docs.trim_end());
    let mut file = SourceFile::new(path, &package.header, docs, sink);
    let mut modules = Vec::new();
    match package.runtime {
        Runtime::Copied => {}
        Runtime::Dependency { .. } => {
            file.item(quote!(
                pub use clientsmith_runtime as runtime;
            ));
            modules.push(quote!(
                mod call;
            ));
        }
    }
    modules.push(quote!(
        mod client;
    ));
    if !package.foreign.is_empty() {
        modules.push(quote!(
            mod foreign;
        ));
    }
    if package.headers.is_some() {
        modules.push(quote!(
            pub mod headers;
        ));
    }
    modules.push(quote!(
        pub mod operations;
    ));
    if package.runtime == Runtime::Copied {
        modules.push(quote!(
            pub mod runtime;
        ));
    }
    modules.push(quote!(
        pub mod types;
    ));
    if let Some(webhooks) = &package.webhooks {
        let module = quote!(
            pub mod webhooks;
        );
        modules.push(gated(&webhooks.gate, module));
    }
    file.group(modules);
    if package.has_rules() {
        file.item(quote!(runtime::rules! { mod rules; }));
    }
    let call = match package.runtime {
        Runtime::Copied => quote!(
            use runtime::call;
        ),
        Runtime::Dependency { .. } => quote!(),
    };
    file.group(vec![
        quote!(
            pub use call::Call;
        ),
        quote!(
            pub use client::{Client, ClientBuilder};
        ),
        quote!(
            pub use runtime::Error;
        ),
        call,
    ]);
    file.finish()
}

/// `types/mod.rs`.
pub(super) fn emit_types(package: &Package, path: String, sink: &mut Sink) -> File {
    let mut file = SourceFile::new(path, &package.header, Some("The types of the API."), sink);
    file.group(
        package
            .types
            .iter()
            .map(|type_| gated(&type_.gate, module(&type_.module)))
            .collect(),
    );
    let exports = package.types.iter().map(|type_| {
        let others = type_.others.iter().map(|other| &other.name);
        let mut names: Vec<_> = others.chain([&type_.name]).collect();
        names.sort();
        gated(&type_.gate, export(&type_.module, &names))
    });
    file.group(exports.collect());
    file.finish()
}

/// `operations/mod.rs`: every operation by name, wherever it stands.
pub(super) fn emit_operations(package: &Package, path: String, sink: &mut Sink) -> File {
    let about = "The operations of the API: requests, and what they come to.";
    let mut file = SourceFile::new(path, &package.header, Some(about), sink);
    let tags = package.modules.iter().map(|tag| {
        let name = &tag.name;
        gated(&tag.feature, quote!(pub mod #name;))
    });
    let untagged = package
        .untagged
        .iter()
        .map(|operation| module(&operation.module));
    file.group(tags.chain(untagged).collect());
    let tags = package.modules.iter().map(|tag| {
        let exports = tag
            .operations
            .iter()
            .flat_map(|operation| operation.exports());
        gated(
            &tag.feature,
            export(&tag.name, &exports.collect::<Vec<_>>()),
        )
    });
    let untagged = package
        .untagged
        .iter()
        .map(|operation| export(&operation.module, &operation.exports()));
    file.group(tags.chain(untagged).collect());
    file.finish()
}

/// `operations/<tag>/mod.rs`.
pub(super) fn emit_tag(
    package: &Package,
    tag: &OperationModule,
    path: String,
    sink: &mut Sink,
) -> File {
    let mut file = SourceFile::new(path, &package.header, Some(&tag.docs.text), sink);
    file.group(
        tag.operations
            .iter()
            .map(|operation| module(&operation.module))
            .collect(),
    );
    let exports = tag
        .operations
        .iter()
        .map(|operation| export(&operation.module, &operation.exports()));
    file.group(exports.collect());
    file.finish()
}

/// `#[cfg(feature = "pets")] item`: with any of the features; always, where there are none.
pub(super) fn gated<'f>(
    features: impl IntoIterator<Item = &'f String>,
    item: TokenStream,
) -> TokenStream {
    let features: Vec<_> = features.into_iter().collect();
    match features.as_slice() {
        [] => item,
        [only] => quote!(#[cfg(feature = #only)] #item),
        several => quote!(#[cfg(any(#(feature = #several),*))] #item),
    }
}

fn module(name: &Identifier) -> TokenStream {
    quote!(mod #name;)
}

fn export(module: &Identifier, names: &[&Identifier]) -> TokenStream {
    match names {
        [only] => quote!(pub use #module::#only;),
        several => quote!(pub use #module::{#(#several),*};),
    }
}
