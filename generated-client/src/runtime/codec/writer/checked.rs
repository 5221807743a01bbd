// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A value that is held to what the document demands instead of being written: as it tells the writer
//! what it is, each part of it meets its rules. What a scalar must be is asked in `validate/check.rs`.

use std::collections::HashMap;

use super::{Form, Writer};
use crate::runtime::codec::reader::DEPTH;
use crate::runtime::codec::{Decimal, Encode, Value, to_value};
use crate::runtime::error::{Place, Rule, Violation};
use crate::runtime::validate::{Inside, Rules, escaped};

/// How far one type's rules are those of another.
const MOST_LINKS: usize = 32;

/// The way through a value: where it stands, what holds there, and what was not so.
#[derive(Debug)]
pub(super) struct Walk {
    place: Place,
    pointer: String,
    held: Vec<Held>,
    violations: Vec<Violation>,
}

/// What holds of the value at hand, and of what is inside of it.
#[derive(Debug, Clone, Copy)]
struct Held {
    own: &'static [Rule],
    inside: Inside,
}

impl Writer {
    /// Starts to hold a value to its rules.
    pub(crate) fn checking(place: Place, rules: &'static Rules) -> Self {
        let mut walk = Walk {
            place,
            pointer: String::new(),
            held: Vec::new(),
            violations: Vec::new(),
        };
        walk.hold(rules);
        Self {
            form: Form::Checked(walk),
            depth: 0,
            tag: None,
            error: None,
            is_shown: false,
        }
    }

    /// What was not as it should be.
    pub(crate) fn into_violations(self) -> Vec<Violation> {
        match self.form {
            Form::Checked(walk) => walk.violations,
            _ => Vec::new(), // never: it holds no value to anything
        }
    }

    pub(super) fn checked_array(&mut self, items: &mut dyn Iterator<Item = &dyn Encode>) {
        let Some(held) = self.walk().map(|walk| walk.held.clone()) else {
            return;
        };
        let are_compared = held
            .iter()
            .any(|held| held.own.contains(&Rule::UniqueItems));
        let mut seen = HashMap::new();
        let mut twice = None;
        let mut count = 0;
        for item in items {
            if are_compared && let Ok(value) = to_value(item) {
                let first = *seen.entry(canonical(&value)).or_insert(count);
                twice = twice.or((first != count).then_some((first, count)));
            }
            let inside: Vec<_> = held
                .iter()
                .filter_map(|held| held.inside.item(count))
                .collect();
            self.step(&count.to_string(), &inside, item);
            count += 1;
        }
        if let Some(walk) = self.walk() {
            walk.ask(|rule| match (rule, twice) {
                (Rule::UniqueItems, Some((first, second))) => {
                    Some(format!("items {first} and {second} are the same"))
                }
                _ => rule.violated_by_items(count as u64),
            });
        }
    }

    pub(super) fn checked_map(
        &mut self,
        properties: &mut dyn Iterator<Item = (&str, &dyn Encode)>,
    ) {
        let Some(held) = self.walk().map(|walk| walk.held.clone()) else {
            return;
        };
        let mut count = 0;
        for (name, value) in properties.filter(|(_, value)| !value.is_absent()) {
            let inside: Vec<_> = held
                .iter()
                .filter_map(|held| held.inside.property(name))
                .collect();
            let names: Vec<_> = held.iter().flat_map(|held| held.inside.names()).collect();
            self.check_name(name, &names);
            self.step(name, &inside, value);
            count += 1;
        }
        if let Some(walk) = self.walk() {
            walk.ask(|rule| rule.violated_by_properties(count));
        }
    }

