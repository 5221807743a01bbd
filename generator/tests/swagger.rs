//! Swagger 2.0 as it is parsed: what becomes what in the shell, and where it stands. Not what is generated.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use clientsmith::api::Api;
use clientsmith::diagnostics::{Diagnostic, Sink};
use clientsmith::document::{Dialect, Document, Schema};
use clientsmith::source::Origin;
use clientsmith::{document, lower, source};
use openapiv3::{ReferenceOr, SecurityScheme};

/// The description of a text, where there is one, and what was said about it.
fn parse(text: &str) -> (Option<Document>, Vec<Diagnostic>) {
    let mut sink = Sink::new();
    let source = source::read_text("test.yaml", text.to_owned(), &mut sink).expect("it is read");
    let document = document::parse_document(&source, &mut sink);
    (document, sink.finish())
}

/// The description of these keywords in Swagger 2.0, and the names of the codes that were reported.
fn swagger(keywords: &str) -> (Document, Vec<&'static str>) {
    let text = format!("swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\n{keywords}");
    let (document, said) = parse(&text);
    let codes = said.iter().map(|found| found.code.name).collect();
    (document.expect("it is parsed"), codes)
}

fn api(document: &Document) -> Api {
    let mut sink = Sink::new();
    let api = lower::lower_api(document, &mut sink);
    sink.finish();
    api
}

fn pointer(origin: Option<&Origin>) -> String {
    origin.expect("it has a place").pointer()
}

/// The schema of a body's media type.
fn schema<'d>(document: &'d Document, written: &openapiv3::MediaType) -> &'d Schema {
    let schema = written.schema.as_ref().expect("it has a schema");
    &document
        .schema(schema)
        .expect("it is in the arena")
        .1
        .schema
}

#[test]
fn versions_are_told_apart() {
    let read = [
        ("swagger: '2.0'", Dialect::V2_0),
        ("swagger: 2.0", Dialect::V2_0),
        ("swagger: 2", Dialect::V2_0),
        ("openapi: 3.0", Dialect::V3_0),
        ("openapi: 3.1", Dialect::V3_1),
        ("openapi: '3.2.0'", Dialect::V3_2),
    ];
    for (line, dialect) in read {
        let text = format!("{line}\ninfo: {{ title: T, version: '1' }}\nhost: a.b\npaths: {{}}");
        let (document, _) = parse(&text);
        assert_eq!(document.expect(line).dialect, dialect, "{line}");
    }
    let refused = [
        ("swagger: '1.2'", "`swagger: 1.2`", "convert"),
        ("swaggerVersion: '1.2'", "`swaggerVersion: 1.2`", "convert"),
        ("swagger: '3.0.0'", "`swagger: 3.0.0`", "write `openapi: "),
        ("openapi: '2.0'", "`openapi: 2.0`", "write `swagger: '2.0'`"),
        ("openapi: 4.0.0", "`openapi: 4.0.0`", "write the version"),
        ("openapi: [3]", "`openapi: a list`", "write the version"),
    ];
    for (line, found, help) in refused {
        let (document, said) = parse(&format!("{line}\npaths: {{}}"));
        assert!(document.is_none(), "{line}");
        assert_eq!(said.len(), 1, "{line}");
        assert_eq!(said[0].code.name, "unknown-version", "{line}");
        assert!(said[0].message.contains(found), "{}", said[0].message);
        let said = said[0].help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{said}");
    }
}

