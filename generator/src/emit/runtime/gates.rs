//! Gates of features (`#[cfg(…)]`) in the runtime's sources, as far as a client settles them: an open one goes, and a
//! shut one goes with what stands behind it. The sources are as rustfmt writes them, and a gate is the first of an
//! item's attributes, before its documentation.

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token};

/// The text with its settled gates resolved. `settled` says whether a feature is on; `None`: that is the user's choice.
pub(super) fn resolved(text: &str, settled: &dyn Fn(&str) -> Option<bool>) -> String {
    let mut lines = text.lines().peekable();
    let mut kept: Vec<&str> = Vec::new();
    while let Some(line) = lines.next() {
        if !line.trim_start().starts_with("#[cfg(") {
            kept.push(line);
            continue;
        }
        let mut gate = vec![line];
        while !gate.last().is_some_and(|line| line.ends_with(")]")) {
            gate.extend(lines.next());
        }
        match verdict(&gate, settled) {
            None => kept.extend(gate),
            Some(true) => {}
            Some(false) => {
                let depth = depth(line);
                for line in lines.by_ref() {
                    if is_last(line, depth) {
                        break;
                    }
                }
                let is_apart = kept.last().is_none_or(|line| line.is_empty());
                lines.next_if(|next| is_apart && next.is_empty());
            }
        }
    }
    kept.join("\n") + "\n"
}

/// Whether the gate is open, where that is settled.
fn verdict(gate: &[&str], settled: &dyn Fn(&str) -> Option<bool>) -> Option<bool> {
    let attributes = Attribute::parse_outer.parse_str(&gate.concat()).ok()?;
    let [gate] = attributes.as_slice() else {
        return None;
    };
    holds(&gate.parse_args().ok()?, settled)
}

fn holds(condition: &Meta, settled: &dyn Fn(&str) -> Option<bool>) -> Option<bool> {
    match condition {
        Meta::Path(path) if path.is_ident("test") => Some(false), // the tests stay with the runtime
        Meta::NameValue(pair) if pair.path.is_ident("feature") => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(name),
                ..
            }) => settled(&name.value()),
            _ => None,
        },
        Meta::List(list) => {
            let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            let parts = parts.ok()?;
            let mut parts = parts.iter().map(|part| holds(part, settled));
            let (any, all) = (list.path.is_ident("any"), list.path.is_ident("all"));
            if !any && !all {
                return parts.next()?.map(|holds| !holds); // `not`
            }
            // one that is so decides; otherwise all must be known
            let parts: Vec<_> = parts.collect();
            match parts.contains(&Some(any)) {
                true => Some(any),
                false => (!parts.contains(&None)).then_some(all),
            }
        }
        _ => None,
    }
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether an item at this depth ends with the line.
fn is_last(line: &str, at: usize) -> bool {
    let text = line.trim();
    let is_comment = text.starts_with("//");
    let ends = text.ends_with([';', ',', '}']);
    depth(line) == at && ends && !is_comment
}

/// The modules whose files a text asks for.
pub(super) fn modules(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.strip_suffix(';')?;
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line.strip_prefix("mod ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"#[cfg(feature = "on")]
mod one;
#[cfg(feature = "off")]
pub mod two;
#[cfg(feature = "maybe")]
mod three;

#[cfg(feature = "off")]
pub use two::{
    First, Second,
};
#[cfg(any(feature = "off", feature = "on"))]
pub use one::First;

#[cfg(all(feature = "off", feature = "maybe"))]
/// Its words, with a list;
#[inline]
pub fn gone<T>(
    first: T,
) -> bool
where
    T: Copy,
{
    let _ = first;
    true
}

struct Both {
    #[cfg(feature = "off")]
    /// This, and nothing else,
    gone: u8,
    #[cfg(not(feature = "off"))]
    kept: u8,
}

#[cfg(test)]
mod tests {
    fn test() {}
}
"#;

    const RESOLVED: &str = r#"mod one;
#[cfg(feature = "maybe")]
mod three;

pub use one::First;

struct Both {
    kept: u8,
}

"#;

    #[test]
    fn what_is_settled_is_resolved() {
        let settled = |feature: &str| match feature {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        };
        assert_eq!(resolved(TEXT, &settled), RESOLVED);
        assert_eq!(modules(RESOLVED).collect::<Vec<_>>(), ["one", "three"]);
    }
}
