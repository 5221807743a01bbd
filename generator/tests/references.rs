//! References to files as they are on a disk: each read once, problems said at the reference. What comes of
//! references is in the cases `references/` and `files/`.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;

use clientsmith::diagnostics::render::{Color, render_human};
use clientsmith::{Input, Options, Outcome, generate};

/// A description whose one operation answers with an object of these properties.
fn description(properties: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{ title: A, version: '1' }}\npaths:\n  /a:\n    get:\n      operationId: getA\n\
         \x20     responses:\n        '200':\n          description: It.\n          content:\n\
         \x20           application/json: {{ schema: {{ type: object, properties: {{ {properties} }} }} }}\n"
    )
}

/// Generates from a file in a folder with other files.
fn outcome(properties: &str, prepare: impl FnOnce(&std::path::Path)) -> (Outcome, String) {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let path = folder.path().join("api.yaml");
    fs::write(&path, description(properties)).expect("a file");
    let outcome = generate(Input::Path(&path), &Options::default());
    let said = said(&outcome).replace(&format!("{}/", folder.path().display()), "");
    (outcome, said)
}

fn said(outcome: &Outcome) -> String {
    render_human(&outcome.diagnostics, outcome.source.as_ref(), Color::Plain)
}

/// Checks the one thing that is said; the rest is generated.
#[track_caller]
fn complaint(properties: &str, message: &str, prepare: impl FnOnce(&std::path::Path)) {
    let (outcome, said) = outcome(properties, prepare);
    assert_eq!(outcome.diagnostics.len(), 1, "{said}");
    assert!(said.starts_with(message), "{said}");
    assert!(said.contains("api.yaml:11:"), "{said}");
    assert!(!outcome.files.is_empty());
}

#[test]
fn a_file_that_cannot_be_read_is_said_once_at_the_reference() {
    let start = "warning[unreadable-reference]: `x.yaml#/A` cannot be followed: ";
    let two = "a: { $ref: 'x.yaml#/A' }, b: { $ref: 'x.yaml#/B' }";
    complaint(two, &format!("{start}there is no file `x.yaml`"), |_| {});
    complaint(
        two,
        &format!("{start}`x.yaml` is a folder, expected a file"),
        |folder| {
            fs::create_dir(folder.join("x.yaml")).expect("a folder");
        },
    );
    for (bytes, why) in [
        (
            &b"A: \xE9"[..],
            "byte 3 (0xE9) is not UTF-8, expected a UTF-8 text (x.yaml:1:4)",
        ),
        (b"", "`x.yaml` is empty"),
        (b"A: [\n", "this is not YAML: "),
        (b"{\"A\": 1", "this is not JSON: "),
    ] {
        complaint(two, &format!("{start}{why}"), |folder| {
            fs::write(folder.join("x.yaml"), bytes).expect("a file");
        });
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_not_read() {
    let message = "warning[unreadable-reference]: `/dev/zero` cannot be followed: `/dev/zero` is no ordinary file";
    complaint("a: { $ref: /dev/zero }", message, |_| {});
}

#[test]
fn nothing_is_fetched() {
    for url in [
        "https://example.com/a.yaml#/A",
        "HTTP://example.com/a",
        "//example.com/a.yaml",
    ] {
        let message = format!("warning[remote-reference]: `{url}` is on another host");
        complaint(&format!("a: {{ $ref: '{url}' }}"), &message, |_| {});
    }
}

#[test]
fn a_text_has_no_folder() {
    let text = description("a: { $ref: './x.yaml#/A' }");
    let outcome = generate(
        Input::Text {
            name: "api.yaml",
            text: &text,
        },
        &Options::default(),
    );
    let said = said(&outcome);
    let message = "warning[unreadable-reference]: `./x.yaml#/A` is a file, and this description is a text without a folder";
    assert!(said.starts_with(message), "{said}");
    let texts = [("api.yaml", text.as_str()), ("y.yaml", "A: {}")];
    let said = self::said(&generate(Input::Texts(&texts), &Options::default()));
    assert!(
        said.contains("`./x.yaml#/A` is none of the texts"),
        "{said}"
    );
    let texts = [("specs/api.yaml", text.as_str()), ("specs/x.yaml", "A: {}")];
    assert!(
        generate(Input::Texts(&texts), &Options::default())
            .diagnostics
            .is_empty()
    );
}

#[cfg(unix)]
#[test]
fn a_file_is_read_once_whatever_it_is_called() {
    let properties = "a: { $ref: x.yaml }, b: { $ref: link.yaml }, c: { $ref: './f/../x.yaml' }, \
                      d: { $ref: '%78.yaml#' }, e: { $ref: 'api.yaml#/paths/~1a' }";
    let (outcome, said) = outcome(properties, |folder| {
        fs::write(
            folder.join("x.yaml"),
            "type: object\nproperties: { b: { type: string } }",
        )
        .expect("a file");
        std::os::unix::fs::symlink("x.yaml", folder.join("link.yaml")).expect("a link");
    });
    let source = outcome.source.as_ref().expect("a source");
    assert_eq!(source.references.files().len(), 1, "{said}");
    let types = outcome
        .files
        .iter()
        .filter(|file| file.path.starts_with("src/types/x"));
    assert_eq!(types.count(), 1);
}

#[test]
fn a_file_url_is_a_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pet file.yaml");
    fs::write(&path, "type: object\nproperties: { b: { type: string } }").expect("a file");
    let url = format!("file://{}", path.display()).replace(' ', "%20");
    let (outcome, said) = outcome(&format!("a: {{ $ref: '{url}' }}"), |_| {});
    assert!(outcome.diagnostics.is_empty(), "{said}");
    assert!(
        outcome
            .files
            .iter()
            .any(|file| file.path == "src/types/pet_file.rs")
    );
}

#[test]
fn pointers_that_lead_through_references_in_a_circle_end() {
    let mut schemas = String::new();
    for number in 0..40 {
        schemas.push_str(&format!(
            "A{number}: {{ $ref: '#/A{}/x/x/x/x' }}\n",
            (number + 1) % 40
        ));
    }
    let (_, said) = outcome("a: { $ref: 'x.yaml#/A0/x/x/x' }", |folder| {
        fs::write(folder.join("x.yaml"), schemas).expect("a file");
    });
    assert!(said.starts_with("warning[dangling-reference]"), "{said}");
}
