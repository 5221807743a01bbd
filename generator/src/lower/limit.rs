//! `x-rate-limits`: the limits that a description declares, on its three levels.
//!
//! ```yaml
//! x-rate-limits:               # on the document, on a tag, or on an operation
//!   burst: { limit: 10, window: 1s }
//!   steady: { limit: 150, window: 1m, scope: tag }
//! ```
//!
//! A mapping from the names of policies to policies:
//!
//! - `limit`: how many requests may arrive in any window, a natural number from 1;
//! - `window`: how long it is: a number of seconds, or a number with `ms`, `s`, `m`, `h` or `d`;
//! - `scope`: what is counted together: `operation`, `tag` (the operation's first one) or `document`;
//!   unless told the level that the policy stands on.
//!
//! A policy binds every operation below the place where it stands, all of an operation's policies at
//! once. Policies of one name and scope are one policy and share their places.

use super::Lowerer;
use crate::api::{Limit, LimitScope};
use crate::diagnostics::codes;
use crate::document::{OperationEntry, RateLimits};
use crate::options::{self, Candidate, window_millis};
use crate::source::{Mapping, Node, Origin};

impl<'d> Lowerer<'d, '_> {
    /// The limits that bind an operation: its own, its tags', the document's.
    pub(super) fn limits(&mut self, id: &str, entry: &OperationEntry<'d>) -> Vec<Limit> {
        let carried = &self.document.carried;
        let operation = LimitScope::Operation(id.to_owned());
        let tags = &entry.operation.tags;
        let tag = tags
            .first()
            .map_or(LimitScope::Document, |tag| LimitScope::Tag(tag.clone()));
        let mut limits = self.chosen_limits(entry, &operation, &tag);
        if let Some(own) = entry.rate_limits {
            self.policies(own, &operation, &operation, &tag, &mut limits);
        }
        for name in tags {
            if let Some(of_tag) = carried.tag_limits.get(name) {
                let tag = LimitScope::Tag(name.clone());
                self.policies(of_tag, &tag, &operation, &tag, &mut limits);
            }
        }
        if let Some(of_document) = &carried.document_limits {
            self.policies(
                of_document,
                &LimitScope::Document,
                &operation,
                &tag,
                &mut limits,
            );
        }
        limits
    }

    /// The user's own limits: they win over the document's of one name and scope.
    fn chosen_limits(
        &mut self,
        entry: &OperationEntry<'d>,
        operation: &LimitScope,
        tag: &LimitScope,
    ) -> Vec<Limit> {
        let binding = self.chosen.iter().filter(|limit| {
            let all = limit.on.is_empty();
            all || limit
                .on
                .iter()
                .any(|pattern| pattern.matches(&candidate(entry)))
        });
        let lowered = binding.map(|limit| Limit {
            name: limit.name.clone(),
            limit: limit.limit,
            window_millis: limit.window_millis,
            scope: match limit.scope {
                options::LimitScope::Document => LimitScope::Document,
                options::LimitScope::Tag => tag.clone(),
                options::LimitScope::Operation => operation.clone(),
            },
        });
        lowered.collect()
    }

    /// Says which of the user's limits bind nothing.
    pub(super) fn report_unbound_limits(&mut self) {
        let entries = self.document.operations();
        let candidates: Vec<_> = entries.iter().map(candidate).collect();
        for limit in self.chosen {
            for pattern in &limit.on {
                if !candidates
                    .iter()
                    .any(|candidate| pattern.matches(candidate))
                {
                    let spellings: Vec<_> = candidates
                        .iter()
                        .flat_map(|candidate| pattern.spellings(candidate))
                        .collect();
                    let option = format!("limits.{}.on", limit.name);
                    self.report(codes::unmatched_pattern(
                        &option,
                        &pattern.to_string(),
                        &spellings,
                        pattern.place(),
                    ));
                }
            }
        }
    }

    /// The policies that stand at a place; `level` is the scope unless told.
    fn policies(
        &mut self,
        written: &RateLimits,
        level: &LimitScope,
        operation: &LimitScope,
        tag: &LimitScope,
        limits: &mut Vec<Limit>,
    ) {
        let Node::Mapping(policies) = &written.node else {
            self.invalid(&written.origin, "the names of policies are expected");
            return;
        };
        for (name, node) in policies.iter() {
            let origin = written.origin.key(name);
            let Node::Mapping(policy) = node else {
                self.invalid(&origin, "`limit` and `window` are expected");
                continue;
            };
            let scope = match policy.get("scope") {
                None => Some(level.clone()),
                Some(Node::String(word)) if word == "operation" => Some(operation.clone()),
                Some(Node::String(word)) if word == "tag" => Some(tag.clone()),
                Some(Node::String(word)) if word == "document" => Some(LimitScope::Document),
                Some(_) => None,
            };
            let Some(scope) = scope else {
                self.invalid(
                    &origin.key("scope"),
                    "`scope` is none of `operation`, `tag` and `document`",
                );
                continue;
            };
            let policy = self.policy(name, policy, scope, &origin);
            limits.extend(policy.filter(|policy| {
                let same = |other: &Limit| other.name == policy.name && other.scope == policy.scope;
                !limits.iter().any(same) // the nearest one holds
            }));
        }
    }

    fn policy(
        &mut self,
        name: &str,
        policy: &Mapping,
        scope: LimitScope,
        origin: &Origin,
    ) -> Option<Limit> {
        let known = ["limit", "window", "scope"];
        for (key, _) in policy.iter() {
            if !known.contains(&key) && !key.starts_with("x-") {
                self.report(codes::unknown_keyword(
                    &origin.key(key),
                    key,
                    "a policy of `x-rate-limits`",
                    &known,
                ));
            }
        }
        let limit = match policy.get("limit") {
            Some(Node::Number(number)) => {
                number.as_u64().and_then(|limit| u32::try_from(limit).ok())
            }
            _ => None,
        };
        let Some(limit) = limit.filter(|limit| *limit > 0) else {
            self.invalid(&origin.key("limit"), "`limit` is no natural number from 1");
            return None;
        };
        let Some(window_millis) = policy.get("window").and_then(window) else {
            self.invalid(&origin.key("window"), "`window` is no length of time");
            return None;
        };
        Some(Limit {
            name: name.to_owned(),
            limit,
            window_millis,
            scope,
        })
    }

    fn invalid(&mut self, origin: &Origin, what: &str) {
        self.report(codes::invalid_rate_limit(origin, what));
    }
}

/// An operation as patterns look at it.
fn candidate(entry: &OperationEntry<'_>) -> Candidate {
    Candidate {
        method: entry.method.to_owned(),
        path: entry.path.to_owned(),
        id: entry.operation.operation_id.clone(),
        tags: entry.operation.tags.clone(),
    }
}

/// A length of time in milliseconds.
fn window(node: &Node) -> Option<u64> {
    match node {
        Node::Number(number) => window_millis(number.as_str()),
        Node::String(text) => window_millis(text),
        _ => None,
    }
}
