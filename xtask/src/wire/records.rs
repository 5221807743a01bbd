//! The requests of documents, kept in a folder, so that a run can be gone on with and the validator asked
//! again. What the validator says is not kept.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::validator::Request;

/// The requests of a document, and why there are no others.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Recorded {
    /// Its operations, as far as they are called.
    pub(super) operations: usize,
    /// The operations of tags that are not called.
    pub(super) left_out: usize,
    /// What was sent: one for each media type of an operation's body.
    pub(super) requests: Vec<Request>,
    /// Why operations have no request.
    pub(super) unsent: Vec<Disagreement>,
}

/// What is wrong with an operation's request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Disagreement {
    /// Method and path template.
    pub(super) operation: String,
    /// In the words of whoever found it.
    pub(super) says: String,
}

/// The folder of what was recorded, a file for each document.
pub(super) struct Records {
    folder: PathBuf,
}

impl Records {
    pub(super) fn at(root: &Path) -> Result<Self, String> {
        let folder = root.join("target/wire/records");
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder })
    }

    /// What is on record of a document.
    pub(super) fn read(&self, document: &str) -> Option<Recorded> {
        let text = fs::read_to_string(self.place(document)).ok()?; // nothing yet, then
        serde_json::from_str(&text).ok()
    }

    pub(super) fn write(&self, document: &str, recorded: &Recorded) -> Result<(), String> {
        let text = serde_json::to_string(recorded).map_err(|error| error.to_string())?;
        fs::write(self.place(document), text).map_err(|error| format!("{document}: {error}"))
    }

    fn place(&self, document: &str) -> PathBuf {
        self.folder.join(format!("{document}.json"))
    }
}
