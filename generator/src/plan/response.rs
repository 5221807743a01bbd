//! What an operation answers: its output, its errors, and which status decodes to what.

use super::accept::Accept;
use super::docs::{Docs, led_by, plan_docs};
use super::reading::Reading;
use super::reply_body::{Content, Guard, ReplyBody, plan_reply_body};
use super::reply_stream::{Framing, ReplyStream};
use super::scope::Scope;
use super::status_pattern::{StatusPattern, begin_apart, name_and_title};
use super::types::{Size, Types};
use super::{Identifier, Imports, Module, Path, RustType};
use crate::api::{self, Method, Status};
use crate::diagnostics::Sink;

/// How many bytes a variant may have more than the next largest (clippy's `large_enum_variant`).
const UNEVEN: usize = 200;

/// What all successes, or all failures, come down to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replies {
    /// There is none: `Infallible`.
    Never(RustType),
    /// All carry the same; the unit type where that is nothing.
    Same(RustType),
    /// An enumeration with a variant for each.
    Enum(Identifier, Vec<ReplyVariant>),
}

impl Replies {
    /// Whether there is a value to be shown: a body, and no mere bytes.
    pub(super) fn has_value(&self) -> bool {
        match self {
            Self::Never(_) => false,
            Self::Same(type_) => {
                let name = type_.path.as_ref().map(|path| path.name.as_str());
                *type_ != RustType::UNIT && name != Some("Bytes")
            }
            Self::Enum(..) => true,
        }
    }
}

/// A documented reply as a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyVariant {
    /// Its name.
    pub name: Identifier,
    /// Its words.
    pub docs: Docs,
    /// What it carries.
    pub type_: Option<RustType>,
}

/// An arm of the match on a reply's status and content type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arm {
    /// When.
    pub status: StatusPattern,
    /// And what the content type must be.
    pub guard: Option<Guard>,
    /// Whether that is a success.
    pub success: bool,
    /// What the reply is.
    pub meaning: Meaning,
}

/// What a reply is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// One of the documented.
    Documented {
        /// The place of its variant among the successes or failures.
        variant: usize,
        /// How its body is read; `None`: not at all.
        reading: Option<Reading>,
    },
    /// Of none of the documented media types, which are these in words.
    Unexpected(String),
}

/// What an operation answers.
#[derive(Debug, Clone)]
pub struct Responses {
    /// The successes.
    pub output: Replies,
    /// The failures.
    pub error: Replies,
    /// The enumeration of another operation that `error` is, where both fail alike.
    pub error_is: Option<Identifier>,
    /// Whether a function of the enumeration reads the failures, for all operations that fail alike.
    pub fails_apart: bool,
    /// What only the variants of `error` need.
    pub error_imports: Imports,
    /// What their enumerations derive.
    pub derives: Vec<Path>,
    /// Those of which one variant is so much larger than the others that clippy would have a box for it.
    pub uneven: Vec<Identifier>,
    /// The arms, the most exact first.
    pub arms: Vec<Arm>,
    /// The media types that can be read, for `Accept`: the best first.
    pub accept: String,
    /// Whether a redirect is the documented success.
    pub keeps_redirects: bool,
    /// What a success may be item by item.
    pub stream: Option<ReplyStream>,
}

impl Responses {
    /// The arms of what is no success.
    pub fn failing_arms(&self) -> impl Iterator<Item = &Arm> {
        self.arms.iter().filter(|arm| !arm.success)
    }

    /// Whether an enumeration is that of the failures, and reads them for several operations.
    pub fn reads_failures_of(&self, enumeration: &Identifier) -> bool {
        self.is_error(enumeration) && self.fails_apart && self.error_is.is_none()
    }

    /// Whether an enumeration is that of the failures.
    pub fn is_error(&self, enumeration: &Identifier) -> bool {
        matches!(&self.error, Replies::Enum(name, _) if name == enumeration)
    }
}

/// A documented reply: one thing that may come with one status.
struct Reply<'a> {
    response: &'a api::Response,
    status: StatusPattern,
    success: bool,
    content: Option<Content>,
}

