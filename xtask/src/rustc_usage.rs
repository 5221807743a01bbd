//! What a crate's own rustc takes: this program stands in for it (`RUSTC_WORKSPACE_WRAPPER`), calls it, and
//! notes its CPU time and its peak memory as the operating system counts them.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

use serde::{Deserialize, Serialize};
use wait4::Wait4;

/// Where the figures go; that it is set makes this program rustc's stand-in.
const VARIABLE: &str = "XTASK_RUSTC_USAGE";

/// What a process took.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// CPU time of user and system, in seconds.
    pub(crate) cpu_seconds: f64,
    /// The largest resident set, in megabytes (10^6 bytes).
    pub(crate) peak_megabytes: f64,
}

/// Makes a cargo command note in `file` what the rustc of the package in its folder takes.
pub(crate) fn measure(command: &mut Command, file: &Path) -> Result<(), String> {
    let program = env::current_exe().map_err(|error| format!("xtask: {error}"))?;
    let _ = fs::remove_file(file); // of a run before this one; there may be none
    command
        .env("RUSTC_WORKSPACE_WRAPPER", program)
        .env(VARIABLE, file);
    Ok(())
}

/// What was noted.
pub(crate) fn read(file: &Path) -> Option<Usage> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

/// Stands in for rustc where that is what this program was called for.
pub(crate) fn stand_in() -> Option<ExitCode> {
    let file = env::var_os(VARIABLE)?;
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next()?;
    let mut child = match Command::new(rustc).args(arguments).spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("xtask: rustc does not start: {error}");
            return Some(ExitCode::FAILURE);
        }
    };
    let resources = match child.wait4() {
        Ok(resources) => resources,
        Err(error) => {
            eprintln!("xtask: rustc cannot be waited for: {error}");
            return Some(ExitCode::FAILURE);
        }
    };
    let usage = Usage {
        cpu_seconds: (resources.rusage.utime + resources.rusage.stime).as_secs_f64(),
        peak_megabytes: resources.rusage.maxrss as f64 / 1e6,
    };
    // cargo asks rustc for its version first, through us: the last to write is the crate itself
    if let Ok(text) = serde_json::to_string(&usage) {
        let _ = fs::write(file, text);
    }
    match resources.status.success() {
        true => Some(ExitCode::SUCCESS),
        false => Some(ExitCode::FAILURE),
    }
}
