//! What a reply's body is, by its content type: which media types come down to one, how each is read,
//! and what is asked for.

use super::reading::{Reading, is_plain_string, is_structured, reading};
use super::reply_stream::{Framing, is_stream, plan_items};
use super::types::{Size, Types};
use super::{Imports, Module, Path, RustType};
use crate::api::{MediaTypeObject, Use};
use crate::diagnostics::{Origin, Sink, codes};

/// What a reply's content type must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guard {
    /// JSON, under whatever media type.
    Json,
    /// One of these media types and ranges.
    Ranges(Vec<String>),
}

/// One thing that a reply's body may be.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// What its content type must be; `None`: it is what everything else is taken for.
    pub(super) guard: Option<Guard>,
    pub(super) reading: Reading,
    pub(super) type_: RustType,
    /// What the document says of it: its type, where it is JSON.
    value: Option<Use>,
    /// What tells it from the one that is asked for first; empty for that one.
    pub(super) word: String,
    /// The media types and ranges that it stands for, as they are told apart.
    pub(super) ranges: Vec<String>,
    /// As they are asked for: with parameters (RFC 9110, section 12.5.1).
    pub(super) asked: Vec<String>,
}

impl Content {
    /// How large it is when it has been read.
    pub(super) fn size(&self, types: &Types<'_>) -> Size {
        match (self.reading, self.value) {
            (Reading::Json, Some(value)) => types.size(value),
            (Reading::Json, None) | (Reading::Bytes, _) => Size::of(32),
            (Reading::Text | Reading::Items(_), _) => Size::of(24),
        }
    }
}

/// What a reply's body may be.
#[derive(Debug, Clone, Default)]
pub(super) struct ReplyBody {
    /// In the order in which they are tried; none where there is no body.
    pub(super) contents: Vec<Content>,
    /// What is asked for, the best first: the range, and how much less than the best it is wanted.
    pub(super) accept: Vec<(String, u8)>,
    /// What it may be item by item, if that is asked for; and the media type.
    pub(super) stream: Option<(RustType, Framing, String)>,
}

impl ReplyBody {
    /// The media types in words, where a reply may be none of them: no content is without a guard.
    pub(super) fn expected(&self) -> Option<String> {
        let open = |content: &Content| content.guard.is_none();
        if self.contents.is_empty() || self.contents.iter().any(open) {
            return None;
        }
        let ranges = self.contents.iter().flat_map(|content| &content.ranges);
        let ranges: Vec<_> = ranges.map(|range| format!("`{range}`")).collect();
        Some(ranges.join(" or "))
    }
}

/// Decides what a reply's body may be.
pub(super) fn plan_reply_body(
    types: &Types<'_>,
    contents: &[MediaTypeObject],
    origin: Option<&Origin>,
    imports: &mut Imports,
    sink: &mut Sink,
) -> ReplyBody {
    let planner = Planner {
        types,
        origin,
        sink,
    };
    let stream = contents
        .iter()
        .find(|content| is_stream(&content.media_type.essence()))
        .map(|content| {
            let (item, framing) = plan_items(types, content, imports);
            (item, framing, content.media_type.asked())
        });
    let kept = planner.kept(contents, stream.as_ref(), imports);
    let mut accept = Vec::new();
    for (less, content) in kept.iter().enumerate() {
        let less = u8::try_from(less).unwrap_or(u8::MAX).min(9);
        for range in &content.asked {
            let is_range = range.contains('*');
            if is_range && content.reading == Reading::Json {
                accept.push(("application/json".to_owned(), less));
            }
            accept.push((range.clone(), (less + u8::from(is_range)).min(9)));
        }
    }
    ReplyBody {
        contents: guarded(kept),
        accept,
        stream,
    }
}

struct Planner<'t, 'a, 's> {
    types: &'t Types<'a>,
    origin: Option<&'t Origin>,
    sink: &'s mut Sink,
}

