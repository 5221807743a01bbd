//! Ours beside the best rival, document by document, and the means: generating, and each way of compiling.

use std::collections::BTreeMap;

use super::compile::Compiled;
use super::generator::Kind;
use super::report::{Report, Subject};
use super::statistics::geometric_mean;
use super::table;

/// The forms of ours that are set beside rivals.
const OURS: &[Kind] = &[Kind::Ours, Kind::OursWithDependency];

/// Prints the ratios that a report allows.
pub(super) fn print(report: &Report) {
    generation(report);
    compilation(report);
}

/// The rivals' name and what they have of something.
fn rivals<'r, T>(
    subject: &'r Subject,
    figure: impl Fn(&'r super::report::Measured) -> Option<T>,
) -> Vec<(&'r str, T)> {
    let ours = |name: &str| OURS.iter().any(|kind| kind.name() == name);
    let rivals = subject.generators.iter().filter(|(name, _)| !ours(name));
    rivals
        .filter_map(|(name, measured)| Some((name.as_str(), figure(measured)?)))
        .collect()
}

fn generation(report: &Report) {
    let columns = [
        "generating",
        "time",
        "/ our tree",
        "/ value",
        "fastest rival",
        "its time",
        "times faster",
        "by CPU",
    ];
    let mut table = table::begin(&columns, 1);
    for (document, subject) in &report.documents {
        let ours = subject.generators.get(Kind::Ours.name());
        let Some(ours) = ours.and_then(|ours| ours.generation) else {
            continue;
        };
        let parsed = subject.parsed.as_ref();
        let tree = parsed.and_then(|parsed| parsed.tree.as_ref().ok());
        let value = parsed.and_then(|parsed| parsed.value.as_ref().ok());
        let share = |of: Option<&super::statistics::Series>| {
            of.map_or("fails".to_owned(), |of| {
                format!("{:.2}", ours.seconds / of.seconds)
            })
        };
        let mut row = vec![
            document.clone(),
            format!("{:.2} s", ours.seconds),
            share(tree),
            share(value),
        ];
        let mut rivals = rivals(subject, |measured| measured.generation);
        rivals.sort_by(|(_, a), (_, b)| a.seconds.total_cmp(&b.seconds));
        if let Some((name, rival)) = rivals.first() {
            row.extend([
                (*name).to_owned(),
                format!("{:.2} s", rival.seconds),
                format!("{:.1}", rival.seconds / ours.seconds),
                format!("{:.1}", rival.cpu_seconds / ours.cpu_seconds),
            ]);
        }
        table.add_row(row);
    }
    println!("{table}\n");
}

/// Ours by the rival's, of one document.
struct Ratio {
    cpu: f64,
    memory: f64,
}

fn compilation(report: &Report) {
    let columns = [
        "compiling",
        "way",
        "form",
        "best rival",
        "its CPU",
        "ours",
        "1 /",
        "its memory",
        "ours",
        "1 /",
    ];
    let mut table = table::begin(&columns, 4);
    let mut ratios: BTreeMap<(&str, &str), Vec<Ratio>> = BTreeMap::new();
    for (document, subject) in &report.documents {
        for kind in OURS {
            let Some(ours) = subject.generators.get(kind.name()) else {
                continue;
            };
            for (way, compiled) in &ours.compiled {
                let Some((name, rival)) = best_rival(subject, way) else {
                    continue;
                };
                let ratio = Ratio {
                    cpu: compiled.cpu_seconds() / rival.cpu_seconds(),
                    memory: compiled.megabytes() / rival.megabytes(),
                };
                table.add_row([
                    document.clone(),
                    way.clone(),
                    kind.name().to_owned(),
                    name.to_owned(),
                    format!("{:.2} s", rival.cpu_seconds()),
                    format!("{:.2} s", compiled.cpu_seconds()),
                    format!("{:.1}", 1.0 / ratio.cpu),
                    format!("{:.0} MB", rival.megabytes()),
                    format!("{:.0} MB", compiled.megabytes()),
                    format!("{:.1}", 1.0 / ratio.memory),
                ]);
                ratios.entry((way, kind.name())).or_default().push(ratio);
            }
        }
    }
    println!("{table}\n");
    for ((way, form), ratios) in &ratios {
        println!("{way}, {form}: {}", mean(ratios));
    }
}

/// The rival that takes the least CPU time for a way of compiling; they are not asked for further features.
fn best_rival<'r>(subject: &'r Subject, way: &str) -> Option<(&'r str, &'r Compiled)> {
    let profile = way.split(' ').next().unwrap_or(way);
    let mut rivals = rivals(subject, |measured| measured.compiled.get(profile));
    rivals.sort_by(|(_, a), (_, b)| a.cpu_seconds().total_cmp(&b.cpu_seconds()));
    rivals.first().copied()
}

fn mean(ratios: &[Ratio]) -> String {
    let of = |figure: fn(&Ratio) -> f64| {
        let values: Vec<_> = ratios.iter().map(figure).collect();
        let worst = values.iter().copied().fold(0.0, f64::max);
        match geometric_mean(&values) {
            Some(mean) => format!("1/{:.1} (worst 1/{:.1})", 1.0 / mean, 1.0 / worst),
            None => "no mean: less than an empty crate".to_owned(),
        }
    };
    format!(
        "CPU {}, memory {}, {} documents",
        of(|ratio| ratio.cpu),
        of(|ratio| ratio.memory),
        ratios.len()
    )
}
