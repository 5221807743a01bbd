//! The command: reads the command line, calls the library, says what came of it.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
