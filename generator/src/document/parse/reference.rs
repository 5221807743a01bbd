//! `$ref`: what it leads to, what stands beside it, and what to say where it leads nowhere. How a
//! reference is resolved is `source`'s business.

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::source::{FileId, Node, Origin, Unreachable, Unresolved};

/// How long a chain of references may be.
const LONGEST_CHAIN: usize = 32;

/// Where schemas with names stand, in OpenAPI 3 and in Swagger 2.0.
const SCHEMA_SECTIONS: [&str; 2] = ["#/components/schemas/", "#/definitions/"];

/// What a node is in the end, and what a reference on the way there says of it.
pub(super) struct Followed<'n> {
    /// What it is.
    pub(super) fields: Fields<'n>,
    /// The same, as a node.
    pub(super) node: &'n Node,
    /// What it is called in the shell; `None` where it stands there itself.
    pub(super) key: Option<String>,
    /// `summary` beside the reference.
    pub(super) summary: Option<String>,
    /// `description` beside the reference.
    pub(super) description: Option<String>,
}

/// What something is called in the shell that a reference leads to: its place.
pub(super) fn shell_key(origin: &Origin) -> String {
    match origin.file() {
        FileId(0) => format!("#{}", origin.pointer()),
        FileId(file) => format!("{file}#{}", origin.pointer()),
    }
}

impl<'n> Parser<'n, '_> {
    /// What a reference leads to; `None` where that is nothing, which is said.
    pub(super) fn target(
        &mut self,
        reference: &str,
        origin: &Origin,
    ) -> Option<(&'n Node, Origin)> {
        match self.source.follow(reference, origin) {
            Ok(found) => Some(found),
            Err(problem) => self.intended(reference, origin).or_else(|| {
                self.report_unresolved(reference, origin, &problem);
                None
            }),
        }
    }

    /// What a `$dynamicRef` leads to, where every way leads to the same.
    pub(super) fn dynamic_target(
        &mut self,
        reference: &str,
        origin: &Origin,
    ) -> Option<(&'n Node, Origin)> {
        let target = self.source.follow_dynamic(reference, origin);
        if let Err(problem) = &target {
            self.report_unresolved(reference, origin, problem);
        }
        target.ok()
    }

    /// What a reference leads to in the end, through further references.
    pub(super) fn final_target(
        &mut self,
        reference: &str,
        origin: &Origin,
    ) -> Option<(&'n Node, Origin)> {
        let (mut node, mut place) = self.target(reference, origin)?;
        for _ in 0..LONGEST_CHAIN {
            let next = match node {
                Node::Mapping(mapping) => Fields::new(mapping, place.clone()).reference(),
                _ => None,
            };
            match next {
                None => return Some((node, place)),
                Some(next) => (node, place) = self.target(next, &place.key("$ref"))?,
            }
        }
        self.sink.push(codes::circular_reference(origin, reference));
        None
    }

    /// A mapping, or what its `$ref` leads to, where OpenAPI allows one.
    pub(super) fn followed(
        &mut self,
        node: &'n Node,
        origin: Origin,
        expected: &str,
    ) -> Option<Followed<'n>> {
        self.report_siblings(node, &origin);
        let written = self.mapping(node, origin, expected)?;
        let Some(reference) = written.reference() else {
            return Some(Followed {
                fields: written,
                node,
                key: None,
                summary: None,
                description: None,
            });
        };
        let (node, origin) = self.final_target(reference, &written.at("$ref"))?;
        let summary = self.text(&written, "summary");
        let description = self.text(&written, "description");
        let key = match summary.is_some() || description.is_some() {
            // the same thing with other words is another thing
            true => format!("{} {}", shell_key(&origin), shell_key(&written.origin)),
            false => shell_key(&origin),
        };
        Some(Followed {
            fields: self.mapping(node, origin, expected)?,
            node,
            key: Some(key),
            summary,
            description,
        })
    }

    /// Says which keywords beside a `$ref` are passed over; `summary` and `description` are not.
    pub(super) fn report_siblings(&mut self, node: &Node, origin: &Origin) {
        let Node::Mapping(mapping) = node else {
            return;
        };
        if mapping.len() < 2 || mapping.get("$ref").is_none() {
            return;
        }
        for (key, _) in mapping.iter() {
            if !["$ref", "summary", "description"].contains(&key) && !key.starts_with("x-") {
                self.sink
                    .push(codes::ignored_sibling(&origin.key(key), key));
            }
        }
    }

    /// What somebody meant who did not write quite where it is: the name alone, the section of another
    /// version, a pointer without its `#` or `/`. There must be exactly that, and nothing where they wrote.
    fn intended(&mut self, reference: &str, origin: &Origin) -> Option<(&'n Node, Origin)> {
        let readings = match reference.split_once('#') {
            Some(("", pointer)) => match pointer.strip_prefix('/') {
                None => vec![format!("#/{pointer}")],
                Some(_) => {
                    let name = SCHEMA_SECTIONS
                        .iter()
                        .find_map(|section| reference.strip_prefix(section))?;
                    named(name).collect()
                }
            },
            Some(_) => return None,
            None if reference.contains('/') => {
                vec![format!("#/{}", reference.trim_start_matches('/'))]
            }
            None => named(&reference.replace('~', "~0")).collect(),
        };
        let found = readings.into_iter().find_map(|reading| {
            let found = self.source.follow(&reading, origin).ok()?;
            Some((reading, found))
        });
        let (reading, found) = found?;
        if self.said.insert(format!("{:?} {reference}", origin.file())) {
            self.sink
                .push(codes::inexact_reference(origin, reference, &reading));
        }
        Some(found)
    }

    fn report_unresolved(&mut self, reference: &str, origin: &Origin, problem: &Unresolved<'_>) {
        let diagnostic = match problem {
            Unresolved::Nothing(file) => {
                let other = (file.file != FileId(0)).then_some(file.name.as_str());
                codes::dangling_reference(origin, reference, other)
            }
            Unresolved::Ambiguous(places) => codes::ambiguous_reference(origin, reference, places),
            Unresolved::Unreachable(Unreachable::Remote) => {
                codes::remote_reference(origin, reference)
            }
            Unresolved::Unreachable(Unreachable::Homeless) => {
                match reference.contains(['/', '.']) {
                    true => codes::reference_of_a_text(origin, reference),
                    false => codes::dangling_reference(origin, reference, None), // a name
                }
            }
            Unresolved::Unreachable(Unreachable::NotHandedOver) => {
                codes::reference_to_no_text(origin, reference)
            }
            Unresolved::Unreachable(Unreachable::Unreadable(name, why)) => {
                if !self.said.insert(name.clone()) {
                    return; // the file was named, and costs everything that refers to it
                }
                codes::unreadable_reference(origin, reference, why)
            }
        };
        self.sink.push(diagnostic);
    }
}

/// A schema by its name, in either section.
fn named(name: &str) -> impl Iterator<Item = String> {
    SCHEMA_SECTIONS
        .iter()
        .map(move |section| format!("{section}{name}"))
}
