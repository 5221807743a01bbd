//! A Python environment below `target/`, for a development tool that is written in Python: nothing that is
//! built or published needs one. What it runs is `wire/`'s.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is installed.
const REQUIREMENTS: &str = include_str!("wire/requirements.txt");

/// The environment's interpreter; the environment is made where there is none with these requirements.
///
/// # Errors
///
/// Where there is no `python3`, or pip does not reach its index.
pub(crate) fn environment(root: &Path) -> Result<PathBuf, String> {
    let folder = root.join("target/wire");
    let (venv, requirements) = (folder.join("venv"), folder.join("requirements.txt"));
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(said)?;
    let python = venv.join("bin/python");
    let installed = fs::read_to_string(&requirements).unwrap_or_default(); // none yet, then
    if installed != REQUIREMENTS || !python.exists() {
        done(
            Command::new("python3")
                .args(["-m", "venv", "--clear"])
                .arg(&venv),
        )?;
        let wanted = folder.join("wanted.txt");
        fs::write(&wanted, REQUIREMENTS).map_err(said)?;
        let install = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--retries",
            "1",
            "-r",
        ];
        done(Command::new(&python).args(install).arg(&wanted))?;
        fs::rename(wanted, requirements).map_err(said)?;
    }
    Ok(python)
}

/// Runs a command to its end.
///
/// # Errors
///
/// Where it does not start, or fails.
pub(crate) fn done(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|error| format!("{name}: {error}"))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("`{name}` failed: {command:?}")),
    }
}
