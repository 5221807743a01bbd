//! Scalars of an example that are as the document demands: numbers within bounds, texts of a length. A pattern
//! is met where a plain text meets it; no text is made from it.

use regress::Regex;

use crate::api::Rule;

/// What is tried where a pattern does not match a name.
const PLAIN: &[&str] = &["1", "a", "A", "2026-01-31", "12345", "abc", "ABC"];

/// Longer texts are not made: nobody reads them.
const LONGEST: usize = 200;

/// A whole number near 1; 1 itself where no whole number will do.
pub(super) fn whole_number(rules: &[Rule]) -> i128 {
    let bounds = Bounds::of(rules);
    let least = bounds.least.map(|(least, included)| match included {
        true => least.ceil(),
        false => least.floor() + 1.0,
    });
    let most = bounds.most.map(|(most, included)| match included {
        true => most.floor(),
        false => most.ceil() - 1.0,
    });
    let mut value = within(1.0, least, most);
    if let Some(step) = bounds.step.filter(|step| step.fract() == 0.0) {
        value = stepped(value, step, most);
    }
    let inside = least.is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most);
    // beyond 2^53 a double no longer tells neighbours apart
    match inside && value.abs() < 2f64.powi(53) {
        true => value as i128,
        false => 1,
    }
}

/// A number near 1.
pub(super) fn number(rules: &[Rule]) -> f64 {
    let bounds = Bounds::of(rules);
    let inside = |value: f64| {
        let above = |(least, included)| value > least || (included && value == least);
        let below = |(most, included)| value < most || (included && value == most);
        bounds.least.is_none_or(above) && bounds.most.is_none_or(below)
    };
    let (least, most) = (
        bounds.least.map(|bound| bound.0),
        bounds.most.map(|bound| bound.0),
    );
    let middle = match (least, most) {
        (Some(least), Some(most)) => least.midpoint(most),
        (Some(least), None) => least + 1.0,
        (None, most) => most.unwrap_or(2.0) - 1.0,
    };
    let steps = |value: f64| bounds.step.map_or(value, |step| stepped(value, step, most));
    let wished = [1.0, within(1.0, least, most), middle].map(steps);
    let fitting = |value: &f64| value.is_finite() && inside(*value);
    wished.into_iter().find(fitting).unwrap_or(1.0)
}

/// A text: as it is, or made longer or shorter.
pub(super) fn text(wished: &str, rules: &[Rule]) -> String {
    let lengths = |rule: &Rule| match rule {
        Rule::MinLength(least) => Some((*least, u64::MAX)),
        Rule::MaxLength(most) => Some((0, *most)),
        _ => None,
    };
    let (least, most) = rules
        .iter()
        .filter_map(lengths)
        .fold((0, u64::MAX), |one, other| {
            (one.0.max(other.0), one.1.min(other.1))
        });
    let (least, most) = (length(least), length(most));
    let patterns: Vec<_> = rules.iter().filter_map(pattern).collect();
    let fitted = |text: &str| {
        let characters = text.chars().count().max(least.min(LONGEST)).min(most);
        text.chars().cycle().take(characters).collect::<String>()
    };
    let matches = |text: &String| patterns.iter().all(|pattern| pattern.find(text).is_some());
    let mut texts = [wished]
        .into_iter()
        .chain(PLAIN.iter().copied())
        .map(fitted);
    texts.find(matches).unwrap_or_else(|| fitted(wished))
}

