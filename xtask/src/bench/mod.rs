//! `cargo xtask bench`: what a call costs, and what building a client costs. Figures, never tests.

mod build;

use std::path::Path;
use std::process::Command;

/// A call of the generated client beside the same by hand (`generator/benches/call.rs`).
///
/// # Errors
///
/// The bench does not build or does not run.
pub(crate) fn call(root: &Path) -> Result<(), String> {
    let arguments = ["bench", "--package", "clientsmith", "--bench", "call"];
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(arguments)
        .current_dir(root)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("bench: `cargo bench` fails".to_owned()),
        Err(error) => Err(format!("bench: cargo does not start: {error}")),
    }
}

/// A clean build of an application with the client, beside the same by hand.
///
/// # Errors
///
/// One of the applications does not build.
pub(crate) fn build(root: &Path) -> Result<(), String> {
    build::run(root)
}
