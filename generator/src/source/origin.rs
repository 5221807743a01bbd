//! Where a node stands: its file and its JSON pointer (RFC 6901) in the document as written.
//!
//! An origin is a chain of tokens that its children share, so that naming a place costs one small
//! allocation and its text is only made when somebody asks. Lines and columns are not kept here:
//! they are looked up in the text when there is something to report.

use std::fmt;
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
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Origin(Arc<Link>);

/// One step of a JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// Into a mapping, by its key (not escaped).
    Key(Box<str>),
    /// Into a sequence, by its index.
    Index(usize),
}

#[derive(PartialEq, Eq, Hash)]
enum Link {
    Root(FileId),
    Child(Origin, Token),
}

impl Origin {
    /// The root of a file.
    pub fn root(file: FileId) -> Self {
        Self(Arc::new(Link::Root(file)))
    }

    /// The place of a mapping's value.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        Self(Arc::new(Link::Child(self.clone(), Token::Key(key.into()))))
    }

    /// The place of a sequence's item.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(Arc::new(Link::Child(self.clone(), Token::Index(index))))
    }

    /// The place that a step leads to.
    #[must_use]
    pub fn step(&self, token: &Token) -> Self {
        Self(Arc::new(Link::Child(self.clone(), token.clone())))
    }

    /// The file that the node stands in.
    pub fn file(&self) -> FileId {
        let mut origin = self;
        loop {
            match &*origin.0 {
                Link::Root(file) => return *file,
                Link::Child(parent, _) => origin = parent,
            }
        }
    }

    /// The node around this one, where this one is not the root.
    pub fn parent(&self) -> Option<&Self> {
        match &*self.0 {
            Link::Root(_) => None,
            Link::Child(parent, _) => Some(parent),
        }
    }

    /// The last step, where this is not the root.
    pub fn token(&self) -> Option<&Token> {
        match &*self.0 {
            Link::Root(_) => None,
            Link::Child(_, token) => Some(token),
        }
    }

    /// The steps from the root.
    pub fn tokens(&self) -> Vec<&Token> {
        let mut tokens = Vec::new();
        let mut origin = self;
        while let Link::Child(parent, token) = &*origin.0 {
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
