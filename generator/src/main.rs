//! The command: reads the command line, calls the library, says what came of it.

mod command;

use std::process::ExitCode;

/// Much of what generating takes is small allocations: with the system's a third more of it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    command::run()
}
