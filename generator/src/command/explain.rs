//! `clientsmith explain`: what a code means; all of them, where none is named.

use std::process::ExitCode;

use clap::Args;
use clientsmith::diagnostics::{codes, explain};

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code: `dangling-reference`.
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self) -> ExitCode {
        let Some(name) = self.code else {
            for code in codes::ALL {
                println!("{}: {}", code.name, code.summary);
            }
            return ExitCode::SUCCESS;
        };
        match explain(&name) {
            Some(code) => {
                println!("{}: {}\n\n{}", code.name, code.summary, code.explanation);
                ExitCode::SUCCESS
            }
            None => {
                eprintln!("there is no code `{name}`; `clientsmith explain` lists them all");
                ExitCode::FAILURE
            }
        }
    }
}
