//! What is known to disagree without being our fault, with the reason: `exclusions.yaml`. An entry that is
//! not needed is an error.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::records::Disagreement;

const LIST: &str = include_str!("exclusions.yaml");

/// The list.
pub(super) struct Exclusions(Vec<Exclusion>);

/// An entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exclusion {
    /// Whose fault it is.
    fault: Fault,
    /// Why the request is right all the same, or cannot be.
    reason: String,
    /// The documents; none: any.
    #[serde(default)]
    documents: Vec<String>,
    /// The operations, `GET /pets`; none: any.
    #[serde(default)]
    operations: Vec<String>,
    /// What is in what is said, all of it.
    says: Vec<String>,
}

/// Whose fault something is.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Fault {
    Document,
    Validator,
    Sample,
}

/// The operations that an entry excludes, by the entry's place.
pub(super) type Used<'a> = BTreeMap<usize, BTreeSet<(&'a str, &'a str)>>;

impl Exclusions {
    pub(super) fn read() -> Result<Self, String> {
        let list =
            serde_yaml::from_str(LIST).map_err(|error| format!("exclusions.yaml: {error}"))?;
        Ok(Self(list))
    }

    /// The entry that excludes a disagreement, by its place.
    pub(super) fn of(&self, document: &str, disagreement: &Disagreement) -> Option<usize> {
        let is_any = |names: &[String], name: &str| {
            names.is_empty() || names.iter().any(|known| known == name)
        };
        self.0.iter().position(|entry| {
            is_any(&entry.documents, document)
                && is_any(&entry.operations, &disagreement.operation)
                && entry
                    .says
                    .iter()
                    .all(|part| disagreement.says.contains(part.as_str()))
        })
    }

    /// What was excluded, the operations counted.
    pub(super) fn print(&self, used: &Used<'_>) {
        for (number, operations) in used {
            if let Some(entry) = self.0.get(*number) {
                let fault = format!("{:?}", entry.fault).to_lowercase();
                println!(
                    "{:>8} excluded, the {fault}: {}",
                    operations.len(),
                    entry.reason
                );
            }
        }
    }

    /// The entries that excluded nothing, of documents that were run; `is_whole`: of those of any document too.
    pub(super) fn unneeded(
        &self,
        used: &Used<'_>,
        run: &BTreeSet<&str>,
        is_whole: bool,
    ) -> Vec<String> {
        let mut unneeded = Vec::new();
        for (number, entry) in self.0.iter().enumerate() {
            let uses = used.get(&number);
            let is_used = |document: &str| {
                uses.is_some_and(|uses| uses.iter().any(|(name, _)| *name == document))
            };
            let said =
                |where_: &str| format!("an exclusion is not needed{where_}: {}", entry.reason);
            if entry.documents.is_empty() && is_whole && uses.is_none() {
                unneeded.push(said(""));
            }
            let documents = entry.documents.iter().map(String::as_str);
            let idle = documents.filter(|document| run.contains(document) && !is_used(document));
            unneeded.extend(idle.map(|document| said(&format!(" in {document}"))));
        }
        unneeded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "
- { fault: document, reason: one, documents: [pets, birds], says: [colour, blue] }
- { fault: validator, reason: two, operations: [GET /a], says: [size] }
";

    fn read() -> Exclusions {
        Exclusions(serde_yaml::from_str(LIST).unwrap_or_default())
    }

    fn of(document: &str, operation: &str, says: &str) -> Option<usize> {
        let (operation, says) = (operation.to_owned(), says.to_owned());
        read().of(document, &Disagreement { operation, says })
    }

    #[test]
    fn the_committed_list_is_read() {
        assert_eq!(Exclusions::read().map(drop), Ok(()));
    }

    #[test]
    fn an_entry_excludes_what_it_says_where_it_says() {
        assert_eq!(of("pets", "GET /b", "the colour is blue"), Some(0));
        assert_eq!(of("pets", "GET /b", "the colour is red"), None);
        assert_eq!(of("fish", "GET /b", "the colour is blue"), None);
        assert_eq!(of("fish", "GET /a", "the size"), Some(1));
        assert_eq!(of("fish", "GET /b", "the size"), None);
    }

    #[test]
    fn what_excludes_nothing_is_found() {
        let (list, run) = (read(), BTreeSet::from(["pets", "birds"]));
        let used = Used::from([(0, BTreeSet::from([("pets", "GET /b")]))]);
        let partly = list.unneeded(&used, &run, false);
        assert_eq!(partly, ["an exclusion is not needed in birds: one"]);
        let wholly = list.unneeded(&used, &run, true);
        assert_eq!(
            wholly.last().map(String::as_str),
            Some("an exclusion is not needed: two")
        );
    }
}
