//! What was measured, as tables: generating, then compiling.

use comfy_table::{CellAlignment, Table, presets};

use super::report::{Measured, Report};
use super::statistics::Series;

const GENERATION: &[&str] = &[
    "document",
    "generator",
    "runs",
    "time",
    "CPU",
    "memory",
    "files",
    "lines",
    "MB of Rust",
];

const COMPILATION: &[&str] = &[
    "document",
    "generator",
    "compiled",
    "runs",
    "CPU",
    "less empty",
    "memory",
    "less empty",
];

/// Prints what a report holds.
pub(super) fn print(report: &Report) {
    println!("{}\n", generation(report));
    println!("{}\n", compilation(report));
    println!(
        "{}. CPU and memory are the crate's own rustc's; less empty: less those of a crate with nothing in it and the same dependencies.",
        report.rustc
    );
    for (document, subject) in &report.documents {
        for (generator, measured) in &subject.generators {
            if let Some(failure) = &measured.failure {
                println!("{document}: {generator} fails: {failure}");
            }
        }
    }
}

fn generation(report: &Report) -> Table {
    let mut table = begin(GENERATION, 2);
    for (document, subject) in &report.documents {
        let parsed = subject.parsed.as_ref();
        let parsed =
            parsed.map(|parsed| [("(our tree)", &parsed.tree), ("(value)", &parsed.value)]);
        for (into, series) in parsed.into_iter().flatten() {
            let mut row = vec![document.clone(), into.to_owned()];
            match series {
                Ok(series) => row.extend(taken(series)),
                Err(error) => row.push(error.chars().take(30).collect()),
            }
            table.add_row(row);
        }
        for (generator, measured) in &subject.generators {
            let mut row = vec![document.clone(), generator.clone()];
            row.extend(generated(measured));
            table.add_row(row);
        }
    }
    table
}

fn taken(series: &Series) -> [String; 4] {
    [
        series.runs.to_string(),
        format!("{:.2} s", series.seconds),
        format!("{:.2} s", series.cpu_seconds),
        format!("{:.0} MB", series.megabytes),
    ]
}

fn generated(measured: &Measured) -> Vec<String> {
    let (Some(generation), Some(size)) = (&measured.generation, &measured.size) else {
        return vec!["fails".to_owned()];
    };
    let mut cells: Vec<_> = taken(generation).into();
    cells.extend([
        size.files.to_string(),
        size.lines.to_string(),
        format!("{:.2}", size.bytes as f64 / 1e6),
    ]);
    cells
}

fn compilation(report: &Report) -> Table {
    let mut table = begin(COMPILATION, 3);
    for (document, subject) in &report.documents {
        for (generator, measured) in &subject.generators {
            for (way, compiled) in &measured.compiled {
                table.add_row([
                    document.clone(),
                    generator.clone(),
                    way.clone(),
                    compiled.whole.runs.to_string(),
                    format!("{:.2} s", compiled.whole.cpu_seconds),
                    format!("{:.2} s", compiled.cpu_seconds()),
                    format!("{:.0} MB", compiled.whole.megabytes),
                    format!("{:.0} MB", compiled.megabytes()),
                ]);
            }
        }
    }
    table
}

/// A table whose columns are figures from a certain one on.
pub(super) fn begin(columns: &[&str], figures: usize) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(columns);
    for column in table.column_iter_mut().skip(figures) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
