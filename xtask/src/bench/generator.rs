//! The generators that are measured: ours and its rivals, how each is called, and how what it writes becomes
//! a crate. What they take is measured in `crates.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use super::process::{self, Limits};

/// A generator that is installed.
#[derive(Debug, Clone)]
pub(super) struct Generator {
    /// Which.
    pub(super) kind: Kind,
    /// Its program.
    program: PathBuf,
}

/// Which generator, and in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Ours, with the runtime copied into the crate, as it is unless told otherwise.
    Ours,
    /// Ours, with a dependency on the runtime.
    OursWithDependency,
    OpenapiToRust,
    Ploidy,
    Oas3Gen,
}

const RIVALS: &[Kind] = &[Kind::OpenapiToRust, Kind::Ploidy, Kind::Oas3Gen];

impl Kind {
    /// What it is called in reports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ours => "clientsmith",
            Self::OursWithDependency => "clientsmith, runtime apart",
            Self::OpenapiToRust => "openapi-to-rust",
            Self::Ploidy => "ploidy",
            Self::Oas3Gen => "oas3-gen",
        }
    }

    /// Whether it is not ours.
    pub(super) fn is_rival(self) -> bool {
        RIVALS.contains(&self)
    }

    /// The features of its crates that are measured beside the default ones.
    pub(super) fn further_features(self) -> &'static [&'static str] {
        match self.is_rival() {
            true => &[],
            false => &["serde"],
        }
    }
}

/// Ours, compiled as it would be installed.
///
/// # Errors
///
/// It does not build.
pub(super) fn ours(root: &Path) -> Result<Vec<Generator>, String> {
    let mut command = super::cargo();
    command
        .args(["build", "--quiet", "--release", "--package", "clientsmith"])
        .current_dir(root);
    process::run(&mut command, &root.join("target/bench/build.log"))
        .map_err(|error| format!("clientsmith does not build: {error}"))?;
    let program = root.join("target/release/clientsmith");
    let ours = [Kind::Ours, Kind::OursWithDependency].map(|kind| Generator {
        kind,
        program: program.clone(),
    });
    Ok(ours.into())
}

/// The rivals that are installed: in a folder's `bin`, or where programs are looked for.
pub(super) fn rivals(folder: Option<&Path>) -> Vec<Generator> {
    let folders: Vec<PathBuf> = match folder {
        Some(folder) => vec![folder.join("bin"), folder.to_path_buf()],
        None => env::var_os("PATH")
            .map(|path| env::split_paths(&path).collect())
            .unwrap_or_default(),
    };
    let found = RIVALS.iter().filter_map(|kind| {
        let mut programs = folders.iter().map(|folder| folder.join(kind.name()));
        let program = programs.find(|program| program.is_file())?;
        Some(Generator {
            kind: *kind,
            program,
        })
    });
    found.collect()
}

impl Generator {
    /// The first line of what it says of its version.
    pub(super) fn version(&self) -> String {
        let output = Command::new(&self.program).arg("--version").output();
        let text = output.map(|output| output.stdout).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        text.lines().next().unwrap_or_default().to_owned()
    }

    /// The command that writes a document's client into a folder.
    pub(super) fn command(
        &self,
        root: &Path,
        document: &Path,
        folder: &Path,
        limits: Limits,
    ) -> Command {
        let mut command = process::limited(&self.program, limits);
        match self.kind {
            Kind::Ours | Kind::OursWithDependency => {
                command.arg("generate").arg(document).arg("-o").arg(folder);
                command.args(["--name", PACKAGE]);
            }
            Kind::OpenapiToRust => {
                command.arg("generate").arg(document).arg("--output-dir");
                command.arg(folder.join("src/generated"));
                command.args(["--module-name", "api", "--quiet"]);
            }
            Kind::Ploidy => {
                command.args(["generate", "rust"]).arg(document);
                command.arg("-o").arg(folder).args(["--name", PACKAGE]);
            }
            Kind::Oas3Gen => {
                command.args(["generate", "client-mod", "--workspace", "-i"]);
                command.arg(document).arg("-o").arg(folder);
            }
        }
        if self.kind == Kind::OursWithDependency {
            let runtime = root.join("generator/runtime");
            command.arg(format!("--runtime-dependency={}", runtime.display()));
        }
        command
    }

    /// Makes what was written a crate, where it is none.
    ///
    /// # Errors
    ///
    /// Something cannot be read or written.
    pub(super) fn make_crate(&self, folder: &Path) -> Result<(), String> {
        let made = match self.kind {
            Kind::OpenapiToRust => wrap_module(folder),
            _ => Ok(()),
        };
        made.map_err(|error| format!("{}: {error}", folder.display()))
    }

    /// Makes what was written a crate and a workspace of its own, since it stands inside of ours.
    ///
    /// # Errors
    ///
    /// Something cannot be read or written.
    pub(super) fn make_workspace(&self, root: &Path, folder: &Path) -> Result<(), String> {
        self.make_crate(folder)?;
        let locked = match self.kind.is_rival() {
            true => Ok(()),
            // the versions that are here already
            false => fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map(drop),
        };
        locked
            .and_then(|()| stand_alone(folder))
            .map_err(|error| format!("{}: {error}", folder.display()))
    }
}

/// A crate around a module tree with its list of dependencies beside it.
fn wrap_module(folder: &Path) -> io::Result<()> {
    let dependencies = fs::read_to_string(folder.join("src/generated/REQUIRED_DEPS.toml"))?;
    let dependencies = match dependencies.contains("[dependencies") {
        true => dependencies,
        false => format!("[dependencies]\n{dependencies}"),
    };
    let package = format!(
        "[package]\nname = \"{PACKAGE}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), package)?;
    fs::write(folder.join("src/lib.rs"), "pub mod generated;\n")
}

/// Makes a crate a workspace of its own, since it stands inside of ours.
fn stand_alone(folder: &Path) -> io::Result<()> {
    let path = folder.join("Cargo.toml");
    let text = fs::read_to_string(&path)?;
    match text.contains("[workspace]") {
        true => Ok(()),
        false => fs::write(&path, format!("{text}\n[workspace]\n")),
    }
}

/// What every generated package is called.
pub(super) const PACKAGE: &str = "measured-client";
