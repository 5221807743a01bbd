//! How diagnostics look, for people and for programs; and the list of codes. Which ones are found is elsewhere.

#![allow(clippy::unwrap_used)]

use clientsmith::diagnostics::render::{Color, render_human, render_json};
use clientsmith::diagnostics::{Diagnostic, Severity, Sink, codes, explain};
use clientsmith::source::{FileId, Origin, Source, read_text};

const DOCUMENT: &str = "\
openapi: 3.0.3
components:
  schemas:
    Pet:
      properties:
        owner:
          $ref: '#/components/schemas/Usr'
    User: { type: object }
";

fn source(text: &str) -> Source {
    let mut sink = Sink::new();
    let source = read_text("petstore.yaml", text.to_owned(), &mut sink).unwrap();
    assert!(sink.finish().is_empty());
    source
}

fn schemas() -> Origin {
    Origin::root(FileId(0)).key("components").key("schemas")
}

fn dangling() -> Diagnostic {
    let origin = schemas()
        .key("Pet")
        .key("properties")
        .key("owner")
        .key("$ref");
    codes::dangling_reference(&origin, "#/components/schemas/Usr", None)
        .note("a name like it is here", Some(&schemas().key("User")))
        .note("it is read as any JSON value", None)
}

/// What is said about a text that cannot be read.
fn unreadable(text: &str) -> Vec<Diagnostic> {
    let mut sink = Sink::new();
    assert!(read_text("petstore.yaml", text.to_owned(), &mut sink).is_none());
    sink.finish()
}

#[test]
fn for_people() {
    let placeless = unreadable("");
    let diagnostics: Vec<Diagnostic> = std::iter::once(dangling()).chain(placeless).collect();
    insta::assert_snapshot!(render_human(&diagnostics, Some(&source(DOCUMENT)), Color::Plain), @r##"
    warning[dangling-reference]: `#/components/schemas/Usr` leads to nothing in this document
     --> petstore.yaml:7:11
      |
    7 |           $ref: '#/components/schemas/Usr'
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = at: #/components/schemas/Pet/properties/owner/$ref
      = note: it is read as any JSON value
      = help: correct the name, or add what it should lead to
    note: a name like it is here
     --> petstore.yaml:8:5
      |
    8 |     User: { type: object }
      |     ^^^^

    error[empty-document]: `petstore.yaml` is empty, expected an OpenAPI document
      |
      = help: give the file that holds the description: it begins with `openapi: 3.0.3` or the like
    "##);
}

#[test]
fn a_text_that_was_not_read_is_shown_too() {
    let diagnostics = unreadable("info:\n  title: Pets: a shop\n");
    insta::assert_snapshot!(render_human(&diagnostics, None, Color::Plain), @r##"
    error[invalid-syntax]: this is not YAML: mapping values are not allowed in this context
     --> petstore.yaml:2:14
      |
    2 |   title: Pets: a shop
      |              ^
      |
      = help: put quotes around a value that has `: ` in it, or indent this line like its neighbours
    "##);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let many: String = (0..1000)
        .map(|index| format!("\"é{index}\":{{}},"))
        .collect();
    let text = format!("{{{many}\"here\":\"{}\",{many}\"end\":1}}", "x".repeat(500));
    let mut sink = Sink::new();
    let source = read_text("petstore.json", text, &mut sink).unwrap();
    sink.finish();
    let origin = Origin::root(FileId(0)).key("here");
    let diagnostics = [codes::dangling_reference(&origin, "x", None)];
    insta::assert_snapshot!(render_human(&diagnostics, Some(&source), Color::Plain), @r##"
    warning[dangling-reference]: `x` leads to nothing in this document
     --> petstore.json:1:9892
      |
    1 | …"é994":{},"é995":{},"é996":{},"é997":{},"é998":{},"é999":{},"here":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = at: #/here
      = help: correct the name, or add what it should lead to
    "##);
}

#[test]
fn columns_are_those_of_the_file_also_where_lines_are_cut_and_colored() {
    let items: Vec<String> = (0..3000).map(|index| format!("\"é{index}\"")).collect();
    let text = format!("{{\"all\":[{}]}}", items.join(","));
    let all = Origin::root(FileId(0)).key("all");
    let diagnostics = [codes::dangling_reference(&all.index(2000), "x", None)
        .note("one", Some(&all.index(2001)))
        .note("two", Some(&all.index(0)))];
    for color in [Color::Plain, Color::Styled] {
        let rendered = render_human(&diagnostics, Some(&source(&text)), color);
        for item in ["\"é2000\"", "\"é2001\"", "\"é0\""] {
            let at = text.split_once(item).unwrap().0.chars().count() + 1;
            assert!(
                rendered.contains(&format!("petstore.yaml:1:{at}\n")),
                "{at} in {rendered}"
            );
        }
    }
}

#[test]
fn escapes_of_the_document_do_not_reach_the_terminal() {
    let origin = Origin::root(FileId(0)).key("a\u{1b}[31m");
    let diagnostics =
        [codes::dangling_reference(&origin, "\u{1b}[31m", None).note("\u{1b}[0m", None)];
    let text = "{\"a\\u001b[31m\": \"\u{202e}\"}";
    let rendered = render_human(&diagnostics, Some(&source(text)), Color::Plain);
    assert!(!rendered.contains(['\u{1b}', '\u{202e}']), "{rendered}");
}

#[test]
fn colors_are_escapes_around_the_same_text() {
    let rendered = render_human(&[dangling()], Some(&source(DOCUMENT)), Color::Styled);
    assert!(rendered.contains("\u{1b}["));
}

#[test]
fn for_programs() {
    let diagnostics: Vec<Diagnostic> = std::iter::once(dangling())
        .chain(unreadable("a: ["))
        .collect();
    insta::assert_snapshot!(render_json(&diagnostics, Some(&source(DOCUMENT))), @r##"
    {"code":"dangling-reference","severity":"warning","message":"`#/components/schemas/Usr` leads to nothing in this document","file":"petstore.yaml","line":7,"column":11,"pointer":"#/components/schemas/Pet/properties/owner/$ref","notes":[{"message":"a name like it is here","file":"petstore.yaml","line":8,"column":5,"pointer":"#/components/schemas/User"},{"message":"it is read as any JSON value","file":null,"line":null,"column":null,"pointer":null}],"help":"correct the name, or add what it should lead to"}
    {"code":"invalid-syntax","severity":"error","message":"this is not YAML: while parsing a node, did not find expected node content","file":"petstore.yaml","line":1,"column":5,"pointer":null,"notes":[],"help":"write a value here, and close what is open"}
    "##);
}

#[test]
fn codes_are_sorted_and_each_is_explained_with_an_example() {
    let names: Vec<&str> = codes::ALL.iter().map(|code| code.name).collect();
    assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    for code in codes::ALL {
        assert!(std::ptr::eq(explain(code.name).unwrap(), *code));
        assert!(
            code.explanation.contains("\n```"),
            "{} has no example",
            code.name
        );
        assert!(
            !code.summary.ends_with('.') && !code.summary.is_empty(),
            "{}",
            code.name
        );
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(code.name.chars().all(kebab), "{}", code.name);
        assert!(code.severity <= Severity::Error);
    }
    assert!(explain("no-such-code").is_none());
}
