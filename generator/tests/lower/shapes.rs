//! What the shapes of types mean: directions, inheritance, tuples.

use clientsmith::api::{Presence, TypeKind};

use crate::{component, kind, object, only, paths, property, schemas};

#[test]
fn what_only_one_side_has_makes_two_types_only_where_both_are_asked_for() {
    let (api, codes) = paths(
        "paths:
  /users:
    put:
      operationId: putUser
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
      responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
components:
  schemas:
    User: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, kept: { type: string, readOnly: true, description: Not required. }, group: { $ref: '#/components/schemas/Group' } } }
    Group: { type: object, properties: { id: { type: string, readOnly: true } } }
    Unused: { type: object, required: [id], properties: { id: { type: string, readOnly: true } } }
",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let operation = only(&api);
    let body = operation.body.as_ref().unwrap().contents[0].value.unwrap();
    let reply = operation.responses[0].contents[0].value.unwrap();
    let TypeKind::Object(input) = kind(&api, body) else {
        panic!("an object");
    };
    let names: Vec<_> = input
        .properties
        .iter()
        .map(|property| property.name.as_str())
        .collect();
    assert_eq!(names, ["group"]);
    assert_ne!(body.type_, reply.type_);
    assert_eq!(property(&api, "User", "id").presence, Presence::Required);
    // nothing is demanded of one side: one type, whichever side has it
    assert_eq!(
        input.properties[0].value,
        property(&api, "User", "group").value
    );
    assert_eq!(property(&api, "Unused", "id").presence, Presence::Optional);
}

#[test]
fn a_parent_with_a_discriminator_is_any_of_its_children_or_itself() {
    let (api, codes) = schemas(
        "Pet: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { feline: Cat } } }
Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { purrs: { type: boolean } } }] }
Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
Poodle: { allOf: [{ $ref: '#/components/schemas/Dog' }, { properties: { curls: { type: integer } } }] }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let TypeKind::Union(pet) = &component(&api, "Pet").kind else {
        panic!("a union");
    };
    let variants: Vec<_> = pet
        .variants
        .iter()
        .map(|variant| (variant.name.as_str(), variant.tags.join(" ")))
        .collect();
    let expected = [
        ("Cat", "feline"),
        ("Dog", "Dog"),
        ("Poodle", "Poodle"),
        ("base", "Pet"),
    ];
    assert_eq!(
        variants,
        expected.map(|(name, tags)| (name, tags.to_owned()))
    );
    assert_eq!(object(&api, "Poodle").properties.len(), 2);
    assert_eq!(object(&api, "Dog").properties.len(), 1);
}

#[test]
fn a_list_with_a_place_for_each_item_is_a_tuple() {
    let (api, codes) = schemas(
        "Exact: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false, minItems: 2 }
Shorter: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false }",
    );
    assert_eq!(codes, ["unsupported-keyword"]);
    assert!(matches!(&component(&api, "Exact").kind, TypeKind::Tuple(items) if items.len() == 2));
    assert!(matches!(
        &component(&api, "Shorter").kind,
        TypeKind::Array(_)
    ));
}
