//! What a type says itself, word by word, so that two types can be compared. What its parts are is left out, but
//! for whether they may be null; so are its own words, which stand where it is used as well, but not its rules.

use crate::api::{
    Additional, Array, Docs, EnumValue, Enumeration, IntegerFormat, Literal, Object, Presence,
    Property, Rule, StringFormat, Type, TypeKind, Union, Use, Variant,
};

/// One of the things that a type says.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum Word<'t> {
    Text(&'t str),
    Maybe(Option<&'t str>),
    Number(u64),
    Flag(bool),
    Literal(Option<&'t Literal>),
    /// Which of several possibilities.
    Is(&'static str),
    Format(&'t StringFormat),
    Integer(IntegerFormat),
    Rule(&'t Rule),
}

/// What a type says itself. A member that is added to a type does not compile until it has its word here.
pub(super) fn words(type_: &Type) -> Vec<Word<'_>> {
    let mut words: Vec<_> = type_.docs.rules.iter().map(Word::Rule).collect();
    match &type_.kind {
        TypeKind::Any => words.push(Word::Is("any")),
        TypeKind::Null => words.push(Word::Is("null")),
        TypeKind::Boolean => words.push(Word::Is("boolean")),
        TypeKind::Integer(format) => words.push(Word::Integer(*format)),
        TypeKind::Number { exact } => words.extend([Word::Is("number"), Word::Flag(*exact)]),
        TypeKind::String(format) => words.push(Word::Format(format)),
        TypeKind::Enumeration(enumeration) => say_enumeration(&mut words, enumeration),
        TypeKind::Array(Array { items }) => words.extend([Word::Is("array"), null(*items)]),
        TypeKind::Tuple(items) => {
            words.push(Word::Is("tuple"));
            words.extend(items.iter().map(|item| null(*item)));
        }
        TypeKind::Map(value) => words.extend([Word::Is("map"), null(*value)]),
        TypeKind::Alias(target) => words.extend([Word::Is("alias"), null(*target)]),
        TypeKind::Object(object) => say_object(&mut words, object),
        TypeKind::Union(union) => say_union(&mut words, union),
    }
    words
}

fn say_enumeration<'t>(words: &mut Vec<Word<'t>>, enumeration: &'t Enumeration) {
    let Enumeration {
        values,
        kind,
        extensible,
    } = enumeration;
    words.extend([
        Word::Is("enumeration"),
        Word::Number(*kind as u64),
        Word::Number(*extensible as u64),
    ]);
    for value in values {
        let EnumValue {
            value,
            name,
            description,
            deprecated,
        } = value;
        words.extend([
            Word::Text(value),
            Word::Maybe(name.as_deref()),
            Word::Maybe(description.as_deref()),
            Word::Flag(*deprecated),
        ]);
    }
}

fn say_object<'t>(words: &mut Vec<Word<'t>>, object: &'t Object) {
    let Object {
        properties,
        additional,
        min_properties,
        max_properties,
    } = object;
    words.extend([
        Word::Is("object"),
        Word::Number(*min_properties),
        Word::Number(max_properties.unwrap_or(u64::MAX)),
        match additional {
            Additional::Unsaid => Word::Is("unsaid"),
            Additional::Forbidden => Word::Is("forbidden"),
            Additional::Typed(value) => null(*value),
        },
    ]);
    for property in properties {
        let Property {
            name,
            presence,
            value,
            read_only,
            write_only,
            default,
            constant,
            docs,
        } = property;
        words.extend([
            Word::Text(name),
            Word::Flag(*presence == Presence::Required),
            null(*value),
            Word::Flag(*read_only),
            Word::Flag(*write_only),
            Word::Literal(default.as_ref()),
            Word::Literal(constant.as_ref()),
        ]);
        say_docs(words, docs);
    }
}

fn say_union<'t>(words: &mut Vec<Word<'t>>, union: &'t Union) {
    let Union {
        variants,
        discriminator,
        any_of,
    } = union;
    words.extend([
        Word::Is("union"),
        Word::Flag(*any_of),
        Word::Maybe(discriminator.as_deref()),
    ]);
    for Variant { name, value, tags } in variants {
        words.extend([
            Word::Text(name),
            null(*value),
            Word::Number(tags.len() as u64),
        ]);
        words.extend(tags.iter().map(|tag| Word::Text(tag)));
    }
}

fn null(use_: Use) -> Word<'static> {
    Word::Flag(use_.nullable)
}

fn say_docs<'t>(words: &mut Vec<Word<'t>>, docs: &'t Docs) {
    let Docs {
        summary,
        description,
        external_docs,
        deprecated,
        examples,
        constraints,
        rules,
        origin: _, // where it stands is what differs
    } = docs;
    let url = external_docs.as_ref().map(|external| external.url.as_str());
    words.extend([
        Word::Maybe(summary.as_deref()),
        Word::Maybe(description.as_deref()),
        Word::Maybe(url),
        Word::Flag(*deprecated),
        Word::Number(examples.len() as u64),
        Word::Number(constraints.len() as u64),
    ]);
    let texts = examples.iter().chain(constraints);
    words.extend(texts.map(|text| Word::Text(text)));
    words.extend(rules.iter().map(Word::Rule));
}
