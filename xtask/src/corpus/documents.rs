//! The documents of a corpus: every JSON and YAML file below a folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::Arguments;

/// The documents that are asked for, sorted.
pub(super) fn collect(arguments: &Arguments) -> Result<Vec<PathBuf>, String> {
    let mut paths = documents_in(&arguments.folder)?;
    if let Some(part) = &arguments.only {
        paths.retain(|path| name(path).contains(part.as_str()));
    }
    match paths.is_empty() {
        true => Err(format!("{}: no documents", arguments.folder.display())),
        false => Ok(paths),
    }
}

/// All of them below a folder, sorted.
pub(crate) fn documents_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut paths = Vec::new();
    walk(folder, &mut paths).map_err(|error| format!("{}: {error}", folder.display()))?;
    paths.sort();
    Ok(paths)
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            walk(&path, paths)?;
        } else if matches!(extension, Some("json" | "yaml" | "yml")) {
            paths.push(path);
        }
    }
    Ok(())
}

/// What a document is called: its file's name, without the ending.
pub(crate) fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// What a program calls the module that is made of a document.
#[cfg(feature = "roundtrip")]
pub(crate) fn module_name(document: &str) -> String {
    let plain = |character: char| match character.is_ascii_alphanumeric() {
        true => character.to_ascii_lowercase(),
        false => '_',
    };
    format!(
        "document_{}",
        document.chars().map(plain).collect::<String>()
    )
}
