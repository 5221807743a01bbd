//! What a crate costs to compile by itself: `cargo check` and the builds with its dependencies there already,
//! and the same of a crate with nothing in it and the same dependencies.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::process::{self, Limits, Run};
use super::statistics::{Repeat, Series};
use crate::rustc_usage;

/// How a crate is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Profile {
    Check,
    Debug,
    Release,
}

impl Profile {
    /// What it is called in reports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// What a crate took, and a crate with nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Compiled {
    /// The crate's own rustc.
    pub(super) whole: Series,
    /// The empty crate's.
    pub(super) empty: Series,
}

impl Compiled {
    /// CPU time, less the empty crate's.
    pub(super) fn cpu_seconds(&self) -> f64 {
        self.whole.cpu_seconds - self.empty.cpu_seconds
    }

    /// Peak memory, less the empty crate's.
    pub(super) fn megabytes(&self) -> f64 {
        self.whole.megabytes - self.empty.megabytes
    }
}

/// A crate that is compiled.
#[derive(Debug)]
pub(super) struct Crate {
    /// Where it stands.
    pub(super) folder: PathBuf,
    /// Where cargo works.
    pub(super) target: PathBuf,
    pub(super) limits: Limits,
    pub(super) repeat: Repeat,
}

impl Crate {
    /// Compiles it in several ways, each with the default features and with further ones. The first way that fails
    /// is the last one.
    ///
    /// # Errors
    ///
    /// By the name of what failed, why.
    pub(super) fn compile(
        &self,
        profiles: &[Profile],
        further: &[&str],
        compiled: &mut BTreeMap<String, Compiled>,
    ) -> Result<(), String> {
        let empty = self.empty()?;
        for profile in profiles {
            for features in std::iter::once(None).chain(further.iter().copied().map(Some)) {
                let name = match features {
                    None => profile.name().to_owned(),
                    Some(features) => format!("{} + {features}", profile.name()),
                };
                let take = |what: &Self| {
                    Series::take(what.repeat, || what.once(*profile, features))
                        .map_err(|error| format!("{name}: {error}"))
                };
                let (empty, whole) = (take(&empty)?, take(self)?); // the first compiles the dependencies
                compiled.insert(name, Compiled { whole, empty });
            }
        }
        Ok(())
    }

    /// A crate with nothing in it and the same dependencies and features.
    fn empty(&self) -> Result<Self, String> {
        let folder = self.folder.with_file_name("empty");
        let made = fs::create_dir_all(folder.join("src"))
            .and_then(|()| fs::write(folder.join("src/lib.rs"), "//! Nothing.\n"))
            .and_then(|()| fs::copy(self.folder.join("Cargo.toml"), folder.join("Cargo.toml")))
            .map(drop);
        made.and_then(|()| self.empty_examples(&folder))
            .map_err(|error| format!("{}: {error}", folder.display()))?;
        self.lock(&folder)?;
        Ok(Self {
            folder,
            target: self.target.clone(),
            limits: self.limits,
            repeat: self.repeat,
        })
    }

    /// The examples that its manifest may name. They are not compiled.
    fn empty_examples(&self, empty: &Path) -> io::Result<()> {
        let examples = self.folder.join("examples");
        if !examples.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(empty.join("examples"))?;
        for example in fs::read_dir(examples)? {
            let path = empty.join("examples").join(example?.file_name());
            fs::write(path, "fn main() {}\n")?;
        }
        Ok(())
    }

    /// Settles the versions of the dependencies, which are the same in the empty crate.
    fn lock(&self, empty: &Path) -> Result<(), String> {
        if !self.folder.join("Cargo.lock").exists() {
            let mut command = super::cargo();
            command.arg("generate-lockfile").current_dir(&self.folder);
            process::run(&mut command, &self.log())?;
        }
        fs::copy(self.folder.join("Cargo.lock"), empty.join("Cargo.lock"))
            .map(drop)
            .map_err(|error| format!("Cargo.lock: {error}"))
    }

    fn log(&self) -> PathBuf {
        self.folder.with_extension("log")
    }

    fn once(&self, profile: Profile, features: Option<&str>) -> Result<Run, String> {
        let usage = self.folder.with_extension("usage");
        let lib = self.folder.join("src/lib.rs");
        // as if it had changed: a crate that is up to date takes nothing
        File::open(&lib)
            .and_then(|file| file.set_modified(SystemTime::now()))
            .map_err(|error| format!("{}: {error}", lib.display()))?;
        let mut command = process::limited(super::cargo().get_program().as_ref(), self.limits);
        command
            .args(profile.arguments())
            .args(["--quiet", "--lib", "--message-format=short"])
            .args(
                features
                    .iter()
                    .flat_map(|features| ["--features", features]),
            )
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS");
        rustc_usage::measure(&mut command, &usage)?;
        let run = process::run(&mut command, &self.log())?;
        let usage = rustc_usage::read(&usage).ok_or("rustc did not run")?;
        Ok(Run { usage, ..run })
    }
}
