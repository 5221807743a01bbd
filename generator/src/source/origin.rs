//! Where a node stands: its file and its JSON pointer (RFC 6901) in the document as written.
//!
//! An origin is a chain of tokens that its children share, so that naming a place costs one small
//! allocation and its text is only made when somebody asks. What it hashes to is made of what its parent
//! does, once, so that looking a place up does not walk the chain. Lines and columns are not kept here:
//! they are looked up in the text when there is something to report.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// One of the files that a description is read from, in the order of reading; 0 is the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u16);

impl FileId {
    /// An overlay, by its place among them: they are counted from the end, the description's own files
    /// from the beginning.
    pub(crate) fn of_overlay(index: usize) -> Self {
        Self(u16::MAX.saturating_sub(u16::try_from(index).unwrap_or(u16::MAX)))
    }
}

/// Where a node stands in the document as the user wrote it.
#[derive(Clone)]
pub struct Origin(Arc<Place>);

/// One step of a JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// Into a mapping, by its key (not escaped).
    Key(Box<str>),
    /// Into a sequence, by its index.
    Index(usize),
}

struct Place {
    link: Link,
    hash: u64,
}

#[derive(PartialEq, Eq)]
enum Link {
    Root(FileId),
    Child(Origin, Token),
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.0, &other.0);
        Arc::ptr_eq(one, other) || one.hash == other.hash && one.link == other.link
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.hash);
    }
}

impl Origin {
    /// The root of a file.
    pub fn root(file: FileId) -> Self {
        let mut hasher = DefaultHasher::new();
        file.hash(&mut hasher);
        let hash = hasher.finish();
        let link = Link::Root(file);
        Self(Arc::new(Place { link, hash }))
    }

    /// The place of a mapping's value.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.child(Token::Key(key.into()))
    }

    /// The place of a sequence's item.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.child(Token::Index(index))
    }

    /// The place that a step leads to.
    #[must_use]
    pub fn step(&self, token: &Token) -> Self {
        self.child(token.clone())
    }

    fn child(&self, token: Token) -> Self {
        let mut hasher = DefaultHasher::new();
        (self.0.hash, &token).hash(&mut hasher);
        let hash = hasher.finish();
        let link = Link::Child(self.clone(), token);
        Self(Arc::new(Place { link, hash }))
    }

    /// The file that the node stands in.
    pub fn file(&self) -> FileId {
        let mut origin = self;
        loop {
            match &origin.0.link {
                Link::Root(file) => return *file,
                Link::Child(parent, _) => origin = parent,
            }
        }
    }

    /// The node around this one, where this one is not the root.
    pub fn parent(&self) -> Option<&Self> {
        match &self.0.link {
            Link::Root(_) => None,
            Link::Child(parent, _) => Some(parent),
        }
    }

    /// The last step, where this is not the root.
    pub fn token(&self) -> Option<&Token> {
        match &self.0.link {
            Link::Root(_) => None,
            Link::Child(_, token) => Some(token),
        }
    }

    /// The steps from the root.
    pub fn tokens(&self) -> Vec<&Token> {
        let mut tokens = Vec::new();
        let mut origin = self;
        while let Link::Child(parent, token) = &origin.0.link {
            tokens.push(token);
            origin = parent;
        }
        tokens.reverse();
        tokens
    }

    /// The JSON pointer, with `~` and `/` escaped; the root's is empty.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for token in self.tokens() {
            pointer.push('/');
            match token {
                Token::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Token::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}#{}", self.file().0, self.pointer())
    }
}
