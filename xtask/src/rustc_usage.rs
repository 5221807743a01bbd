//! What a crate's own rustc takes: this program stands in for it (`RUSTC_WORKSPACE_WRAPPER`), calls it, and
//! notes its CPU time and its peak memory as the operating system counts them.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::OnceLock;
use std::{env, fs};

use serde::{Deserialize, Serialize};
use wait4::Wait4;

/// Where the figures go; that it is set makes this program rustc's stand-in.
const VARIABLE: &str = "XTASK_RUSTC_USAGE";

/// This program, as it was called: where it is asked for later, it may have been built anew, and be another.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// What a process took.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// CPU time of user and system, in seconds.
    pub(crate) cpu_seconds: f64,
    /// The largest resident set, in megabytes (10^6 bytes).
    pub(crate) peak_megabytes: f64,
}

impl Usage {
    /// As the operating system counted it.
    pub(crate) fn of(usage: &wait4::ResourceUsage) -> Self {
        Self {
            cpu_seconds: (usage.utime + usage.stime).as_secs_f64(),
            peak_megabytes: usage.maxrss as f64 / 1e6,
        }
    }
}

/// What one crate's rustc took: a line of the file.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    name: String,
    usage: Usage,
}

/// Makes a cargo command note in `file` what the rustc of each package in its workspace takes.
pub(crate) fn measure(command: &mut Command, file: &Path) -> Result<(), String> {
    let program = PROGRAM.get().ok_or("xtask: its program is not known")?;
    let _ = fs::remove_file(file); // of a run before this one; there may be none
    command
        .env("RUSTC_WORKSPACE_WRAPPER", program)
        .env(VARIABLE, file);
    Ok(())
}

/// What was noted of the last crate.
pub(crate) fn read(file: &Path) -> Option<Usage> {
    read_all(file).pop().map(|(_, usage)| usage)
}

/// What was noted, crate by crate, in the order in which they were done.
pub(crate) fn read_all(file: &Path) -> Vec<(String, Usage)> {
    let text = fs::read_to_string(file).unwrap_or_default(); // nothing ran where there is no file
    let lines = text.lines().filter_map(|line| {
        let line: Line = serde_json::from_str(line).ok()?; // a line that was cut off: rustc was killed
        Some((line.name, line.usage))
    });
    lines.collect()
}

/// Stands in for rustc where that is what this program was called for.
pub(crate) fn stand_in() -> Option<ExitCode> {
    if let Ok(program) = env::current_exe() {
        PROGRAM.get_or_init(|| program);
    }
    let file = env::var_os(VARIABLE)?;
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next()?;
    let arguments: Vec<_> = arguments.collect();
    let name = crate_name(&arguments);
    let mut child = match Command::new(rustc).args(&arguments).spawn() {
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
    // cargo asks rustc for its version through us as well: no crate
    if let Some(name) = name {
        let usage = Usage::of(&resources.rusage);
        if let Err(error) = note(file.as_ref(), &Line { name, usage }) {
            eprintln!("xtask: what rustc took cannot be noted: {error}");
            return Some(ExitCode::FAILURE);
        }
    }
    match resources.status.success() {
        true => Some(ExitCode::SUCCESS),
        false => Some(ExitCode::FAILURE),
    }
}

/// The crate that rustc is asked to compile.
fn crate_name(arguments: &[std::ffi::OsString]) -> Option<String> {
    let mut arguments = arguments.iter();
    arguments.find(|argument| *argument == "--crate-name")?;
    let name = arguments.next()?.to_str()?;
    (name != "___").then(|| name.to_owned()) // cargo's, to ask what the target is like
}

fn note(file: &Path, line: &Line) -> std::io::Result<()> {
    let text = serde_json::to_string(line)?;
    let mut file = OpenOptions::new().create(true).append(true).open(file)?;
    writeln!(file, "{text}")
}
