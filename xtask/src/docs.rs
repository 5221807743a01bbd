//! `cargo xtask docs`: the page of diagnostics, from the same source as `clientsmith explain`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use clientsmith::diagnostics::{Severity, codes};

const PAGE: &str = "generator/DIAGNOSTICS.md";

/// Writes the page, where it is not what the codes say.
pub(crate) fn write(root: &Path) -> Result<(), String> {
    if check(root).is_ok() {
        println!("`{PAGE}` is up to date");
        return Ok(());
    }
    fs::write(root.join(PAGE), page()).map_err(|error| format!("{PAGE}: {error}"))?;
    println!("`{PAGE}` written");
    Ok(())
}

/// Fails where the page is not what the codes say.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    match fs::read_to_string(root.join(PAGE)) {
        Ok(text) if text == page() => Ok(()),
        _ => Err(format!(
            "`{PAGE}` is not what the codes say: run `cargo xtask docs`"
        )),
    }
}

/// Shows the page, and writes none.
pub(crate) fn print() {
    print!("{}", page());
}

fn page() -> String {
    let mut page =
        "# Diagnostics\n\nWhat `clientsmith` may say of a description. Made by `cargo xtask docs` \
                    from the codes themselves; `clientsmith explain CODE` says the same.\n"
            .to_owned();
    for (severity, title) in [
        (Severity::Error, "Errors: nothing is generated"),
        (
            Severity::Warning,
            "Warnings: something was left out or read generously; `--strict` makes them errors",
        ),
        (Severity::Note, "Notes: worth knowing, and nothing is lost"),
    ] {
        let _ = write!(page, "\n## {title}\n"); // writing to a String does not fail
        for code in codes::ALL.iter().filter(|code| code.severity == severity) {
            let explanation = code.explanation.trim();
            let _ = write!(
                page,
                "\n### {}\n\n{}.\n\n{explanation}\n",
                code.name, code.summary
            );
        }
    }
    page
}
