//! Where an API is served.

/// A server, its URL resolved against nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Server {
    /// The URL as written, variables in braces; may be relative.
    pub url: String,
    /// What it is called (3.2).
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The URL's variables.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server's URL.
#[derive(Debug, Clone, PartialEq)]
pub struct ServerVariable {
    /// Its name.
    pub name: String,
    /// What stands there unless told.
    pub default: String,
    /// What may stand there; empty: anything.
    pub values: Vec<String>,
    /// What it means.
    pub description: Option<String>,
}
