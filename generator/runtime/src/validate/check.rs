//! A scalar, or the size of anything else, held to a rule.

use super::pattern;
use crate::codec::Decimal;
use crate::error::Rule;

/// The longest text that is told in full.
const LONGEST: usize = 64;

impl Rule {
    /// What is wrong with a text, where it is.
    pub(crate) fn violated_by_text(self, text: &str, secret: bool) -> Option<String> {
        let length = || text.chars().count() as u64;
        match self {
            Self::MinLength(least) => {
                (length() < least).then(|| counted(length(), "character", "characters"))
            }
            Self::MaxLength(most) => {
                (length() > most).then(|| counted(length(), "character", "characters"))
            }
            Self::Pattern(pattern) => (!pattern::matches(pattern, text)).then(|| match secret {
                true => "a secret".to_owned(),
                false => shown(text),
            }),
            _ => None, // about other kinds of values
        }
    }

    /// What is wrong with a number, as it is written.
    pub(crate) fn violated_by_number(self, text: &str) -> Option<String> {
        let number = Decimal::parse(text)?;
        let (limit, holds): (_, fn(&Decimal, &Decimal) -> bool) = match self {
            Self::Minimum(limit) => (limit, |number, limit| number >= limit),
            Self::ExclusiveMinimum(limit) => (limit, |number, limit| number > limit),
            Self::Maximum(limit) => (limit, |number, limit| number <= limit),
            Self::ExclusiveMaximum(limit) => (limit, |number, limit| number < limit),
            Self::MultipleOf(step) => (step, Decimal::is_multiple_of),
            _ => return None, // about other kinds of values
        };
        let limit = Decimal::parse(limit)?;
        (!holds(&number, &limit)).then(|| text.to_owned())
    }

    /// What is wrong with the number of a list's items.
    pub(crate) fn violated_by_items(self, count: u64) -> Option<String> {
        let wrong = match self {
            Self::MinItems(least) => count < least,
            Self::MaxItems(most) => count > most,
            _ => false, // about other kinds of values, or about which items these are
        };
        wrong.then(|| counted(count, "item", "items"))
    }

    /// What is wrong with the number of an object's properties.
    pub(crate) fn violated_by_properties(self, count: u64) -> Option<String> {
        let wrong = match self {
            Self::MinProperties(least) => count < least,
            Self::MaxProperties(most) => count > most,
            _ => false, // about other kinds of values
        };
        wrong.then(|| counted(count, "property", "properties"))
    }
}

fn counted(count: u64, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// A text in quotes, cut where it is long.
fn shown(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", text.get(..end).unwrap_or_default()),
        None => format!("{text:?}"),
    }
}
