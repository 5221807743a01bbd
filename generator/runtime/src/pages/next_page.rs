//! Where a page says what the next one is. Not what becomes of that.

use http::header::LINK;

use super::link;
use crate::codec::{DecodeError, Reader};
use crate::error::RequestError;
use crate::operation::{Reply, without_mark};

/// Where a page says what the next one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextPage {
    /// In the header field `Link`: the first link of the relation `next` (RFC 8288).
    Link,
    /// In the body, as JSON: a string that is a URL, behind the names of the properties that lead to it.
    Property(&'static [&'static str]),
}

impl NextPage {
    /// What a page says, as it is written; `None` where there is no other.
    pub(super) fn written(self, reply: &Reply) -> Result<Option<String>, RequestError> {
        let written = match self {
            Self::Link => {
                let fields = reply.headers().get_all(LINK).iter();
                link::next(fields.map(|field| String::from_utf8_lossy(field.as_bytes())))
            }
            Self::Property(names) => property(reply.body(), names).map_err(|error| {
                let names = names.join(".");
                RequestError::new(format!("no next page in the reply's `{names}`: {error}"))
            })?,
        };
        Ok(written.filter(|url| !url.is_empty()))
    }
}

/// The string behind some names; null anywhere on the way is as good as none.
fn property(body: &[u8], names: &[&str]) -> Result<Option<String>, DecodeError> {
    let text = std::str::from_utf8(without_mark(body));
    let text = text.map_err(|_| DecodeError::custom("text that is not UTF-8"))?;
    let mut found = None;
    find(&mut Reader::new(text), names, &mut found)?;
    Ok(found)
}

fn find(
    reader: &mut Reader<'_>,
    names: &[&str],
    found: &mut Option<String>,
) -> Result<(), DecodeError> {
    if reader.null()? {
        return Ok(());
    }
    let Some((first, others)) = names.split_first() else {
        *found = Some(reader.value()?);
        return Ok(());
    };
    reader.properties(&mut |reader, name| match name == *first {
        true => find(reader, others, found),
        false => reader.skip(),
    })
}

#[cfg(test)]
mod tests {
    use super::property;

    #[test]
    fn what_a_property_says() {
        let text = r#"{"value":[{"next":"no"}],"a":{"b":"/2"},"a.b":"/3","none":null,"number":1}"#;
        let cases: [(&[&str], Option<&str>); 6] = [
            (&["a", "b"], Some("/2")),
            (&["a.b"], Some("/3")),
            (&["none"], None),
            (&["none", "b"], None),
            (&["next"], None),
            (&["a", "c"], None),
        ];
        for (names, expected) in cases {
            let found = property(text.as_bytes(), names);
            assert_eq!(found, Ok(expected.map(str::to_owned)), "{names:?}");
        }
        assert!(property(text.as_bytes(), &["number"]).is_err());
        assert!(property(text.as_bytes(), &["a"]).is_err());
        assert!(property(b"[]", &["a"]).is_err());
        assert!(property(b"", &["a"]).is_err());
    }
}
