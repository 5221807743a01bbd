//! What a document demands of a value beyond its type: JSON Schema's keywords for it. Whether a value
//! keeps to one is found out in `validate/`, behind a feature.

use std::fmt;

/// A demand of the document. Each is about values of one kind, and says nothing of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// `minLength`, in characters (code points of Unicode).
    MinLength(u64),
    /// `maxLength`, in characters (code points of Unicode).
    MaxLength(u64),
    /// `pattern`: a regular expression of ECMA-262 that matches somewhere in the text.
    Pattern(&'static str),
    /// `minimum`, as the document writes it.
    Minimum(&'static str),
    /// `exclusiveMinimum`, as a number.
    ExclusiveMinimum(&'static str),
    /// `maximum`.
    Maximum(&'static str),
    /// `exclusiveMaximum`, as a number.
    ExclusiveMaximum(&'static str),
    /// `multipleOf`.
    MultipleOf(&'static str),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems`: no item twice, as JSON compares (`1` and `1.0` are one number).
    UniqueItems,
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
}

impl Rule {
    /// The keyword: `maxLength`.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern(_) => "pattern",
            Self::Minimum(_) => "minimum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::UniqueItems => "uniqueItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
        }
    }

    /// What the document demands under the keyword: `64`.
    pub fn limit(self) -> String {
        match self {
            Self::MinLength(count)
            | Self::MaxLength(count)
            | Self::MinItems(count)
            | Self::MaxItems(count)
            | Self::MinProperties(count)
            | Self::MaxProperties(count) => count.to_string(),
            Self::Pattern(text)
            | Self::Minimum(text)
            | Self::ExclusiveMinimum(text)
            | Self::Maximum(text)
            | Self::ExclusiveMaximum(text)
            | Self::MultipleOf(text) => text.to_owned(),
            Self::UniqueItems => "true".to_owned(),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` is `{}`", self.keyword(), self.limit())
    }
}