/// What an operation answers; `output` and `error` are the names of its enumerations.
pub(super) fn plan_responses(
    types: &Types<'_>,
    operation: &api::Operation,
    (output, error): (Identifier, Identifier),
    imports: &mut Imports,
    sink: &mut Sink,
) -> Responses {
    let mut accept = Accept::default();
    let mut arms = Vec::new();
    let good = good(&operation.responses);
    let mut stream = None;
    let mut variants = [Variants::default(), Variants::default()];
    let (bodies, error_imports) = plan_reply_bodies(types, operation, good, imports, sink);
    for (response, body) in operation.responses.iter().zip(bodies) {
        let is_success = statuses(response.status, good)
            .iter()
            .any(|(_, success)| *success);
        accept.add(&body, is_success);
        if is_success && stream.is_none() {
            stream.clone_from(&body.stream);
        }
        for (status, success) in statuses(response.status, good) {
            let [successes, failures] = &mut variants;
            let variants = if success { successes } else { failures };
            let mut arm = |guard, meaning| {
                arms.push(Arm {
                    status,
                    guard,
                    success,
                    meaning,
                });
            };
            let reply = |content| Reply {
                response,
                status,
                success,
                content,
            };
            // the one that is asked for first is the first variant, whatever is tried first
            let best = body.contents.iter().find(|content| content.word.is_empty());
            if let Some(best) = best {
                variants.place(reply(Some(best.clone())));
            }
            for content in &body.contents {
                let variant = variants.place(reply(Some(content.clone())));
                let reading = Some(content.reading);
                arm(
                    content.guard.clone(),
                    Meaning::Documented { variant, reading },
                );
            }
            match body.expected() {
                Some(expected) => arm(None, Meaning::Unexpected(expected)),
                None if body.contents.is_empty() => {
                    let variant = variants.place(reply(None));
                    let reading = None;
                    arm(None, Meaning::Documented { variant, reading });
                }
                None => {}
            }
        }
    }
    begin_apart(&mut arms);
    let [successes, failures] = variants;
    let uneven = [(&successes, &output), (&failures, &error)];
    let uneven = uneven
        .into_iter()
        .filter(|(variants, _)| variants.are_uneven(types))
        .map(|(_, name)| name.clone())
        .collect();
    Responses {
        uneven,
        output: successes.plan(true, output, imports),
        error: failures.plan(false, error, imports),
        error_is: None,
        fails_apart: false,
        error_imports,
        derives: types.choices().derives_around_types(),
        // of methods that are followed at all
        keeps_redirects: good == Some(3) && matches!(operation.method, Method::Get | Method::Head),
        arms,
        stream: stream.map(|stream| plan_stream(stream, &accept, imports)),
        accept: operation.accept.clone().unwrap_or_else(|| accept.written()),
    }
}

/// The bodies of an operation's replies, and what only those of failures import.
fn plan_reply_bodies(
    types: &Types<'_>,
    operation: &api::Operation,
    good: Option<u16>,
    imports: &mut Imports,
    sink: &mut Sink,
) -> (Vec<ReplyBody>, Imports) {
    let mut bodies = vec![ReplyBody::default(); operation.responses.len()];
    if operation.method == Method::Head {
        return (bodies, Imports::default()); // no reply to it has one (RFC 9110, section 9.3.2)
    }
    let mut before = imports.clone();
    for failures in [false, true] {
        before.clone_from(imports);
        for (response, body) in operation.responses.iter().zip(&mut bodies) {
            let statuses = statuses(response.status, good);
            if statuses.iter().all(|(_, success)| !success) == failures {
                let origin = response.docs.origin.as_ref();
                *body = plan_reply_body(types, &response.contents, origin, imports, sink);
            }
        }
    }
    let mut only = imports.beyond(&before);
    only.forget("Framing"); // reading names it, whatever the variant is called
    (bodies, only)
}

/// A stream that is asked for before anything else.
fn plan_stream(
    (item, framing, media_type): (RustType, Framing, String),
    accept: &Accept,
    imports: &mut Imports,
) -> ReplyStream {
    imports.name(Module::Runtime, "Framing");
    imports.name(Module::Runtime, "StreamOperation");
    ReplyStream {
        item,
        framing,
        accept: accept.after(media_type).written(),
    }
}

/// Which hundred of statuses is the documented success: redirects are where nothing better is.
fn good(responses: &[api::Response]) -> Option<u16> {
    let is = |hundred: u16| {
        move |response: &api::Response| match response.status {
            Status::Exact(status) => status / 100 == hundred && status != 304,
            Status::Range(digit) => u16::from(digit) == hundred,
            Status::Default => false,
        }
    };
    let mut hundreds = [2, 3].into_iter();
    hundreds.find(|hundred| responses.iter().any(is(*hundred)))
}