    /// The variant's rules hold in place of those of the other variants.
    pub(super) fn checked_variant(&mut self, number: usize, value: &dyn Encode) {
        let Some(walk) = self.walk() else {
            return;
        };
        let before = walk.held.clone();
        let mut chosen = Vec::new();
        for held in &mut walk.held {
            if let Inside::Variants(variants) = held.inside {
                held.inside = Inside::Nothing;
                chosen.extend(variants.get(number));
            }
        }
        for rules in chosen {
            walk.hold(rules);
        }
        value.encode(self);
        if let Some(walk) = self.walk() {
            walk.held = before;
        }
    }

    fn walk(&mut self) -> Option<&mut Walk> {
        match &mut self.form {
            Form::Checked(walk) => Some(walk),
            _ => None, // never: this is what is called for such a form only
        }
    }

    /// Goes to a part of the value, and comes back.
    fn step(&mut self, name: &str, rules: &[&'static Rules], value: &dyn Encode) {
        if rules.is_empty() || self.depth >= DEPTH {
            return; // nothing is demanded; what nests too deep fails where it is written
        }
        let Some(walk) = self.walk() else {
            return;
        };
        let before = std::mem::take(&mut walk.held);
        let length = walk.pointer.len();
        walk.pointer.push_str(&escaped(name));
        for rules in rules {
            walk.hold(rules);
        }
        self.depth += 1;
        value.encode(self);
        self.depth -= 1;
        if let Some(walk) = self.walk() {
            walk.held = before;
            walk.pointer.truncate(length);
        }
    }

    fn check_name(&mut self, name: &str, rules: &[&'static Rule]) {
        if let Some(walk) = self.walk() {
            for rule in rules {
                if let Some(found) = rule.violated_by_text(name, false) {
                    walk.note(**rule, format!("the name {name:?}, {found}"));
                }
            }
        }
    }
}

impl Walk {
    /// Adds rules to those that hold, and those of the types that they name.
    fn hold(&mut self, rules: &'static Rules) {
        let mut next = Some(rules);
        for _ in 0..MOST_LINKS {
            let Some(rules) = next else {
                return;
            };
            let (inside, further) = match rules.inside {
                Inside::Type(of) => (Inside::Nothing, Some(of())),
                inside => (inside, None),
            };
            self.held.push(Held {
                own: rules.own,
                inside,
            });
            next = further;
        }
    }

    /// Meets a text.
    pub(super) fn text(&mut self, text: &str, secret: bool) {
        self.ask(|rule| rule.violated_by_text(text, secret));
    }

    /// Meets a number, or a boolean.
    pub(super) fn literal(&mut self, text: &str) {
        self.ask(|rule| rule.violated_by_number(text));
    }

    /// Asks every rule that holds what is wrong.
    fn ask(&mut self, violated: impl Fn(Rule) -> Option<String>) {
        let rules: Vec<_> = self
            .held
            .iter()
            .flat_map(|held| held.own)
            .copied()
            .collect();
        for rule in rules {
            if let Some(found) = violated(rule) {
                self.note(rule, found);
            }
        }
    }

    /// Notes what is wrong, once: parts of a schema may demand the same.
    fn note(&mut self, rule: Rule, found: String) {
        let violation = Violation {
            place: self.place.clone(),
            pointer: self.pointer.clone(),
            rule,
            found,
        };
        if !self.violations.contains(&violation) {
            self.violations.push(violation);
        }
    }
}

/// A text that two values have in common where JSON Schema takes them for the same: numbers by their
/// worth, properties in any order.
fn canonical(value: &Value) -> String {
    match value {
        Value::Number(number) => match Decimal::parse(number.as_str()) {
            Some(decimal) => format!("{decimal:?}"),
            None => number.to_string(),
        },
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(properties) => {
            let mut texts: Vec<_> = properties
                .iter()
                .map(|(name, value)| format!("{name:?}:{}", canonical(value)))
                .collect();
            texts.sort_unstable();
            format!("{{{}}}", texts.join(","))
        }
        Value::Null | Value::Boolean(_) => value.to_string(),
        Value::String(text) => format!("{text:?}"),
    }
}