#[test]
fn everything_keeps_its_place() {
    let (document, codes) = swagger(
        "host: api.example.com
schemes: [https]
paths:
  /pets:
    parameters: [{ $ref: '#/parameters/Shared' }]
    post:
      operationId: add
      parameters:
        - { name: pet, in: body, schema: { type: object, properties: { a: { type: string } } } }
        - { name: dry, in: query, type: boolean }
      responses:
        '200': { description: It., headers: { X-A: { type: string } }, schema: { $ref: '#/definitions/Pet' } }
        '400': { $ref: '#/responses/Bad' }
    put: { operationId: replace, responses: {} }
parameters:
  Shared: { name: shared, in: body, schema: { type: object, properties: { b: { type: string } } } }
responses:
  Bad: { description: No., schema: { type: object, properties: { c: { type: string } } } }
definitions:
  Pet: { type: object, properties: { d: { type: object, properties: { e: { type: string } } } } }
securityDefinitions:
  key: { type: apiKey, in: header, name: X-Key }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let api = api(&document);
    let operation = |id: &str| api.operations.iter().find(|found| found.id == id).unwrap();
    let body = |id: &str| operation(id).body.as_ref().unwrap();
    let add = "/paths/~1pets/post";
    let origin = body("add").docs.origin.as_ref();
    assert_eq!(pointer(origin), format!("{add}/parameters/0"));
    let origin = body("replace").docs.origin.as_ref();
    assert_eq!(pointer(origin), "/parameters/Shared");
    let [dry] = operation("add").parameters.as_slice() else {
        panic!("the body is no parameter");
    };
    assert_eq!(
        pointer(dry.docs.origin.as_ref()),
        format!("{add}/parameters/1")
    );
    let [ok, bad] = operation("add").responses.as_slice() else {
        panic!("there are two");
    };
    assert_eq!(
        pointer(ok.docs.origin.as_ref()),
        format!("{add}/responses/200")
    );
    let header = ok.headers[0].docs.origin.as_ref();
    assert_eq!(pointer(header), format!("{add}/responses/200/headers/X-A"));
    assert_eq!(pointer(bad.docs.origin.as_ref()), "/responses/Bad");
    let scheme = api.security_schemes[0].docs.origin.as_ref();
    assert_eq!(pointer(scheme), "/securityDefinitions/key");
    let named = |type_: &clientsmith::api::Type| format!("{:?}", type_.name);
    let names: Vec<_> = api.types.iter().map(|(_, type_)| named(type_)).collect();
    for name in [
        "Component(\"Pet\")",
        "Inline([\"Pet\", \"d\"])",
        "Inline([\"Shared\"])",
        "Inline([\"Bad\"])",
        "Inline([\"add\", \"request\"])",
    ] {
        assert!(names.iter().any(|found| found == name), "{name}: {names:?}");
    }
}

#[test]
fn bodies_are_written_in_what_is_consumed() {
    let (document, _) = swagger(
        "host: a.b
consumes: [application/xml, application/json]
paths:
  /a: { post: { parameters: [{ $ref: '#/parameters/B' }] } }
  /b: { post: { consumes: [text/json], parameters: [{ $ref: '#/parameters/B' }] } }
  /c: { post: { consumes: [], parameters: [{ $ref: '#/parameters/B' }] } }
parameters:
  B: { name: b, in: body, required: true, schema: { type: string } }",
    );
    let mut found = Vec::new();
    for entry in document.operations() {
        let written = entry.operation.request_body.as_ref().unwrap();
        let body = document.request_body(written, &entry.origin).unwrap();
        assert!(body.value.required);
        assert_eq!(body.name.as_deref(), Some("B"));
        found.push(body.value.content.keys().cloned().collect::<Vec<_>>());
    }
    assert_eq!(found[0], ["application/xml", "application/json"]);
    assert_eq!(found[1], ["text/json"]);
    assert_eq!(found[2], ["application/json"]);
}

#[test]
fn replies_are_read_in_what_can_hold_them() {
    let (document, codes) = swagger(
        "host: a.b
schemes: [https]
produces: [application/json]
paths:
  /a:
    get:
      responses: { '200': { schema: { type: file } }, '404': { schema: { $ref: '#/definitions/E' } } }
  /b:
    get:
      produces: [application/pdf]
      responses: { '200': { schema: { type: file } }, '404': { schema: { $ref: '#/definitions/E' } } }
  /c:
    get:
      produces: []
      responses: { '200': { schema: { type: string } }, '204': { description: None. } }
definitions:
  E: { type: object }",
    );
    assert_eq!(codes, ["invalid-value"]);
    let mut found = Vec::new();
    for entry in document.operations() {
        for response in entry.operation.responses.responses.values() {
            let content = &response.as_item().expect("it stands there").content;
            found.push(content.keys().map(String::as_str).collect::<Vec<_>>());
        }
    }
    let json = vec!["application/json"];
    let expected = [
        vec!["*/*"],
        json.clone(),
        vec!["application/pdf"],
        json.clone(),
        json,
        vec![],
    ];
    assert_eq!(found, expected);
}

#[test]
fn credentials_may_be_a_parameter_where_no_scheme_is_asked_for() {
    let (document, codes) = swagger(
        "host: a.b
schemes: [https]
securityDefinitions: { key: { type: apiKey, in: header, name: X-Key } }
paths:
  /a: { get: { operationId: a, parameters: [{ name: Authorization, in: header, required: true, type: string }] } }
  /b:
    get:
      operationId: b
      security: [{ key: [] }]
      parameters:
        - { name: authorization, in: header, type: string }
        - { name: Accept, in: header, type: string }
        - { name: q, in: query, type: string, x-ms-skip-url-encoding: true }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let api = api(&document);
    let names = |index: usize| {
        let parameters = api.operations[index].parameters.iter();
        parameters
            .map(|found| found.name.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(0), ["Authorization"]);
    assert_eq!(names(1), ["q"]);
}

#[test]
fn forms_are_objects_and_files_go_in_parts() {
    let (document, _) = swagger(
        "host: a.b
consumes: [application/json]
paths:
  /a:
    post:
      parameters:
        - { name: text, in: formData, type: string, required: true }
        - { name: csv, in: formData, type: array, items: { type: string } }
        - { name: multi, in: formData, type: array, collectionFormat: multi, items: { type: string } }
  /b:
    post:
      consumes: [application/x-www-form-urlencoded, multipart/form-data; charset=utf-8]
      parameters: [{ name: file, in: formData, type: file }]
  /c:
    post:
      parameters: [{ name: files, in: formData, type: array, items: { type: file } }]",
    );
    let entries = document.operations();
    let body = |index: usize| {
        let written = entries[index].operation.request_body.as_ref().unwrap();
        written.as_item().expect("it stands there")
    };
    let (name, form) = body(0).content.first().unwrap();
    assert_eq!(name, "application/x-www-form-urlencoded");
    assert!(body(0).required && !body(1).required);
    let names: Vec<_> = form.encoding.keys().collect();
    assert_eq!(names, ["csv"]);
    assert!(!form.encoding["csv"].explode);
    let object = schema(&document, form);
    assert_eq!(object.required, ["text"]);
    let properties: Vec<_> = object.properties.iter().map(|(name, _)| name).collect();
    assert_eq!(properties, ["text", "csv", "multi"]);
    let (_, multi) = object.properties[2];
    let origin = &document.schemas.get(multi).unwrap().origin;
    assert_eq!(origin.pointer(), "/paths/~1a/post/parameters/2");
    let names: Vec<_> = body(1).content.keys().collect();
    assert_eq!(names, ["multipart/form-data; charset=utf-8"]);
    let (_, file) = schema(&document, &body(1).content[0]).properties[0];
    let file = &document.schemas.get(file).unwrap().schema;
    assert_eq!(file.format.as_deref(), Some("binary"));
    let (name, form) = body(2).content.first().unwrap();
    assert_eq!(name, "multipart/form-data");
    assert!(form.encoding.is_empty());
}

#[test]
fn servers_are_put_together() {
    let table: &[(&str, &[&str], &[&str])] = &[
        (
            "host: a.b\nbasePath: /v1\nschemes: [https]",
            &["https://a.b/v1"],
            &[],
        ),
        (
            "host: a.b\nbasePath: /\nschemes: [http, https]",
            &["https://a.b", "http://a.b"],
            &[],
        ),
        ("host: a.b", &["https://a.b"], &["incomplete-server"]),
        (
            "host: 'http://a.b/v1/'\nbasePath: v2/",
            &["http://a.b/v1/v2"],
            &["invalid-value", "invalid-value"],
        ),
        ("basePath: /v1", &["/v1"], &[]),
        ("schemes: [https]", &[], &["incomplete-server"]),
        (
            "host: a.b\nschemes: https",
            &["https://a.b"],
            &["wrong-type"],
        ),
        (
            "x-ms-parameterized-host: { hostTemplate: '{url}', useSchemePrefix: false, parameters: [{ name: url, in: path, type: string }] }",
            &["{url}"],
            &[],
        ),
        (
            "servers: [{ url: 'https://c.d' }]",
            &["https://c.d"],
            &["foreign-keyword"],
        ),
    ];
    for (keywords, urls, expected) in table {
        let (document, codes) = swagger(&format!("{keywords}\npaths: {{}}"));
        let servers = &document.openapi.servers;
        let found: Vec<_> = servers.iter().map(|server| &server.url).collect();
        assert_eq!(found, *urls, "{keywords}");
        assert_eq!(codes, *expected, "{keywords}");
    }
}

#[test]
fn flows_keep_their_urls() {
    let (document, codes) = swagger(
        "host: a.b
schemes: [https]
paths: {}
securityDefinitions:
  a: { type: oauth2, flow: implicit, authorizationUrl: 'https://a', scopes: { r: Read., x-note: no } }
  b: { type: oauth2, flow: password, tokenUrl: 'https://t', scopes: {} }
  c: { type: oauth2, flow: application, tokenUrl: 'https://t', scopes: {} }
  d: { type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {} }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let components = document.openapi.components.as_ref().unwrap();
    let flows = |name: &str| match &components.security_schemes[name] {
        ReferenceOr::Item(SecurityScheme::OAuth2 { flows, .. }) => flows.clone(),
        other => panic!("{other:?}"),
    };
    let implicit = flows("a").implicit.unwrap();
    assert_eq!(implicit.authorization_url, "https://a");
    assert_eq!(implicit.scopes.keys().collect::<Vec<_>>(), ["r"]);
    assert_eq!(flows("b").password.unwrap().token_url, "https://t");
    assert_eq!(
        flows("c").client_credentials.unwrap().token_url,
        "https://t"
    );
    let code = flows("d").authorization_code.unwrap();
    assert_eq!(
        (code.authorization_url.as_str(), code.token_url.as_str()),
        ("https://a", "https://t")
    );
}

#[test]
fn values_of_discriminators_become_their_mapping() {
    let (document, codes) = swagger(
        "host: a.b
schemes: [https]
paths: {}
definitions:
  Fish: { type: object, discriminator: kind, properties: { kind: { type: string } } }
  Shark: { x-ms-discriminator-value: shark, allOf: [{ $ref: '#/definitions/Fish' }] }
  Whale: { x-ms-discriminator-value: whale, allOf: [{ $ref: '#/definitions/Shark' }] }
  Port: { type: string, format: int-or-string }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let component = |name: &str| {
        let mut found = document.component_schemas.iter();
        let (_, id) = found.find(|(found, _)| found == name).unwrap();
        (*id, &document.schemas.get(*id).unwrap().schema)
    };
    let fish = component("Fish").1.discriminator.as_ref().unwrap();
    assert_eq!(fish.property_name, "kind");
    let mapping: Vec<_> = fish
        .mapping
        .iter()
        .map(|(text, _, id)| (text.as_str(), id.unwrap()))
        .collect();
    assert_eq!(
        mapping,
        [
            ("shark", component("Shark").0),
            ("whale", component("Whale").0)
        ]
    );
    assert_eq!(component("Port").1.types.len(), 2);
}

#[test]
fn enumerations_of_azure_may_grow_and_are_described() {
    let (document, codes) = swagger(
        "host: a.b
schemes: [https]
paths: {}
definitions:
  Open:
    type: string
    enum: [a, b]
    x-ms-enum:
      name: Open
      modelAsString: true
      values: [{ value: b, name: Second, description: 2. }, { value: a, name: First }]
  Closed: { type: string, enum: [a], x-ms-enum: { name: Closed, modelAsString: false } }",
    );
    assert_eq!(codes, Vec::<&str>::new());
    let schema = |index: usize| {
        let (_, id) = &document.component_schemas[index];
        &document.schemas.get(*id).unwrap().schema
    };
    let (open, closed) = (schema(0), schema(1));
    assert_eq!(open.enumeration.as_ref().map(Vec::len), Some(2));
    assert!(open.extensible);
    let names: Vec<_> = open.enum_names.iter().flatten().collect();
    assert_eq!(names, ["First", "Second"]);
    assert_eq!(open.enum_descriptions.first(), Some(&None));
    assert_eq!(closed.enumeration.as_ref().map(Vec::len), Some(1));
    assert!(!closed.extensible);
}

#[test]
fn a_body_may_have_its_type_in_itself() {
    let (document, codes) = swagger(
        "host: a.b
schemes: [https]
paths:
  /a: { post: { parameters: [{ name: b, in: body, type: array, items: { type: integer } }] } }",
    );
    assert_eq!(codes, ["missing-keyword"]);
    let operation = document.operations()[0].operation;
    let body = operation
        .request_body
        .as_ref()
        .and_then(ReferenceOr::as_item);
    let (_, media_type) = body.unwrap().content.first().unwrap();
    assert!(schema(&document, media_type).items.is_some());
}

#[test]
fn one_bad_node_costs_itself_alone() {
    let (document, said) = parse(include_str!("swagger/mean.yaml"));
    let document = document.expect("it is parsed");
    assert_eq!(document.operations().len(), 4);
    let codes: Vec<_> = said.iter().map(|found| found.code.name).collect();
    for code in [
        "dangling-reference",
        "ignored-parameter",
        "invalid-value",
        "missing-keyword",
        "reserved-keyword",
        "unsupported-keyword",
        "wrong-type",
    ] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    let places: Vec<_> = said
        .iter()
        .filter_map(|found| found.origin.as_ref())
        .map(Origin::pointer)
        .collect();
    for place in [
        "/host",
        "/paths/pets/get/parameters/0",
        "/paths/pets/get/parameters/7/$ref",
        "/paths/pets/get/responses/200/headers/A",
        "/paths/pets/post",
        "/securityDefinitions/b",
        "/definitions/Bad/type",
    ] {
        assert!(
            places.iter().any(|found| found == place),
            "{place}: {places:?}"
        );
    }
    api(&document);
}
