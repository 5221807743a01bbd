//! The command on good and bad inputs: exit codes, what is said, and what is written. What is generated
//! is `cases.rs`'s business.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

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

    /// Generates from standard input.
    fn generate_from(&self, text: &[u8]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
        command
            .args(["generate", "-", "-o", "out"])
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command");
        let mut stdin = child.stdin.take().expect("an input");
        stdin.write_all(text).expect("written");
        drop(stdin);
        child.wait_with_output().expect("an end")
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

fn shown(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[track_caller]
fn refused(name: &str, contents: Option<&[u8]>, parts: &[&str]) {
    let folder = Folder::new();
    if let Some(contents) = contents {
        folder.write(name, contents);
    }
    let start = Instant::now();
    let output = folder.generate(name, &[]);
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for part in parts {
        assert!(
            said(&output).contains(part),
            "`{part}` is not in:\n{}",
            said(&output)
        );
    }
    assert!(!folder.path("out").exists());
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    refused(
        "missing.yaml",
        None,
        &["error[unreadable-file]", "missing.yaml"],
    );
    refused(".", None, &["error[unreadable-file]"]);
    refused(
        "empty.yaml",
        Some(b""),
        &["error[empty-document]", "empty.yaml"],
    );
    refused(
        "latin.yaml",
        Some(b"openapi: 3.0.3\ninfo: { title: \xe9 }\n"),
        &["error[not-utf-8]", "latin.yaml:2"],
    );
    refused(
        "broken.yaml",
        Some(b"openapi: 3.0.3\n  info: [\n"),
        &["error[invalid-syntax]", "broken.yaml:2"],
    );
    refused(
        "broken.json",
        Some(b"{\n  \"openapi\": \"3.0.3\",\n  \"info\": [}\n"),
        &["error[invalid-syntax]", "broken.json:3"],
    );
    refused(
        "list.yaml",
        Some(b"- a\n- b\n"),
        &["error[not-openapi]", "list.yaml:1"],
    );
    refused(
        "other.yaml",
        Some(b"name: x\n"),
        &["error[not-openapi]", "`openapi`"],
    );
    refused(
        "old.yaml",
        Some(b"swagger: '1.2'\n"),
        &["error[unknown-version]", "old.yaml:1", "`swagger: 1.2`"],
    );
    refused(
        "new.yaml",
        Some(b"openapi: 4.0.0\n"),
        &["error[unknown-version]", "4.0.0"],
    );
}

#[test]
fn bombs_end_at_once() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let inner = format!("*a{}, ", level - 1).repeat(10);
        bomb.push_str(&format!(
            "a{level}: &a{level} [{}]\n",
            inner.trim_end_matches(", ")
        ));
    }
    refused(
        "bomb.yaml",
        Some(bomb.as_bytes()),
        &["error[too-many-aliases]", "bomb.yaml"],
    );
    let deep = format!(
        "openapi: 3.0.3\nx-deep: {}{}\n",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    refused(
        "deep.yaml",
        Some(deep.as_bytes()),
        &["error[too-deep]", "128"],
    );
}

const BAD_NODES: &str = "\
openapi: 3.0.3
info: { title: Bad, version: 1.0.0 }
paths:
  /a:
    get:
      operationId: same
      responses:
        '200':
          description: It.
          content:
            application/json:
              schema:
                type: object
                properties:
                  owner: { $ref: '#/components/schemas/Nobody' }
                  size: { type: 12 }
  /b:
    get: { operationId: same, responses: { '204': { description: None. } } }
";

const IN_SEVERAL_FILES: &str = "\
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All of them.
          content: { application/json: { schema: { $ref: 'models/pet.json' } } }
";

#[test]
fn standard_input_is_read_and_refers_to_files_of_the_current_folder() {
    let folder = Folder::new();
    fs::create_dir(folder.path("models")).expect("a folder");
    folder.write(
        "models/pet.json",
        r#"{ "type": "object", "properties": { "name": { "type": 1 } } }"#,
    );
    let output = folder.generate_from(IN_SEVERAL_FILES.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        said(&output).contains("models/pet.json:1:"),
        "{}",
        said(&output)
    );
    let pet = fs::read_to_string(folder.path("out/src/types/pet.rs")).expect("a type");
    assert!(
        pet.starts_with("// Made by clientsmith from `<stdin>`."),
        "{pet}"
    );
    let json = r#"{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}}"#;
    assert_eq!(
        Folder::new().generate_from(json.as_bytes()).status.code(),
        Some(0)
    );
}

#[test]
fn what_cannot_be_read_from_standard_input_is_refused_with_its_place() {
    for (text, part) in [
        (&b""[..], "error[empty-document]: `<stdin>`"),
        (b"info: { title: \xe9 }\n", "<stdin>:1:16"),
        (b"openapi: 3.0.3\n  info: [\n", "<stdin>:2"),
    ] {
        let output = Folder::new().generate_from(text);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

#[test]
fn the_bytes_do_not_depend_on_where_the_other_files_stand() {
    let (one, other) = (Folder::new(), Folder::new());
    fs::create_dir(other.path("deeper")).expect("a folder");
    for (folder, document) in [(&one, "pets.yaml"), (&other, "deeper/pets.yaml")] {
        let place = folder.path(document);
        let models = place.parent().expect("a folder").join("models");
        fs::create_dir(&models).expect("a folder");
        fs::write(models.join("pet.json"), r#"{ "type": "object" }"#).expect("a file");
        fs::write(&place, IN_SEVERAL_FILES).expect("a file");
        let output = folder.generate(document, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    for path in files(&one.path("out")) {
        let same = other
            .0
            .path()
            .join(path.strip_prefix(one.0.path()).expect("inside"));
        assert_eq!(
            fs::read(&path).expect("a file"),
            fs::read(same).expect("a file")
        );
    }
}

#[test]
fn bad_nodes_are_warnings_and_the_rest_is_generated() {
    let folder = Folder::new();
    folder.write("bad.yaml", BAD_NODES);
    let output = folder.generate("bad.yaml", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for part in [
        "warning[dangling-reference]",
        "bad.yaml:15:",
        "warning[wrong-type]",
        "bad.yaml:16:",
        "warning[duplicate-operation-id]",
        "bad.yaml:18:",
    ] {
        assert!(
            said(&output).contains(part),
            "`{part}` is not in:\n{}",
            said(&output)
        );
    }
    assert!(folder.path("out/src/operations/same.rs").exists());
    assert!(folder.path("out/src/operations/get_b.rs").exists());
}

#[test]
fn under_strict_a_warning_is_a_failure_and_nothing_is_written() {
    let folder = Folder::new();
    folder.write("bad.yaml", BAD_NODES);
    let output = folder.generate("bad.yaml", &["--strict"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("nothing was written"));
    assert!(!folder.path("out").exists());
}

#[test]
fn diagnostics_as_json_are_an_object_a_line() {
    let folder = Folder::new();
    folder.write("bad.yaml", BAD_NODES);
    let output = folder.generate("bad.yaml", &["--diagnostics", "json"]);
    let lines: Vec<_> = said(&output).lines().map(str::to_owned).collect();
    assert!(lines.len() >= 3);
    for line in lines {
        let value: serde_json::Value = serde_json::from_str(&line).expect("an object");
        assert!(
            value.get("code").is_some() && value.get("line").is_some(),
            "{value}"
        );
    }
}

#[test]
fn a_second_run_changes_nothing_and_says_so() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let first = folder.generate("pets.yaml", &[]);
    assert!(shown(&first).starts_with("wrote "), "{}", shown(&first));
    let before = times(&folder.path("out"));
    let second = folder.generate("pets.yaml", &[]);
    assert!(shown(&second).contains("up to date"), "{}", shown(&second));
    assert_eq!(before, times(&folder.path("out")));
}

#[test]
fn check_fails_and_names_the_file_after_a_description_changed() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.generate("pets.yaml", &[]);
    assert_eq!(
        folder.generate("pets.yaml", &["--check"]).status.code(),
        Some(0)
    );
    let before = times(&folder.path("out"));
    folder.write("pets.yaml", PETS.replace("All of them.", "Every one."));
    let output = folder.generate("pets.yaml", &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        shown(&output).contains("src/operations/list_pets.rs"),
        "{}",
        shown(&output)
    );
    assert!(
        shown(&output).contains("+/// Every one."),
        "{}",
        shown(&output)
    );
    assert_eq!(before, times(&folder.path("out")));
}

#[test]
fn the_bytes_do_not_depend_on_the_folder_or_the_home() {
    let (one, other) = (Folder::new(), Folder::new());
    for folder in [&one, &other] {
        folder.write("pets.yaml", PETS);
        folder.generate("pets.yaml", &[]);
    }
    let contents = |folder: &Folder| {
        let files = files(&folder.path("out"));
        let texts = files.iter().map(|path| {
            let relative = path
                .strip_prefix(folder.0.path())
                .expect("inside")
                .to_path_buf();
            (relative, fs::read(path).expect("a file"))
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(contents(&one), contents(&other));
}

#[test]
fn a_module_tree_has_no_manifest_of_cargo() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let output = folder.generate("pets.yaml", &["--module=crate::api"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let root = fs::read_to_string(folder.path("out/mod.rs")).expect("mod.rs");
    assert!(!root.contains("//!"), "{root}");
    assert!(!folder.path("out/Cargo.toml").exists());
    let client = fs::read_to_string(folder.path("out/client.rs")).expect("client.rs");
    assert!(client.contains("use crate::api::runtime::"), "{client}");
}

#[test]
fn explain_tells_what_a_code_means() {
    let folder = Folder::new();
    let output = folder.run(&["explain", "dangling-reference"]);
    assert!(shown(&output).contains("$ref"), "{}", shown(&output));
    assert!(shown(&folder.run(&["explain"])).contains("dangling-reference: "));
    assert_eq!(
        folder.run(&["explain", "no-such-code"]).status.code(),
        Some(1)
    );
}

#[test]
fn a_wrong_command_line_is_exit_code_2() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["generate"]).status.code(), Some(2));
    assert_eq!(folder.run(&["frobnicate"]).status.code(), Some(2));
    let elsewhere = folder.run(&["generate", "pets.yaml", "-o", "out", "--module=api"]);
    assert_eq!(elsewhere.status.code(), Some(2));
    assert!(
        said(&elsewhere).contains("`crate::api`"),
        "{}",
        said(&elsewhere)
    );
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

fn times(folder: &Path) -> Vec<(PathBuf, std::time::SystemTime)> {
    let modified = |path: PathBuf| {
        let time = fs::metadata(&path)
            .and_then(|metadata| metadata.modified())
            .expect("a time");
        (path, time)
    };
    files(folder).into_iter().map(modified).collect()
}

const SHOP: &str = "\
openapi: 3.0.3
info: { title: The Shop, version: 1.0.0 }
tags: [{ name: pets }]
paths:
  /pets:
    get: { operationId: listPets, tags: [pets], responses: { '200': { description: Some., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
    post: { operationId: addPet, tags: [pets], responses: { '204': { description: Done. } } }
  /health:
    get: { operationId: health, responses: { '204': { description: Well. } } }
components:
  schemas:
    Pet: { type: object, properties: { born: { type: string, format: date }, kind: { $ref: '#/components/schemas/Kind' } } }
    Kind: { type: string, enum: [cat, dog] }
";

/// The lines of examples, uncommented.
fn with_examples(text: &str) -> String {
    let is_example = |line: &str| {
        line.strip_prefix('#')
            .is_some_and(|line| !line.starts_with([' ', '#']) && !line.is_empty())
    };
    let lines = text.lines().map(|line| match is_example(line) {
        true => &line[1..],
        false => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn init_writes_a_configuration_that_generates() {
    let folder = Folder::new();
    folder.write("openapi.yaml", SHOP);
    let output = folder.run(&["init"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        shown(&output).contains("clientsmith generate"),
        "{}",
        shown(&output)
    );
    let written = fs::read_to_string(folder.path("clientsmith.toml")).expect("a file");
    for part in [
        "document = \"openapi.yaml\"",
        "# The description has 3 operations, by their first tag:\n#   pets       2\n#   (none)     1\n",
        "#include = [\"tag:pets\", ",
        "#fields = { \"Pet.born\" = ",
        "#values = { \"Kind.cat\" = ",
        "#date = \"jiff\"",
    ] {
        assert!(written.contains(part), "{part}: {written}");
    }
    let output = folder.run(&["generate"]);
    assert!(
        output.status.success() && said(&output).is_empty(),
        "{}",
        said(&output)
    );
    assert!(folder.path("the-shop/src/client.rs").is_file());
}

#[test]
fn the_examples_of_init_are_choices_that_are_understood() {
    let folder = Folder::new();
    folder.write("openapi.yaml", SHOP);
    let output = folder.run(&["init", "openapi.yaml"]);
    assert!(output.status.success(), "{}", said(&output));
    let written = fs::read_to_string(folder.path("clientsmith.toml")).expect("a file");
    let text = with_examples(&written);
    assert!(
        text.lines().count() == written.lines().count() && !text.contains("\n#all"),
        "{text}"
    );
    let mut sink = clientsmith::diagnostics::Sink::new();
    let read = clientsmith::configuration::parse_configuration(
        "clientsmith.toml",
        &text,
        Path::new(""),
        &mut sink,
    );
    let said = clientsmith::diagnostics::render::render_human(
        &sink.finish(),
        None,
        clientsmith::diagnostics::render::Color::Plain,
    );
    let options = read.expect(&said).options;
    assert_eq!(options.limits.len(), 2);
    assert_eq!(options.types.formats.len(), 2);
    assert!(!options.names.values.is_empty() && options.selection.exclude.len() == 1);
}

#[test]
fn init_overwrites_nothing_and_needs_a_description() {
    let folder = Folder::new();
    let output = folder.run(&["init"]);
    assert!(!output.status.success());
    assert!(
        said(&output).contains("name the description"),
        "{}",
        said(&output)
    );
    folder.write("pets.yaml", PETS);
    folder.write("clientsmith.toml", "# mine");
    let output = folder.run(&["init", "pets.yaml"]);
    assert!(!output.status.success());
    assert!(
        said(&output).contains("there is a `clientsmith.toml` already"),
        "{}",
        said(&output)
    );
    assert_eq!(
        fs::read_to_string(folder.path("clientsmith.toml")).expect("a file"),
        "# mine"
    );
    fs::remove_file(folder.path("clientsmith.toml")).expect("gone");
    folder.write("broken.yaml", "openapi: [");
    let output = folder.run(&["init", "broken.yaml"]);
    assert!(!output.status.success());
    assert!(
        said(&output).contains("invalid-syntax"),
        "{}",
        said(&output)
    );
    assert!(!folder.path("clientsmith.toml").exists());
}
