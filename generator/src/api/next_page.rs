//! Where the replies of an operation say what the next page is. Not what they are beside that.

/// Where the replies of an operation say what the next page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextPage {
    /// In the header field `Link`, as the link of the relation `next` (RFC 8288).
    Link,
    /// In their body, as a URL behind these names of properties, outermost first.
    Property(Vec<String>),
}
