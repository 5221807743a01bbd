//! Names to values in the order in which they came: what an object holds beyond its declared
//! properties. Looking one up does not slow down as the map grows.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::BuildHasher;

use crate::codec::{Decode, DecodeError, Encode, Reader, Writer};

/// Up to here looking through the names one by one is as fast as an index.
const SMALL: usize = 16;

/// Names to values, in the order of insertion. Two are equal where they hold the same, in any order.
#[derive(Clone)]
pub struct Map<T> {
    entries: Vec<(String, T)>,
    /// Where the names stand, once there are many.
    index: Option<Box<Index>>,
}

/// From the hash of a name to its place; a hash that is taken by another name moves on by one.
#[derive(Clone, Default)]
struct Index {
    hasher: RandomState,
    places: HashMap<u64, usize>,
}

impl<T> Map<T> {
    /// An empty map.
    #[inline]
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            index: None,
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        let place = self.place(name)?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// The value of a name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let place = self.place(name)?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is a value of that name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Puts a value under a name, and gives back the one that it takes the place of.
    pub fn insert(&mut self, name: impl Into<String>, value: T) -> Option<T> {
        let name = name.into();
        if let Some(old) = self.get_mut(&name) {
            return Some(std::mem::replace(old, value));
        }
        let place = self.entries.len();
        self.entries.push((name, value));
        match &mut self.index {
            Some(index) => index.insert(&self.entries, place),
            None if place >= SMALL => self.index_all(),
            None => {}
        }
        None
    }

    /// Takes the value of a name out; the others keep their order. Takes time in proportion to the
    /// map's size.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        let place = self.place(name)?;
        let (_, value) = self.entries.remove(place);
        self.index_all();
        Some(value)
    }

    /// Keeps only the entries that a condition holds for.
    pub fn retain(&mut self, mut condition: impl FnMut(&str, &mut T) -> bool) {
        self.entries
            .retain_mut(|(name, value)| condition(name, value));
        self.index_all();
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.index = None;
    }

    /// The names and values, in the map's order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.entries.iter())
    }

    /// The names and values to be changed, in the map's order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut T)> {
        self.entries
            .iter_mut()
            .map(|(name, value)| (name.as_str(), value))
    }

    /// The names, in the map's order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.entries.iter().map(|(name, _)| name.as_str())
    }

    /// The values, in the order of their names.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The values to be changed, in the order of their names.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> + ExactSizeIterator {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    fn place(&self, name: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.place(&self.entries, name),
            None => self.entries.iter().position(|(known, _)| known == name),
        }
    }

    fn index_all(&mut self) {
        self.index = None;
        if self.entries.len() <= SMALL {
            return;
        }
        let mut index = Box::<Index>::default();
        for place in 0..self.entries.len() {
            index.insert(&self.entries, place);
        }
        self.index = Some(index);
    }
}

impl Index {
    fn insert<T>(&mut self, entries: &[(String, T)], place: usize) {
        let Some((name, _)) = entries.get(place) else {
            return;
        };
        let mut hash = self.hasher.hash_one(name.as_str());
        while self.places.contains_key(&hash) {
            hash = hash.wrapping_add(1);
        }
        self.places.insert(hash, place);
    }

    fn place<T>(&self, entries: &[(String, T)], name: &str) -> Option<usize> {
        let mut hash = self.hasher.hash_one(name);
        loop {
            let place = *self.places.get(&hash)?;
            if entries.get(place).is_some_and(|(known, _)| known == name) {
                return Some(place);
            }
            hash = hash.wrapping_add(1);
        }
    }
}

/// The names and values of a [`Map`].
#[derive(Debug, Clone)]
pub struct Iter<'a, T>(std::slice::Iter<'a, (String, T)>);

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = (&'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0
            .next_back()
            .map(|(name, value)| (name.as_str(), value))
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<'a, T> IntoIterator for &'a Map<T> {
    type Item = (&'a str, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<K: Into<String>, T> Extend<(K, T)> for Map<T> {
    fn extend<I: IntoIterator<Item = (K, T)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.insert(name, value);
        }
    }
}

impl<K: Into<String>, T> FromIterator<(K, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Into<String>, T, const N: usize> From<[(K, T); N]> for Map<T> {
    fn from(entries: [(K, T); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<T> From<BTreeMap<String, T>> for Map<T> {
    fn from(entries: BTreeMap<String, T>) -> Self {
        entries.into_iter().collect()
    }
}

impl<T> From<Map<T>> for BTreeMap<String, T> {
    fn from(map: Map<T>) -> Self {
        map.into_iter().collect()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: PartialEq> PartialEq for Map<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<T: Eq> Eq for Map<T> {}

impl<T: fmt::Debug> fmt::Debug for Map<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self).finish()
    }
}

impl<T: Decode> Decode for Map<T> {
    #[inline]
    fn vacant() -> Self {
        Self::new()
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        reader.properties(&mut |reader, name| {
            let mut value = T::vacant();
            value.decode(reader)?;
            self.insert(name, value);
            Ok(())
        })
    }
}

impl<T: Encode> Encode for Map<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.map(
            &mut self
                .iter()
                .map(|(name, value)| (name, value as &dyn Encode)),
        );
    }
}