impl Planner<'_, '_, '_> {
    /// The media types that are more than another notation of the same, the best first.
    fn kept(
        mut self,
        contents: &[MediaTypeObject],
        stream: Option<&(RustType, Framing, String)>,
        imports: &mut Imports,
    ) -> Vec<Content> {
        let mut ranked = self.media_types(contents);
        ranked.sort_by_key(|content| rank(self.types, content));
        let mut kept: Vec<(&MediaTypeObject, Content)> = Vec::new();
        for written in ranked {
            let essence = written.media_type.essence();
            let reading = reading(self.types, written);
            if kept.iter().any(|(other, content)| {
                self.is_other_notation(written, reading, other, content.reading)
            }) {
                continue; // the value is there, in the notation that is asked for
            }
            let best = kept.first().map(|(best, _)| best.media_type.0.clone());
            if best.is_some() && is_stream(&essence) {
                continue; // for those who ask for items
            }
            if let Some(best) = best.filter(|_| written.media_type.is_xml()) {
                self.report(written, &format!("is left out beside `{best}`"));
                continue;
            }
            self.report_loss(written, reading);
            let (reading, type_) = match stream.filter(|_| is_stream(&essence)) {
                Some((item, framing, _)) => {
                    let list = item.clone().wrapped_in(Path::prelude("Vec"));
                    (Reading::Items(*framing), list)
                }
                None => (reading, self.type_of(written, reading, imports)),
            };
            if let Reading::Items(_) = reading {
                imports.name(Module::Runtime, "Framing");
            }
            let same = kept
                .iter_mut()
                .find(|(_, other)| other.reading == reading && other.type_ == type_);
            match same {
                Some((_, other)) => {
                    other.ranges.push(essence);
                    other.asked.push(written.media_type.asked());
                }
                None => {
                    let word = match (kept.is_empty(), reading) {
                        (true, _) => String::new(),
                        (false, Reading::Json) => subtype(&essence).to_owned(),
                        (false, Reading::Text) => "text".to_owned(),
                        (false, Reading::Bytes) => "bytes".to_owned(),
                        (false, Reading::Items(_)) => "items".to_owned(), // never: streams come last
                    };
                    let content = Content {
                        guard: None,
                        reading,
                        type_,
                        value: written.value,
                        word,
                        ranges: vec![essence],
                        asked: vec![written.media_type.asked()],
                    };
                    kept.push((written, content));
                }
            }
        }
        kept.into_iter().map(|(_, content)| content).collect()
    }

    /// What is a media type at all, where anything is.
    fn media_types<'c>(&mut self, contents: &'c [MediaTypeObject]) -> Vec<&'c MediaTypeObject> {
        let is_media_type = |content: &MediaTypeObject| content.media_type.0.contains('/');
        if !contents.iter().any(is_media_type) {
            return contents.iter().collect();
        }
        for content in contents.iter().filter(|content| !is_media_type(content)) {
            self.report(content, "is left out: that is no media type");
        }
        contents
            .iter()
            .filter(|content| is_media_type(content))
            .collect()
    }

    /// Whether a media type holds the value of another one, or does not say what it holds.
    fn is_other_notation(
        &self,
        written: &MediaTypeObject,
        reading: Reading,
        other: &MediaTypeObject,
        other_reading: Reading,
    ) -> bool {
        if other_reading != Reading::Json || is_stream(&written.media_type.essence()) {
            return false;
        }
        let (Some(value), Some(other)) = (written.value, other.value) else {
            let is_vague = reading == Reading::Json
                || written.media_type.0.contains('*')
                || written.media_type.is_xml();
            return written.value.is_none() && is_vague;
        };
        let is_text = reading == Reading::Text && is_plain_string(self.types, value);
        self.types.resolve(value) == self.types.resolve(other) && !is_text
            || self.types.canonical(value) == self.types.canonical(other)
                && reading == Reading::Json
    }

    fn type_of(
        &self,
        written: &MediaTypeObject,
        reading: Reading,
        imports: &mut Imports,
    ) -> RustType {
        match (reading, written.value) {
            (Reading::Json, Some(value)) => self.types.written(value, imports),
            (Reading::Json, None) => RustType::of(imports.name(Module::Runtime, "Value")),
            (Reading::Text, _) => RustType::of(Path::prelude("String")),
            (Reading::Bytes | Reading::Items(_), _) => {
                RustType::of(imports.name(Module::Runtime, "Bytes"))
            }
        }
    }

    /// Says where a schema is not expressed.
    fn report_loss(&mut self, written: &MediaTypeObject, reading: Reading) {
        let structured = written
            .value
            .is_some_and(|value| is_structured(self.types, value));
        match reading {
            _ if is_stream(&written.media_type.essence()) => {}
            Reading::Text if structured => self.report(written, "is given as text"),
            Reading::Bytes if structured => self.report(written, "is given as bytes"),
            _ => {}
        }
    }

    fn report(&mut self, written: &MediaTypeObject, instead: &str) {
        if let Some(origin) = self.origin {
            let media_type = &written.media_type.0;
            self.sink
                .push(codes::unsupported_media_type(origin, media_type, instead));
        }
    }
}

