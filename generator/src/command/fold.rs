//! Of many notes that are alike a person reads a few: which are printed, and how many are not. Warnings and errors
//! are all printed, and programs get everything.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clientsmith::diagnostics::{Diagnostic, Severity};

/// Of notes of one code so many are printed.
const PRINTED: usize = 5;

/// What is printed, in order, and a line for each code of which there is more.
pub(super) fn fold_notes(diagnostics: &[Diagnostic]) -> (Vec<Diagnostic>, String) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut printed = Vec::new();
    for diagnostic in diagnostics {
        let count = counts.entry(diagnostic.code.name).or_default();
        *count += 1;
        if diagnostic.code.severity != Severity::Note || *count <= PRINTED {
            printed.push(diagnostic.clone());
        }
    }
    let mut rest = String::new();
    for diagnostic in &printed {
        let name = diagnostic.code.name;
        let more = counts
            .remove(name)
            .unwrap_or_default()
            .saturating_sub(PRINTED);
        if diagnostic.code.severity == Severity::Note && more > 0 {
            // Writing to a String does not fail.
            let _ = writeln!(
                rest,
                "note[{name}]: {more} more of these: `--every-note` prints them\n"
            );
        }
    }
    (printed, rest)
}

#[cfg(test)]
mod tests {
    use clientsmith::{Input, Options, generate};

    use super::*;

    fn diagnostics(operations: usize) -> Vec<Diagnostic> {
        let paths: String = (0..operations)
            .map(|number| {
                format!("  /pets/{number}:\n    get: {{ responses: {{ '204': {{ description: None. }} }} }}\n")
            })
            .collect();
        let text = format!(
            "openapi: 3.0.3\ninfo: {{ title: Pets, version: 1.0.0 }}\nunheard: of\npaths:\n{paths}"
        );
        let name = "pets.yaml";
        generate(Input::Text { name, text: &text }, &Options::default()).diagnostics
    }

    #[test]
    fn five_notes_of_a_code_are_printed_and_every_warning() {
        let all = diagnostics(9);
        let notes = |diagnostics: &[Diagnostic]| {
            let notes = diagnostics.iter();
            notes
                .filter(|one| one.code.severity == Severity::Note)
                .count()
        };
        assert_eq!(notes(&all), 10); // of the unknown keyword there is one
        let (printed, rest) = fold_notes(&all);
        assert_eq!(notes(&printed), 6);
        assert_eq!(printed.len() - 6, all.len() - 10);
        assert!(rest.contains("]: 4 more of these"), "{rest}");
    }

    #[test]
    fn what_is_not_many_is_printed_as_it_is() {
        let all = diagnostics(5);
        let (printed, rest) = fold_notes(&all);
        assert_eq!((printed.len(), rest.as_str()), (all.len(), ""));
    }
}