fn length(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn pattern(rule: &Rule) -> Option<Regex> {
    let Rule::Pattern(pattern) = rule else {
        return None;
    };
    let unicode = Regex::with_flags(pattern, "u");
    unicode.or_else(|_| Regex::new(pattern)).ok() // what is no expression was reported
}

/// Between which bounds a number is, and whether they are included.
#[derive(Default)]
struct Bounds {
    least: Option<(f64, bool)>,
    most: Option<(f64, bool)>,
    step: Option<f64>,
}

impl Bounds {
    fn of(rules: &[Rule]) -> Self {
        let mut bounds = Self::default();
        for rule in rules {
            match rule {
                Rule::Minimum(least) => bounds.at_least(least, true),
                Rule::ExclusiveMinimum(least) => bounds.at_least(least, false),
                Rule::Maximum(most) => bounds.at_most(most, true),
                Rule::ExclusiveMaximum(most) => bounds.at_most(most, false),
                Rule::MultipleOf(step) => {
                    bounds.step = read(step).filter(|step| *step > 0.0).or(bounds.step);
                }
                _ => {} // not about numbers
            }
        }
        bounds
    }

    fn at_least(&mut self, least: &str, included: bool) {
        let stricter = |least: &f64| self.least.is_none_or(|(known, _)| *least >= known);
        if let Some(least) = read(least).filter(stricter) {
            self.least = Some((least, included));
        }
    }

    fn at_most(&mut self, most: &str, included: bool) {
        let stricter = |most: &f64| self.most.is_none_or(|(known, _)| *most <= known);
        if let Some(most) = read(most).filter(stricter) {
            self.most = Some((most, included));
        }
    }
}

fn read(number: &str) -> Option<f64> {
    number
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

fn within(value: f64, least: Option<f64>, most: Option<f64>) -> f64 {
    let value = least.map_or(value, |least| value.max(least));
    most.map_or(value, |most| value.min(most))
}

/// The next multiple; where that is too large, the one before.
fn stepped(value: f64, step: f64, most: Option<f64>) -> f64 {
    let next = (value / step).ceil() * step;
    match most {
        Some(most) if next > most => (value / step).floor() * step,
        _ => next,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(bounds: &[(&str, &str)]) -> Vec<Rule> {
        let rule = |(rule, bound): &(&str, &str)| match *rule {
            ">=" => Rule::Minimum((*bound).to_owned()),
            ">" => Rule::ExclusiveMinimum((*bound).to_owned()),
            "<=" => Rule::Maximum((*bound).to_owned()),
            "<" => Rule::ExclusiveMaximum((*bound).to_owned()),
            _ => Rule::MultipleOf((*bound).to_owned()),
        };
        bounds.iter().map(rule).collect()
    }

    #[test]
    fn whole_numbers_are_within_bounds() {
        for (bounds, expected) in [
            (&[][..], 1),
            (&[(">=", "10")], 10),
            (&[(">", "10"), ("<=", "20")], 11),
            (&[("<=", "-3")], -3),
            (&[("<", "-3")], -4),
            (&[(">=", "0.5"), ("<", "1")], 1), // none will do
            (&[("*", "5")], 5),
            (&[(">=", "7"), ("*", "5")], 10),
            (&[("<=", "0"), ("*", "5")], 0),
            (&[(">=", "1e300")], 1),
            (&[(">=", "3"), (">", "3")], 4),
        ] {
            assert_eq!(whole_number(&rules(bounds)), expected, "{bounds:?}");
        }
    }

    #[test]
    fn numbers_are_within_bounds() {
        for (bounds, expected) in [
            (&[][..], 1.0),
            (&[(">", "1")], 2.0),
            (&[(">", "0"), ("<", "1")], 0.5),
            (&[("<=", "0.25")], 0.25),
            (&[("<", "0")], -1.0),
            (&[("*", "0.4")], 0.4 * 3.0),
        ] {
            assert_eq!(number(&rules(bounds)), expected, "{bounds:?}");
        }
    }

    #[test]
    fn texts_are_of_a_length_and_match() {
        let pattern = |pattern: &str| Rule::Pattern(pattern.to_owned());
        for (rules, expected) in [
            (vec![], "name"),
            (vec![Rule::MaxLength(2)], "na"),
            (vec![Rule::MinLength(6)], "namena"),
            (vec![pattern("^[a-z]+$")], "name"),
            (vec![pattern("^[A-Z]{3}$")], "ABC"),
            (vec![pattern("^\\d+$"), Rule::MinLength(3)], "111"),
            (vec![pattern("^(?=x).y$")], "name"), // nothing plain will do
        ] {
            assert_eq!(text("name", &rules), expected, "{rules:?}");
        }
        assert_eq!(text("", &[Rule::MinLength(3)]), "");
    }
}
