//! `README.md` of the generated crate.

use super::File;
use super::example::{program, shown};
use crate::plan::Package;

/// `README.md`.
pub(super) fn emit_readme(package: &Package) -> File {
    let header = &package.header;
    let command = header.command.as_deref().unwrap_or("clientsmith generate");
    let mut parts = vec![format!("# {}", package.name)];
    parts.push(package.docs.text.clone());
    parts.push(format!(
        "```toml\n[dependencies]\n{} = {{ path = \"path/to/{}\" }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n```",
        package.name, package.name
    ));
    if let Some(example) = package.leading_example() {
        let mut lines = program(package, example);
        let place = lines
            .iter()
            .position(String::is_empty)
            .map_or(0, |place| place + 1);
        let body: Vec<_> = lines
            .split_off(place)
            .into_iter()
            .chain(shown(example))
            .map(|line| format!("    {line}"))
            .collect();
        parts.push(format!(
            "```rust\n{}\n#[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{}\n    Ok(())\n}}\n```",
            lines.join("\n"),
            body.join("\n")
        ));
    }
    parts.push(
        "What is required is an argument, what is optional a setter on the call. A call is sent by `.await`; before\n\
         that it takes `.timeout(…)`, `.retry(…)`, `.limits(…)`, `.header(…)` and, with the feature `validate`, `.validate(…)`\n\
         for this once. Errors tell what was documented (`Error::Api`), what was not, and whether the request may have been sent\n\
         (`may_have_been_sent()`)."
            .to_owned(),
    );
    parts.push(format!(
        "Made by [clientsmith](https://crates.io/crates/clientsmith) from `{}`; `{command}` makes it anew. Files that are\n\
         not named in `clientsmith.manifest` are left alone.",
        header.document
    ));
    File {
        path: "README.md".to_owned(),
        contents: format!("{}\n", parts.join("\n\n")),
    }
}
