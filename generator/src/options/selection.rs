//! Which operations the user wants: patterns, and what they match. Not what the document has of them.

use std::fmt;
use std::str::FromStr;

use crate::diagnostics::Excerpt;

/// Which operations are wanted: those that something includes (all, where nothing does), less those that
/// something excludes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Selection {
    /// What is wanted.
    pub include: Vec<Pattern>,
    /// What of that is not wanted.
    pub exclude: Vec<Pattern>,
}

/// What one operation, or several, are called by.
///
/// `tag:pets` is a tag, `GET /pets/**` a method and a path, `* /pets/{id}` or `/pets/{id}` a path with any
/// method, and anything else an operation's id. `*` stands for any characters, in a path for those of one
/// segment; `**` for any segments of a path, none included. Methods are compared without regard to case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    kind: Kind,
    place: Option<Box<Excerpt>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Tag(String),
    Id(String),
    Path { method: String, path: String },
}

/// An operation, as far as patterns look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The method on the wire: `GET`.
    pub method: String,
    /// The path template.
    pub path: String,
    /// `operationId`.
    pub id: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
}

impl Selection {
    /// Whether everything is wanted.
    pub fn is_everything(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }
}

impl Pattern {
    /// The same, written at a place of a `clientsmith.toml`.
    #[must_use]
    pub fn at(mut self, place: Excerpt) -> Self {
        self.place = Some(Box::new(place));
        self
    }

    /// Where it is written, if that is known.
    pub fn place(&self) -> Option<&Excerpt> {
        self.place.as_deref()
    }

    /// Whether an operation is meant.
    pub fn matches(&self, operation: &Candidate) -> bool {
        match &self.kind {
            Kind::Tag(tag) => operation.tags.iter().any(|other| is_like(tag, other)),
            Kind::Id(id) => operation
                .id
                .as_ref()
                .is_some_and(|other| is_like(id, other)),
            Kind::Path { method, path } => {
                let method_fits = method == "*" || method.eq_ignore_ascii_case(&operation.method);
                method_fits && is_path_like(path, &operation.path)
            }
        }
    }

    /// What an operation would be called by in a pattern of this kind.
    pub fn spellings(&self, operation: &Candidate) -> Vec<String> {
        match &self.kind {
            Kind::Tag(_) => operation
                .tags
                .iter()
                .map(|tag| format!("tag:{tag}"))
                .collect(),
            Kind::Id(_) => operation.id.iter().cloned().collect(),
            Kind::Path { .. } if self.text.starts_with('/') => vec![operation.path.clone()],
            Kind::Path { .. } => vec![format!("{} {}", operation.method, operation.path)],
        }
    }
}

impl FromStr for Pattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let path_of = |method: &str, path: &str| Kind::Path {
            method: method.to_owned(),
            path: path.trim().to_owned(),
        };
        let kind = match (
            text.strip_prefix("tag:"),
            text.split_once(char::is_whitespace),
        ) {
            _ if text.is_empty() => return Err("a pattern is not empty".to_owned()),
            (Some(tag), _) => Kind::Tag(tag.trim().to_owned()),
            (None, Some((method, path))) if path.trim_start().starts_with('/') => {
                path_of(method, path)
            }
            (None, _) if text.starts_with('/') => path_of("*", text),
            (None, _) => Kind::Id(text.to_owned()),
        };
        Ok(Self {
            text: text.to_owned(),
            kind,
            place: None,
        })
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// Whether a text is what a pattern says, in which `*` stands for any characters.
fn is_like(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty(); // no star
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// Whether a path is what a pattern says, segment by segment: a row of the table is what the pattern's
/// segments so far can have matched.
fn is_path_like(pattern: &str, path: &str) -> bool {
    let segments: Vec<_> = path.split('/').collect();
    let mut matched = vec![false; segments.len() + 1];
    if let Some(nothing) = matched.first_mut() {
        *nothing = true;
    }
    for wanted in pattern.split('/') {
        let mut next = vec![false; matched.len()];
        let mut before = false;
        for (index, was) in matched.iter().enumerate() {
            let segment = index.checked_sub(1).and_then(|index| segments.get(index));
            let now = match wanted {
                "**" => *was || before,
                wanted => {
                    let was_before = index.checked_sub(1).and_then(|index| matched.get(index));
                    was_before == Some(&true)
                        && segment.is_some_and(|segment| is_like(wanted, segment))
                }
            };
            if let Some(place) = next.get_mut(index) {
                *place = now;
            }
            before = now;
        }
        matched = next;
    }
    matched.last() == Some(&true)
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Pattern};

    #[test]
    fn patterns_match_tags_ids_methods_and_paths() {
        let candidate = Candidate {
            method: "GET".to_owned(),
            path: "/pets/{id}/toys".to_owned(),
            id: Some("pets.listToys".to_owned()),
            tags: vec!["pet store".to_owned(), "toys".to_owned()],
        };
        let matches = |text: &str| {
            text.parse::<Pattern>()
                .is_ok_and(|pattern| pattern.matches(&candidate))
        };
        for yes in [
            "tag:toys",
            "tag:pet store",
            "tag:*t*",
            "tag:*",
            "pets.listToys",
            "pets.*",
            "*Toys",
            "p*.*s",
            "*",
            "GET /pets/{id}/toys",
            "get /pets/*/toys",
            "* /pets/**",
            "/pets/**",
            "/**",
            "/**/toys",
            "/pets/**/toys",
            "/pets/{*}/t*",
            "/**/{id}/**",
            "/pets/{id}/toys/**",
        ] {
            assert!(matches(yes), "{yes}");
        }
        for no in [
            "tag:toy",
            "tag:pets",
            "toys",
            "pets.listToy",
            "*.list",
            "p*x*s",
            "POST /pets/**",
            "/pets/*",
            "/pets",
            "/**/pets",
            "/toys/**",
            "GET /pets/{id}",
            "/pets/{id}/toys/*",
            "GETS /**",
            "",
        ] {
            assert!(!matches(no), "{no}");
        }
    }
}
