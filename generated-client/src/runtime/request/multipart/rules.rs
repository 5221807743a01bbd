// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The parts of a body held to what the document demands of them, where the caller asks for it.

use super::{Files, Multipart};
use crate::runtime::codec::Encode;
#[cfg(feature = "validate")]
use crate::runtime::error::Place;
use crate::runtime::error::Violation;
#[cfg(feature = "validate")]
use crate::runtime::validate::{Rules, escaped, violations};

/// What parts are held to, and what is not so. It is no part of the body: all are equal.
#[cfg(feature = "validate")]
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    rules: Option<&'static Rules>,
    /// How many properties there are: those that become parts.
    count: u64,
    violations: Vec<Violation>,
}

#[cfg(feature = "validate")]
impl PartialEq for Held {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(feature = "validate")]
impl Multipart {
    /// Holds the parts that are added from now on to the body's rules.
    pub(crate) fn hold_to(&mut self, rules: Option<&'static Rules>) {
        self.held.rules = rules;
    }

    /// What was not as it should be, now that all parts are there.
    pub(crate) fn take_violations(&mut self) -> Vec<Violation> {
        let mut violations = std::mem::take(&mut self.held.violations);
        let own = self.held.rules.map_or(&[][..], |rules| rules.own);
        violations.extend(own.iter().filter_map(|rule| {
            Some(Violation {
                place: Place::Body,
                pointer: String::new(),
                rule: *rule,
                found: rule.violated_by_properties(self.held.count)?,
            })
        }));
        violations
    }

    /// Holds a value to the rules of its name.
    pub(super) fn hold(&mut self, name: &str, value: &dyn Encode) {
        self.held.count += u64::from(!value.is_absent());
        if let Some(rules) = self
            .held
            .rules
            .and_then(|rules| rules.inside.property(name))
        {
            let mut found = violations(Place::Body, value, rules);
            for violation in &mut found {
                violation.pointer.insert_str(0, &escaped(name));
            }
            self.held.violations.extend(found);
        }
    }

    /// Holds the number of files to the rules of their name; what is in them is not looked into.
    pub(super) fn hold_files(&mut self, name: &str, files: &dyn Files) {
        let mut count = 0;
        files.each(&mut |_| count += 1);
        if count == 0 {
            return; // there is no such part
        }
        self.held.count += 1;
        let Some(rules) = self
            .held
            .rules
            .and_then(|rules| rules.inside.property(name))
        else {
            return;
        };
        let wrong = rules.own.iter().filter_map(|rule| {
            Some(Violation {
                place: Place::Body,
                pointer: escaped(name),
                rule: *rule,
                found: rule.violated_by_items(count)?,
            })
        });
        self.held.violations.extend(wrong);
    }
}

#[cfg(not(feature = "validate"))]
impl Multipart {
    #[inline]
    pub(crate) fn hold_to(&mut self, _: Option<()>) {}

    #[inline]
    pub(crate) fn take_violations(&mut self) -> Vec<Violation> {
        Vec::new()
    }

    #[inline]
    pub(super) fn hold(&mut self, _: &str, _: &dyn Encode) {}

    #[inline]
    pub(super) fn hold_files(&mut self, _: &str, _: &dyn Files) {}
}
