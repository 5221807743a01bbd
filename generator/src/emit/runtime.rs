//! The runtime in the output: those of its sources that the client has a use for as a module, or only the call,
//! which must be local.

mod gates;

use clientsmith_runtime::sources;
use gates::{modules, resolved};

use super::File;
use super::manifest::{CONVERSIONS, CORE, SOURCES};
use crate::diagnostics::{Sink, codes};
use crate::options::Runtime;
use crate::plan::{Header, Package, is_runtime_part};

/// The files of the runtime. They are copied as they are, apart from where their crate stands and what is gated.
pub(super) fn emit_runtime(package: &Package, base: &str, sink: &mut Sink) -> Vec<File> {
    let root = package.root.join("::");
    let header = header(&package.header);
    match package.runtime {
        Runtime::Dependency { .. } => emit_call(package, &root, base, &header, sink),
        Runtime::Copied => {
            let root = format!("{root}::runtime::");
            let files = reached(package, sink).into_iter();
            let files = files.map(|(path, text)| File {
                path: format!("{base}runtime/{path}"),
                contents: format!("{header}{}", moved(&text, &root)),
            });
            files.collect()
        }
    }
}

/// The files that the root module leads to, by what is open of its gates and theirs.
fn reached(package: &Package, sink: &mut Sink) -> Vec<(String, String)> {
    let settled = |feature: &str| settled(package, feature);
    let mut reached = Vec::new();
    let mut open = vec![(String::new(), "mod.rs".to_owned(), sources::ROOT)];
    while let Some((folder, path, text)) = open.pop() {
        let text = resolved(text, &settled);
        for module in modules(&text) {
            let inside = format!("{folder}{module}/");
            let paths = [format!("{folder}{module}.rs"), format!("{inside}mod.rs")];
            match sources::FILES
                .iter()
                .find(|(known, _)| paths.iter().any(|path| path == known))
            {
                Some((path, text)) => open.push((inside, (*path).to_owned(), text)),
                None => sink.push(codes::internal_error(format!(
                    "the runtime has no module `{inside}`"
                ))),
            }
        }
        reached.push((path, text));
    }
    reached
}

/// Whether a feature of the runtime is on, where that is no choice of whoever depends on the client.
fn settled(package: &Package, feature: &str) -> Option<bool> {
    match feature {
        CORE => Some(true),
        SOURCES => Some(false),
        part if is_runtime_part(part) => Some(package.runtime_parts.contains(part)),
        name if CONVERSIONS.contains(&name) && package.crates.contains(name) => Some(true),
        _ => None,
    }
}

/// `call.rs` alone: a type must be local to have methods of its own.
fn emit_call(
    package: &Package,
    root: &str,
    base: &str,
    header: &str,
    sink: &mut Sink,
) -> Vec<File> {
    let Some((_, text)) = sources::FILES.iter().find(|(path, _)| *path == "call.rs") else {
        sink.push(codes::internal_error("the runtime has no `call.rs`"));
        return Vec::new();
    };
    let text = resolved(text, &|feature| settled(package, feature));
    // within its own crate the file says `crate::…`; from outside, the same names are the runtime's
    let contents = moved(&text, &format!("{root}::runtime::"));
    vec![File {
        path: format!("{base}call.rs"),
        contents: format!("{header}{contents}"),
    }]
}

fn header(header: &Header) -> String {
    let command = header.command.as_deref().unwrap_or("clientsmith generate");
    format!(
        "// Copied by clientsmith from its runtime. Do not edit: `{command}` makes it anew.\n\n"
    )
}

/// The runtime's macros, whose names are the whole crate's.
const MACROS: &[&str] = &["rules", "serde_bridge", "value_traits"];

/// The text of a file whose crate's root is now the module `root` (which ends in `::`).
fn moved(text: &str, root: &str) -> String {
    let in_crate = root.strip_prefix("crate::").unwrap_or(root);
    let moved = text
        .replace("$crate::", &format!("$crate::{in_crate}"))
        .replace("crate::", "\u{0}")
        .replace(&format!("$\u{0}{in_crate}"), &format!("$crate::{in_crate}"))
        .replace('\u{0}', root);
    let prefix = in_crate.replace("::", "_");
    MACROS.iter().fold(moved, |text, name| {
        text.replace(&format!("__{name}"), &format!("__{prefix}{name}"))
    })
}
