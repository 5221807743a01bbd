//! The header field `Link` (RFC 8288, section 3), as far as the next page needs it: targets and their relations. What
//! is not as it should be is passed over.

/// What a link is in a field: where it leads, and how.
#[derive(Debug, Default)]
struct Link {
    target: String,
    /// The types of its relation; the first `rel` counts (section 3.3).
    relations: Option<String>,
    /// Whether it is a link from another place than the reply (section 3.2).
    from_elsewhere: bool,
}

/// The target of the first link of the relation `next` in these fields.
pub(super) fn next(fields: impl Iterator<Item = impl AsRef<str>>) -> Option<String> {
    for field in fields {
        let mut rest = field.as_ref();
        while let Some((link, after)) = link(rest) {
            if link.is_next() {
                return Some(link.target);
            }
            rest = after;
        }
    }
    None
}

impl Link {
    fn is_next(&self) -> bool {
        let mut relations = self.relations.iter().flat_map(|all| all.split_whitespace());
        !self.from_elsewhere && relations.any(|relation| relation.eq_ignore_ascii_case("next"))
    }

    fn take(&mut self, name: &str, value: String) {
        if name.eq_ignore_ascii_case("rel") {
            self.relations.get_or_insert(value);
        } else if name.eq_ignore_ascii_case("anchor") {
            self.from_elsewhere = true;
        }
    }
}

/// The first link of a field, and what follows it.
fn link(field: &str) -> Option<(Link, &str)> {
    let (_, inside) = until(field, &['<']);
    let (target, after) = inside.strip_prefix('<')?.split_once('>')?;
    let mut link = Link {
        target: target.trim().to_owned(),
        ..Link::default()
    };
    let mut rest = after;
    loop {
        (_, rest) = until(rest, &[';', ',']);
        let Some(parameter) = rest.strip_prefix(';') else {
            return Some((link, rest));
        };
        let (name, after) = until(parameter, &['=', ';', ',']);
        rest = after;
        if let Some(value) = after.strip_prefix('=') {
            let value = value.trim_start();
            let (value, after) = match value.strip_prefix('"') {
                Some(inside) => quoted(inside),
                None => {
                    let (value, after) = until(value, &[';', ',']);
                    (value.trim_end().to_owned(), after)
                }
            };
            rest = after;
            link.take(name.trim(), value);
        }
    }
}

/// A text up to the first of some signs, and from there.
fn until<'t>(text: &'t str, signs: &[char]) -> (&'t str, &'t str) {
    let end = text.find(signs).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// What a quoted string says, and what follows it (RFC 9110, section 5.6.4).
fn quoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => break,
            '\\' => value.extend(signs.next()),
            sign => value.push(sign),
        }
    }
    (value, signs.as_str())
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_next_page_of_some_fields() {
        let cases: &[(&[&str], Option<&str>)] = &[
            (&[], None),
            (&[""], None),
            (&["</2>; rel=\"next\""], Some("/2")),
            (&["</2>; rel=next"], Some("/2")),
            (&["</2>;rel=next,</9>;rel=last"], Some("/2")),
            (&["</1>; rel=prev, </3>; rel=next"], Some("/3")),
            (&["</1>; rel=prev", "</3>; rel=next"], Some("/3")),
            (&["</3>; rel=next", "</4>; rel=next"], Some("/3")),
            (&[" , ,</2> ; REL = \"Next\" , "], Some("/2")),
            (&["</2>; rel=\"last next\""], Some("/2")),
            (&["</2>; rel=\"last\tNEXT start\""], Some("/2")),
            (&["</2>; rel=\"nextish\""], None),
            (&["</2>; rel=\"first\"; rel=\"next\""], None),
            (&["</2>; title=\"a\"; rel=next; type=\"b\""], Some("/2")),
            (&["</1>; title=\"; rel=next, </x>; \\\" rel=next\""], None),
            (
                &["</1>; title=\", </x>; rel=next\"; rel=prev, </2>; rel=next"],
                Some("/2"),
            ),
            (&["</a,b;c?d=1,2>; rel=next"], Some("/a,b;c?d=1,2")),
            (
                &["<https://x.test/?p=2>; rel=\"next\""],
                Some("https://x.test/?p=2"),
            ),
            (&["< /2 >; rel=next"], Some("/2")),
            (&["<>; rel=next"], Some("")),
            (&["</2>; rel=next; anchor=\"/other\""], None),
            (&["</2>; crossorigin; rel=next"], Some("/2")),
            (&["</2>; title*=UTF-8''%e2; rel=next"], Some("/2")),
            (&["</2>; title; , </3>; rel=next"], Some("/3")),
            (&["junk, </3>; rel=next"], Some("/3")),
            (&["</2"], None),
            (&["</2>; rel=\"next"], Some("/2")),
            (&["</2> rel=next"], None),
            (&["</2>; rel"], None),
        ];
        for (fields, expected) in cases {
            assert_eq!(next(fields.iter()).as_deref(), *expected, "{fields:?}");
        }
    }
}
