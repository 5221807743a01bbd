//! What a schema demands of a value beyond its type: the keywords that a client can check.

/// A demand of a schema. Each is about values of one kind, and says nothing of others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Rule {
    /// `minLength`.
    MinLength(u64),
    /// `maxLength`.
    MaxLength(u64),
    /// `pattern`, which is a regular expression of ECMA-262.
    Pattern(String),
    /// `minimum`, as written.
    Minimum(String),
    /// `exclusiveMinimum`, as a number.
    ExclusiveMinimum(String),
    /// `maximum`.
    Maximum(String),
    /// `exclusiveMaximum`, as a number.
    ExclusiveMaximum(String),
    /// `multipleOf`.
    MultipleOf(String),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems`.
    UniqueItems,
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// `propertyNames`: of the name of each property.
    Name(Box<Rule>),
}