/// The contents in the order in which they are tried, the most exact first, and each but the last with
/// what its content type must be.
fn guarded(mut kept: Vec<Content>) -> Vec<Content> {
    if kept.len() < 2 {
        return kept;
    }
    tell_by_parameters(&mut kept);
    let is_open = |content: &Content| content.ranges.iter().any(|range| range == "*/*");
    let has_open = kept.iter().any(is_open);
    let mut contents = Vec::new();
    let mut last = Vec::new();
    for (index, mut content) in kept.into_iter().enumerate() {
        let is_json = index == 0 && content.reading == Reading::Json;
        if is_open(&content) || (is_json && !has_open) {
            last.push(content);
            continue;
        }
        content.guard = Some(match is_json {
            true => Guard::Json,
            false => Guard::Ranges(content.ranges.clone()),
        });
        contents.push(content);
    }
    let has = |ranges: &[String], sign| ranges.iter().any(|range| range.contains(sign));
    contents.sort_by_key(|content| match &content.guard {
        Some(Guard::Ranges(ranges)) if has(ranges, ';') => 0,
        Some(Guard::Ranges(ranges)) if !has(ranges, '*') => 1,
        Some(Guard::Ranges(_)) => 3,
        Some(Guard::Json) | None => 2,
    });
    contents.extend(last);
    contents
}

/// Of several contents of one media type, what tells them apart is its parameters.
fn tell_by_parameters(kept: &mut [Content]) {
    let ranges: Vec<_> = kept.iter().map(|content| content.ranges.clone()).collect();
    for (index, content) in kept.iter_mut().enumerate() {
        let mut others = ranges.iter().enumerate();
        let is_shared = |(other, ranges): (usize, &Vec<String>)| {
            other != index && content.ranges.iter().any(|range| ranges.contains(range))
        };
        if others.any(is_shared) {
            content.ranges.clone_from(&content.asked);
        }
    }
}

/// The smaller, the better; of one media type with several parameters, the one without.
fn rank(types: &Types<'_>, content: &MediaTypeObject) -> (u8, bool) {
    let essence = content.media_type.essence();
    let rank = match reading(types, content) {
        _ if is_stream(&essence) => 9,
        Reading::Json if essence == "application/json" => 0,
        Reading::Json if content.media_type.is_json() => 1,
        Reading::Json => 2,
        Reading::Text if content.media_type.is_xml() => 4,
        Reading::Bytes if essence.contains('*') => 5,
        Reading::Text | Reading::Bytes | Reading::Items(_) => 3,
    };
    (rank, content.media_type.has_parameters())
}

fn subtype(essence: &str) -> &str {
    essence
        .split_once('/')
        .map_or(essence, |(_, subtype)| subtype)
}
