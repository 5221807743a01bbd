//! As text: quote! → syn → prettyplease, item by item. Decides nothing.
//!
//! A [`Package`] becomes [`File`]s; one whose tokens do not parse is reported, which is a mistake of ours.

mod body;
mod client;
mod default;
mod enumeration;
mod example;
mod field;
mod foreign;
mod headers;
mod manifest;
mod modules;
mod multipart;
mod newtype;
mod next_page;
mod operation;
mod parallel;
mod patch;
mod readme;
mod request;
mod response;
mod rules;
mod runtime;
mod server;
mod source_file;
mod struct_;
mod tokens;
mod type_;
mod union;
mod webhooks;

use std::collections::HashMap;

pub(crate) use manifest::untie;
use parallel::emit_each;

use crate::diagnostics::Sink;
use crate::options::Form;
use crate::plan::Package;

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the output, with `/`: `src/client.rs`.
    pub path: String,
    /// Its text.
    pub contents: String,
}

/// Every file of a package, sorted by path.
pub fn emit_package(package: &Package, sink: &mut Sink) -> Vec<File> {
    let (base, root) = match package.form {
        Form::Crate => ("src/", "src/lib.rs"),
        Form::Module => ("", "mod.rs"),
    };
    let mut files = vec![modules::emit_root(package, root.to_owned(), sink)];
    files.push(client::emit_client(
        package,
        format!("{base}client.rs"),
        sink,
    ));
    let headers = package.headers.as_ref();
    files.extend(
        headers.map(|headers| {
            headers::emit_headers(package, headers, format!("{base}headers.rs"), sink)
        }),
    );
    if !package.foreign.is_empty() {
        let path = format!("{base}foreign.rs");
        files.push(foreign::emit_foreign(package, path, sink));
    }
    let webhooks = package.webhooks.as_ref();
    files.extend(webhooks.map(|webhooks| {
        webhooks::emit_webhooks(package, webhooks, format!("{base}webhooks.rs"), sink)
    }));
    emit_types(package, base, &mut files, sink);
    emit_operations(package, base, &mut files, sink);
    files.extend(rules::emit_rules(package, base, sink));
    files.extend(runtime::emit_runtime(package, base, sink));
    if package.form == Form::Crate {
        files.push(manifest::emit_manifest(package, sink));
        files.push(manifest::emit_rustfmt(package));
        files.push(readme::emit_readme(package));
        let example = package.leading_example();
        files.extend(example.map(|example| example::emit_example(package, example, sink)));
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn emit_types(package: &Package, base: &str, files: &mut Vec<File>, sink: &mut Sink) {
    files.push(modules::emit_types(
        package,
        format!("{base}types/mod.rs"),
        sink,
    ));
    files.extend(emit_each(&package.types, sink, |planned, sink| {
        let path = format!("{base}types/{}.rs", planned.module);
        type_::emit_type(package, planned, path, sink)
    }));
}

fn emit_operations(package: &Package, base: &str, files: &mut Vec<File>, sink: &mut Sink) {
    let folder = format!("{base}operations");
    files.push(modules::emit_operations(
        package,
        format!("{folder}/mod.rs"),
        sink,
    ));
    let examples: HashMap<_, _> = package
        .examples
        .iter()
        .filter(|_| package.form == Form::Crate)
        .map(|example| (&example.method, example))
        .collect();
    let untagged = package.untagged.iter().map(|operation| (operation, None));
    let tagged = package.modules.iter().flat_map(|tag| {
        let operations = tag.operations.iter();
        operations.map(move |operation| (operation, Some(&tag.name)))
    });
    let operations: Vec<_> = untagged.chain(tagged).collect();
    files.extend(emit_each(&operations, sink, |(operation, tag), sink| {
        let path = match tag {
            None => format!("{folder}/{}.rs", operation.module),
            Some(tag) => format!("{folder}/{tag}/{}.rs", operation.module),
        };
        let example = examples.get(&operation.method_name).copied();
        operation::emit_operation(package, operation, example, path, sink)
    }));
    for tag in &package.modules {
        let path = format!("{folder}/{}/mod.rs", tag.name);
        files.push(modules::emit_tag(package, tag, path, sink));
    }
}
