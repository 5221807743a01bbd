//! What a description means: one short document a rule, and what `lower_api` makes of it. Not what parsing says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod shapes;
mod unions;

use clientsmith::api::{
    Additional, Api, Extensible, IntegerFormat, LimitScope, Object, Operation, ParameterLocation,
    PatchKind, Presence, Property, SecuritySchemeKind, Serialization, Status, StringFormat, Style,
    Type, TypeKind, TypeName, Unescaped, Use,
};
use clientsmith::diagnostics::Sink;
use clientsmith::{document, lower, source};

/// The description of a text, and the names of the codes that lowering reported.
fn lower(text: &str) -> (Api, Vec<&'static str>) {
    let mut sink = Sink::new();
    let source = source::read_text("test.yaml", text.to_owned(), &mut sink).expect("it is read");
    let document = document::parse_document(&source, &mut sink).expect("it is parsed");
    sink.finish();
    let mut sink = Sink::new();
    let api = lower::lower_api(&document, &mut sink);
    let codes = sink.finish().iter().map(|found| found.code.name).collect();
    (api, codes)
}

/// A description of these schemas.
fn schemas(schemas: &str) -> (Api, Vec<&'static str>) {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    lower(&format!(
        "openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n{indented}"
    ))
}

/// A description of these paths, and further keywords.
fn paths(paths: &str) -> (Api, Vec<&'static str>) {
    lower(&format!(
        "openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\n{paths}"
    ))
}

fn component<'a>(api: &'a Api, name: &str) -> &'a Type {
    let named = |type_: &&Type| type_.name == TypeName::Component(name.to_owned());
    let mut types = api.types.iter().map(|(_, type_)| type_);
    types.find(named).expect("the component has a type")
}

fn object<'a>(api: &'a Api, name: &str) -> &'a Object {
    match &component(api, name).kind {
        TypeKind::Object(object) => object,
        other => panic!("`{name}` is {other:?}"),
    }
}

fn property<'a>(api: &'a Api, object_name: &str, name: &str) -> &'a Property {
    let mut properties = object(api, object_name).properties.iter();
    properties
        .find(|property| property.name == name)
        .expect("the property is there")
}

fn kind(api: &Api, use_: Use) -> &TypeKind {
    let type_ = api.types.get(use_.type_).expect("the type is there");
    match &type_.kind {
        TypeKind::Alias(target) => kind(api, *target),
        kind => kind,
    }
}

fn values(kind: &TypeKind) -> (Vec<&str>, Extensible) {
    match kind {
        TypeKind::Enumeration(enumeration) => {
            let values = enumeration.values.iter().map(|value| value.value.as_str());
            (values.collect(), enumeration.extensible)
        }
        other => panic!("{other:?} is no enumeration"),
    }
}

fn only(api: &Api) -> &Operation {
    assert_eq!(api.operations.len(), 1);
    &api.operations[0]
}

#[test]
fn the_description_of_ocamba_hood_is_what_it_says() {
    let (api, codes) = lower(include_str!("../../../spec/ocamba-hood.yaml"));
    assert_eq!(codes, Vec::<&str>::new());
    let operation = only(&api);
    assert_eq!(operation.id, "updatePartnerContact");
    assert_eq!(
        operation.path.template,
        "/hood/partners/{id}/contacts/{contact_id}"
    );
    let limits: Vec<_> = operation
        .limits
        .iter()
        .map(|limit| {
            (
                limit.name.as_str(),
                limit.limit,
                limit.window_millis,
                &limit.scope,
            )
        })
        .collect();
    let scope = LimitScope::Operation("updatePartnerContact".to_owned());
    assert_eq!(
        limits,
        [
            ("burst", 10, 1_000, &scope),
            ("steady", 150, 60_000, &scope)
        ]
    );
    let body = operation.body.as_ref().unwrap();
    assert_eq!(body.presence, Presence::Required);
    assert_eq!(body.contents[0].patch, Some(PatchKind::AsWritten));
    assert_eq!(object(&api, "PartnerContactPatch").min_properties, 1);
    let type_ = property(&api, "PartnerContactPatch", "type");
    assert!(!type_.value.nullable && type_.presence == Presence::Optional);
    let all = vec!["email", "mobile", "phone", "sip", "skype", "website"];
    assert_eq!(values(kind(&api, type_.value)), (all, Extensible::Open));
    let trace = property(&api, "Problem", "trace_id");
    assert_eq!(
        kind(&api, trace.value),
        &TypeKind::String(StringFormat::Uuid)
    );
    let statuses: Vec<_> = operation
        .responses
        .iter()
        .map(|response| response.status)
        .collect();
    assert_eq!(
        statuses,
        [Status::Exact(204), Status::Exact(400), Status::Exact(500)]
    );
    assert_eq!(
        api.security_schemes[0].kind,
        SecuritySchemeKind::Bearer {
            client_credentials: None
        }
    );
    assert_eq!(operation.security[0].schemes, ["bearer"]);
}

