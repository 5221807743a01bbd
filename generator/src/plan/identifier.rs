//! Rust identifiers made from the document's names: casing, keywords, characters that Rust does not
//! have. Whether one is taken is its scope's business.

use std::fmt;

use deunicode::deunicode;
use heck::{ToSnakeCase, ToUpperCamelCase};

/// The longest identifier; a longer one is cut, and what was cut becomes a checksum.
const LONGEST: usize = 80;

/// Words that cannot be identifiers in any edition (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether a text is a word of the language.
pub(super) fn is_keyword(text: &str) -> bool {
    KEYWORDS.contains(&text)
}

/// What a name without any letter or digit is spelled as.
const SYMBOLS: &[(char, &str)] = &[
    ('+', "plus"),
    ('-', "minus"),
    ('*', "star"),
    ('/', "slash"),
    ('=', "equal"),
    ('<', "less"),
    ('>', "greater"),
    ('!', "not"),
    ('%', "percent"),
    ('&', "and"),
    ('|', "or"),
    ('.', "dot"),
    (',', "comma"),
    (':', "colon"),
    (';', "semicolon"),
    ('?', "question"),
    ('#', "hash"),
    ('$', "dollar"),
    ('@', "at"),
    ('^', "caret"),
    ('~', "tilde"),
    ('_', "underscore"),
    (' ', "space"),
    ('(', "open"),
    (')', "close"),
    ('\'', "quote"),
    ('"', "quotes"),
];

/// Words that are written with capitals inside of them, and are one word all the same: `oauth`, not `o_auth`.
const WORDS: &[&str] = &[
    "OAuth",
    "oAuth",
    "IPv4",
    "IPv6",
    "gRPC",
    "mTLS",
    "iOS",
    "macOS",
    "GraphQL",
    "graphQL",
    "MySQL",
    "NoSQL",
    "PostgreSQL",
    "SQLite",
];

/// A Rust identifier that is none of the language's words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier(String);

impl Identifier {
    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A type's or a variant's name: `UpperCamelCase`.
    pub(super) fn upper_camel(words: &str) -> Self {
        Self::new(spelled(words).to_upper_camel_case(), 'N', "Empty")
    }

    /// A field's, function's or module's name: `snake_case`.
    pub(super) fn snake(words: &str) -> Self {
        Self::new(joined(&spelled(words)).to_snake_case(), 'n', "empty")
    }

    /// A constant's name: `SCREAMING_SNAKE_CASE`.
    pub(super) fn screaming(words: &str) -> Self {
        Self(Self::snake(words).0.to_ascii_uppercase())
    }

    /// A variant's name for a value: as a type's, and what stands between digits stays between them,
    /// so that `1.10` and `11.0` differ (`N1_10`, `N11_0`).
    pub(super) fn variant(words: &str) -> Self {
        let characters: Vec<_> = words.chars().collect();
        let is_digit = |place: usize| characters.get(place).is_some_and(char::is_ascii_digit);
        let mut parts = vec![String::new()];
        for (place, character) in characters.iter().enumerate() {
            let between = !character.is_alphanumeric()
                && place.checked_sub(1).is_some_and(is_digit)
                && is_digit(place + 1);
            match (between, parts.last_mut()) {
                (false, Some(part)) => part.push(*character),
                _ => parts.push(String::new()),
            }
        }
        let cased: Vec<_> = parts
            .iter()
            .map(|part| spelled(part).to_upper_camel_case())
            .collect();
        Self::new(cased.join("_"), 'N', "Empty")
    }

    /// A name that the user chose, as it stands; `None` where Rust takes no such name.
    pub(super) fn chosen(text: &str) -> Option<Self> {
        is_name(text).then(|| Self(text.to_owned()))
    }

