//! As text: quote! → syn → prettyplease, item by item. Decides nothing.
//!
//! A [`Package`] becomes [`File`]s; one whose tokens do not parse is reported, which is a mistake of ours.

mod client;
mod enumeration;
mod example;
mod field;
mod manifest;
mod modules;
mod operation;
mod patch;
mod readme;
mod request;
mod response;
mod runtime;
mod server;
mod source_file;
mod struct_;
mod tokens;
mod type_;
mod union;

use crate::diagnostics::Sink;
use crate::options::Form;
use crate::plan::{Operation, Package};

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
    emit_types(package, base, &mut files, sink);
    emit_operations(package, base, &mut files, sink);
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
    for planned in &package.types {
        let path = format!("{base}types/{}.rs", planned.module);
        files.push(type_::emit_type(package, planned, path, sink));
    }
}

fn emit_operations(package: &Package, base: &str, files: &mut Vec<File>, sink: &mut Sink) {
    let folder = format!("{base}operations");
    files.push(modules::emit_operations(
        package,
        format!("{folder}/mod.rs"),
        sink,
    ));
    let mut emit = |operation: &Operation, folder: &str| {
        let path = format!("{folder}/{}.rs", operation.module);
        let by_method = |example: &&crate::plan::Example| example.method == operation.method_name;
        let example = package.examples.iter().find(by_method);
        let example = example.filter(|_| package.form == Form::Crate);
        files.push(operation::emit_operation(
            package, operation, example, path, sink,
        ));
    };
    for operation in &package.untagged {
        emit(operation, &folder);
    }
    for tag in &package.modules {
        for operation in &tag.operations {
            emit(operation, &format!("{folder}/{}", tag.name));
        }
    }
    for tag in &package.modules {
        let path = format!("{folder}/{}/mod.rs", tag.name);
        files.push(modules::emit_tag(package, tag, path, sink));
    }
}