/// The statuses that a response is for, and whether they are successes. What answers "anything else"
/// where no success is documented answers both.
fn statuses(status: Status, good: Option<u16>) -> Vec<(StatusPattern, bool)> {
    match status {
        Status::Exact(status) => vec![(StatusPattern::Exact(status), good == Some(status / 100))],
        Status::Range(digit) => {
            let hundred = u16::from(digit);
            let pattern = StatusPattern::Between(hundred * 100, hundred * 100 + 99);
            vec![(pattern, good == Some(hundred))]
        }
        Status::Default if good.is_none() => vec![
            (StatusPattern::Between(200, 299), true),
            (StatusPattern::Any, false),
        ],
        Status::Default => vec![(StatusPattern::Any, false)],
    }
}

/// The successes, or the failures: those of one status that carry the same are one.
#[derive(Default)]
struct Variants<'a>(Vec<Reply<'a>>);

impl<'a> Variants<'a> {
    /// The place of a reply's variant.
    fn place(&mut self, reply: Reply<'a>) -> usize {
        let same =
            |other: &Reply<'a>| other.status == reply.status && other.type_() == reply.type_();
        match self.0.iter().position(same) {
            Some(place) => place,
            None => {
                self.0.push(reply);
                self.0.len() - 1
            }
        }
    }

    /// Whether clippy finds one of them too large beside the others: a box would stand in every caller's pattern,
    /// for a value that is made once for a reply.
    fn are_uneven(&self, types: &Types<'_>) -> bool {
        let sizes: Vec<_> = self.0.iter().map(|reply| reply.size(types)).collect();
        let mut replies = self.0.iter().zip(&sizes).enumerate();
        replies.any(|(index, (reply, size))| {
            let others = self.0.iter().zip(&sizes).enumerate();
            let others = others.filter(|(other, _)| *other != index);
            let is_alone = others
                .clone()
                .all(|(_, (other, _))| other.type_() != reply.type_());
            let next = others.map(|(_, (_, size))| size.least).max();
            is_alone && next.is_some_and(|next| size.most > next.saturating_add(UNEVEN))
        })
    }

    fn plan(self, success: bool, name: Identifier, imports: &mut Imports) -> Replies {
        let replies = &self.0;
        let differ = replies
            .windows(2)
            .any(|pair| matches!(pair, [one, other] if one.type_() != other.type_()));
        match replies.first() {
            None if success => Replies::Same(RustType::UNIT), // nothing documented: any success is undocumented
            None => Replies::Never(RustType::of(imports.name(Module::Convert, "Infallible"))),
            Some(only) if success && !differ => {
                Replies::Same(only.type_().cloned().unwrap_or(RustType::UNIT))
            }
            Some(_) => {
                let mut scope = Scope::default();
                let variants = replies.iter().map(|reply| reply.variant(&mut scope));
                Replies::Enum(name, variants.collect())
            }
        }
    }
}

impl Reply<'_> {
    fn type_(&self) -> Option<&RustType> {
        self.content.as_ref().map(|content| &content.type_)
    }

    fn size(&self, types: &Types<'_>) -> Size {
        match &self.content {
            None => Size::of(0),
            Some(content) => content.size(types),
        }
    }

    fn variant(&self, scope: &mut Scope) -> ReplyVariant {
        let (words, mut title) = name_and_title(self.status);
        let word = self.content.as_ref().map_or("", |content| &content.word);
        if let Some(content) = self.content.as_ref().filter(|_| !word.is_empty()) {
            let ranges = content.ranges.join("`, `");
            let accept = content.asked.first().map_or("*/*", String::as_str);
            title = match self.success {
                true => format!("{title} as `{ranges}` (`.header(\"accept\", \"{accept}\")`)"),
                false => format!("{title} as `{ranges}`"),
            };
        }
        let described = plan_docs(&self.response.docs, "").text;
        // a description that says no more than the status is not repeated
        let said = described.trim_end_matches('.').to_ascii_lowercase();
        let text = match title.to_ascii_lowercase().ends_with(&said) {
            true => format!("{title}."),
            false => led_by(&title, &described),
        };
        ReplyVariant {
            name: scope.claim(Identifier::upper_camel(&format!("{words} {word}"))),
            docs: Docs {
                text,
                deprecated: false,
            },
            type_: self.type_().cloned(),
        }
    }
}
