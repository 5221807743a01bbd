//! What unions mean that are less than they seem: variants that only bound, that are all of one kind, or that lead
//! back to the union.

use clientsmith::api::{Extensible, StringFormat, TypeKind, TypeName};

use crate::{component, kind, property, schemas, values};

/// The property of an object with one.
fn only_property(kind: &str) -> (TypeKind, bool, Vec<&'static str>) {
    let (api, codes) = schemas(&format!(
        "O: {{ type: object, properties: {{ p: {kind} }} }}"
    ));
    let value = property(&api, "O", "p").value;
    let resolved = api.types.get(api.types.resolved(value.type_));
    let kind = resolved.expect("it has a type").kind.clone();
    (kind, value.nullable, codes)
}

#[test]
fn variants_that_only_bound_what_stands_beside_them_leave_the_type_and_are_reported() {
    let (kind, _, codes) =
        only_property("{ type: number, oneOf: [{ multipleOf: 5 }, { multipleOf: 3 }] }");
    assert_eq!(kind, TypeKind::Number { exact: false });
    assert_eq!(codes, ["unsupported-keyword"]);
    let (kind, _, codes) =
        only_property("{ type: string, format: date, anyOf: [{ pattern: a }, { pattern: b }] }");
    assert_eq!(kind, TypeKind::String(StringFormat::Date));
    assert_eq!(codes, ["unsupported-keyword"]);
}

#[test]
fn a_union_whose_variants_are_of_one_kind_is_that_kind() {
    for beside in [
        "{ type: string, anyOf: [{ format: ipv4 }, { format: ipv6 }] }",
        "{ anyOf: [{ type: string, format: ipv4 }, { type: string, format: ipv6 }] }",
    ] {
        let (kind, _, codes) = only_property(beside);
        assert_eq!(
            kind,
            TypeKind::String(StringFormat::Plain(None)),
            "{beside}"
        );
        assert_eq!(codes, [""; 0]);
    }
    let (kind, _, _) =
        only_property("{ type: string, anyOf: [{ format: uuid }, { format: date }] }");
    assert!(matches!(kind, TypeKind::Union(_)), "{kind:?}");
    // what one of them demands alone is not checked, and what all do is
    let (kind, _, codes) = only_property(
        "{ anyOf: [{ type: string, maxLength: 9, minLength: 1 }, { type: string, maxLength: 9 }] }",
    );
    assert_eq!(kind, TypeKind::String(StringFormat::Plain(None)));
    assert_eq!(codes, ["unsupported-keyword"]);
}

#[test]
fn what_stands_beside_a_union_is_not_the_union_again() {
    let (api, codes) = schemas(
        "Kind: { enum: [a, b], oneOf: [{ type: string }, { type: integer }] }
L: { items: { type: string }, oneOf: [{ type: array }, { type: string }] }
A: { anyOf: [{ $ref: '#/components/schemas/B' }, { type: integer }] }
B: { $ref: '#/components/schemas/A' }",
    );
    assert_eq!(codes, [""; 0]);
    assert_eq!(values(&component(&api, "Kind").kind).0, ["a", "b"]);
    let TypeKind::Union(union) = &component(&api, "L").kind else {
        panic!("it is a list or a string");
    };
    let kinds = union
        .variants
        .iter()
        .map(|variant| kind(&api, variant.value));
    let kinds: Vec<_> = kinds.collect();
    assert!(matches!(
        kinds.as_slice(),
        [TypeKind::Array(_), TypeKind::String(_)]
    ));
    let a = api
        .types
        .iter()
        .find(|(_, type_)| type_.name == TypeName::Component("A".to_owned()));
    let (a, _) = a.expect("it has a type");
    let resolved = api
        .types
        .get(api.types.resolved(a))
        .expect("it leads to one");
    assert!(
        matches!(resolved.kind, TypeKind::Integer(_)),
        "{:?}",
        resolved.kind
    );
    let (kind, nullable, codes) =
        only_property("{ enum: [a, b, null], anyOf: [{ type: string }, { type: 'null' }] }");
    assert_eq!((values(&kind).0, nullable), (vec!["a", "b"], true));
    assert_eq!(codes, [""; 0]);
}

#[test]
fn a_string_of_a_format_opens_the_values_beside_it() {
    let (kind, _, _) = only_property(
        "{ anyOf: [{ type: string, format: uri }, { type: string, enum: [none, self] }] }",
    );
    assert_eq!(values(&kind), (vec!["none", "self"], Extensible::Open));
    let (kind, _, _) =
        only_property("{ anyOf: [{ type: string, format: email }, { type: string, const: '' }] }");
    assert_eq!(kind, TypeKind::String(StringFormat::Plain(None)));
    let (kind, _, _) =
        only_property("{ anyOf: [{ type: string, format: uuid }, { type: string, const: '' }] }");
    assert!(matches!(kind, TypeKind::Union(_)), "{kind:?}");
}

#[test]
fn a_boolean_may_be_one_of_several_constants() {
    let (kind, _, codes) = only_property(
        "{ anyOf: [{ type: string, enum: [a] }, { type: boolean, enum: [false] }, { const: 3 }] }",
    );
    assert_eq!(values(&kind).0, ["\"a\"", "false", "3"]);
    assert_eq!(codes, [""; 0]);
}

#[test]
fn inline_variants_are_called_by_what_tells_them_apart() {
    let (api, _) = schemas(
        "Event:
  oneOf:
    - { properties: { event: { enum: [run.created] }, data: {} } }
    - { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { event: { const: run.failed } } }] }
    - { title: Done, properties: { event: { const: done } } }
    - { properties: { event: { type: string } } }
Shape:
  oneOf:
    - { properties: { Circle: { type: number } }, required: [Circle] }
    - { properties: { Square: { type: number } }, required: [Square] }
Same:
  oneOf:
    - { properties: { a: { const: x }, b: {} } }
    - { properties: { a: { const: x }, c: {} } }
Base: { properties: { id: { type: string } } }",
    );
    let names = |name: &str| match &component(&api, name).kind {
        TypeKind::Union(union) => {
            let variants = union.variants.iter();
            variants.map(|variant| variant.name.clone()).collect()
        }
        other => vec![format!("{other:?}")],
    };
    assert_eq!(
        names("Event"),
        ["run.created", "run.failed", "Done", "variant 4"]
    );
    assert_eq!(names("Shape"), ["Circle", "Square"]);
    assert_eq!(names("Same"), ["variant 1", "variant 2"]);
}

#[test]
fn a_variant_that_says_all_that_stands_beside_the_union_is_as_it_is() {
    let (api, codes) = schemas(
        "Shape:
  { type: object, required: [kind], properties: { kind: { type: string } },
    anyOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }] }
Circle: { type: object, required: [kind, r], properties: { kind: { type: string }, r: { type: number } } }
Square: { type: object, properties: { kind: { type: string }, a: { type: number } } }",
    );
    let TypeKind::Union(union) = &component(&api, "Shape").kind else {
        panic!("it is one of two");
    };
    let names = union.variants.iter().map(|variant| {
        let type_ = api.types.get(variant.value.type_).expect("it has a type");
        type_.name.clone()
    });
    let copy = vec!["Shape".to_owned(), "Square".to_owned()]; // of which `kind` is required
    let circle = TypeName::Component("Circle".to_owned());
    assert_eq!(names.collect::<Vec<_>>(), [circle, TypeName::Inline(copy)]);
    assert_eq!(codes, [""; 0]);
}
