// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The tables: what a document demands of a value, and of what is inside of it.

use crate::runtime::error::Rule;
use crate::runtime::validate::Validate;

/// What a document demands of a value, and of what is inside of it.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    pub(crate) own: &'static [Rule],
    pub(crate) inside: Inside,
}

/// What is demanded of the parts of a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Inside {
    /// Nothing.
    Nothing,
    /// All that a type demands.
    Type(fn() -> &'static Rules),
    /// This, of each item of a list, and of each value of a map.
    Each(&'static Rules, &'static [Rule]),
    /// Of items by their places.
    Places(&'static [Rules]),
    /// Of properties by their names; of those of other names.
    Properties(&'static [(&'static str, Rules)], Option<&'static Rules>),
    /// Of the variants of a union, by their numbers.
    Variants(&'static [Rules]),
}

impl Rules {
    /// Nothing is demanded.
    pub const NONE: Self = Self::of(&[]);

    /// What is demanded of a value itself.
    pub const fn of(own: &'static [Rule]) -> Self {
        Self {
            own,
            inside: Inside::Nothing,
        }
    }

    /// The same, and all that a type demands.
    #[must_use]
    pub const fn like<T: Validate>(self) -> Self {
        self.with(Inside::Type(T::rules))
    }

    /// The same, and of each item of a list, or of each value of a map.
    #[must_use]
    pub const fn each(self, rules: &'static Rules) -> Self {
        self.with(Inside::Each(rules, &[]))
    }

    /// The same, and of each name and each value of a map.
    #[must_use]
    pub const fn entries(self, names: &'static [Rule], values: &'static Rules) -> Self {
        self.with(Inside::Each(values, names))
    }

    /// The same, and of items by their places.
    #[must_use]
    pub const fn places(self, rules: &'static [Rules]) -> Self {
        self.with(Inside::Places(rules))
    }

    /// The same, and of properties by their names.
    #[must_use]
    pub const fn properties(self, rules: &'static [(&'static str, Rules)]) -> Self {
        self.with(Inside::Properties(rules, None))
    }

    /// The same, and of properties by their names, and of those of other names.
    #[must_use]
    pub const fn properties_and_others(
        self,
        rules: &'static [(&'static str, Rules)],
        others: &'static Rules,
    ) -> Self {
        self.with(Inside::Properties(rules, Some(others)))
    }

    /// The same, and of the variants of a union, in their order.
    #[must_use]
    pub const fn variants(self, rules: &'static [Rules]) -> Self {
        self.with(Inside::Variants(rules))
    }

    const fn with(self, inside: Inside) -> Self {
        Self {
            own: self.own,
            inside,
        }
    }
}

impl Inside {
    /// What is demanded of a property, or of a value of a map.
    pub(crate) fn property(self, name: &str) -> Option<&'static Rules> {
        match self {
            Self::Properties(properties, others) => {
                let declared = properties.iter().find(|(known, _)| *known == name);
                declared.map(|(_, rules)| rules).or(others)
            }
            Self::Each(rules, _) => Some(rules),
            _ => None,
        }
    }

    /// What is demanded of the names of a map.
    pub(crate) fn names(self) -> &'static [Rule] {
        match self {
            Self::Each(_, names) => names,
            _ => &[],
        }
    }

    /// What is demanded of an item.
    pub(crate) fn item(self, index: usize) -> Option<&'static Rules> {
        match self {
            Self::Each(rules, _) => Some(rules),
            Self::Places(places) => places.get(index),
            _ => None,
        }
    }
}

/// What a document demands of an operation's requests.
#[derive(Debug)]
pub struct OperationRules {
    /// Of path parameters, by name.
    pub path: &'static [(&'static str, Rules)],
    /// Of query parameters.
    pub query: &'static [(&'static str, Rules)],
    /// Of header parameters.
    pub header: &'static [(&'static str, Rules)],
    /// Of cookies.
    pub cookie: &'static [(&'static str, Rules)],
    /// Of bodies, by media type.
    pub body: &'static [(&'static str, Rules)],
}

impl OperationRules {
    /// Nothing is demanded.
    pub const NONE: Self = Self {
        path: &[],
        query: &[],
        header: &[],
        cookie: &[],
        body: &[],
    };
}
