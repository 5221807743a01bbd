//! The functions of RFC 9535, section 2.4, that work on values.

use regex_lite::Regex;

use crate::source::Node;

/// How long a text, list or mapping is; nothing else has a length.
pub(super) fn length(node: &Node) -> Option<usize> {
    match node {
        Node::String(text) => Some(text.chars().count()),
        Node::Sequence(items) => Some(items.len()),
        Node::Mapping(mapping) => Some(mapping.len()),
        Node::Null | Node::Boolean(_) | Node::Number(_) => None,
    }
}

/// Whether a text is an expression.
pub(super) fn is_pattern(pattern: &str) -> bool {
    Regex::new(pattern).is_ok()
}

/// Whether a text matches an expression; what is no text or no expression never does.
pub(super) fn matches(text: Option<&Node>, pattern: Option<&Node>, whole: bool) -> bool {
    let (Some(Node::String(text)), Some(Node::String(pattern))) = (text, pattern) else {
        return false;
    };
    let pattern = match whole {
        true => format!("^(?:{pattern})$"),
        false => pattern.clone(),
    };
    // RFC 9535 asks that a wrong expression matches nothing
    Regex::new(&pattern).is_ok_and(|pattern| pattern.is_match(text))
}
