//! What inline types are called: the words that lead to them from the nearest thing with a name.

use crate::source::{Origin, Token};

/// The words for a schema below `components`; `None` for one that stands elsewhere.
pub(super) fn component_words(origin: &Origin) -> Option<Vec<String>> {
    let tokens = origin.tokens();
    let texts: Vec<_> = tokens.iter().map(|token| text(token)).collect();
    match texts.as_slice() {
        [components, _, name, rest @ ..] if components == "components" => {
            let mut words = vec![name.clone()];
            words.extend(inner_words(rest));
            Some(words)
        }
        _ => None,
    }
}

/// The words for a schema that a reference leads to, outside of `components`: the name that stands
/// nearest, whoever asks first, so that a chain of references does not make ever longer names.
pub(super) fn referenced_words(origin: &Origin) -> Vec<String> {
    let texts: Vec<_> = origin.tokens().iter().map(|token| text(token)).collect();
    let words = inner_words(&texts);
    let is_name =
        |word: &String| word != "item" && word != "value" && !word.starts_with("variant ");
    let from = words.iter().rposition(is_name).unwrap_or_default();
    words.get(from..).unwrap_or_default().to_vec()
}

/// The words for what stands below something that has words.
fn inner_words(tokens: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    let mut tokens = tokens.iter();
    while let Some(token) = tokens.next() {
        match token.as_str() {
            "properties" | "patternProperties" => words.extend(tokens.next().cloned()),
            "items" => words.push("item".to_owned()),
            "additionalProperties" | "unevaluatedProperties" => words.push("value".to_owned()),
            "allOf" => drop(tokens.next()), // its parts have the name of the whole
            "oneOf" | "anyOf" => {
                let index = tokens.next().and_then(|index| index.parse::<usize>().ok());
                words.push(format!("variant {}", index.unwrap_or_default() + 1));
            }
            "content" => drop(tokens.next()), // one body, whatever its media type
            "schema" => {}
            other => words.push(other.to_owned()),
        }
    }
    words
}

fn text(token: &Token) -> String {
    match token {
        Token::Key(key) => key.to_string(),
        Token::Index(index) => index.to_string(),
    }
}

/// Words and one more.
pub(super) fn and(words: &[String], more: &str) -> Vec<String> {
    let mut words = words.to_vec();
    words.push(more.to_owned());
    words
}
