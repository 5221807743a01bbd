//! Programs that a bench assembles below `target/bench/programs`: a package of one file, with what it depends on.

use std::fs;
use std::path::{Path, PathBuf};

use super::process;

/// A program to be assembled.
#[derive(Debug)]
pub(super) struct Program {
    /// The package's name.
    pub(super) name: &'static str,
    /// Lines of `[dependencies]`.
    pub(super) dependencies: String,
    /// Its only file.
    pub(super) text: &'static str,
}

impl Program {
    /// Where it stands.
    pub(super) fn folder(&self, root: &Path) -> PathBuf {
        root.join("target/bench/programs").join(self.name)
    }

    /// Writes it, with the versions that this workspace has locked.
    ///
    /// # Errors
    ///
    /// Something cannot be written.
    pub(super) fn assemble(&self, root: &Path) -> Result<(), String> {
        let folder = self.folder(root);
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{}",
            self.name, self.dependencies
        );
        let written = fs::create_dir_all(folder.join("src"))
            .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
            .and_then(|()| fs::write(folder.join("src/main.rs"), self.text))
            .and_then(|()| fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")));
        written
            .map(drop)
            .map_err(|error| format!("{}: {error}", folder.display()))
    }

    /// Builds it with optimisation, and says where it is.
    ///
    /// # Errors
    ///
    /// It does not build.
    pub(super) fn build(&self, root: &Path) -> Result<PathBuf, String> {
        let mut command = super::cargo();
        command
            .args(["build", "--quiet", "--release"])
            .current_dir(self.folder(root))
            .env("CARGO_TARGET_DIR", root.join("target"))
            .env_remove("RUSTFLAGS");
        process::run(&mut command, &root.join("target/bench/build.log"))
            .map_err(|error| format!("{} does not build: {error}", self.name))?;
        Ok(root.join("target/release").join(self.name))
    }
}
