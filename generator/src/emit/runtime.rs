//! The runtime in the output: its sources as a module, or only the call, which must be local.

use std::borrow::Cow;

use clientsmith_runtime::sources;

use super::File;
use super::manifest::CONVERSIONS;
use crate::diagnostics::{Sink, codes};
use crate::options::Runtime;
use crate::plan::{Header, Package};

/// The files of the runtime. They are copied as they are, apart from where their crate stands.
pub(super) fn emit_runtime(package: &Package, base: &str, sink: &mut Sink) -> Vec<File> {
    let root = package.root.join("::");
    let header = header(&package.header);
    match package.runtime {
        Runtime::Dependency { .. } => emit_call(&root, base, &header, sink),
        Runtime::Copied => {
            let root = format!("{root}::runtime::");
            let file = |path: &str, text: &str| File {
                path: format!("{base}runtime/{path}"),
                contents: format!(
                    "{header}{}",
                    moved(&without_crates_gates(text, package), &root)
                ),
            };
            let mut files = vec![file("mod.rs", &without_gates(sources::ROOT))];
            files.extend(sources::FILES.iter().map(|(path, text)| file(path, text)));
            files
        }
    }
}

/// `call.rs` alone: a type must be local to have methods of its own.
fn emit_call(root: &str, base: &str, header: &str, sink: &mut Sink) -> Vec<File> {
    let Some((_, text)) = sources::FILES.iter().find(|(path, _)| *path == "call.rs") else {
        sink.push(codes::internal_error("the runtime has no `call.rs`"));
        return Vec::new();
    };
    // within its own crate the file says `crate::…`; from outside, the same names are the runtime's
    let contents = moved(text, &format!("{root}::runtime::"));
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

/// The text without the gates of the crates that are there whatever features are.
fn without_crates_gates<'t>(text: &'t str, package: &Package) -> Cow<'t, str> {
    let crates = package.crates.iter();
    let features = crates
        .filter(|name| CONVERSIONS.contains(&name.as_str()))
        .map(|name| format!("feature = \"{name}\""));
    let features: Vec<_> = features.collect();
    let is_open = |gate: &str| {
        let names_one = features
            .iter()
            .any(|feature| gate.contains(feature.as_str()));
        names_one && !gate.contains("not(") && !gate.contains("all(")
    };
    if features.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("#[cfg(") {
        let (before, from) = rest.split_at(start);
        let end = from.find(")]\n").map_or(from.len(), |end| end + 3);
        let (gate, after) = from.split_at(end);
        match is_open(gate) {
            true => kept.push_str(before.trim_end_matches(' ')),
            false => kept.extend([before, gate]),
        }
        rest = after;
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// The root module without what only the package needs: the gate of the whole, and the sources.
fn without_gates(root: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in root.lines() {
        match line.trim() {
            "#[cfg(feature = \"client\")]" => {}
            "pub mod sources;" => drop(lines.pop()), // and the gate before it
            _ => lines.push(line),
        }
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}
