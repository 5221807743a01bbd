//! What an element of HTML is in CommonMark. Not how that is written.

/// What an element becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Between marks: `**`.
    Marked(&'static str),
    Code,
    Preformatted,
    Link,
    /// A paragraph of its own, in bold.
    Heading,
    /// A paragraph of its own.
    Block,
    List,
    Item,
    /// The next cell of a row.
    Cell,
    LineBreak,
    /// Nothing, its text included.
    Hidden,
    /// Its text alone.
    Transparent,
}

impl Role {
    /// What an element of this name is; `None`: no element of HTML that documents use.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "b" | "strong" => Self::Marked("**"),
            "i" | "em" => Self::Marked("*"),
            "code" | "tt" | "kbd" | "samp" => Self::Code,
            "pre" => Self::Preformatted,
            "a" => Self::Link,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" => Self::Heading,
            "p" | "div" | "section" | "blockquote" | "table" | "thead" | "tbody" | "tr"
            | "details" | "hr" | "center" => Self::Block,
            "ul" | "ol" | "dl" => Self::List,
            "li" | "dt" | "dd" => Self::Item,
            "td" | "th" => Self::Cell,
            "br" => Self::LineBreak,
            "script" | "style" => Self::Hidden,
            "" | "span" | "font" | "u" | "small" | "big" | "sup" | "sub" | "nobr" | "img"
            | "html" | "body" => Self::Transparent,
            _ => return None,
        })
    }

    /// Whether its text is written when it ends.
    pub(super) fn is_paired(self) -> bool {
        matches!(
            self,
            Self::Marked(_)
                | Self::Code
                | Self::Preformatted
                | Self::Link
                | Self::Heading
                | Self::Hidden
        )
    }
}
