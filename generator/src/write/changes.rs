//! What a folder needs: decided first, then done.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io, thread};

use super::cargo_toml::merge;
use super::diff::unified;
use super::listing::{is_inside, listing, parse_listing};
use super::{MANIFEST, WriteError};
use crate::emit::File;
use crate::options::ManifestOptions;

/// Fewer files than this are not worth another thread.
const WORTH_A_THREAD: usize = 64;

/// What must be done to a folder so that it holds the files.
#[derive(Debug)]
pub struct Changes {
    folder: PathBuf,
    /// What is written: path, what stands there (`None`: nothing), what will.
    written: Vec<(String, Option<String>, String)>,
    /// What is removed: path, and what stands there.
    removed: Vec<(String, String)>,
    unchanged: usize,
    before: BTreeSet<String>,
    after: BTreeSet<String>,
}

/// What was done to a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The files that were written.
    pub written: Vec<String>,
    /// The files that were removed.
    pub removed: Vec<String>,
    /// How many files were as they should be.
    pub unchanged: usize,
}

/// Decides what must be done. Reads the folder, and changes nothing.
///
/// # Errors
///
/// Where a file that is not ours stands in the way, where `Cargo.toml` cannot be merged, where a path
/// leads out of the folder, or where something cannot be read.
pub fn plan_changes(
    files: &[File],
    folder: &Path,
    manifest: &ManifestOptions,
) -> Result<Changes, WriteError> {
    let listed = read(&folder.join(MANIFEST))?;
    let before = listed.as_deref().map(parse_listing).unwrap_or_default();
    let mut after: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
    after.insert(MANIFEST.to_owned());
    let mut changes = Changes {
        folder: folder.to_path_buf(),
        written: Vec::new(),
        removed: Vec::new(),
        unchanged: 0,
        before,
        after,
    };
    let mut foreign = Vec::new();
    for file in files {
        changes.place(file, manifest, &mut foreign)?;
    }
    if !foreign.is_empty() {
        return Err(WriteError::Foreign {
            folder: folder.to_path_buf(),
            files: foreign,
        });
    }
    let gone: Vec<_> = changes.before.difference(&changes.after).cloned().collect();
    for path in gone {
        if let Some(contents) = changes.read(&path)? {
            changes.removed.push((path, contents));
        }
    }
    let text = listing(&changes.after);
    match listed {
        Some(current) if current == text => changes.unchanged += 1,
        current => changes.written.push((MANIFEST.to_owned(), current, text)),
    }
    Ok(changes)
}

impl Changes {
    fn place(
        &mut self,
        file: &File,
        manifest: &ManifestOptions,
        foreign: &mut Vec<String>,
    ) -> Result<(), WriteError> {
        if !is_inside(&file.path) {
            return Err(WriteError::Outside {
                path: self.folder.join(&file.path),
            });
        }
        let current = self.read(&file.path)?;
        let contents = match &current {
            Some(current) if file.path == "Cargo.toml" && self.before.contains(&file.path) => {
                let path = self.folder.join(&file.path);
                merge(current, &file.contents, &self.before, manifest)
                    .map_err(|message| WriteError::Manifest { path, message })?
            }
            _ => file.contents.clone(),
        };
        match current {
            Some(current) if current == contents => self.unchanged += 1,
            Some(_) if !self.before.contains(&file.path) => foreign.push(file.path.clone()),
            current => self.written.push((file.path.clone(), current, contents)),
        }
        Ok(())
    }

    /// A file of the folder; one that a link takes elsewhere is refused.
    fn read(&self, path: &str) -> Result<Option<String>, WriteError> {
        let mut step = self.folder.clone();
        for part in path.split('/') {
            step.push(part);
            if fs::symlink_metadata(&step).is_ok_and(|metadata| metadata.is_symlink()) {
                return Err(WriteError::Outside { path: step });
            }
        }
        read(&step)
    }

    /// Whether all is as it should be.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }

    /// The differences, file by file; empty where there is none.
    pub fn diff(&self) -> String {
        let mut differences = BTreeMap::new();
        for (path, before, after) in &self.written {
            let before = before.as_deref().unwrap_or_default();
            differences.insert(path, unified(path, before, after));
        }
        for (path, before) in &self.removed {
            differences.insert(path, unified(path, before, ""));
        }
        differences.into_values().collect()
    }

