//! Types of other crates that the user wants in place of a format's or a schema's: which types of the
//! description they stand for, and what the crate then needs. How they are read and written is the runtime's
//! business, or theirs.

mod library;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::choices::{Index, spelling};
use super::{Path, RustType, Sample};
use crate::api::{self, Api, Array, EnumKind, StringFormat, TypeId, TypeKind, TypeName, Use};
use crate::diagnostics::{Sink, codes};
use crate::options::{Notation, Options, Replacement, Runtime};
use library::foreign_type;

/// What types that go by their JSON are read with.
const JSON: &str = "serde_json";

/// A type of another crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The type, written in full.
    pub type_: RustType,
    /// How it is written.
    pub notation: Notation,
    /// What gives a value before anything is read; `None`: its `Default`.
    pub vacant: Option<Given>,
    /// The feature of the runtime that reads and writes it; `None`: the crate does.
    pub feature: Option<&'static str>,
    /// A value for examples, where no text is parsed for one.
    shown: Option<Given>,
    /// A text of it, for examples.
    example: Option<String>,
}

/// A value by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// A constant or a function.
    pub path: Path,
    /// Whether it is a function, and called.
    pub called: bool,
}

/// The types of other crates, and what they stand for.
#[derive(Debug, Default)]
pub(super) struct ForeignTypes {
    types: Vec<Foreign>,
    by_type: HashMap<TypeId, usize>,
}

impl Given {
    /// `bank::Iban::UNKNOWN`, or `bank::unknown()`.
    fn chosen(text: &str) -> Option<Self> {
        let path = text.strip_suffix("()");
        Some(Self {
            path: Path::chosen(path.unwrap_or(text))?,
            called: path.is_some(),
        })
    }
}

impl Foreign {
    /// A value for an example; `text` is one that the description suggests.
    pub(super) fn sample(&self, text: Option<String>) -> Sample {
        let text = self.example.clone().or(text);
        let text = text.filter(|_| self.shown.is_none() && self.notation != Notation::Json);
        match (text, self.shown.as_ref().or(self.vacant.as_ref())) {
            (Some(text), _) => Sample::Parsed(text),
            (None, Some(given)) => Sample::Given(given.clone()),
            (None, None) => Sample::Given(Given {
                path: Path::prelude("Default::default"),
                called: true,
            }),
        }
    }
}

impl ForeignTypes {
    /// What stands for a type of the description.
    pub(super) fn get(&self, id: TypeId) -> Option<&Foreign> {
        self.types.get(*self.by_type.get(&id)?)
    }

    /// Those that the crate itself reads and writes.
    pub(super) fn implemented(&self) -> Vec<Foreign> {
        let types = self.types.iter();
        types
            .filter(|foreign| foreign.feature.is_none())
            .cloned()
            .collect()
    }

    /// The crates that the paths begin with, and what reading by JSON needs.
    pub(super) fn crates(&self) -> BTreeSet<String> {
        let mut crates = BTreeSet::new();
        for foreign in &self.types {
            if foreign.feature.is_none() && foreign.notation == Notation::Json {
                crates.insert(JSON.to_owned());
            }
            crates.extend(crate_names(&foreign.type_));
        }
        crates
    }

    /// Lets a type stand for others; `false` where it is written in another way already.
    fn stand_for(
        &mut self,
        ids: &[TypeId],
        foreign: Foreign,
        key: (&str, &str),
        options: &Options,
        sink: &mut Sink,
    ) -> bool {
        let known = self
            .types
            .iter()
            .position(|known| known.type_ == foreign.type_);
        let place = options.places.get(key.0, key.1);
        let index = match known {
            Some(index)
                if self.types.get(index).map(|known| known.notation) != Some(foreign.notation) =>
            {
                sink.push(codes::conflicting_choice(key, place));
                return false;
            }
            Some(index) => index,
            None => {
                let is_depended = matches!(options.runtime, Runtime::Dependency { .. });
                if is_depended && foreign.feature.is_none() {
                    sink.push(codes::foreign_codec(key, place));
                }
                self.types.push(foreign);
                self.types.len() - 1
            }
        };
        self.by_type.extend(ids.iter().map(|id| (*id, index)));
        true
    }
}

fn crate_names(type_: &RustType) -> Vec<String> {
    let first = type_
        .path
        .iter()
        .filter_map(|path| path.name.split("::").next());
    let own = first.filter(|name| !matches!(*name, "crate" | "std" | "core" | "alloc"));
    let arguments = type_.arguments.iter().flat_map(crate_names);
    own.map(str::to_owned).chain(arguments).collect()
}

