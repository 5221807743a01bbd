//! Every cell of OpenAPI's style table, and what stands beside it, through generated code: a document
//! with an operation for each row, a program that calls them all, on the recording transport and over
//! a socket. What must not be sent is a row, too.

mod program;
mod table;

use std::fs;

use clientsmith::options::{Form, ManifestOptions, Options, Runtime};
use clientsmith::write::plan_changes;
use clientsmith::{Input, generate};

use crate::application::{Application, workspace};
use program::program;
use table::{Row, rows};

#[test]
fn every_parameter_is_written_as_the_table_says() {
    let rows = rows();
    write_module(&document(&rows));
    let runtime = workspace().join("generator/runtime").display().to_string();
    let line = format!("clientsmith-runtime = {{ path = {runtime:?} }}\n");
    let application = Application::new("parameters", &program(&rows)).depending_on(&line);
    let tree = folder().display().to_string();
    let output = application.cargo(&["run", "--quiet"], &[("TREE", &tree)]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let seen = String::from_utf8_lossy(&output.stdout).into_owned();
    let seen: Vec<&str> = seen.lines().collect();
    assert_eq!(seen.len(), rows.len() * 2, "{seen:#?}");
    let wrong: Vec<String> = seen
        .iter()
        .zip(rows.iter().chain(&rows))
        .filter(|(seen, row)| **seen != row.expected)
        .map(|(seen, row)| format!("{row:?}\n    was {seen:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The document: an operation for each row, `/row0/…` and so on.
fn document(rows: &[Row]) -> String {
    let mut document =
        "openapi: 3.2.0\ninfo: { title: Table, version: 1.0.0 }\npaths:\n".to_owned();
    for (index, row) in rows.iter().enumerate() {
        let in_path = match row.parameter.contains("in: path") {
            true => "/{color}",
            false => "",
        };
        document.push_str(&format!(
            "  /row{index}{in_path}:\n    get:\n      operationId: row{index}\n      parameters: [{}]\n      responses: {{ '204': {{ description: Nothing. }} }}\n",
            row.parameter
        ));
    }
    document.push_str(table::SCHEMAS);
    document
}

fn write_module(document: &str) {
    let mut options = Options::default();
    options.form = Form::Module;
    options.module_path = Some("crate::table".to_owned());
    options.runtime = Runtime::Dependency { path: None };
    let outcome = generate(
        Input::Text {
            name: "table.yaml",
            text: document,
        },
        &options,
    );
    assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
    let _ = fs::remove_dir_all(folder());
    let changes = plan_changes(&outcome.files, &folder(), &ManifestOptions::default());
    changes
        .and_then(|changes| changes.apply())
        .expect("a module tree");
}

fn folder() -> std::path::PathBuf {
    workspace().join("target/downstream/table")
}
