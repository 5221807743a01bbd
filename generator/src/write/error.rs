//! What can go wrong in a folder, and how to mend it.

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Why a folder was not written. Unless it says otherwise, nothing in it was changed.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// Files that are not ours stand where ours must go.
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The files, by their paths in the folder.
        files: Vec<String>,
    },
    /// The `Cargo.toml` in the folder is not TOML.
    Manifest {
        /// Where.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// A path leads out of the folder, through a link or by `..`.
    Outside {
        /// The path.
        path: PathBuf,
    },
    /// The file system refused.
    Io {
        /// What was being done: `read`, `write`.
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What it said.
        error: io::Error,
    },
}

impl WriteError {
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self::Io { doing, path, error }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign { folder, files } => {
                writeln!(
                    formatter,
                    "these files in `{}` are not listed in `{}`, and stand where generated ones must go:",
                    folder.display(),
                    super::MANIFEST
                )?;
                for file in files {
                    writeln!(formatter, "  {file}")?;
                }
                formatter
                    .write_str("move or delete them, or choose another folder; nothing was written")
            }
            Self::Manifest { path, message } => write!(
                formatter,
                "`{}` is not TOML, so that what you wrote there could not be kept: {message}",
                path.display()
            ),
            Self::Outside { path } => write!(
                formatter,
                "`{}` leads out of the folder; remove the link, or choose another folder",
                path.display()
            ),
            Self::Io { doing, path, error } => {
                write!(formatter, "could not {doing} `{}`: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Foreign { .. } | Self::Manifest { .. } | Self::Outside { .. } => None,
        }
    }
}