    /// Does what was decided.
    ///
    /// # Errors
    ///
    /// Where the file system refuses; then some files may be written and others not, and the next run
    /// goes on from there.
    pub fn apply(self) -> Result<Report, WriteError> {
        if self.is_empty() {
            return Ok(self.report());
        }
        fs::create_dir_all(&self.folder)
            .map_err(WriteError::io("make the folder", &self.folder))?;
        // Whatever happens from here on, all of ours is listed.
        let both: BTreeSet<String> = self.before.union(&self.after).cloned().collect();
        self.list(&both)?;
        let files = self.written.iter().filter(|(path, ..)| path != MANIFEST);
        let files: Vec<_> = files
            .map(|(path, _, contents)| (path.as_str(), contents.as_str()))
            .collect();
        self.write_each(&files)?;
        for (path, _) in &self.removed {
            self.remove(path)?;
        }
        self.list(&self.after)?;
        Ok(self.report())
    }

    fn report(self) -> Report {
        let written = self.written.into_iter().map(|(path, ..)| path);
        Report {
            written: written.filter(|path| path != MANIFEST).collect(),
            removed: self.removed.into_iter().map(|(path, _)| path).collect(),
            unchanged: self.unchanged,
        }
    }

    /// Lists files as ours, unless that is what the list says.
    fn list(&self, files: &BTreeSet<String>) -> Result<(), WriteError> {
        let text = listing(files);
        match read(&self.folder.join(MANIFEST))? {
            Some(current) if current == text => Ok(()),
            _ => self.write(MANIFEST, &text),
        }
    }

    /// Writes files, on all cores. Of several errors the first file's is told.
    fn write_each(&self, files: &[(&str, &str)]) -> Result<(), WriteError> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = files.len().div_ceil(cores).max(WORTH_A_THREAD);
        let write_share = |share: &[(&str, &str)]| {
            let mut files = share.iter();
            files.try_for_each(|(path, contents)| self.write(path, contents))
        };
        thread::scope(|scope| {
            let threads: Vec<_> = files
                .chunks(share)
                .map(|share| (share, scope.spawn(move || write_share(share))))
                .collect();
            let written = threads.into_iter().map(|(share, thread)| {
                // a thread that panicked may have written nothing: its share is written here, and panics here
                thread.join().unwrap_or_else(|_| write_share(share))
            });
            written.fold(Ok(()), Result::and)
        })
    }

    /// Writes a file beside its place and moves it there.
    fn write(&self, path: &str, contents: &str) -> Result<(), WriteError> {
        let target = self.folder.join(path);
        let parent = target.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent).map_err(WriteError::io("make the folder", parent))?;
        let write = || -> io::Result<()> {
            let mut file = tempfile::Builder::new()
                .prefix(".clientsmith-")
                .tempfile_in(parent)?;
            file.write_all(contents.as_bytes())?;
            readable(file.as_file())?;
            file.persist(&target).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(WriteError::io("write", &target))
    }

    /// Removes a file, and the folders that are empty without it.
    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let target = self.folder.join(path);
        fs::remove_file(&target).map_err(WriteError::io("remove", &target))?;
        let mut parent = target.parent();
        while let Some(folder) = parent.filter(|folder| *folder != self.folder) {
            if fs::remove_dir(folder).is_err() {
                break; // something else is in it
            }
            parent = folder.parent();
        }
        Ok(())
    }
}

/// Temporary files are their owner's alone; a source file is everybody's to read.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// A file's text; `None` where there is no file. One that is not UTF-8 is never ours: it differs from all of ours.
fn read(path: &Path) -> Result<Option<String>, WriteError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::io("read", path)(error)),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.written.is_empty() && self.removed.is_empty() {
            return write!(formatter, "all {} files are up to date", self.unchanged);
        }
        write!(formatter, "wrote {} files", self.written.len())?;
        if !self.removed.is_empty() {
            write!(formatter, ", removed {}", self.removed.len())?;
        }
        write!(formatter, ", {} were up to date", self.unchanged)
    }
}