#[test]
fn null_belongs_to_the_place_however_it_is_written() {
    let (api, codes) = schemas(
        "Plain: { type: object, properties: { a: { type: string } } }
Maybe: { type: [object, 'null'], properties: { a: { type: string } } }
All:
  type: object
  properties:
    list: { type: [string, 'null'] }
    union: { oneOf: [{ $ref: '#/components/schemas/Plain' }, { type: 'null' }] }
    values: { type: string, enum: [a, null] }
    beside: { allOf: [{ $ref: '#/components/schemas/Plain' }, { nullable: true }] }
    component: { $ref: '#/components/schemas/Maybe' }
    no: { $ref: '#/components/schemas/Plain' }
    ever: { anyOf: [{ $ref: '#/components/schemas/All' }, { $ref: '#/components/schemas/Plain' }] }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    for name in ["list", "union", "values", "beside", "component"] {
        assert!(property(&api, "All", name).value.nullable, "{name}");
    }
    for name in ["no", "ever"] {
        assert!(!property(&api, "All", name).value.nullable, "{name}");
    }
    let plain = property(&api, "All", "no").value.type_;
    for name in ["union", "beside"] {
        assert_eq!(property(&api, "All", name).value.type_, plain, "{name}");
    }
    assert_eq!(
        values(kind(&api, property(&api, "All", "values").value)).0,
        ["a"]
    );
}

#[test]
fn components_keep_what_they_are() {
    let (api, _) = schemas(
        "Name: { type: string, maxLength: 64, default: x }
Other: { $ref: '#/components/schemas/Name' }
List: { type: array, items: { $ref: '#/components/schemas/Name' } }
Map: { additionalProperties: { type: integer, format: int32 } }
Free: { type: object }
Untyped: { properties: { a: {} } }
Empty: { type: object, additionalProperties: false }
One: { const: only }
Codes: { type: integer, enum: [1, 2, 3] }
Wide: { type: integer, maximum: 18446744073709551615, minimum: 0 }
Exact: { type: number, format: decimal }",
    );
    let name = &component(&api, "Name");
    assert_eq!(name.kind, TypeKind::String(StringFormat::Plain(None)));
    assert_eq!(
        name.docs.constraints,
        ["at most 64 characters", "default: `\"x\"`"]
    );
    assert!(matches!(component(&api, "Other").kind, TypeKind::Alias(_)));
    assert!(matches!(component(&api, "List").kind, TypeKind::Array(_)));
    let TypeKind::Map(value) = component(&api, "Map").kind else {
        panic!("not a map");
    };
    assert_eq!(kind(&api, value), &TypeKind::Integer(IntegerFormat::Int32));
    assert!(matches!(component(&api, "Free").kind, TypeKind::Map(_)));
    assert_eq!(object(&api, "Untyped").properties.len(), 1);
    assert_eq!(object(&api, "Empty").additional, Additional::Forbidden);
    assert_eq!(values(&component(&api, "One").kind).0, ["only"]);
    let codes = component(&api, "Codes");
    assert_eq!(values(&codes.kind).0, ["1", "2", "3"]);
    let wide = &component(&api, "Wide").kind;
    assert_eq!(wide, &TypeKind::Integer(IntegerFormat::Uint64));
    assert_eq!(
        component(&api, "Exact").kind,
        TypeKind::Number { exact: true }
    );
}

#[test]
fn all_of_puts_objects_together_and_later_parts_refine() {
    let (api, codes) = schemas(
        "Base:
  type: object
  required: [id]
  properties: { id: { type: string }, size: { type: integer } }
  additionalProperties: true
Inner: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { inner: { type: boolean } } }] }
Whole:
  allOf:
    - $ref: '#/components/schemas/Inner'
    - { properties: { id: { description: Better. }, name: { type: string } }, required: [name], additionalProperties: false }
