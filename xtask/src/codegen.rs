//! `cargo xtask codegen`: the committed client from the description. The generator is the library's; what
//! is made of which description, and under which name, is decided here.

use std::fs;
use std::path::Path;

use clientsmith::diagnostics::render::{Color, render_human};
use clientsmith::options::Options;
use clientsmith::write::{Changes, plan_changes};
use clientsmith::{Input, Outcome, generate};

const SPEC: &str = "spec/ocamba-hood.yaml";
const CLIENT: &str = "generated-client";
const COMMAND: &str = "cargo xtask codegen";

/// Writes the client, and says what was written or that all is up to date.
pub(crate) fn write(root: &Path) -> Result<(), String> {
    let report = changes(root)?.apply().map_err(|error| error.to_string())?;
    println!("{report} in `{CLIENT}`");
    Ok(())
}

/// Fails where the client is not what the description gives, and shows the difference.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    let changes = changes(root)?;
    match changes.is_empty() {
        true => {
            println!("`{CLIENT}` is what `{SPEC}` gives");
            Ok(())
        }
        false => Err(format!(
            "{}\n`{CLIENT}` is not what `{SPEC}` gives: run `{COMMAND}`",
            changes.diff()
        )),
    }
}

/// Shows every file, and writes none.
pub(crate) fn print(root: &Path) -> Result<(), String> {
    for file in outcome(root)?.files {
        println!("==> {CLIENT}/{} <==\n{}", file.path, file.contents);
    }
    Ok(())
}

fn changes(root: &Path) -> Result<Changes, String> {
    let outcome = outcome(root)?;
    plan_changes(&outcome.files, &root.join(CLIENT), &options().manifest)
        .map_err(|error| error.to_string())
}

fn options() -> Options {
    let mut options = Options::default();
    options.name = Some("ocamba-hood".to_owned());
    options.command = Some(COMMAND.to_owned());
    options.manifest.license = Some("MIT OR Apache-2.0".to_owned());
    options
}

/// What the description gives. It is ours, so that a warning is a mistake, too.
fn outcome(root: &Path) -> Result<Outcome, String> {
    let path = root.join(SPEC);
    let text = fs::read_to_string(&path).map_err(|error| format!("{SPEC}: {error}"))?;
    strict(&text)?;
    let outcome = generate(
        Input::Text {
            name: SPEC,
            text: &text,
        },
        &options(),
    );
    match outcome.has_warnings() {
        false => Ok(outcome),
        true => Err(render_human(
            &outcome.diagnostics,
            outcome.source.as_ref(),
            Color::Plain,
        )),
    }
}

/// The description as other tools read it: the generator is generous with documents, and our own must
/// not need that.
fn strict(text: &str) -> Result<(), String> {
    match serde_yaml::from_str::<openapiv3::OpenAPI>(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("{SPEC}: not OpenAPI 3.0 to the letter: {error}")),
    }
}
