//! What an operation answers: its output, its errors, and which status decodes to what.

use http::StatusCode;

use super::docs::{Docs, plan_docs};
use super::media_type::{Form, plan_content};
use super::scope::Scope;
use super::types::Types;
use super::{Identifier, Imports, Module, RustType};
use crate::api::{self, Method, Status};
use crate::diagnostics::Sink;

/// What a reply's body is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// Not looked at.
    Nothing,
    /// A value.
    Value(Form, RustType),
}

/// What all successes, or all failures, come down to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replies {
    /// There is none: `Infallible`.
    Never(RustType),
    /// All carry the same.
    Same(Payload),
    /// An enumeration with a variant for each.
    Enum(Identifier, Vec<ReplyVariant>),
}

/// A documented reply as a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyVariant {
    /// Its name.
    pub name: Identifier,
    /// Its words.
    pub docs: Docs,
    /// What it carries.
    pub payload: Payload,
}

/// Which statuses an arm is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status.
    Exact(u16),
    /// From one status to another.
    Between(u16, u16),
    /// Every other.
    Any,
}

/// An arm of the match on a reply's status.
#[derive(Debug, Clone)]
pub struct Arm {
    /// When.
    pub status: StatusPattern,
    /// Whether that is a success.
    pub success: bool,
    /// The place of the reply among the successes or failures.
    pub index: usize,
}

/// What an operation answers.
#[derive(Debug, Clone)]
pub struct Responses {
    /// The successes.
    pub output: Replies,
    /// The failures.
    pub error: Replies,
    /// The arms, the most exact first.
    pub arms: Vec<Arm>,
    /// The media types that can be read, for `Accept`.
    pub accept: String,
}

struct Reply<'a> {
    response: &'a api::Response,
    payload: Payload,
}

/// What an operation answers; `name` is the operation's.
pub(super) fn plan_responses(
    types: &Types<'_>,
    operation: &api::Operation,
    (output, error): (Identifier, Identifier),
    imports: &mut Imports,
    sink: &mut Sink,
) -> Responses {
    let mut accept = Vec::new();
    let mut replies = Vec::new();
    for response in &operation.responses {
        let origin = response.docs.origin.as_ref();
        let content = match operation.method {
            Method::Head => None, // no reply to it has a body (RFC 9110, section 9.3.2)
            _ => plan_content(types, &response.contents, origin, imports, sink),
        };
        let payload = match content {
            None => Payload::Nothing,
            Some(chosen) => {
                accept.push(chosen.content.media_type.essence());
                Payload::Value(chosen.form, chosen.type_)
            }
        };
        replies.push(Reply { response, payload });
    }
    let mut seen = std::collections::HashSet::new();
    accept.retain(|media_type| seen.insert(media_type.clone()));
    let arms = plan_arms(&replies);
    Responses {
        output: plan_replies(&replies, &arms, true, output, imports),
        error: plan_replies(&replies, &arms, false, error, imports),
        arms: numbered(arms),
        accept: accept.join(", "),
    }
}

/// An arm for each reply. What answers "anything else" where no success is documented answers both.
fn plan_arms(replies: &[Reply<'_>]) -> Vec<Arm> {
    let is = |hundred: u16| {
        move |reply: &Reply<'_>| match reply.response.status {
            Status::Exact(status) => status / 100 == hundred,
            Status::Range(digit) => u16::from(digit) == hundred,
            Status::Default => false,
        }
    };
    let good = [2, 3]
        .into_iter()
        .find(|hundred| replies.iter().any(is(*hundred)));
    let mut arms = Vec::new();
    for (index, reply) in replies.iter().enumerate() {
        let success = good.is_some_and(|hundred| is(hundred)(reply));
        let mut arm = |status, success| {
            arms.push(Arm {
                status,
                success,
                index,
            })
        };
        match reply.response.status {
            Status::Exact(status) => arm(StatusPattern::Exact(status), success),
            Status::Range(digit) => {
                let first = u16::from(digit) * 100;
                arm(StatusPattern::Between(first, first + 99), success);
            }
            Status::Default => {
                if good.is_none() {
                    arm(StatusPattern::Between(200, 299), true);
                }
                arm(StatusPattern::Any, false);
            }
        }
    }
    arms
}

/// The arms with the places of their replies among those of their kind.
fn numbered(mut arms: Vec<Arm>) -> Vec<Arm> {
    let (mut successes, mut failures) = (0, 0);
    for arm in &mut arms {
        let next = match arm.success {
            true => &mut successes,
            false => &mut failures,
        };
        arm.index = *next;
        *next += 1;
    }
    arms
}

fn plan_replies(
    replies: &[Reply<'_>],
    arms: &[Arm],
    success: bool,
    name: Identifier,
    imports: &mut Imports,
) -> Replies {
    let chosen: Vec<_> = arms
        .iter()
        .filter(|arm| arm.success == success)
        .filter_map(|arm| replies.get(arm.index).map(|reply| (arm, reply)))
        .collect();
    let payloads_differ = chosen.windows(2).any(|pair| match pair {
        [(_, one), (_, other)] => one.payload != other.payload,
        _ => false,
    });
    match chosen.first() {
        None if success => Replies::Same(Payload::Nothing), // nothing documented: any success is undocumented
        None => Replies::Never(RustType::of(imports.name(Module::Convert, "Infallible"))),
        Some((_, only)) if success && !payloads_differ => Replies::Same(only.payload.clone()),
        Some(_) => {
            let mut scope = Scope::default();
            let variants = chosen
                .iter()
                .map(|(arm, reply)| variant(arm, reply, &mut scope));
            Replies::Enum(name, variants.collect())
        }
    }
}

fn variant(arm: &Arm, reply: &Reply<'_>, scope: &mut Scope) -> ReplyVariant {
    let (words, title) = match arm.status {
        StatusPattern::Exact(status) => {
            let reason = StatusCode::from_u16(status)
                .ok()
                .and_then(|code| code.canonical_reason());
            match reason {
                Some(reason) => (reason.to_owned(), format!("{status} {reason}")),
                None => (format!("Status {status}"), status.to_string()),
            }
        }
        StatusPattern::Between(first, _) => {
            let words = match first / 100 {
                1 => "Informational",
                2 => "Success",
                3 => "Redirection",
                4 => "ClientErrors",
                _ => "ServerErrors",
            };
            (words.to_owned(), format!("{}xx", first / 100))
        }
        StatusPattern::Any => ("Other".to_owned(), "Any other status".to_owned()),
    };
    let described = plan_docs(&reply.response.docs, "").text;
    // a description that says no more than the status is not repeated
    let text = match described.is_empty() || title.ends_with(described.trim_end_matches('.')) {
        true => format!("{title}."),
        false => format!("{title}: {described}"),
    };
    ReplyVariant {
        name: scope.claim(Identifier::upper_camel(&words)),
        docs: Docs {
            text,
            deprecated: false,
        },
        payload: reply.payload.clone(),
    }
}
