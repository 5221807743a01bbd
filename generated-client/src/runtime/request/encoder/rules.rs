// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The values of a request held to what the document demands of them, where the caller asks for it. How
//! that is found out stands in `validate/`; without the feature of that name nothing is, but for patches
//! that must set several properties.

use std::mem::take;

use super::RequestEncoder;
use crate::runtime::codec::{Encode, Value, to_value};
use crate::runtime::error::{Place, RequestError, Rule, Violation};
use crate::runtime::operation::OperationRules;
#[cfg(feature = "validate")]
use crate::runtime::validate::{Rules, violations};

/// Where a parameter stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// What a request is held to, and what is not so.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// `None` where nobody asks for it, or nothing is demanded.
    #[cfg(feature = "validate")]
    rules: Option<&'static OperationRules>,
    violations: Vec<Violation>,
}

impl Held {
    pub(super) fn note(&mut self, violations: Vec<Violation>) {
        for violation in violations {
            if !self.violations.contains(&violation) {
                self.violations.push(violation);
            }
        }
    }

    /// # Errors
    ///
    /// Where anything is not as it should be.
    pub(super) fn finish(&mut self) -> Result<(), RequestError> {
        match self.violations.is_empty() {
            true => Ok(()),
            false => Err(RequestError::invalid(take(&mut self.violations))),
        }
    }
}

impl RequestEncoder {
    /// Fails unless a body that says what changes has so many properties at least: a patch that says
    /// nothing is a mistake whoever asks, so that this holds without the feature `validate` too.
    pub fn at_least(&mut self, properties: u64, body: &dyn Encode) {
        // what cannot be written fails where it is written
        if let Ok(Value::Object(found)) = to_value(body)
            && (found.len() as u64) < properties
        {
            let found = match found.len() {
                1 => "1 property".to_owned(),
                several => format!("{several} properties"),
            };
            self.held.note(vec![Violation {
                place: Place::Body,
                pointer: String::new(),
                rule: Rule::MinProperties(properties),
                found,
            }]);
        }
    }
}

#[cfg(feature = "validate")]
impl RequestEncoder {
    /// Holds what is written from now on to an operation's rules.
    pub(crate) fn hold_to(&mut self, rules: Option<&'static OperationRules>) {
        self.held.rules = rules;
    }

    /// Holds a parameter to its rules.
    pub(super) fn hold(&mut self, location: Location, name: &str, value: &dyn Encode) {
        let Some(rules) = self.held.rules.filter(|_| !value.is_absent()) else {
            return;
        };
        let of = match location {
            Location::Path => rules.path,
            Location::Query => rules.query,
            Location::Header => rules.header,
            Location::Cookie => rules.cookie,
        };
        let Some((_, rules)) = of.iter().find(|(known, _)| *known == name) else {
            return;
        };
        let name = name.to_owned();
        let place = match location {
            Location::Path => Place::Path(name),
            Location::Query => Place::Query(name),
            Location::Header => Place::Header(name),
            Location::Cookie => Place::Cookie(name),
        };
        self.held.note(violations(place, value, rules));
    }

    /// Holds a body to the rules of its media type.
    pub(super) fn hold_body(&mut self, media_type: &str, body: &dyn Encode) {
        if let Some(rules) = self.body_rules(media_type) {
            self.held.note(violations(Place::Body, body, rules));
        }
    }

    fn body_rules(&self, media_type: &str) -> Option<&'static Rules> {
        let mut bodies = self.held.rules?.body.iter();
        let found = bodies.find(|(known, _)| *known == media_type);
        found.map(|(_, rules)| rules)
    }
}

#[cfg(not(feature = "validate"))]
impl RequestEncoder {
    /// There are no rules to hold anything to, which the caller is told.
    pub(crate) fn hold_to(&mut self, _: Option<&'static OperationRules>) {
        self.fail(RequestError::without_rules());
    }

    #[inline]
    pub(super) fn hold(&mut self, _: Location, _: &str, _: &dyn Encode) {}

    #[inline]
    pub(super) fn hold_body(&mut self, _: &str, _: &dyn Encode) {}

}
