//! The command with what a user chooses: `clientsmith.toml`, operations, overlays. What is said and what is written.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const PETS: &str = "\
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      description: All of them.
      responses: { '204': { description: None. } }
";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, contents).expect("a file");
        path
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env("HOME", self.0.path());
        command.output().expect("the command")
    }

    fn generate(&self, document: &str, options: &[&str]) -> Output {
        let mut arguments = vec!["generate", document, "-o", "out"];
        arguments.extend(options);
        self.run(&arguments)
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_configuration_does_the_whole_job_and_the_command_line_wins() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write(
        "clientsmith.toml",
        "document = \"pets.yaml\"\noutput = \"client\"\n[package]\nname = \"my-pets\"\nversion = \"1.2.3\"\n\
         authors = [\"A <a@example.com>\"]\n[package.dependencies]\nonce_cell = { version = \"1\" }\n",
    );
    let output = folder.run(&["generate"]);
    assert!(output.status.success(), "{}", said(&output));
    let manifest = fs::read_to_string(folder.path("client/Cargo.toml")).expect("a manifest");
    for part in [
        "name = \"my-pets\"",
        "version = \"1.2.3\"",
        "authors = [\"A <a@example.com>\"]",
        "once_cell = { version = \"1\" }",
    ] {
        assert!(manifest.contains(part), "`{part}` is not in:\n{manifest}");
    }
    assert!(folder.run(&["generate", "--check"]).status.success());
    let output = folder.run(&["generate", "-o", "other", "--name", "other-pets"]);
    assert!(output.status.success(), "{}", said(&output));
    let manifest = fs::read_to_string(folder.path("other/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("name = \"other-pets\"") && manifest.contains("version = \"1.2.3\""));
    assert_eq!(
        folder
            .run(&["generate", "--check", "--name", "x"])
            .status
            .code(),
        Some(1)
    );
    let elsewhere = Folder::new();
    let config = folder.path("clientsmith.toml").display().to_string();
    let output = elsewhere.run(&["generate", "--check", "--config", &config]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(elsewhere.run(&["generate"]).status.code(), Some(2));
    let output = elsewhere.run(&["generate", "--config", "missing.toml"]);
    assert!(
        said(&output).contains("error[unreadable-file]"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_a_configuration_gets_wrong_is_said_with_its_place() {
    for (text, parts) in [
        (
            "[operations]\nincludes = []\n",
            ["clientsmith.toml:2:1", "did you mean `include`?"],
        ),
        (
            "documents = 'x'\n",
            ["clientsmith.toml:1:1", "did you mean `document`?"],
        ),
        (
            "document = 3\n",
            ["clientsmith.toml:1:12", "`document` is a text, found `3`"],
        ),
        (
            "strict = 'yes'\n",
            [
                "clientsmith.toml:1:10",
                "`true` or `false`, found `\"yes\"`",
            ],
        ),
        ("a = [\n", ["clientsmith.toml:", "invalid-configuration"]),
        (
            "[operations]\ninclude = [1]\n",
            ["clientsmith.toml:2:11", "a list of texts"],
        ),
        (
            "[operations]\ninclude = ''\n",
            ["clientsmith.toml:2:11", "a pattern is not empty"],
        ),
        (
            "package = 1\n",
            ["clientsmith.toml:1:11", "`package` is a table"],
        ),
        (
            "[package]\nruntime = 'none'\n",
            ["clientsmith.toml:2:11", "`copied`, `dependency`"],
        ),
        (
            "[limits.a]\nlimit = 0\nwindow = 1\n",
            ["clientsmith.toml:2:9", "a natural number from 1"],
        ),
        (
            "[limits.a]\nlimit = 1\n",
            ["clientsmith.toml:1", "`window` is a length of time"],
        ),
        (
            "[limits.a]\nlimit = 1\nwindow = 1\nscope = 'x'\n",
            ["clientsmith.toml:4:9", "`document`, `tag`"],
        ),
        (
            "[names.types]\nPet = '1x'\n",
            ["clientsmith.toml:2:7", "`1x` is no name that Rust takes"],
        ),
        (
            "[types.derives]\nPet = 'a b'\n",
            ["clientsmith.toml:2:7", "`a b` is no path of a derive"],
        ),
        (
            "[enums]\ndefault = 'shut'\n",
            ["clientsmith.toml:2:11", "neither `open` nor `closed`"],
        ),
    ] {
        let folder = Folder::new();
        folder.write("pets.yaml", PETS);
        folder.write("clientsmith.toml", text);
        let output = folder.generate("pets.yaml", &[]);
        assert_eq!(output.status.code(), Some(1), "{text}: {}", said(&output));
        for part in parts {
            assert!(
                said(&output).contains(part),
                "`{part}` is not in:\n{}",
                said(&output)
            );
        }
        assert!(!folder.path("out").exists());
    }
}

#[test]
fn operations_are_chosen_and_an_empty_choice_is_refused() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let output = folder.generate("pets.yaml", &["--include", "listPet"]);
    assert_eq!(output.status.code(), Some(1));
    let text = said(&output);
    assert!(
        text.contains("warning[unmatched-pattern]") && text.contains("did you mean `listPets`?"),
        "{text}"
    );
    assert!(text.contains("error[nothing-chosen]"), "{text}");
    let output = folder.generate("pets.yaml", &["--include", "GET /**", "--exclude", "tag:x"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(
        folder
            .generate("pets.yaml", &["--include", " "])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn overlays_are_applied_in_order() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let overlay = |name: &str, id: &str| {
        let actions = format!("actions: [{{ target: \"$.paths..operationId\", update: {id} }}]");
        folder.write(name, format!("overlay: 1.0.0\n{actions}\n"));
    };
    overlay("one.yaml", "one");
    overlay("two.yaml", "two");
    let output = folder.generate(
        "pets.yaml",
        &["--overlay", "one.yaml", "--overlay", "two.yaml"],
    );
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.path("out/src/operations/two.rs").exists());
    let output = folder.generate("pets.yaml", &["--overlay", "none.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[unreadable-file]"));
}

#[test]
fn a_type_that_the_runtime_does_not_know_is_said_where_the_runtime_is_elsewhere() {
    let folder = Folder::new();
    folder.write(
        "pets.yaml",
        PETS.replace(
            "      description",
            "      parameters: [{ name: of, in: query, schema: { type: string, format: iban } }]\n      description",
        ),
    );
    folder.write(
        "clientsmith.toml",
        "output = \"out\"\n[types.formats]\niban = \"bank::Iban\"\n",
    );
    let output = folder.run(&["generate", "pets.yaml"]);
    assert!(
        !said(&output).contains("foreign-codec"),
        "{}",
        said(&output)
    );
    let foreign = fs::read_to_string(folder.path("out/src/foreign.rs")).expect("a file");
    assert!(foreign.contains("impl Decode for bank::Iban"), "{foreign}");
    let output = folder.run(&["generate", "pets.yaml", "--runtime-dependency"]);
    assert!(
        said(&output).contains("note[foreign-codec]"),
        "{}",
        said(&output)
    );
    assert!(
        said(&output).contains("clientsmith.toml:3:1"),
        "{}",
        said(&output)
    );
    assert!(!folder.path("out/src/foreign.rs").exists());
}
