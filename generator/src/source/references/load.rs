//! Reads the files that references name, each once. Files are told apart by where they truly stand, and named
//! by the way that leads to them from the description.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::FileId;
use super::uri;
use crate::diagnostics::{Diagnostic, Severity, Sink};
use crate::source::read::{Source, read_further_path, read_further_text};

/// How many files a description may have.
const MOST_FILES: u16 = 32_000;

/// What the references of a description can reach.
#[derive(Debug, Clone, Copy)]
pub enum Reach<'a> {
    /// Nothing but itself: it is a text that stands nowhere.
    Itself,
    /// Files, from where the description itself stands; an empty path is the folder in which the program runs.
    Files(&'a Path),
    /// These texts, each under its name. The first one is the description.
    Texts(&'a [(&'a str, &'a str)]),
}

/// Why something cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// It is on another host, or has a name that is no place.
    Remote,
    /// It is a file, and the description stands in no folder.
    Homeless,
    /// It is none of the texts that were handed over.
    NotHandedOver,
    /// It is a file that cannot be read: its name, and why.
    Unreadable(String, String),
}

/// Reads files and remembers them.
pub(super) struct Loader<'a> {
    reach: Reach<'a>,
    /// Where each file stands, the description's own first: what references in it are relative to.
    places: Vec<PathBuf>,
    known: HashMap<PathBuf, Result<FileId, Unreachable>>,
    files: Vec<Source>,
}

impl<'a> Loader<'a> {
    /// Nothing read yet but the description itself.
    pub(super) fn new(reach: Reach<'a>) -> Self {
        let (place, identity) = match reach {
            Reach::Itself => (PathBuf::new(), None),
            Reach::Files(path) => (path.to_path_buf(), fs::canonicalize(path).ok()),
            Reach::Texts(texts) => {
                let name = texts.first().map_or("", |(name, _)| name);
                (PathBuf::from(name), Some(straightened(Path::new(name))))
            }
        };
        let known = identity.map(|identity| (identity, Ok(FileId::default())));
        Self {
            reach,
            places: vec![place],
            known: known.into_iter().collect(),
            files: Vec::new(),
        }
    }

    /// The files beside the description, in the order of reading.
    pub(super) fn files(&self) -> &[Source] {
        &self.files
    }

    /// The files beside the description.
    pub(super) fn into_files(self) -> Vec<Source> {
        self.files
    }

    /// The file that a reference without a fragment names.
    pub(super) fn load(
        &mut self,
        document: &str,
        from: FileId,
        sink: &mut Sink,
    ) -> Result<FileId, Unreachable> {
        let path = self.path(document, from)?;
        match self.reach {
            Reach::Itself => Err(Unreachable::Homeless),
            Reach::Texts(texts) => self.once(
                path.clone(),
                &path,
                |file, sink| {
                    let mut texts = texts.iter();
                    let text = texts.find(|(name, _)| straightened(Path::new(name)) == path);
                    let (name, text) = text.ok_or(Unreachable::NotHandedOver)?;
                    let text = (*text).to_owned();
                    reading(name, sink, |sink| read_further_text(name, text, file, sink))
                },
                sink,
            ),
            Reach::Files(_) => {
                let identity = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
                self.once(
                    identity,
                    &path,
                    |file, sink| {
                        let name = path.display().to_string();
                        // a device or a pipe may have no end
                        if fs::metadata(&path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
                            let why = format!("`{name}` is no ordinary file");
                            return Err(Unreachable::Unreadable(name, why));
                        }
                        reading(&name, sink, |sink| read_further_path(&path, file, sink))
                    },
                    sink,
                )
            }
        }
    }

    /// Where a file stands that is named from another one.
    fn path(&self, document: &str, from: FileId) -> Result<PathBuf, Unreachable> {
        let document = match uri::scheme(document) {
            None => document,
            Some(scheme) if scheme.eq_ignore_ascii_case("file") => {
                let path = document.get("file:".len()..).unwrap_or_default();
                let path = path.strip_prefix("//").unwrap_or(path);
                path.strip_prefix("localhost").unwrap_or(path)
            }
            Some(_) => return Err(Unreachable::Remote),
        };
        if document.starts_with("//") {
            return Err(Unreachable::Remote);
        }
        let place = self.places.get(usize::from(from.0));
        let folder = place.and_then(|place| place.parent());
        let path = uri::percent_decoded(document);
        Ok(straightened(&folder.unwrap_or(Path::new("")).join(path)))
    }

    /// Reads a file unless it was read before.
    fn once(
        &mut self,
        identity: PathBuf,
        path: &Path,
        read: impl FnOnce(FileId, &mut Sink) -> Result<Source, Unreachable>,
        sink: &mut Sink,
    ) -> Result<FileId, Unreachable> {
        if let Some(known) = self.known.get(&identity) {
            return known.clone();
        }
        let number = u16::try_from(self.places.len()).unwrap_or(u16::MAX);
        let read = match number < MOST_FILES {
            true => read(FileId(number), sink),
            false => Err(Unreachable::Unreadable(
                path.display().to_string(),
                format!("the description has more than {MOST_FILES} files"),
            )),
        };
        let known = read.map(|source| {
            self.files.push(source);
            self.places.push(path.to_path_buf());
            FileId(number)
        });
        self.known.insert(identity, known.clone());
        known
    }
}

/// Reads something. That it cannot be read costs what refers to it alone, so it is said there.
fn reading(
    name: &str,
    sink: &mut Sink,
    read: impl FnOnce(&mut Sink) -> Option<Source>,
) -> Result<Source, Unreachable> {
    let mut said = Sink::new();
    let source = read(&mut said);
    let mut why = None;
    for diagnostic in said.finish() {
        match diagnostic.code.severity {
            Severity::Error => why = Some(in_words(&diagnostic)),
            Severity::Warning | Severity::Note => sink.push(diagnostic),
        }
    }
    source.ok_or_else(|| Unreachable::Unreadable(name.to_owned(), why.unwrap_or_default()))
}

/// What is said about a file, and where in it.
fn in_words(diagnostic: &Diagnostic) -> String {
    match &diagnostic.excerpt {
        None => diagnostic.message.clone(),
        Some(excerpt) => format!(
            "{} ({}:{}:{})",
            diagnostic.message, excerpt.file, excerpt.position.line, excerpt.position.column
        ),
    }
}

/// A path without `.`, and without `..` behind a folder: references are resolved by their letters.
fn straightened(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for component in path.components() {
        match (component, straight.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(straight.pop()),
            (Component::ParentDir, Some(Component::RootDir | Component::Prefix(_))) => {}
            (component, _) => straight.push(component),
        }
    }
    straight
}
