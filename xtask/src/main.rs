//! The project's own commands: reads the command line and calls the module of that name. No command is here.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod bench;
mod ci;
mod codegen;
mod corpus;
mod docs;
mod python;
#[cfg(feature = "roundtrip")]
mod roundtrip;
mod rustc_usage;
#[cfg(feature = "roundtrip")]
mod samples;
mod tidy;
#[cfg(feature = "roundtrip")]
mod wire;

const USAGE: &str = "\
cargo xtask codegen [--check | --print]   the client in generated-client/, from spec/ocamba-hood.yaml
cargo xtask docs [--check | --print]      the page of diagnostics, from the codes
cargo xtask tidy                          the rules of the house that a program can check
cargo xtask bench [call | build]          what a call costs, and what the first build of a client costs
cargo xtask bench crates DIR [--only NAME]... [--generator NAME]... [--profile check|debug|release]...
                  [--runs N] [--rivals DIR] [--cpu SECONDS] [--memory MB] [--quick] [--record]
                                          real documents: what generating takes, and compiling what was generated,
                                          ours and the rivals'
cargo xtask bench application DIR         an application that calls three operations of GitHub: its builds, its size
cargo xtask bench codec DIR               a list of GitHub's repositories, decoded and encoded, beside serde's derive
cargo xtask bench series DIR              cuts of large documents: what each operation and each type more costs
cargo xtask corpus DIR [--compile all|N] [--only NAME] [--record]
                                          real documents: each generates, twice the same bytes, says what is
                                          on record, and on demand compiles
cargo xtask roundtrip DIR [--only NAME] [--some N] [--resume]
                                          sample values of every schema, through the generated types and back
cargo xtask wire DIR [--only NAME] [--some N] [--resume]
                                          a call of every operation, each request checked against the document
                                          by openapi-core (needs python3 and, the first time, pip's index)
cargo xtask ci                            all of CI";

fn main() -> ExitCode {
    if let Some(code) = rustc_usage::stand_in() {
        return code;
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let outcome = match arguments.as_slice() {
        ["help"] | [.., "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        ["codegen"] => codegen::write(&root),
        ["codegen", "--check"] => codegen::check(&root),
        ["codegen", "--print"] => codegen::print(&root),
        ["docs"] => docs::write(&root),
        ["docs", "--check"] => docs::check(&root),
        ["docs", "--print"] => {
            docs::print();
            Ok(())
        }
        #[cfg(feature = "roundtrip")]
        ["roundtrip", rest @ ..] => roundtrip::run(&root, rest),
        #[cfg(feature = "roundtrip")]
        ["wire", rest @ ..] => wire::run(&root, rest),
        #[cfg(not(feature = "roundtrip"))]
        ["roundtrip" | "wire", ..] => with_samples(&root, &arguments),
        ["tidy"] => tidy::run(&root),
        ["bench", rest @ ..] => bench::run(&root, rest),
        ["corpus", rest @ ..] => {
            corpus::Arguments::parse(rest).and_then(|arguments| corpus::run(&root, &arguments))
        }
        ["ci"] => ci::run(&root),
        _ => Err(format!(
            "`{}` is not a command:\n{USAGE}",
            arguments.join(" ")
        )),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command that needs samples of schemas, by a build of this program that can make them: it takes
/// longer to compile than all others need.
#[cfg(not(feature = "roundtrip"))]
fn with_samples(root: &Path, arguments: &[&str]) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let build = [
        "run",
        "--release",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "roundtrip",
        "--",
    ];
    let mut command = std::process::Command::new(cargo);
    python::done(command.current_dir(root).args(build).args(arguments))
}

/// The workspace's folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
