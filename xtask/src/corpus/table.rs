//! The table of a run: a line for each document, and the sums.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, Table, presets};

use super::Document;

const COLUMNS: &[&str] = &[
    "document",
    "dialect",
    "operations",
    "types",
    "degraded",
    "lines",
    "generate",
    "check",
    "memory",
    "errors",
    "diagnostics",
];

/// Prints the table, then the diagnostics by code, then the sums.
pub(super) fn print(documents: &[Document]) {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(COLUMNS);
    for document in documents {
        table.add_row(row(document));
    }
    for column in table.column_iter_mut().skip(2).take(COLUMNS.len() - 3) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
    for (code, count) in codes(documents) {
        println!("{count:>8} {code}");
    }
    println!("{}", sums(documents));
}

fn row(document: &Document) -> Vec<String> {
    let generation = &document.generation;
    let usage = document
        .compilation
        .as_ref()
        .and_then(|compilation| compilation.usage);
    let operations = match generation.operations == generation.written_operations {
        true => generation.operations.to_string(),
        false => format!(
            "{} of {}",
            generation.operations, generation.written_operations
        ),
    };
    let codes = generation
        .codes
        .iter()
        .map(|(code, count)| format!("{count} {code}"));
    vec![
        document.name.clone(),
        generation.dialect.clone(),
        operations,
        generation.types.to_string(),
        generation.degraded.to_string(),
        generation.lines.to_string(),
        format!("{:.2} s", generation.time.as_secs_f64()),
        usage.map_or(String::new(), |usage| format!("{:.2} s", usage.cpu_seconds)),
        usage.map_or(String::new(), |usage| {
            format!("{:.0} MB", usage.peak_megabytes)
        }),
        document
            .compilation
            .as_ref()
            .map_or(String::new(), |compilation| {
                (compilation.errors + compilation.warnings).to_string()
            }),
        codes.collect::<Vec<_>>().join(", "),
    ]
}

fn codes(documents: &[Document]) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for (code, count) in documents
        .iter()
        .flat_map(|document| &document.generation.codes)
    {
        *codes.entry(*code).or_default() += count;
    }
    codes
}

fn sums(documents: &[Document]) -> String {
    let generated = documents
        .iter()
        .filter(|document| document.generation.succeeded);
    let compiled: Vec<_> = documents
        .iter()
        .filter_map(|document| document.compilation.as_ref())
        .collect();
    let clean = compiled.iter().filter(|compilation| compilation.is_clean());
    let sum = |figure: fn(&Document) -> usize| documents.iter().map(figure).sum::<usize>();
    let (degraded, schemas) = (
        sum(|document| document.generation.degraded),
        sum(|document| document.generation.schemas),
    );
    format!(
        "{} of {} documents generate; {} of {} asked for compile without a word\n\
         {} of {} operations are there; {degraded} of {schemas} schemas are any JSON although they say more ({:.2} %)",
        generated.count(),
        documents.len(),
        clean.count(),
        compiled.len(),
        sum(|document| document.generation.operations),
        sum(|document| document.generation.written_operations),
        100.0 * degraded as f64 / schemas.max(1) as f64,
    )
}
