//! A program run to its end: how long it took, its CPU time, its peak memory, within limits. What is run is
//! not known here.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use wait4::Wait4;

use crate::rustc_usage::Usage;

/// What a program and each program that it calls may take, as `ulimit` holds them to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// CPU time of one process, in seconds.
    pub(super) cpu_seconds: u64,
    /// Address space of one process, in megabytes (10^6 bytes).
    pub(super) megabytes: u64,
}

/// What a run took.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Run {
    /// By the clock on the wall.
    pub(super) seconds: f64,
    /// CPU time and peak memory. CPU time is of the program and of all that it called and waited for.
    #[serde(flatten)]
    pub(super) usage: Usage,
}

/// The same command, called through a shell that sets the limits first.
pub(super) fn limited(program: &Path, limits: Limits) -> Command {
    let kilobytes = limits.megabytes.saturating_mul(1_000_000) / 1024;
    let script = format!(
        "ulimit -t {} && ulimit -v {kilobytes} && exec \"$0\" \"$@\"",
        limits.cpu_seconds
    );
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg(program);
    command
}

/// Runs a command. What it writes to standard error is kept in `log`.
///
/// # Errors
///
/// It does not start, or fails: then the last of what it said.
pub(super) fn run(command: &mut Command, log: &Path) -> Result<Run, String> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let written = File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
    let start = Instant::now();
    let resources = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(written)
        .spawn()
        .and_then(|mut child| child.wait4())
        .map_err(|error| format!("{command:?}: {error}"))?;
    let run = Run {
        seconds: start.elapsed().as_secs_f64(),
        usage: Usage::of(&resources.rusage),
    };
    match resources.status.success() {
        true => Ok(run),
        false => Err(reason(log, &resources.status.to_string())),
    }
}

/// Lines of what a program said that are kept.
const LINES_KEPT: usize = 4;

/// Why something failed: from the first line that says so, else the last line; and how it ended.
fn reason(log: &Path, status: &str) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let telling = lines().skip_while(|line| {
        let line = line.to_lowercase();
        !["error", "panicked", "memory allocation"]
            .iter()
            .any(|word| line.contains(word))
    });
    let mut said: Vec<_> = telling.take(LINES_KEPT).collect();
    if said.is_empty() {
        said.extend(lines().next_back());
    }
    let said: String = said.join(" | ").chars().take(300).collect();
    format!("{status}: {said}")
}
