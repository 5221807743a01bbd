//! The header fields of a request that may be sent more than once: one of a name, in one piece of
//! memory. A header map is made of them for each attempt.

use http::{HeaderMap, HeaderName, HeaderValue};

/// How many fields most requests have at the most.
const USUAL: usize = 6;

/// How many a transport adds: `Host`, `Content-Length`.
const TRANSPORTS: usize = 2;

/// Header fields, one of a name.
#[derive(Debug, Default, Clone)]
pub(crate) struct Fields(Vec<(HeaderName, HeaderValue)>);

impl Fields {
    /// Puts a field in; it replaces one of the same name.
    pub(crate) fn insert(&mut self, name: HeaderName, value: HeaderValue) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => {
                if self.0.capacity() == 0 {
                    self.0.reserve(USUAL);
                }
                self.0.push((name, value));
            }
        }
    }

    /// Puts a field in where there is none of its name.
    pub(crate) fn insert_default(&mut self, name: &HeaderName, value: &HeaderValue) {
        if self.get(name).is_none() {
            self.insert(name.clone(), value.clone());
        }
    }

    #[cfg(feature = "pages")]
    /// Takes a field out.
    pub(crate) fn remove(&mut self, name: &HeaderName) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The value of a field.
    pub(crate) fn get(&self, name: &HeaderName) -> Option<&HeaderValue> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// The fields, in the order in which they came in.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(HeaderName, HeaderValue)> {
        self.0.iter()
    }

    /// The fields as a request has them.
    pub(crate) fn to_map(&self) -> HeaderMap {
        let mut map = HeaderMap::with_capacity(self.0.len() + TRANSPORTS);
        for (name, value) in &self.0 {
            map.append(name.clone(), value.clone());
        }
        map
    }
}