Circle: { allOf: [{ $ref: '#/components/schemas/Circle' }, { properties: { a: { type: string } } }] }
Bad: { allOf: [{ type: string, enum: [a] }, { type: object, properties: { a: {} } }] }",
    );
    let whole = object(&api, "Whole");
    let names: Vec<_> = whole
        .properties
        .iter()
        .map(|found| found.name.as_str())
        .collect();
    assert_eq!(names, ["id", "size", "inner", "name"]);
    let id = property(&api, "Whole", "id");
    assert_eq!(id.presence, Presence::Required);
    assert_eq!(id.docs.description.as_deref(), Some("Better."));
    assert_eq!(
        kind(&api, id.value),
        &TypeKind::String(StringFormat::Plain(None))
    );
    assert_eq!(property(&api, "Whole", "name").presence, Presence::Required);
    assert_eq!(whole.additional, Additional::Forbidden);
    assert_eq!(object(&api, "Circle").properties.len(), 1);
    assert_eq!(component(&api, "Bad").kind, TypeKind::Any);
    assert_eq!(codes, ["irreconcilable-all-of"]);
}

#[test]
fn unions_name_their_variants() {
    let (api, codes) = schemas(
        "Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } } }
Dog: { type: object, properties: { kind: { type: string } } }
Pet:
  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
  discriminator: { propertyName: kind, mapping: { kitty: '#/components/schemas/Cat' } }
Tagged:
  type: object
  properties: { tag: { type: string } }
  required: [tag]
  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
Kinds: { type: [string, integer] }
Model: { anyOf: [{ type: string }, { type: string, enum: [small, large] }] }
Level: { oneOf: [{ const: low, description: Low. }, { const: high }] }
Number: { type: integer, oneOf: [{ const: 1 }, { const: 2 }] }
Parent:
  type: object
  properties: { p: { type: string } }
  oneOf: [{ $ref: '#/components/schemas/Child' }]
Child: { allOf: [{ $ref: '#/components/schemas/Parent' }, { properties: { c: { type: string } } }] }",
    );
    let TypeKind::Union(pet) = &component(&api, "Pet").kind else {
        panic!("no union");
    };
    let variants: Vec<_> = pet
        .variants
        .iter()
        .map(|variant| (variant.name.as_str(), variant.tags.clone()))
        .collect();
    let tags = |tag: &str| vec![tag.to_owned()];
    assert_eq!(variants, [("Cat", tags("kitty")), ("Dog", tags("Dog"))]);
    assert_eq!(pet.discriminator.as_deref(), Some("kind"));
    let TypeKind::Union(tagged) = &component(&api, "Tagged").kind else {
        panic!("no union");
    };
    let TypeKind::Object(cat) = kind(&api, tagged.variants[0].value) else {
        panic!("no object");
    };
    let names: Vec<_> = cat
        .properties
        .iter()
        .map(|found| found.name.as_str())
        .collect();
    assert_eq!(names, ["tag", "kind", "lives"]);
    assert!(
        matches!(&component(&api, "Kinds").kind, TypeKind::Union(kinds) if kinds.variants.len() == 2)
    );
    assert_eq!(
        values(&component(&api, "Model").kind),
        (vec!["small", "large"], Extensible::Open)
    );
    assert_eq!(values(&component(&api, "Level").kind).0, ["low", "high"]);
    assert_eq!(values(&component(&api, "Number").kind).0, ["1", "2"]);
    assert_eq!(object(&api, "Child").properties.len(), 2);
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn recursion_ends() {
    let (api, codes) = schemas(
        "Tree: { type: object, properties: { children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
Self: { $ref: '#/components/schemas/Self' }
Wide:
  anyOf: [{ $ref: '#/components/schemas/Wide' }, { $ref: '#/components/schemas/Wider' }, { type: string }]
Wider:
  anyOf: [{ $ref: '#/components/schemas/Wide' }, { $ref: '#/components/schemas/Wider' }, { type: integer }]
Left: { allOf: [{ $ref: '#/components/schemas/Right' }, { properties: { a: { $ref: '#/components/schemas/Left' } } }] }
Right: { allOf: [{ $ref: '#/components/schemas/Left' }, { properties: { a: { $ref: '#/components/schemas/Right' } } }] }",
    );
    let TypeKind::Array(children) = kind(&api, property(&api, "Tree", "children").value) else {
        panic!("no list");
    };
    assert_eq!(
        api.types.get(children.items.type_),
        Some(component(&api, "Tree"))
    );
    assert!(
        codes.iter().all(|code| *code == "irreconcilable-all-of"),
        "{codes:?}"
    );
}

#[test]
fn operations_have_ids_of_their_own() {
    let (api, codes) = paths(
        "paths:
  /pets: { get: { operationId: list, responses: {} } }
  /toys/{id}:
    get: { operationId: list, responses: {}, parameters: [{ name: id, in: path, schema: { type: string } }] }
    delete: { responses: {}, parameters: [{ name: id, in: path, schema: { type: string } }] }",
    );
    let ids: Vec<_> = api
        .operations
        .iter()
        .map(|operation| operation.id.as_str())
        .collect();
    assert_eq!(ids, ["list", "getToysById", "deleteToysById"]);
    assert_eq!(codes, ["duplicate-operation-id", "missing-operation-id"]);
}

#[test]
fn parameters_fit_the_path() {
    let (api, codes) = paths(
        "paths:
  /a/{x}/{y}:
    parameters:
      - { name: y, in: path, required: true, schema: { type: integer } }
      - { name: q, in: query, schema: { type: string } }
      - { name: gone, in: path, required: true, schema: { type: string } }
    get:
      operationId: get
      responses: {}
      parameters:
        - { name: q, in: query, required: true, schema: { type: array, items: { type: string } } }
        - { name: deep, in: query, style: deepObject, schema: { type: object } }
        - { name: filter, in: query, content: { application/json: { schema: { type: object } } } }
        - { name: Accept, in: header, schema: { type: string } }
        - { name: X-A, in: header, schema: { type: string } }",
    );
    let operation = only(&api);
    let names: Vec<_> = operation
        .parameters
        .iter()
        .map(|found| found.name.as_str())
        .collect();
    assert_eq!(names, ["x", "y", "q", "deep", "filter", "X-A"]);
    let styled = |style, explode| Serialization::Style {
        style,
        explode,
        unescaped: Unescaped::Nothing,
    };
    let query = &operation.parameters[2];
    assert_eq!(query.presence, Presence::Required);
    assert_eq!(query.serialization, styled(Style::Form, true));
    assert_eq!(
        operation.parameters[0].serialization,
        styled(Style::Simple, false)
    );
    assert_eq!(operation.parameters[0].location, ParameterLocation::Path);
    assert_eq!(
        operation.parameters[3].serialization,
        styled(Style::DeepObject, true)
    );
    assert!(matches!(
        operation.parameters[4].serialization,
        Serialization::Content(_)
    ));
    assert_eq!(
        codes,
        ["path-parameters", "path-parameters", "ignored-parameter"]
    );
}

#[test]
fn bodies_and_replies_are_sorted_out() {
    let (api, codes) = paths(
        "paths:
  /a:
    patch:
      operationId: change
      requestBody:
        content:
          application/merge-patch+json: { schema: { type: object, properties: { a: { type: string } } } }
          application/json: { schema: { type: object, properties: { a: { type: string } } } }
          application/json-patch+json: { schema: { type: array, items: {} } }
      responses:
        default: { description: Else }
        4XX: { description: Bad }
        '404': { description: Not there }
        '200': { description: Fine, content: { text/plain: { schema: { type: string } } } }",
    );
    let operation = only(&api);
    let patches: Vec<_> = operation
        .body
        .iter()
        .flat_map(|body| &body.contents)
        .map(|content| content.patch)
        .collect();
    assert_eq!(
        patches,
        [Some(PatchKind::Merge), Some(PatchKind::AsWritten), None]
    );
    let statuses: Vec<_> = operation
        .responses
        .iter()
        .map(|response| response.status)
        .collect();
    assert_eq!(
        statuses,
        [
            Status::Exact(200),
            Status::Exact(404),
            Status::Range(4),
            Status::Default
        ]
    );
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn security_servers_tags_and_limits_come_down_to_the_operation() {
    let (api, codes) = paths(
        "servers: [{ url: 'https://{region}.example.com' }]
security: [{ token: [] }]
x-rate-limits: { all: { limit: 5, window: 500ms } }
tags: [{ name: second }, { name: first, x-rate-limits: { shared: { limit: 1, window: 2 } } }]
components:
  securitySchemes:
    token: { type: oauth2, flows: {} }
    mutual: { type: mutualTLS }
paths:
  /a:
    get: { operationId: a, tags: [other, first, first], responses: {} }
    put: { operationId: b, security: [], tags: [second], responses: {} }
    post: { operationId: c, security: [{}, { nobody: [] }], responses: {}, x-rate-limits: { wrong: { limit: 0, window: 1s } } }",
    );
    let [a, b, c] = api.operations.as_slice() else {
        panic!("three operations");
    };
    assert_eq!(a.security[0].schemes, ["token"]);
    assert!(b.security.is_empty());
    assert!(c.security.len() == 1 && c.security[0].schemes.is_empty());
    let tags: Vec<_> = api.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(tags, ["second", "first", "other"]);
    assert_eq!(a.tags, ["other", "first"]);
    let limits: Vec<_> = a
        .limits
        .iter()
        .map(|limit| (limit.window_millis, limit.scope.clone()))
        .collect();
    let shared = LimitScope::Tag("first".to_owned());
    assert_eq!(limits, [(2_000, shared), (500, LimitScope::Document)]);
    assert_eq!(api.servers[0].variables[0].name, "region");
    assert!(matches!(
        api.security_schemes[1].kind,
        SecuritySchemeKind::Other(_)
    ));
    let mut codes = codes;
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "invalid-rate-limit",
            "undeclared-server-variable",
            "unknown-security-scheme"
        ]
    );
}

#[test]
fn what_many_places_share_is_reported_once() {
    let (_, codes) = paths(
        "components: { parameters: { A: { name: Accept, in: header, schema: { type: string } } } }
paths:
  /a: { get: { operationId: a, parameters: [{ $ref: '#/components/parameters/A' }], responses: {} } }
  /b: { get: { operationId: b, parameters: [{ $ref: '#/components/parameters/A' }], responses: {} } }",
    );
    assert_eq!(codes, ["ignored-parameter"]);
}

#[test]
fn a_long_chain_of_references_needs_no_stack() {
    let mut text = String::from("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n");
    text.push_str("components:\n  schemas:\n    Start: { $ref: '#/x-parts/p0' }\nx-parts:\n");
    for index in 0..3_000 {
        let next = index + 1;
        text.push_str(&format!(
            "  p{index}: {{ type: object, properties: {{ n: {{ $ref: '#/x-parts/p{next}' }} }} }}\n"
        ));
    }
    text.push_str("  p3000: { type: string }\n");
    let (api, codes) = lower(&text);
    assert_eq!(codes, Vec::<&str>::new());
    assert!(api.types.iter().len() > 3_000);
}