    /// An identifier of ours, as it stands.
    pub(super) fn fixed(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// The same with an underscore, as for a keyword.
    pub(super) fn underscored(&self) -> Self {
        Self(format!("{}_", self.0))
    }

    /// The same with a word before it: `set_` and `type_` are `set_type_`.
    pub(super) fn prefixed(&self, prefix: &str) -> Self {
        Self(format!("{prefix}{}", self.0))
    }

    /// The same with a word after it: `Pet` and `Error` are `PetError`.
    pub(super) fn suffixed(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0.trim_end_matches('_')))
    }

    /// The same with a number, for the second and later things of one name.
    pub(super) fn numbered(&self, number: usize) -> Self {
        let bare = self.0.trim_end_matches('_');
        let snake = bare.chars().any(|c| c == '_') || bare.starts_with(|c: char| c.is_lowercase());
        match snake || bare.ends_with(|c: char| c.is_ascii_digit()) {
            true => Self(format!("{bare}_{number}")),
            false => Self(format!("{bare}{number}")),
        }
    }

    fn new(cased: String, before_digit: char, empty: &str) -> Self {
        let mut text = match cased.chars().next() {
            None => empty.to_owned(),
            Some(first) if first.is_ascii_digit() => format!("{before_digit}{cased}"),
            Some(_) => cased,
        };
        if text.len() > LONGEST {
            let checksum = checksum(&text);
            text.truncate(LONGEST - 9); // ASCII: every index is a boundary
            text = match before_digit.is_uppercase() {
                true => format!("{text}N{checksum:08x}"),
                false => format!("{}_{checksum:08x}", text.trim_end_matches('_')),
            };
        }
        if is_keyword(&text) {
            text.push('_');
        }
        Self(text)
    }
}

/// Whether Rust takes a text for a name: ASCII, as all names here, and no keyword.
pub(super) fn is_name(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let consists = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    begins && consists && text != "_" && !KEYWORDS.contains(&text)
}

impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// ASCII words: other scripts are transliterated, and signs are spelled where they are all there is
/// or tell a name from its opposite (`+name`, `-name`).
fn spelled(words: &str) -> String {
    let ascii = deunicode(words.trim());
    let bare = ascii.trim();
    if !bare.contains(|c: char| c.is_ascii_alphanumeric()) {
        let symbols = bare.chars().filter_map(symbol); // a sign without a word has no name to lose
        return symbols.collect::<Vec<_>>().join(" ");
    }
    let sign = bare.strip_prefix(['+', '-', '!', '<', '>']);
    match (sign, bare.chars().next().and_then(symbol)) {
        (Some(rest), Some(sign))
            if rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '=') =>
        {
            format!(
                "{sign} {}",
                rest.replace(|c: char| !c.is_ascii_alphanumeric(), " ")
            )
        }
        _ => bare.replace(|c: char| !c.is_ascii_alphanumeric(), " "),
    }
}

/// The same, but that what is one word has no capitals inside: `OAuth`, and the plurals of acronyms (`userIDs`).
fn joined(words: &str) -> String {
    let mut words = words.to_owned();
    for word in WORDS {
        if words.contains(word) {
            words = words.replace(word, &capitalised(word));
        }
    }
    let mut joined = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_uppercase());
        let (capitals, after) = from.split_at(end.unwrap_or(from.len()));
        joined.push_str(before);
        match is_plural(capitals, after) {
            true => joined.push_str(&capitalised(capitals)),
            false => joined.push_str(capitals),
        }
        rest = after;
    }
    joined.push_str(rest);
    joined
}

/// Whether an acronym has an `s` behind it: in `CSGOIsOver` and `IDAsText` there are other words.
fn is_plural(capitals: &str, after: &str) -> bool {
    let Some(next) = after.strip_prefix('s') else {
        return false;
    };
    let goes_on = next.starts_with(|c: char| c.is_ascii_uppercase());
    let ends = !next.starts_with(|c: char| c.is_ascii_alphanumeric());
    capitals.len() > 1 && (ends || goes_on && !capitals.ends_with(['I', 'A']))
}

/// A word with a capital at its beginning alone.
fn capitalised(word: &str) -> String {
    let (first, others) = word.split_at(1.min(word.len()));
    first.to_ascii_uppercase() + &others.to_ascii_lowercase()
}

fn symbol(sign: char) -> Option<&'static str> {
    let (_, word) = SYMBOLS.iter().find(|(symbol, _)| *symbol == sign)?;
    Some(word)
}

/// FNV-1a: the same in every run and on every machine.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