/// Finds what the user's types stand for, and gives the description without what nothing leads to any more.
pub(super) fn plan_foreign<'a>(
    api: &'a Api,
    reached: &HashSet<TypeId>,
    options: &Options,
    sink: &mut Sink,
) -> (Cow<'a, Api>, ForeignTypes) {
    let mut api = Cow::Borrowed(api);
    let mut foreign = ForeignTypes::default();
    let chosen = &options.types;
    if chosen.formats.is_empty() && chosen.schemas.is_empty() {
        return (api, foreign);
    }
    let mut by_type = Index::new(&options.places);
    let mut by_format: Vec<(String, TypeId)> = Vec::new();
    let (first, others): (Vec<_>, Vec<_>) =
        api.types.iter().partition(|(id, _)| reached.contains(id));
    for (id, type_) in first.into_iter().chain(others) {
        by_type.add(&spelling(type_), type_.docs.origin.as_ref(), id);
        by_format.extend(format(&type_.kind).map(|format| (format.to_owned(), id)));
    }
    let table = "types.schemas";
    let mut replaced = HashSet::new();
    for (key, replacement) in &chosen.schemas {
        if let Some(id) = by_type.get(table, key, sink) {
            let id = of_its_own(&mut api, id);
            replaced.insert(id);
            replace(
                &mut api,
                &mut foreign,
                &[id],
                replacement,
                (table, key),
                options,
                sink,
            );
        }
    }
    let table = "types.formats";
    for (key, replacement) in &chosen.formats {
        let of_format = by_format.iter().filter(|(format, _)| format == key);
        let ids: Vec<_> = of_format.map(|(_, id)| *id).collect();
        if ids.is_empty() {
            let formats = by_format.iter().map(|(format, _)| format.as_str());
            let place = options.places.get(table, key);
            sink.push(codes::unmatched_choice(table, key, formats, place));
        }
        // numbers and strings of one format are two kinds of values
        let is_string = |id: &TypeId| {
            let kind = api.types.get(*id).map(|type_| &type_.kind);
            matches!(kind, Some(TypeKind::String(_)))
        };
        let others = ids.into_iter().filter(|id| !replaced.contains(id));
        let (strings, numbers): (Vec<_>, Vec<_>) = others.partition(is_string);
        for ids in [numbers, strings] {
            replace(
                &mut api,
                &mut foreign,
                &ids,
                replacement,
                (table, key),
                options,
                sink,
            );
        }
    }
    (api, foreign)
}

/// The type itself, or what it is a name for, as a type that it alone is a name for.
fn of_its_own(api: &mut Cow<'_, Api>, id: TypeId) -> TypeId {
    let mut meant = id;
    let mut nullable = false;
    for _ in 0..api.types.iter().len() {
        match api.types.get(meant).map(|type_| &type_.kind) {
            Some(TypeKind::Alias(target)) => {
                nullable |= target.nullable;
                meant = target.type_;
            }
            _ => break,
        }
    }
    let Some(target) = api.types.get(meant).filter(|_| meant != id).cloned() else {
        return id;
    };
    let words = spelling(&target);
    let types = &mut api.to_mut().types;
    let type_ = types.push(api::Type {
        name: TypeName::Inline(vec![words]),
        ..target
    });
    if let Some(name) = types.get_mut(id) {
        name.kind = TypeKind::Alias(Use { type_, nullable });
    }
    type_
}

/// Puts a type in the place of others, which are all of one kind.
fn replace(
    api: &mut Cow<'_, Api>,
    foreign: &mut ForeignTypes,
    ids: &[TypeId],
    replacement: &Replacement,
    key: (&str, &str),
    options: &Options,
    sink: &mut Sink,
) {
    let first = ids.first().and_then(|id| api.types.get(*id));
    let Some(kind) = first.map(|type_| type_.kind.clone()) else {
        return; // none are of that kind
    };
    let written_format = format(&kind).map(str::to_owned);
    let stand_in = match replacement.type_.as_str() {
        "String" => TypeKind::String(StringFormat::Plain(written_format)),
        "Value" => TypeKind::Any,
        _ => {
            let format = written_format.as_deref().unwrap_or_default();
            let Some(type_) = foreign_type(replacement, &kind, format) else {
                let place = options.places.get(key.0, key.1);
                sink.push(codes::unfit_library(key, &replacement.type_, place));
                return;
            };
            if !foreign.stand_for(ids, type_, key, options, sink) || is_scalar(&kind) {
                return;
            }
            plain(api, &kind)
        }
    };
    for id in ids {
        if let Some(type_) = api.to_mut().types.get_mut(*id) {
            type_.kind = stand_in.clone();
        }
    }
}

fn is_scalar(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::String(_) | TypeKind::Integer(_) | TypeKind::Number { .. } | TypeKind::Boolean
    )
}

/// A type of the same kind of JSON that leads to nothing else: its parts have no types of their own any more.
fn plain(api: &mut Cow<'_, Api>, kind: &TypeKind) -> TypeKind {
    let mut any = || Use {
        type_: api.to_mut().types.push(api::Type {
            name: TypeName::Inline(vec!["value".to_owned()]),
            kind: TypeKind::Any,
            docs: api::Docs::default(),
        }),
        nullable: false,
    };
    match kind {
        TypeKind::Object(_) | TypeKind::Map(_) => TypeKind::Map(any()),
        TypeKind::Array(_) | TypeKind::Tuple(_) => TypeKind::Array(Array { items: any() }),
        TypeKind::Enumeration(enumeration) => match enumeration.kind {
            EnumKind::Strings => TypeKind::String(StringFormat::Plain(None)),
            EnumKind::Numbers => TypeKind::Number { exact: true },
            EnumKind::Mixed => TypeKind::Any,
        },
        _ => TypeKind::Any,
    }
}

/// The format of a string, and of numbers whose digits matter.
fn format(kind: &TypeKind) -> Option<&str> {
    match kind {
        TypeKind::Number { exact: true } => Some("decimal"),
        TypeKind::String(format) => match format {
            StringFormat::Plain(format) => format.as_deref(),
            StringFormat::DateTime => Some("date-time"),
            StringFormat::Date => Some("date"),
            StringFormat::Time => Some("time"),
            StringFormat::Duration => Some("duration"),
            StringFormat::Uuid => Some("uuid"),
            StringFormat::Byte => Some("byte"),
            StringFormat::ByteUrl => Some("base64url"),
            StringFormat::Binary => None, // bytes, outside of JSON
            StringFormat::Password => Some("password"),
        },
        _ => None,
    }
}
