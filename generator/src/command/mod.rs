//! The commands and their options. Each has its file; what they do is the library's.

mod explain;
mod fold;
mod generate;
mod init;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// From an OpenAPI description, a Rust client crate.
#[derive(Debug, Parser)]
#[command(name = "clientsmith", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes a client crate, or a module, from a description.
    Generate(Box<generate::Generate>),
    /// Writes a `clientsmith.toml` for a description, with an example of every choice.
    Init(init::Init),
    /// Says what a diagnostic means, and how to mend the document.
    Explain(explain::Explain),
}

/// Runs the command that was typed. Exit code 1: there were problems; 2: the command line was wrong.
pub(crate) fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Generate(generate) => generate.run(),
        Command::Init(init) => init.run(),
        Command::Explain(explain) => explain.run(),
    }
}
