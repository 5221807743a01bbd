//! `cargo xtask bench series DIR`: what each operation and each type more costs, in generation and in `cargo check`,
//! shown by cuts of large documents.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::diagnostics::Sink;
use clientsmith::source::{self, Node};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::arguments::Arguments;
use super::compile::{Crate, Profile};
use super::generator::{self, Generator, Kind};
use super::statistics::{Plane, Series};
use super::{crates, cut, plot, table};

/// The documents that are cut, and how many operations the cuts have. GitHub's types grow with its operations;
/// whatever one takes of Microsoft Graph leads to most of its types.
const CUTS: &[(&str, &[usize])] = &[
    ("github", &[10, 30, 100, 300, 600, 1000]),
    (
        "microsoft-graph",
        &[10, 30, 100, 300, 1000, 2000, 4000, 8000, 16_000],
    ),
];

/// Cuts of more operations are generated from, and not compiled.
const MOST_COMPILED: usize = 2000;

/// A cut.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Point {
    pub(super) operations: usize,
    /// Files of types.
    pub(super) types: usize,
    pub(super) lines: usize,
    pub(super) generation: Series,
    pub(super) check: Option<Series>,
}

/// What was found of a document.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) document: String,
    pub(super) points: Vec<Point>,
    /// What generation costs, in seconds of CPU time, by operations and types.
    pub(super) generation: Option<Plane>,
    /// Likewise `cargo check`.
    pub(super) check: Option<Plane>,
}

impl Point {
    /// Where it is: operations and types.
    pub(super) fn place(&self) -> [f64; 2] {
        [self.operations as f64, self.types as f64]
    }
}

/// Runs it all.
///
/// # Errors
///
/// A cut cannot be made, or its client does not compile.
pub(crate) fn run(root: &Path, arguments: &Arguments) -> Result<(), String> {
    let ours = generator::ours(root)?;
    let mut ours = ours.into_iter();
    let ours = ours
        .find(|generator| generator.kind == Kind::OursWithDependency)
        .ok_or("bench: no generator")?;
    let mut all = Vec::new();
    for (document, operations) in CUTS {
        if arguments.includes(document) {
            let path = arguments.document(document)?;
            let folder = root.join("target/bench/series").join(document);
            let mut points = Vec::new();
            for (operations, cut) in cuts(&path, &folder, operations)? {
                eprintln!("{document}: {operations} operations");
                points.push(point(root, &ours, operations, &cut, arguments)?);
            }
            all.push(Found::of(document, points));
        }
    }
    super::write_json(root, "target/bench/series.json", &all)?;
    all.iter().for_each(print);
    plot::draw(root, &all)
}

impl Found {
    fn of(document: &str, points: Vec<Point>) -> Self {
        let fit = |cost: fn(&Point) -> Option<f64>| {
            let points: Vec<_> = points
                .iter()
                .filter_map(|point| Some((point.place(), cost(point)?)))
                .collect();
            Plane::fitted(&points)
        };
        Self {
            document: document.to_owned(),
            generation: fit(|point| Some(point.generation.cpu_seconds)),
            check: fit(|point| Some(point.check?.cpu_seconds)),
            points,
        }
    }
}

/// The cuts, made where they are not there yet.
fn cuts(
    document: &Path,
    folder: &Path,
    operations: &[usize],
) -> Result<Vec<(usize, PathBuf)>, String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(wrong)?;
    let name = crate::corpus::name(document);
    let cuts: Vec<_> = operations
        .iter()
        .map(|operations| {
            (
                *operations,
                folder.join(format!("{name}-{operations}.json")),
            )
        })
        .collect();
    if cuts.iter().all(|(_, cut)| cut.exists()) {
        return Ok(cuts);
    }
    let mut sink = Sink::new();
    let source = source::read_path(document, &mut sink);
    drop(sink.finish());
    let source = source.ok_or_else(|| format!("{}: cannot be read", document.display()))?;
    let whole = value(&source.root);
    for (operations, path) in &cuts {
        let text = cut::cut(&whole, *operations).to_string();
        fs::write(path, text).map_err(wrong)?;
    }
    Ok(cuts)
}

/// A document as everybody's tree.
fn value(node: &Node) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Boolean(boolean) => Value::Bool(*boolean),
        Node::Number(number) => {
            let number = serde_json::from_str(number.as_str());
            number.unwrap_or_else(|_| Value::String(number_text(node)))
        }
        Node::String(text) => Value::String(text.clone()),
        Node::Sequence(items) => items.iter().map(value).collect(),
        Node::Mapping(mapping) => {
            let entries = mapping.iter();
            entries
                .map(|(name, node)| (name.to_owned(), value(node)))
                .collect()
        }
    }
}

/// A number that JSON does not have (`.inf`).
fn number_text(node: &Node) -> String {
    match node {
        Node::Number(number) => number.as_str().to_owned(),
        _ => String::new(),
    }
}

fn point(
    root: &Path,
    ours: &Generator,
    operations: usize,
    cut: &Path,
    arguments: &Arguments,
) -> Result<Point, String> {
    let text = fs::read(cut).map_err(|error| format!("{}: {error}", cut.display()))?;
    let document: Value =
        serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", cut.display()))?;
    let folder = crates::folder(root, cut, ours);
    let generation = crates::generate(root, cut, ours, arguments, &folder, arguments.ours())?;
    let size = super::size::Size::of(&folder.join("src"))?;
    let types = fs::read_dir(folder.join("src/types")).map_or(0, Iterator::count);
    let mut check = None;
    if operations <= MOST_COMPILED {
        ours.make_workspace(root, &folder)?;
        let measurable = Crate {
            target: crates::target(root, ours),
            folder,
            limits: arguments.limits,
            repeat: arguments.ours(),
        };
        let mut compiled = Default::default();
        measurable.compile(&[Profile::Check], &[], &mut compiled)?;
        check = compiled.get("check").map(|compiled| compiled.whole);
    }
    Ok(Point {
        operations: cut::operations(&document),
        types,
        lines: size.lines,
        generation,
        check,
    })
}

fn print(found: &Found) {
    let columns = [
        "operations",
        "types",
        "lines",
        "generation",
        "fitted",
        "off by",
        "check",
        "fitted",
        "off by",
    ];
    let mut table = table::begin(&columns, 0);
    for point in &found.points {
        let mut row = vec![
            point.operations.to_string(),
            point.types.to_string(),
            point.lines.to_string(),
        ];
        let cells = |cost: f64, plane: Option<Plane>| {
            let fitted = plane.map(|plane| plane.at(point.place()));
            [
                format!("{cost:.2} s"),
                fitted.map_or(String::new(), |fitted| format!("{fitted:.2} s")),
                fitted.map_or(String::new(), |fitted| {
                    format!("{:+.0} %", 100.0 * (cost / fitted - 1.0))
                }),
            ]
        };
        row.extend(cells(point.generation.cpu_seconds, found.generation));
        if let Some(check) = point.check {
            row.extend(cells(check.cpu_seconds, found.check));
        }
        table.add_row(row);
    }
    println!("{}\n{table}\n", found.document);
    for (what, plane) in [("generation", found.generation), ("check", found.check)] {
        if let Some(Plane {
            start,
            slopes: [operation, type_],
        }) = plane
        {
            println!(
                "{what}: {:.0} ms, and {:.2} ms by each operation and {:.2} ms by each type",
                1e3 * start,
                1e3 * operation,
                1e3 * type_
            );
        }
    }
}
