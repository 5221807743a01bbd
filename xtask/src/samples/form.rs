//! In which direction a type goes: what only the other direction has is no part of it.

use std::collections::HashSet;

use clientsmith::api::{Api, Operation, TypeId, Use, Webhook};
use clientsmith::document::Schema;

/// A value's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// As replies have it, and what the API sends by itself.
    Reply,
    /// As requests have it.
    Request,
    /// With everything: requests and replies share the type.
    Both,
    /// With what both have: nothing leads to the type.
    Neither,
}

impl Form {
    /// Whether a property is no part of the form.
    pub(crate) fn omits(self, property: &Schema) -> bool {
        self.omits_marked(property.read_only, property.write_only)
    }

    /// The same, by what is written at the property.
    pub(crate) fn omits_marked(self, read_only: bool, write_only: bool) -> bool {
        match (read_only, write_only) {
            (true, false) => matches!(self, Self::Request | Self::Neither),
            (false, true) => matches!(self, Self::Reply | Self::Neither),
            (true, true) | (false, false) => false,
        }
    }
}

/// The types that requests and replies lead to.
pub(crate) struct Directions {
    requests: HashSet<TypeId>,
    replies: HashSet<TypeId>,
    /// Types that nothing leads to, and that hold what replies have.
    holding: HashSet<TypeId>,
}

impl Directions {
    pub(crate) fn of(api: &Api) -> Self {
        let operations = || api.operations.iter();
        let replies = operations().flat_map(Operation::reply_uses);
        let requests = operations().flat_map(Operation::request_uses);
        let requests = api.types.reached(requests);
        let replies = api
            .types
            .reached(replies.chain(api.webhooks.iter().flat_map(Webhook::uses)));
        let holds_a_reply = |id: &TypeId| {
            let (type_, nullable) = (*id, false);
            let inside = api.types.reached([Use { type_, nullable }].into_iter());
            !inside.is_disjoint(&replies)
        };
        let all = api.types.iter().map(|(id, _)| id);
        let holding = all
            .filter(|id| !requests.contains(id) && !replies.contains(id))
            .filter(holds_a_reply)
            .collect();
        Self {
            requests,
            replies,
            holding,
        }
    }

    pub(crate) fn form(&self, type_: TypeId) -> Form {
        match (
            self.requests.contains(&type_),
            self.replies.contains(&type_),
        ) {
            (true, true) => Form::Both,
            (true, false) => Form::Request,
            (false, true) => Form::Reply,
            (false, false) if self.holding.contains(&type_) => Form::Reply,
            (false, false) => Form::Neither,
        }
    }
}
