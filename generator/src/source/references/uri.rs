//! URI references (RFC 3986) as they stand in documents: often with characters that would have to be encoded,
//! so nothing is refused here.

/// A reference without its fragment, and the fragment without `#`.
pub(super) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The scheme of a reference. A single letter is a drive of Windows.
pub(super) fn scheme(reference: &str) -> Option<&str> {
    let (scheme, _) = reference.split_once(':')?;
    let is_right = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(is_right);
    is_scheme.then_some(scheme)
}

/// A text with its percent escapes decoded; what is no UTF-8 then is left as it is.
pub(super) fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match after.split_at_checked(2).filter(|_| *first == b'%') {
            Some((digits, behind)) if digits.iter().all(u8::is_ascii_hexdigit) => {
                let digits = std::str::from_utf8(digits).unwrap_or_default();
                bytes.push(u8::from_str_radix(digits, 16).unwrap_or_default()); // two digits
                rest = behind;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// A reference without a fragment as an absolute one, as far as its base is absolute.
pub(super) fn resolved(base: &str, reference: &str) -> String {
    if scheme(reference).is_some() {
        return reference.to_owned();
    }
    let authority = match base.find("://") {
        Some(at) => {
            let behind = base.get(at + 3..).unwrap_or_default();
            at + 3 + behind.find('/').unwrap_or(behind.len())
        }
        None => 0,
    };
    let (authority, path) = base.split_at(authority);
    let path = match (reference.starts_with('/'), path.rfind('/')) {
        (true, _) => reference.to_owned(),
        (false, Some(last)) => format!("{}/{reference}", path.get(..last).unwrap_or_default()),
        (false, None) if !authority.is_empty() => format!("/{reference}"),
        (false, None) => reference.to_owned(),
    };
    format!("{authority}{}", without_dots(&path))
}

/// A path without `.` and `..`, as far as there is something to go back from.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." if kept.last().is_some_and(|last| !["", ".."].contains(last)) => drop(kept.pop()),
            segment => kept.push(segment),
        }
    }
    kept.join("/")
}

#[cfg(test)]
mod tests {
    use super::{percent_decoded, resolved, scheme};

    #[test]
    fn references_are_resolved_against_their_base() {
        for (base, reference, expected) in [
            ("", "pet.json", "pet.json"),
            ("https://a.b/c/d", "e", "https://a.b/c/e"),
            ("https://a.b/c/d", "../e", "https://a.b/e"),
            ("https://a.b/c/d", "/e", "https://a.b/e"),
            ("https://a.b", "e", "https://a.b/e"),
            ("https://a.b/c", "urn:x:y", "urn:x:y"),
            ("a/b", "./../c", "c"),
            ("a", "../c", "../c"),
        ] {
            assert_eq!(resolved(base, reference), expected, "{base} {reference}");
        }
    }

    #[test]
    fn a_drive_is_no_scheme() {
        assert_eq!(scheme("https://a"), Some("https"));
        assert_eq!(scheme("urn:a"), Some("urn"));
        assert_eq!(scheme("C:/a.yaml"), None);
        assert_eq!(scheme("./a:b"), None);
    }

    #[test]
    fn only_whole_escapes_are_decoded() {
        assert_eq!(percent_decoded("a%20b%7Bc%7D"), "a b{c}");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%+1%zz"), "%+1%zz");
        assert_eq!(percent_decoded("%C3%A9"), "é");
        assert_eq!(percent_decoded("%FF"), "%FF");
    }
}
