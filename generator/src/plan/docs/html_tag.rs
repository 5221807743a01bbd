//! A tag of HTML, as far as it matters: its name, which side it is on, and where it leads. Not what it means.

/// A tag as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HtmlTag<'t> {
    /// Its name in lower case; empty for a comment.
    pub(super) name: String,
    /// Whether it ends an element.
    pub(super) closing: bool,
    /// `href`, as written.
    pub(super) href: Option<&'t str>,
    /// All of it.
    pub(super) raw: &'t str,
}

/// What HTML consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Text(&'t str),
    Tag(HtmlTag<'t>),
}

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0; // where the next tag is looked for
    while let Some(start) = rest.get(from..).and_then(|rest| rest.find('<')) {
        let (before, at) = rest.split_at(from + start);
        let Some(tag) = tag(at) else {
            from += start + 1; // a sign, and no tag
            continue;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        rest = at.get(tag.raw.len()..).unwrap_or_default();
        from = 0;
        pieces.push(Piece::Tag(tag));
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The tag that a text begins with.
fn tag(text: &str) -> Option<HtmlTag<'_>> {
    if text.starts_with("<!--") {
        let end = text.find("-->")? + 3;
        return Some(HtmlTag {
            name: String::new(),
            closing: false,
            href: None,
            raw: text.get(..end)?,
        });
    }
    let inner = text.strip_prefix('<')?;
    let closing = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let length = inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .filter(|length| *length > 0)?;
    let (name, attributes) = inner.split_at(length);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic())
        || !attributes.starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>')
    {
        return None;
    }
    let end = end_of(attributes)?;
    let length = text.len() - attributes.len() + end + 1;
    Some(HtmlTag {
        name: name.to_ascii_lowercase(),
        closing,
        href: href(attributes.get(..end)?),
        raw: text.get(..length)?,
    })
}

/// Where the tag ends: a `>` outside of quotes.
fn end_of(attributes: &str) -> Option<usize> {
    let mut quote = None;
    attributes.char_indices().find_map(|(place, c)| {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '>' => return Some(place),
            None if c == '"' || c == '\'' => quote = Some(c),
            None => {}
        }
        None
    })
}

fn href(attributes: &str) -> Option<&str> {
    let lower = attributes.to_ascii_lowercase();
    let start = lower.find("href")? + "href".len();
    let value = attributes.get(start..)?.trim_start().strip_prefix('=')?;
    let value = value.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split(char::is_whitespace).next(),
    }
}
