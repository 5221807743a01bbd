//! What the package is called: as the user says, or after the document's title; always a name that cargo
//! takes and that nothing else has.

use deunicode::deunicode;
use heck::ToKebabCase;

use super::identifier::is_keyword;

/// Names that a package cannot have: those of the standard library's crates and of cargo's own targets,
/// and those of the packages that every client may depend on.
const TAKEN: &[&str] = &[
    "alloc",
    "base64",
    "build",
    "bytes",
    "chrono",
    "clientsmith-runtime",
    "core",
    "deps",
    "examples",
    "hifijson",
    "http",
    "http-body",
    "httpdate",
    "incremental",
    "jiff",
    "proc-macro",
    "proc_macro",
    "reqwest",
    "rustls",
    "rustls-platform-verifier",
    "serde",
    "std",
    "test",
    "time",
    "tokio",
    "tracing",
    "url",
    "uuid",
];

/// What stands behind a name that cannot be had, or alone where there is no name.
const SUFFIX: &str = "client";

/// The package's name; `chosen` is the user's.
pub(super) fn plan_package_name(title: &str, chosen: Option<&str>) -> String {
    let wished = match chosen {
        Some(name) if is_plain(name) => name.to_owned(),
        Some(name) => deunicode(name).to_kebab_case(),
        None => deunicode(title).to_kebab_case(),
    };
    match wished.chars().next() {
        None => format!("api-{SUFFIX}"),
        Some(first) if first.is_ascii_digit() => format!("api-{wished}"),
        Some(_) if TAKEN.contains(&wished.as_str()) || is_keyword(&wished) => {
            format!("{wished}-{SUFFIX}")
        }
        Some(_) => wished,
    }
}

/// Whether cargo takes a name as it is.
fn is_plain(name: &str) -> bool {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(plain)
}
